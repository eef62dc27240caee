#ifndef ACTIVATION_DETAIL_MATH_SHORT_QUICK_GELU_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_QUICK_GELU_HPP

#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/math/swish.hpp"

/// QuickGELU of the fast tier's float.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// 1.702, and the steps of e^(−1.702x) in two parts.  steps_low is larger than exact_steps_low by 2^-21.83: the derivative's
/// worst errors, around x = −½, are of one sign, and that much of the exponential's takes a quarter of an ULP off them.
template <class T>
struct short_quick_gelu_factor {
    static constexpr T beta = quick_gelu_factor<T>.high;
    static constexpr T steps = T(-0x1.3a4cbep+4), exact_steps_low = T(0x1.c08ecap-23), steps_low = T(0x1p-21),
                       reach = T(25);
};

template <class V>
[[gnu::always_inline]] constexpr V short_quick_gelu(const V& x) {
    using factor = short_quick_gelu_factor<scalar_t<V>>;
    V power, rest;
    short_exp(within(x, factor::reach), V(factor::steps), V(factor::steps_low), power, rest);
    return short_logistic(at_least(x, V(-factor::reach)), power, rest);
}

template <class V>
[[gnu::always_inline]] constexpr V short_quick_gelu_derivative(const V& x) {
    using factor = short_quick_gelu_factor<scalar_t<V>>;
    const V bounded = within(x, factor::reach);
    V power, rest;
    short_exp(bounded, V(factor::steps), V(factor::steps_low), power, rest);
    return short_product_slope(multiply_add(bounded, V(factor::beta), V(scalar_t<V>(1))), power, rest);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
