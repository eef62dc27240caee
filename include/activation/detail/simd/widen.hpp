#ifndef ACTIVATION_DETAIL_SIMD_WIDEN_HPP
#define ACTIVATION_DETAIL_SIMD_WIDEN_HPP

#include <cstddef>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/constexpr_arithmetic.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// As many doubles as a value has lanes, loaded from memory of either type: from there a processor converts as it loads,
/// from one register to two it first has to move lanes.  And back.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class V>
struct doubles_of {
    using type = V;
};
template <>
struct doubles_of<float> {
    using type = double;
};
template <class A>
struct doubles_of<xsimd::batch<float, A>> {
    using type = pack<xsimd::batch<double, A>, 2>;
};
template <class A, std::size_t Count>
struct doubles_of<pack<xsimd::batch<float, A>, Count>> {
    using type = pack<xsimd::batch<double, A>, 2 * Count>;
};
template <class V>
using doubles_t = typename doubles_of<V>::type;

/// Whether the target has doubles_t of a value, a batch or a pack: 32-bit ARM has registers of floats alone.
template <class V>
inline constexpr bool has_double_lanes = true;
template <class A>
inline constexpr bool has_double_lanes<xsimd::batch<float, A>> = xsimd::types::has_simd_register<double, A>::value;
template <class B, std::size_t Count>
inline constexpr bool has_double_lanes<pack<B, Count>> = has_double_lanes<B>;

/// Lanes of D from as many elements: a double, a batch of them or a pack of such batches.
template <class D>
[[gnu::always_inline]] inline D load_doubles(const double* from) {
    return load_lanes<D>(from);
}

template <float_or_double D>
[[gnu::always_inline]] inline D load_doubles(const float* from) {
    return static_cast<D>(*from);
}

template <class D>
    requires requires { typename D::batch_bool_type; }
[[gnu::always_inline]] inline D load_doubles(const float* from) {
    D result;
    if constexpr (registers::widened_one_by_one<D>) {
        double buffer[lanes<D>::size];
        for (std::size_t i = 0; i < lanes<D>::size; ++i) buffer[i] = static_cast<double>(from[i]);
        result = load_lanes<D>(buffer);
    } else {
        registers::widen(result.data, from);
    }
    return result;
}

template <class D>
    requires is_pack<D>
[[gnu::always_inline]] inline D load_doubles(const float* from) {
    using B = std::remove_cvref_t<decltype(D::part[0])>;
    D result;
    unroll<lanes<D>::size / lanes<B>::size>([&](std::size_t i) __attribute__((always_inline)) {
        result.part[i] = load_doubles<B>(from + i * lanes<B>::size);
    });
    return result;
}

/// The lanes of a register as doubles.
template <float_or_double V>
[[gnu::always_inline]] constexpr doubles_t<V> widened(V value) {
    return static_cast<doubles_t<V>>(value);
}

#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
template <class A>
[[gnu::always_inline]] inline xsimd::batch<double, A> widened(const xsimd::batch<double, A>& value) {
    return value;
}

template <class A>
[[gnu::always_inline]] inline doubles_t<xsimd::batch<float, A>> widened(const xsimd::batch<float, A>& value) {
    doubles_t<xsimd::batch<float, A>> result;
    if constexpr (requires { registers::widen_halves(result.part[0].data, result.part[1].data, value.data); }) {
        registers::widen_halves(result.part[0].data, result.part[1].data, value.data);
    } else {
        float buffer[xsimd::batch<float, A>::size];
        store_lanes(buffer, value);
        result = load_doubles<doubles_t<xsimd::batch<float, A>>>(buffer);
    }
    return result;
}

template <class A, std::size_t Count>
[[gnu::always_inline]] inline auto widened(const pack<xsimd::batch<float, A>, Count>& value) {
    doubles_t<pack<xsimd::batch<float, A>, Count>> result;
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        const auto two = widened(value.part[i]);
        result.part[2 * i] = two.part[0];
        result.part[2 * i + 1] = two.part[1];
    });
    return result;
}
#endif

/// As many elements as D has lanes, rounded to their type where it is not double.
template <class D>
[[gnu::always_inline]] inline void store_narrowed(double* to, const D& value) {
    store_lanes(to, value);
}

template <class D>
[[gnu::always_inline]] inline void store_narrowed(float* to, const D& value) {
    if constexpr (requires { registers::store_narrowed(to, value.data); }) {
        registers::store_narrowed(to, value.data);
    } else {
        double buffer[lanes<D>::size];
        store_lanes(buffer, value);
        for (std::size_t i = 0; i < lanes<D>::size; ++i) to[i] = static_cast<float>(buffer[i]);
    }
}

/// The doubles that widened has made of a V, each rounded to float.
template <float_or_double V>
[[gnu::always_inline]] constexpr V narrowed_to(doubles_t<V> value) {
    if (__builtin_is_constant_evaluated()) return narrowed(value);
    return static_cast<V>(value);
}

#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
template <class V>
    requires requires { typename V::batch_bool_type; }
[[gnu::always_inline]] inline V narrowed_to(const doubles_t<V>& value) {
    V result;
    if constexpr (requires { registers::narrow_halves(result.data, value.part[0].data, value.part[1].data); }) {
        registers::narrow_halves(result.data, value.part[0].data, value.part[1].data);
    } else {
        typename V::value_type buffer[lanes<V>::size];
        store_narrowed(buffer, value.part[0]);
        store_narrowed(buffer + lanes<V>::size / 2, value.part[1]);
        result = load_lanes<V>(buffer);
    }
    return result;
}

template <class V>
    requires is_pack<V>
[[gnu::always_inline]] inline V narrowed_to(const doubles_t<V>& value) {
    using B = std::remove_cvref_t<decltype(V::part[0])>;
    V result;
    unroll<lanes<V>::size / lanes<B>::size>([&](std::size_t i) __attribute__((always_inline)) {
        doubles_t<B> two;
        two.part[0] = value.part[2 * i];
        two.part[1] = value.part[2 * i + 1];
        result.part[i] = narrowed_to<B>(two);
    });
    return result;
}
#endif

/// Doubles rounded to T, as doubles.
template <class T, class D>
[[gnu::always_inline]] inline D rounded_to(const D& value) {
    if constexpr (sizeof(T) == sizeof(double)) {
        return value;
    } else if constexpr (lanes<D>::size == 1) {
        return static_cast<D>(static_cast<T>(value));
    } else {
        T buffer[lanes<D>::size];
        store_narrowed(buffer, value);
        return load_doubles<D>(buffer);
    }
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
