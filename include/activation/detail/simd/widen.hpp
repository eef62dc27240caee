#ifndef ACTIVATION_DETAIL_SIMD_WIDEN_HPP
#define ACTIVATION_DETAIL_SIMD_WIDEN_HPP

#include <cstddef>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// As many doubles as a value has lanes, loaded from memory of either type: from there a processor converts as it loads,
/// from one register to two it first has to move lanes.
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
template <class V>
using doubles_t = typename doubles_of<V>::type;

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
[[gnu::always_inline]] inline doubles_t<V> widened(V value) {
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
