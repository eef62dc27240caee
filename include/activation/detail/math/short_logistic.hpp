#ifndef ACTIVATION_DETAIL_MATH_SHORT_LOGISTIC_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_LOGISTIC_HPP

#include "activation/detail/math/short_exp.hpp"
#include "activation/detail/simd/double_word.hpp"

/// What the fast tier's float makes of e = e^(−z), z the argument of a logistic function: quotients of sums in which e stands
/// as power·rest.  A value and its derivative have z and e in common, which the compiler computes once.
///
/// Beyond short_logistic_reach z is taken for it: there e² is still a number, and what vanishes for z = −∞ is left as a tiny
/// number of its sign.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class T>
inline constexpr T short_logistic_reach = T(43);

/// x, or reach with its sign where |x| is more.
template <class V>
[[gnu::always_inline]] constexpr V within(const V& x, scalar_t<V> reach) {
    return clamp(x, V(-reach), V(reach));
}

template <class V>
[[gnu::always_inline]] constexpr V within_short_reach(const V& z) {
    return within(z, short_logistic_reach<scalar_t<V>>);
}

/// e^(−z) for such a z.
template <class V>
[[gnu::always_inline]] constexpr void short_decay(const V& z, V& power, V& rest) {
    using T = scalar_t<V>;
    short_exp(z, V(-short_exp_table<T>::steps), power, rest);
}

/// numerator/(1 + e)
template <class V>
[[gnu::always_inline]] constexpr V short_logistic(const V& numerator, const V& power, const V& rest) {
    return divide(numerator, multiply_add(rest, power, V(scalar_t<V>(1))));
}

/// (1 + e)² = e·(2 + e) + 1
template <class V>
[[gnu::always_inline]] constexpr V short_square(const V& e, const V& power, const V& rest) {
    using T = scalar_t<V>;
    return multiply_add(e, multiply_add(rest, power, V(T(2))), V(T(1)));
}

/// σ(x)
template <class V>
[[gnu::always_inline]] constexpr V short_sigmoid(const V& x) {
    V power, rest;
    short_decay(within_short_reach(x), power, rest);
    return short_logistic(V(scalar_t<V>(1)), power, rest);
}

/// σ′(x) = e/(1 + e)²
template <class V>
[[gnu::always_inline]] constexpr V short_sigmoid_derivative(const V& x) {
    V power, rest;
    short_decay(within_short_reach(x), power, rest);
    const V e = power * rest;
    return divide(e, short_square(e, power, rest));
}

/// 4e/(1 + e)², which is sech² a for e = e^(−2a).
template <class V>
[[gnu::always_inline]] constexpr V short_sech_squared_from(const V& power, const V& rest) {
    using T = scalar_t<V>;
    const V e = power * rest, quarter(T(0.25));
    return divide(e, multiply_add(e, multiply_add(e, quarter, V(T(0.5))), quarter));
}

/// sech² a for a ≥ 0.
template <class V>
[[gnu::always_inline]] constexpr V short_sech_squared(const V& magnitude) {
    using T = scalar_t<V>;
    using table = short_exp_table<T>;
    const V a = at_most(magnitude, V(short_logistic_reach<T> / 2)), steps(-2 * table::steps), rounding(table::round);
    // As short_exp, but for an exponent twice as large: without fused multiply-add, too, the product is not rounded.
    const V rounded = multiply_add(a, steps, rounding);
    V power, rest;
    short_exp_at(to_bits(rounded), cancelling_multiply_add(a, steps, V(rounding - rounded)), power, rest);
    return short_sech_squared_from(power, rest);
}

/// x·σ(x)
template <class V>
[[gnu::always_inline]] constexpr V short_silu(const V& x) {
    V power, rest;
    short_decay(within_short_reach(x), power, rest);
    return short_logistic(at_least(x, V(-short_logistic_reach<scalar_t<V>>)), power, rest);
}

/// The derivative of x·σ(z) for rise = x·z′, (1 + e·(1 + rise))/(1 + e)².
template <class V>
[[gnu::always_inline]] constexpr V short_product_slope(const V& one_and_rise, const V& power, const V& rest) {
    const V e = power * rest;
    return divide(multiply_add(e, one_and_rise, V(scalar_t<V>(1))), short_square(e, power, rest));
}

/// The derivative of x·σ(x).
template <class V>
[[gnu::always_inline]] constexpr V short_silu_derivative(const V& x) {
    const V z = within_short_reach(x);
    V power, rest;
    short_decay(z, power, rest);
    return short_product_slope(V(z + V(scalar_t<V>(1))), power, rest);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
