#ifndef ACTIVATION_DETAIL_MATH_SHORT_EXPM1_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_EXPM1_HPP

#include "activation/detail/math/celu.hpp"
#include "activation/detail/math/expm1.hpp"
#include "activation/detail/math/short_exp.hpp"

/// What ELU, SELU and CELU have of the fast tier's float for x ≤ 0; their value is that of the accurate tier's table, rounded
/// as it goes.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// eˣ is taken for e^−87 below −87: there it is still a normal number.
template <class T>
inline constexpr T short_exp_least = T(-87);

/// Whether the errors of alpha·eˣ are those of eˣ: beyond, it counts at an x where the product x·steps is no longer short.
template <class T>
constexpr bool is_short_alpha(T alpha) {
    return absolute(alpha) <= T(4);
}

/// alpha·eˣ for a short alpha; alpha itself for x = 0.
template <class V>
[[gnu::always_inline]] constexpr V short_scaled_exp(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    V power, rest;
    short_exp(at_least(x, V(short_exp_least<T>)), V(short_exp_table<T>::steps), power, rest);
    return V(power * rest) * V(alpha);
}

/// alpha·(eˣ − 1)
template <class V>
[[gnu::always_inline]] constexpr V short_scaled_expm1(const V& x, scalar_t<V> alpha) {
    const V factor(alpha);
    return multiply_add(factor, expm1_rest(x), rounded_product(factor, at_least(x, V(scalar_t<V>(-1)))));
}

/// Whether x/alpha has a short exponential.
template <class T>
constexpr bool is_short_divisor(T alpha) {
    return alpha >= T(0.0625) && alpha <= T(0x1p40);
}

/// alpha·(e^(x/alpha) − 1)
template <class V>
[[gnu::always_inline]] constexpr V short_celu(const V& x, const short_divisor<scalar_t<V>>& divisor) {
    using table = elu_table<scalar_t<V>>;
    const V bounded = at_least(x, V(table::limit * divisor.divisor));
    const V rest = look_up<table>(V(bounded * V(divisor.inverse)));
    return multiply_add(V(divisor.divisor), rest, at_least(x, V(-divisor.divisor)));
}

/// e^(x/alpha)
template <class V>
[[gnu::always_inline]] constexpr V short_celu_derivative(const V& x, const short_divisor<scalar_t<V>>& divisor) {
    using T = scalar_t<V>;
    V power, rest;
    const V bounded = at_least(x, V(short_exp_least<T> * divisor.divisor));
    short_exp(bounded, V(divisor.steps), V(divisor.steps_low), power, rest);
    return power * rest;
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
