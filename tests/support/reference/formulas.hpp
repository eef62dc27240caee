#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_FORMULAS_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_FORMULAS_HPP

#include "elementary.hpp"
#include "function.hpp"

/// The common activations and their derivatives, with a relative error near the unit roundoff of `Real`, in tails and
/// next to roots too. `Real` is double (for float arguments) or double_double (for double arguments).
namespace reference {

template <class Real>
scaled<Real> slope_by_sign(double x, double slope) {
    return {widen<Real>(select(x > 0.0, 1.0, slope)), 0.0};
}

template <class Real>
scaled<Real> linear_by_sign(double x, double slope) {
    const scaled<Real> product = times(x, widen<Real>(slope));
    return {select(x > 0.0, widen<Real>(x), product.value), select(x > 0.0, 0.0, product.exponent)};
}

template <class Real>
scaled<Real> relu_forward(double x) {
    return {widen<Real>(select(x > 0.0, x, 0.0)), 0.0};
}

template <class Real>
scaled<Real> elu_forward(double x, double alpha) {
    const double a = magnitude_up_to(2000.0, x);
    const scaled<Real> negative = linear_near_zero(x, widen<Real>(alpha), expm1_of(widen<Real>(-a)) * alpha);
    return {select(x > 0.0, widen<Real>(x), negative.value), select(x > 0.0, 0.0, negative.exponent)};
}

template <class Real>
scaled<Real> elu_derivative(double x, double alpha) {
    const exponential<Real> e = exponential_of(widen<Real>(-magnitude_up_to(2000.0, x)));
    return {select(x > 0.0, widen<Real>(1.0), e.mantissa() * alpha), select(x > 0.0, 0.0, e.exponent)};
}

/// e^(-a^2 / 2)
template <class Real>
exponential<Real> gaussian(double a) {
    const Real wide = widen<Real>(a);
    return exponential_of(wide * wide * -0.5);
}

template <class Real>
scaled<Real> gelu_forward(double x) {
    const double a = magnitude_up_to(40.0, x);
    const exponential<Real> e = gaussian<Real>(a);
    const Real mills = mills_of(widen<Real>(a));
    const scaled<Real> tail = times(-a, mills * e.mantissa());
    return by_sign<Real>(x, {tail.value, tail.exponent + e.exponent}, times(x, 1.0 - mills * e.value()));
}

template <class Real>
scaled<Real> gelu_derivative(double x) {
    const double a = magnitude_up_to(40.0, x);
    const exponential<Real> e = gaussian<Real>(a);
    const Real slope = mills_of(widen<Real>(a)) - narrow<Real>(inverse_sqrt_2pi) * a;
    const Real negative = with_root(slope, widen<Real>(a), gelu_slope_root, gelu_slope_near_root) * e.mantissa();
    return by_sign<Real>(x, {negative, e.exponent}, {1.0 - slope * e.value(), 0.0});
}

/// x sigma(y) for y with the sign of x, from e = e^-|y|.
template <class Real>
scaled<Real> gated_by_sigmoid(double x, double a, exponential<Real> e) {
    const Real reciprocal = widen<Real>(1.0) / (e.value() + 1.0);
    const scaled<Real> tail = times(-a, e.mantissa() * reciprocal);
    return by_sign<Real>(x, {tail.value, tail.exponent + e.exponent}, times(x, reciprocal));
}

/// 2 sqrt(2 / pi) (a + 0.044715 a^3)
template <class Real>
Real gelu_tanh_argument(double a) {
    const Real wide = widen<Real>(a);
    return (wide * wide * narrow<Real>(gelu_tanh_cubic) + narrow<Real>(gelu_tanh_linear)) * a;
}

template <class Real>
scaled<Real> gelu_tanh_forward(double x) {
    const double a = magnitude_up_to(40.0, x);
    return gated_by_sigmoid(x, a, exponential_of(-gelu_tanh_argument<Real>(a)));
}

template <class Real>
scaled<Real> gelu_tanh_derivative(double x) {
    const double a = magnitude_up_to(40.0, x);
    const Real wide = widen<Real>(a);
    const Real rise = (wide * wide * narrow<Real>(gelu_tanh_cubic_slope) + narrow<Real>(gelu_tanh_linear)) * a;
    const exponential<Real> e = exponential_of(-gelu_tanh_argument<Real>(a));
    const Real one_plus = e.value() + 1.0;
    const Real slope = with_root(one_plus - rise, wide, gelu_tanh_slope_root, gelu_tanh_slope_near_root);
    const Real square = one_plus * one_plus;
    return by_sign<Real>(x, {e.mantissa() * slope / square, e.exponent}, {(one_plus + rise * e.value()) / square, 0.0});
}

/// x sigma(beta x)
template <class Real>
scaled<Real> swish_forward(double x, Real beta) {
    const double a = magnitude_up_to(2000.0 / leading(beta), x);
    return gated_by_sigmoid(x, a, exponential_of(-(beta * a)));
}

template <class Real>
scaled<Real> swish_derivative(double x, Real beta) {
    const Real z = beta * magnitude_up_to(2000.0 / leading(beta), x);
    const exponential<Real> e = exponential_of(-z);
    const Real one_plus = e.value() + 1.0;
    const Real slope = with_root(one_plus - z, z, silu_slope_root, silu_slope_near_root);
    const Real square = one_plus * one_plus;
    return by_sign<Real>(x, {e.mantissa() * slope / square, e.exponent}, {(one_plus + e.value() * z) / square, 0.0});
}

/// sigma(x) from e = e^-|x|.
template <class Real>
scaled<Real> sigmoid_of(double x, exponential<Real> e) {
    const Real reciprocal = widen<Real>(1.0) / (e.value() + 1.0);
    return by_sign<Real>(x, {e.mantissa() * reciprocal, e.exponent}, {reciprocal, 0.0});
}

template <class Real>
scaled<Real> sigmoid_forward(double x) {
    return sigmoid_of(x, exponential_of(widen<Real>(-magnitude_up_to(2000.0, x))));
}

template <class Real>
scaled<Real> sigmoid_derivative(double x) {
    const exponential<Real> e = exponential_of(widen<Real>(-magnitude_up_to(2000.0, x)));
    const Real one_plus = e.value() + 1.0;
    return {e.mantissa() / (one_plus * one_plus), e.exponent};
}

template <class Real>
scaled<Real> tanh_forward(double x) {
    const Real t = expm1_of(widen<Real>(-2.0 * magnitude_up_to(1000.0, x)));
    const Real magnitude = -t / (t + 2.0);
    return linear_near_zero(x, widen<Real>(1.0), select(x < 0.0, -magnitude, magnitude));
}

template <class Real>
scaled<Real> tanh_derivative(double x) {
    const scaled<Real> quarter = sigmoid_derivative<Real>(2.0 * magnitude_up_to(1000.0, x));
    return {quarter.value, quarter.exponent + 2.0};
}

}  // namespace reference

#endif
