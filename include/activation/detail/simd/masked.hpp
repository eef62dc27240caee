#ifndef ACTIVATION_DETAIL_SIMD_MASKED_HPP
#define ACTIVATION_DETAIL_SIMD_MASKED_HPP

#include <concepts>
#include <cstddef>
#include <xsimd/xsimd.hpp>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// Values that a comparison replaces by zero or NaN, for one value, a batch or a pack.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// +0 where the condition holds, else the value.
template <float_or_double V>
[[gnu::always_inline]] constexpr V zero_where(bool condition, V value) {
    return condition ? V(0) : value;
}

/// NaN where x is NaN, else the value.
template <float_or_double V>
[[gnu::always_inline]] constexpr V nan_of(V x, V value) {
    return is_number(x) ? value : x;
}

#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
/// Whether a comparison fills a register of values with ones and zeros, so that it can be joined with them by their bits,
/// in one short instruction where a blend is two.
template <class T, class A>
inline constexpr bool mask_is_bits =
    std::same_as<typename xsimd::batch_bool<T, A>::register_type, typename xsimd::batch<T, A>::register_type>;

template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> zero_where(const xsimd::batch_bool<T, A>& condition,
                                                            const xsimd::batch<T, A>& value) {
    using batch = xsimd::batch<T, A>;
    if constexpr (mask_is_bits<T, A>)
        return from_bits<batch>(
            bits_t<batch>(to_bits(value) & (to_bits(batch(condition.data)) ^ bits_t<batch>(~bits_t<T>(0)))));
    else
        return choose(condition, batch(T(0)), value);
}

/// Where xsimd's isnan is a function of its own, the linker may choose one that was compiled for no NaN at all; its
/// comparison says in 8.1 that NaN is not unequal to itself.
template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> nan_of(const xsimd::batch<T, A>& x, const xsimd::batch<T, A>& value) {
    using batch = xsimd::batch<T, A>;
    if constexpr (requires { batch(registers::nan_of(x.data, value.data)); })
        return batch(registers::nan_of(x.data, value.data));
    else if constexpr (requires { batch(registers::unordered(x.data)); })
        return from_bits<batch>(bits_t<batch>(to_bits(value) | to_bits(batch(registers::unordered(x.data)))));
    else if constexpr (mask_is_bits<T, A>)
        return from_bits<batch>(bits_t<batch>(to_bits(value) | to_bits(batch(xsimd::isnan(x).data))));
    else
        return choose(is_number(x), value, x);
}
#endif

template <class B, std::size_t Count>
[[gnu::always_inline]] inline pack<B, Count> zero_where(const pack<mask_t<B>, Count>& condition,
                                                        const pack<B, Count>& value) {
    return map([](const mask_t<B>& c, const B& v) { return zero_where(c, v); }, condition, value);
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline pack<B, Count> nan_of(const pack<B, Count>& x, const pack<B, Count>& value) {
    return map([](const B& a, const B& v) { return nan_of(a, v); }, x, value);
}

/// 1 where x > 0, lower where x ≤ 0, NaN where x is NaN.
template <class V>
[[gnu::always_inline]] constexpr V slope_by_sign(const V& x, const V& lower) {
    return nan_of(x, choose(x > V(scalar_t<V>(0)), V(scalar_t<V>(1)), lower));
}

#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
template <class T, class A>
    requires requires(xsimd::batch<T, A> x) { registers::slope_by_sign(x.data, x.data); }
[[gnu::always_inline]] inline xsimd::batch<T, A> slope_by_sign(const xsimd::batch<T, A>& x,
                                                               const xsimd::batch<T, A>& lower) {
    return xsimd::batch<T, A>(registers::slope_by_sign(x.data, lower.data));
}

template <class B, std::size_t Count>
    requires requires(B x) { registers::slope_by_sign(x.data, x.data); }
[[gnu::always_inline]] inline pack<B, Count> slope_by_sign(const pack<B, Count>& x, const pack<B, Count>& lower) {
    return map([](const B& a, const B& l) { return slope_by_sign(a, l); }, x, lower);
}
#endif

/// Whether x is at low or below, or at high or above; false for NaN.
template <class V>
[[gnu::always_inline]] constexpr mask_t<V> outside(const V& x, const V& low, const V& high) {
    return (x <= low) | (x >= high);
}

/// middle between low and high, +0 at them and beyond, NaN where x is NaN.
template <class V>
[[gnu::always_inline]] constexpr V only_between(const V& x, const V& low, const V& high, const V& middle) {
    return nan_of(x, zero_where(outside(x, low, high), middle));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
