#ifndef ACTIVATION_DETAIL_MATH_SHORT_SOFTCAP_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_SOFTCAP_HPP

#include <iterator>

#include "activation/detail/math/guard.hpp"
#include "activation/detail/math/inverse_square.hpp"
#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/math/tanh.hpp"

/// cap·tanh(x/cap) and its derivative for the fast tier's float, and the derivative for the accurate tier's.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// 2ND/(N² + D²)·cap, where N/D is tanh(x/(2·cap)): N·cap is made of x itself, and the cap counts in N² alone, so that next to
/// 0 nothing but sums and products is rounded, and where N/D is next to 1 the rounding of the cap counts half.
template <class V>
[[gnu::always_inline]] constexpr V short_softcap(const V& x, const short_divisor<scalar_t<V>>& by) {
    using T = scalar_t<V>;
    using part = tanh_quotient<T>;
    const V inverse_squared(by.inverse_squared), b = within(x, by.divisor * part::limit),
                                                 square = b * V(b * inverse_squared);
    const V scaled = b * horner<0, std::size(part::numerator) - 1>(part::numerator, square);
    const V denominator = horner<0, std::size(part::denominator) - 1>(part::denominator, square);
    const V sum = multiply_add(V(scaled * inverse_squared), scaled, rounded_product(denominator, denominator));
    return divide(V(scaled * V(denominator + denominator)), sum);
}

/// sech²(a/cap), a/cap not rounded.
template <class V>
[[gnu::always_inline]] constexpr V short_softcap_derivative(const V& a, const short_divisor<scalar_t<V>>& by) {
    using T = scalar_t<V>;
    V power, rest;
    const V bounded = at_most(a, V(short_logistic_reach<T> / 2 * by.divisor));
    short_exp(bounded, V(by.steps), V(by.steps_low), power, rest);
    return short_sech_squared_from(power, rest);
}

/// e = e^(−2a/cap), raised, in two parts, a ≥ 0.
template <class V>
[[gnu::always_inline]] constexpr void softcap_decay(const V& a, const short_divisor<scalar_t<V>>& by, V& e, V& e_low) {
    using limits = guard<scalar_t<V>>;
    V power, rest;
    const V bounded = at_most(a, V(limits::reach / 2 * by.divisor));
    precise_short_exp<limits::exponent>(bounded, V(by.steps), V(by.steps_low), power, rest);
    exact_product(power, rest, e, e_low);
}

/// sech²(a/cap) = 4e/(1 + e)², with what the sum, its square and the quotient have been rounded by.
template <class V>
[[gnu::always_inline]] constexpr V softcap_derivative_from(const V& e, const V& e_low) {
    using T = scalar_t<V>;
    V reciprocal, excess;
    inverse_square_of_one_and(e, e_low, guard<T>::lowering, reciprocal, excess);
    return product_with_reciprocal(e, e_low, reciprocal, excess) * V(T(4) * guard<T>::lowering);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
