#ifndef ACTIVATION_DETAIL_MATH_QUICK_GELU_HPP
#define ACTIVATION_DETAIL_MATH_QUICK_GELU_HPP

#include "activation/detail/math/inverse_square.hpp"
#include "activation/detail/math/short_quick_gelu.hpp"

/// The derivative of QuickGELU for the accurate tier's float.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// e = e^(−1.702x) in two parts.
template <class V>
[[gnu::always_inline]] constexpr void quick_gelu_decay(const V& x, V& e, V& e_low) {
    using factor = short_quick_gelu_factor<scalar_t<V>>;
    V power, rest;
    precise_short_exp<0>(within(x, factor::reach), V(factor::steps), V(factor::exact_steps_low), power, rest);
    exact_product(power, rest, e, e_low);
}

/// Where (1 + e)² may be no number, and f′ is next to nothing.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V far_quick_gelu_derivative(const V& x) noexcept {
    return swish_slope<far_policy>::of(x, plain_factor(quick_gelu_factor<scalar_t<V>>));
}

/// (1 + e·(1 + z))/(1 + e)², z = 1.702x, with what z, sums, products and the quotient have been rounded by.
template <class V>
[[gnu::always_inline]] constexpr V quick_gelu_derivative_from(const V& x, const V& e, const V& e_low) {
    using T = scalar_t<V>;
    using factor = short_quick_gelu_factor<T>;
    const V one(T(1)), bounded = within(x, factor::reach);
    V z, z_low, reciprocal, excess;
    exact_product(bounded, V(quick_gelu_factor<T>.high), z, z_low);
    z_low = multiply_add(bounded, V(quick_gelu_factor<T>.low), z_low);
    const V rise = one + z, rise_low = V(z - V(rise - one)) + z_low;
    const V numerator = multiply_add_once(e, rise, one), error = cancelling_multiply_add(e, rise, V(one - numerator));
    const V numerator_low = multiply_add(e_low, rise, multiply_add(e, rise_low, error));
    inverse_square_of_one_and(e, e_low, T(1), reciprocal, excess);
    const V value = product_with_reciprocal(numerator, numerator_low, reciprocal, excess);
    const auto is_far = x < V(-factor::reach);
    if (any_lane(is_far)) [[unlikely]]
        return choose(is_far, far_quick_gelu_derivative(x), value);
    return value;
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
