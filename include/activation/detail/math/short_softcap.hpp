#ifndef ACTIVATION_DETAIL_MATH_SHORT_SOFTCAP_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_SOFTCAP_HPP

#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/math/softcap.hpp"

/// cap·tanh(x/cap) of the fast tier's float.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Whether the reciprocal of a cap > 0 and their products are normal numbers.
template <class T>
constexpr bool is_short_cap(T cap) {
    return cap >= T(0x1p-60) && cap <= T(0x1p60);
}

/// cap·tanh(a/cap) for a ≥ 0: a or cap, whichever is less, and cap times what Tanh's table has on top of that.
template <class V>
[[gnu::always_inline]] constexpr V short_softcap(const V& a, const short_divisor<scalar_t<V>>& by) {
    using table = tanh_table<scalar_t<V>>;
    const V cap(by.divisor), quotient = at_most(product(a, V(by.inverse)), V(table::limit));
    return multiply_add(cap, look_up<table>(quotient), at_most(a, cap));
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

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
