#ifndef ACTIVATION_DETAIL_SIMD_LANE_HPP
#define ACTIVATION_DETAIL_SIMD_LANE_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <xsimd/xsimd.hpp>

#include "activation/detail/arch/avx_bits.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/value.hpp"

/// The operations that a kernel is written in, the same for float, double and xsimd::batch, so that a formula stands
/// once and its scalar, its lanes and its constant expression are the same bits: memory, bits and selection here, the
/// rest in arithmetic.hpp and lookup.hpp.
///
/// A rule keeps them so.  Comparisons and blends go through choose, never through min or max, whose answer for NaN
/// differs between xsimd's versions.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class V>
struct lanes {};

template <>
struct lanes<float> {
    using bits = std::uint32_t;
    using mask = bool;
    static constexpr std::size_t size = 1;
};

template <>
struct lanes<double> {
    using bits = std::uint64_t;
    using mask = bool;
    static constexpr std::size_t size = 1;
};

template <class T, class A>
struct lanes<xsimd::batch<T, A>> {
    using bits = xsimd::batch<typename lanes<T>::bits, A>;
    using mask = xsimd::batch_bool<T, A>;
    static constexpr std::size_t size = xsimd::batch<T, A>::size;
};

template <class T, class A>
    requires lacks_integers<xsimd::batch<T, A>>
struct lanes<xsimd::batch<T, A>> {
    using bits = avx_bits<typename lanes<T>::bits, A>;
    using mask = xsimd::batch_bool<T, A>;
    static constexpr std::size_t size = xsimd::batch<T, A>::size;
};

/// The unsigned integer lanes of the same width, and the result of a comparison.
template <class V>
using bits_t = typename lanes<V>::bits;
template <class V>
using mask_t = typename lanes<V>::mask;

// ---- memory ----------------------------------------------------------------------------------------------------

template <float_or_double V>
[[gnu::always_inline]] constexpr V load_lanes(const V* from) {
    return *from;
}

template <float_or_double V>
[[gnu::always_inline]] constexpr void store_lanes(V* to, V value) {
    *to = value;
}

template <class V>
    requires requires { typename V::batch_bool_type; }
[[gnu::always_inline]] inline V load_lanes(const typename V::value_type* from) { return V::load_unaligned(from); }

template <class T, class A>
[[gnu::always_inline]] inline void store_lanes(T* to, const xsimd::batch<T, A>& value) {
    value.store_unaligned(to);
}

// ---- bits ------------------------------------------------------------------------------------------------------

template <float_or_double V>
[[gnu::always_inline]] constexpr bits_t<V> to_bits(V value) {
    return __builtin_bit_cast(bits_t<V>, value);
}

template <float_or_double V>
[[gnu::always_inline]] constexpr V from_bits(bits_t<V> bits) {
    return __builtin_bit_cast(V, bits);
}

// ---- selection -------------------------------------------------------------------------------------------------

template <float_or_double V>
[[gnu::always_inline]] constexpr V choose(bool condition, V yes, V no) {
    return condition ? yes : no;
}

[[gnu::always_inline]] constexpr bool any_lane(bool condition) { return condition; }
[[gnu::always_inline]] constexpr bool all_lanes(bool condition) { return condition; }

// Without an architecture xsimd declares no functions to call, and there are no batches.
#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
/// xsimd 8.1 spells bitwise_cast with the batch as its argument, later versions with the element type.
template <class To, class T, class A>
[[gnu::always_inline]] inline xsimd::batch<To, A> reinterpret(const xsimd::batch<T, A>& value) {
    if constexpr (requires {
                      { xsimd::bitwise_cast<To>(value) } -> std::same_as<xsimd::batch<To, A>>;
                  })
        return xsimd::bitwise_cast<To>(value);
    else
        return xsimd::bitwise_cast<xsimd::batch<To, A>>(value);
}

template <class T, class A>
[[gnu::always_inline]] inline bits_t<xsimd::batch<T, A>> to_bits(const xsimd::batch<T, A>& value) {
    if constexpr (lacks_integers<xsimd::batch<T, A>>) {
        using bits = bits_t<xsimd::batch<T, A>>;
        return bits(reinterpret_cast<typename bits::register_type>(value.data));
    } else {
        return reinterpret<bits_t<T>>(value);
    }
}

template <class V>
    requires requires { typename V::batch_bool_type; }
[[gnu::always_inline]] inline V from_bits(const bits_t<V>& bits) {
    if constexpr (lacks_integers<V>)
        return V(reinterpret_cast<typename V::register_type>(bits.data));
    else
        return reinterpret<typename V::value_type>(bits);
}

template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> choose(const xsimd::batch_bool<T, A>& condition,
                                                        const xsimd::batch<T, A>& yes, const xsimd::batch<T, A>& no) {
    return xsimd::select(condition, yes, no);
}

template <class T, class A>
[[gnu::always_inline]] inline bool any_lane(const xsimd::batch_bool<T, A>& condition) {
    return xsimd::any(condition);
}

template <class T, class A>
[[gnu::always_inline]] inline bool all_lanes(const xsimd::batch_bool<T, A>& condition) {
    return xsimd::all(condition);
}
#endif

/// Whether two numbers other than 0 are the same.  By their bits: -Wfloat-equal, in the build that includes this, warns of
/// a == b, even where that is what is meant.
template <float_or_double T>
[[gnu::always_inline]] constexpr bool same_number(T a, T b) {
    return to_bits(a) == to_bits(b);
}

/// False for NaN alone.
template <class V>
[[gnu::always_inline]] constexpr mask_t<V> is_number(const V& x) {
    return x <= x;
}

template <class V>
[[gnu::always_inline]] constexpr V absolute(const V& value) {
    using T = scalar_t<V>;
    // By the bits of a double g++ 12 may lose the operation, for 32 bits of x86 with SSE2.
    if constexpr (std::same_as<V, double>)
        return __builtin_fabs(value);
    else
        return from_bits<V>(to_bits(value) & bits_t<V>(to_bits(T(-0.0)) ^ ~bits_t<T>(0)));
}

/// The magnitude of one value with the sign bit of another.
template <class V>
[[gnu::always_inline]] constexpr V copy_sign(const V& magnitude, const V& sign) {
    using T = scalar_t<V>;
    const bits_t<V> sign_bit(to_bits(T(-0.0)));
    return from_bits<V>((to_bits(magnitude) & bits_t<V>(~to_bits(T(-0.0)))) | (to_bits(sign) & sign_bit));
}

/// y, and −0 for +0 where x is negative or −0; y has no other sign than x.
template <class V>
[[gnu::always_inline]] constexpr V with_sign_of(const V& x, const V& y) {
    return from_bits<V>(to_bits(y) | (to_bits(x) & bits_t<V>(to_bits(scalar_t<V>(-0.0)))));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
