#ifndef ACTIVATION_DETAIL_MATH_SHORT_SOFTCAP_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_SOFTCAP_HPP

#include "activation/detail/math/short_logistic.hpp"

/// The derivative of cap·tanh(x/cap) of the fast tier's float.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// sech²(a/cap), a/cap not rounded.
template <class V>
[[gnu::always_inline]] constexpr V short_softcap_derivative(const V& a, const short_divisor<scalar_t<V>>& by) {
    using T = scalar_t<V>;
    V power, rest;
    const V bounded = at_most(a, V(short_logistic_reach<T> / 2 * by.divisor));
    short_exp(bounded, V(by.steps), V(by.steps_low), power, rest);
    return short_sech_squared_from(power, rest);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
