#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_CATALOGUE_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_CATALOGUE_HPP

#include "formulas.hpp"

/// The formulas of the activations beyond the common nine, as formulas.hpp has those.
namespace reference {

/// positive where x > 0, else negative.
template <class Real>
scaled<Real> above_zero(double x, Real positive, scaled<Real> negative) {
    return {select(x > 0.0, positive, negative.value), select(x > 0.0, 0.0, negative.exponent)};
}

template <class Real>
scaled<Real> selu_forward(double x) {
    const Real factor = narrow<Real>(selu_negative_scale);
    const Real usual = expm1_of(widen<Real>(-magnitude_up_to(2000.0, x))) * factor;
    const scaled<Real> positive = times(x, narrow<Real>(selu_scale));
    const scaled<Real> negative = linear_near_zero(x, factor, usual);
    return {select(x > 0.0, positive.value, negative.value), select(x > 0.0, positive.exponent, negative.exponent)};
}

template <class Real>
scaled<Real> selu_derivative(double x) {
    const exponential<Real> e = exponential_of(widen<Real>(-magnitude_up_to(2000.0, x)));
    return above_zero<Real>(x, narrow<Real>(selu_scale),
                            {e.mantissa() * narrow<Real>(selu_negative_scale), e.exponent});
}

/// e^(x / alpha) for x <= 0
template <class Real>
exponential<Real> celu_exponential(double x, double alpha) {
    return exponential_of(widen<Real>(-magnitude_up_to(2000.0 * alpha, x)) / widen<Real>(alpha));
}

template <class Real>
scaled<Real> celu_forward(double x, double alpha) {
    const Real z = widen<Real>(-magnitude_up_to(2000.0 * alpha, x)) / widen<Real>(alpha);
    return above_zero(x, widen<Real>(x), linear_near_zero(x, widen<Real>(1.0), expm1_of(z) * alpha));
}

template <class Real>
scaled<Real> celu_derivative(double x, double alpha) {
    const exponential<Real> e = celu_exponential<Real>(x, alpha);
    return above_zero<Real>(x, widen<Real>(1.0), {e.mantissa(), e.exponent});
}

/// log(1 + e) for e = e^-a, a >= 0: 2 artanh(e / (2 + e)).
template <class Real>
scaled<Real> log1p_of(exponential<Real> e) {
    const Real two_plus = e.value() + 2.0;
    const Real s = e.value() / two_plus;
    constexpr std::size_t terms = is_double<Real> ? 18 : 36;
    return {e.mantissa() / two_plus * polynomial<terms>(odd_reciprocals, s * s) * 2.0, e.exponent};
}

/// log(1 + e^z) / beta, z = beta x; x where z is above the threshold.
template <class Real>
scaled<Real> softplus_forward(double x, double beta, double threshold) {
    const double a = magnitude_up_to(2000.0 / beta, x);
    const scaled<Real> rest = log1p_of(exponential_of(-(widen<Real>(a) * beta)));
    const scaled<Real> divided = {rest.value / widen<Real>(beta), rest.exponent};
    const Real bent = divided.value * power_of_two(at_least(-900.0, divided.exponent)) + a;
    return above_zero(x, select(x * beta > threshold, widen<Real>(x), bent), divided);
}

template <class Real>
scaled<Real> softplus_derivative(double x, double beta, double threshold) {
    const double a = magnitude_up_to(2000.0 / beta, x);
    const scaled<Real> usual = sigmoid_of(x, exponential_of(-(widen<Real>(a) * beta)));
    return {select(x * beta > threshold, widen<Real>(1.0), usual.value), usual.exponent};
}

template <class Real>
scaled<Real> log_sigmoid_forward(double x) {
    constexpr double everything = std::numeric_limits<double>::infinity();
    const scaled<Real> result = softplus_forward<Real>(-x, 1.0, everything);
    return {select(x < -2000.0, widen<Real>(x), -result.value), result.exponent};
}

template <class Real>
scaled<Real> mish_forward(double x) {
    const double a = magnitude_up_to(2000.0, x);
    const exponential<Real> e = exponential_of(widen<Real>(-a));
    const Real u = e.value();
    const scaled<Real> tail = times(-a, e.mantissa() * (u + 2.0) / (u * (u + 2.0) + 2.0));
    const Real top = u * 2.0 + 1.0;
    return by_sign<Real>(x, {tail.value, tail.exponent + e.exponent}, times(x, top / (u * u * 2.0 + top)));
}

/// w (4 (x + 1) + w (4 x + 6) + 4 w^2 + w^3) / (2 + 2 w + w^2)^2 for w = e^x, and the same over w^4.
template <class Real>
scaled<Real> mish_derivative(double x) {
    const double a = magnitude_up_to(2000.0, x);
    const exponential<Real> e = exponential_of(widen<Real>(-a));
    const Real u = e.value();
    const Real wide = widen<Real>(a);
    const Real low_top = (1.0 - wide) * 4.0 + u * ((6.0 - wide * 4.0) + u * (u + 4.0));
    const Real low_root = u * (u + 2.0) + 2.0;
    const Real high_top = ((wide + 1.0) * 4.0 * u + (wide * 4.0 + 6.0)) * u * u + u * 4.0 + 1.0;
    const Real high_root = u * u * 2.0 + u * 2.0 + 1.0;
    return by_sign<Real>(x, {e.mantissa() * low_top / (low_root * low_root), e.exponent},
                         {high_top / (high_root * high_root), 0.0});
}

/// x^2, or (2^300 x)^2 and the exponent -600 where x is tiny.
template <class Real>
scaled<Real> square_of(double a) {
    const bool tiny = a < 0x1p-200;
    const Real moved = widen<Real>(select(tiny, a * 0x1p300, a));
    return {moved * moved, select(tiny, -600.0, 0.0)};
}

/// x - tanh x: Taylor's series up to 1/2, where half of the digits would cancel.
template <class Real>
scaled<Real> tanhshrink_forward(double x) {
    const double a = std::fabs(x);
    const scaled<Real> square = square_of<Real>(select(a < 0.5, a, 0.5));
    const Real argument = select(square.exponent < 0.0, widen<Real>(0.0), square.value);
    constexpr std::size_t terms = is_double<Real> ? 17 : 34;
    const scaled<Real> near = times(x, square.value * polynomial<terms>(tanhshrink_series, argument));
    const Real t = expm1_of(widen<Real>(-2.0 * magnitude_up_to(1000.0, x)));
    const Real beyond = t / (t + 2.0) + magnitude_up_to(0x1p200, x);
    const Real far = select(a < 0x1p200, select(x < 0.0, -beyond, beyond), widen<Real>(x));
    return {select(a < 0.5, near.value, far), select(a < 0.5, near.exponent + square.exponent, 0.0)};
}

template <class Real>
scaled<Real> tanhshrink_derivative(double x) {
    const double a = std::fabs(x);
    const scaled<Real> square = square_of<Real>(select(a < 1.0, a, 1.0));
    const Real t = expm1_of(widen<Real>(-2.0 * magnitude_up_to(1000.0, x)));
    const Real quotient = t / (t + 2.0);
    const bool tiny = square.exponent < 0.0;
    return {select(tiny, square.value, quotient * quotient), square.exponent};
}

}  // namespace reference

#endif
