#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_PIECEWISE_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_PIECEWISE_HPP

#include <cmath>
#include <limits>

#include "elementary.hpp"

/// The formulas of the activations that need no exponential, as formulas.hpp has the others. Knees belong to the side
/// that PyTorch gives them to.
namespace reference {

template <class Real>
scaled<Real> as_scaled(double value) {
    return {widen<Real>(value), 0.0};
}

/// Sums and products in double_double would make NaN of it.
inline bool is_infinite(double x) { return std::fabs(x) > std::numeric_limits<double>::max(); }

/// A double-double of its square, or of that of its reciprocal, may not be one of normal numbers.
inline bool is_huge(double x) { return std::fabs(x) > 0x1p+200; }

template <class Real>
scaled<Real> clamp_forward(double x, double low, double high) {
    return as_scaled<Real>(select(x <= low, low, select(x >= high, high, x)));
}

template <class Real>
scaled<Real> clamp_derivative(double x, double low, double high) {
    return as_scaled<Real>(select((x > low) & (x < high), 1.0, 0.0));
}

/// The square of 2^m x for an m that keeps its last digits, and x itself where it is infinite.
template <class Real>
scaled<Real> squared_relu_forward(double x) {
    const double a = select(x > 0.0, x, 0.0);
    const bool tiny = a < 0x1p-200;
    const double bounded = magnitude_up_to(std::numeric_limits<double>::max(), a);
    const double factor = select(tiny, 0x1p+300, select(is_huge(a), 0x1p-600, 1.0));
    const Real moved = widen<Real>(bounded * factor);
    const double exponent = select(tiny, -600.0, select(is_huge(a), 1200.0, 0.0));
    return {select(is_infinite(a), widen<Real>(a), moved * moved), select(is_infinite(a), 0.0, exponent)};
}

template <class Real>
scaled<Real> squared_relu_derivative(double x) {
    return {widen<Real>(select(x > 0.0, x, 0.0)), 1.0};
}

template <class Real>
scaled<Real> threshold_forward(double x, double threshold, double value) {
    return as_scaled<Real>(select(x > threshold, x, value));
}

template <class Real>
scaled<Real> threshold_derivative(double x, double threshold) {
    return as_scaled<Real>(select(x > threshold, 1.0, 0.0));
}

/// (x + 3) / 6 for -3 <= x <= 3.
template <class Real>
Real middle_of_hardsigmoid(double x) {
    const double bounded = select(x < -3.0, -3.0, select(x > 3.0, 3.0, x));
    return (widen<Real>(bounded) + 3.0) / widen<Real>(6.0);
}

template <class Real>
scaled<Real> hardsigmoid_forward(double x) {
    return {middle_of_hardsigmoid<Real>(x), 0.0};
}

template <class Real>
scaled<Real> hardsigmoid_derivative(double x) {
    const Real slope = widen<Real>(1.0) / widen<Real>(6.0);
    return {select(std::fabs(x) < 3.0, slope, widen<Real>(0.0)), 0.0};
}

template <class Real>
scaled<Real> hardswish_forward(double x) {
    const double bounded = select(x <= -3.0, -0.0, x);
    const scaled<Real> product = times(select(bounded >= 3.0, 0.0, bounded), middle_of_hardsigmoid<Real>(bounded));
    return {select(bounded >= 3.0, widen<Real>(x), product.value), select(bounded >= 3.0, 0.0, product.exponent)};
}

template <class Real>
scaled<Real> hardswish_derivative(double x) {
    const double bounded = select(x <= -3.0, -1.5, select(x >= 3.0, 1.5, x));
    return {(widen<Real>(2.0 * bounded) + 3.0) / widen<Real>(6.0), 0.0};
}

template <class Real>
scaled<Real> hardshrink_forward(double x, double lambd) {
    return as_scaled<Real>(select(std::fabs(x) <= lambd, 0.0, x));
}

template <class Real>
scaled<Real> softshrink_forward(double x, double lambd) {
    const Real shrunk = widen<Real>(select(is_infinite(x), 0.0, x)) + std::copysign(lambd, -x);
    const Real beyond = select(is_infinite(x), widen<Real>(x), shrunk);
    return {select(std::fabs(x) <= lambd, widen<Real>(0.0), beyond), 0.0};
}

/// hardshrink's and softshrink's.
template <class Real>
scaled<Real> shrink_derivative(double x, double lambd) {
    return as_scaled<Real>(select(std::fabs(x) > lambd, 1.0, 0.0));
}

template <class Real>
scaled<Real> softsign_forward(double x) {
    const double a = magnitude_up_to(0x1p+200, x);
    return times(std::copysign(a, x), widen<Real>(1.0) / (widen<Real>(a) + 1.0));
}

/// The square of 1 / (1 + a), and from 2^200 on, where the 1 no longer counts, that of 2^600 / a times 2^-1200.
template <class Real>
scaled<Real> softsign_derivative(double x) {
    const double a = magnitude_up_to(std::numeric_limits<double>::max(), x);
    const Real sum = widen<Real>(select(is_huge(a), a * 0x1p-600, a)) + select(is_huge(a), 0.0, 1.0);
    const Real reciprocal = widen<Real>(1.0) / sum;
    return {reciprocal * reciprocal, select(is_huge(a), -1200.0, 0.0)};
}

}  // namespace reference

#endif
