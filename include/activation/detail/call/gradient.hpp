#ifndef ACTIVATION_DETAIL_CALL_GRADIENT_HPP
#define ACTIVATION_DETAIL_CALL_GRADIENT_HPP

#include "activation/detail/simd/masked.hpp"

/// The gradient that passes back through an activation: none where the functor says that f is constant.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Whether f′ is 1 wherever f is not constant.
template <class F>
inline constexpr bool functor_unit_slope = false;
template <class F>
    requires requires { F::unit_slope; }
inline constexpr bool functor_unit_slope<F> = F::unit_slope;

/// +0 where `constant`, whatever the gradient is, else grad_output·slope, whose slope is that of x.
template <class F, class V, class Mask>
[[gnu::always_inline]] constexpr V masked_gradient(const Mask& constant, const V& grad_output, const V& x,
                                                   const V& slope) {
    if constexpr (functor_unit_slope<F>)
        return nan_of(x, zero_where(constant, grad_output));
    else
        return zero_where(constant, V(grad_output * slope));
}

/// f′(x), which need not be that where f is constant.
template <class F, class V>
[[gnu::always_inline]] constexpr V slope_at(const F& functor, const V& x, const V& slope) {
    if constexpr (requires { functor.slope_where_moving(x); })
        return functor.slope_where_moving(x);
    else
        return slope;
}

/// The gradient that f passes back at x.
template <class F, class V>
[[gnu::always_inline]] constexpr V gradient_at(const F& functor, const V& grad_output, const V& x, const V& slope) {
    if constexpr (requires { functor.is_constant(x); })
        return masked_gradient<F>(functor.is_constant(x), grad_output, x, slope_at(functor, x, slope));
    else
        return grad_output * slope;
}

/// The same where y = f(x) is what is known.
template <class F, class V>
[[gnu::always_inline]] constexpr V gradient_from_output(const F& functor, const V& grad_output, const V& y) {
    const V slope = functor.derivative_from_output(y);
    if constexpr (requires { functor.is_constant_from_output(y); })
        return masked_gradient<F>(functor.is_constant_from_output(y), grad_output, y, slope);
    else
        return grad_output * slope;
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
