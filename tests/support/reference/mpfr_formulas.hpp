#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_MPFR_FORMULAS_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_MPFR_FORMULAS_HPP

#include "mpfr_arithmetic.hpp"

/// The parts of the activations' formulas, in MPFR's numbers.
namespace reference {

inline number sigmoid(const number& y) { return 1.0 / (1.0 + exp(-y)); }

/// The standard normal cumulative distribution.
inline number phi(const number& x) { return 0.5 * erfc(-x / sqrt(number(x.precision(), 2.0))); }

/// 2 sqrt(2 / pi) (x + 0.044715 x^3): gelu_tanh is x sigmoid(y). 0.044715 is 44715 / 10^6.
inline number gelu_tanh_argument(const number& x) {
    return 2.0 * sqrt(2.0 / pi(x)) * (x + 44715.0 * x * x * x / number(x.precision(), 1e6));
}

inline number gelu_tanh_argument_slope(const number& x) {
    return 2.0 * sqrt(2.0 / pi(x)) * (1.0 + 3.0 * 44715.0 * x * x / number(x.precision(), 1e6));
}

/// Klambauer et al.'s lambda and alpha.
inline number lambda_of(const number& x) { return {x.precision(), "1.0507009873554804934193349852946"}; }
inline number alpha_of(const number& x) { return {x.precision(), "1.6732632423543772848170429916717"}; }

inline number beta_of_quick_gelu(const number& x) { return {x.precision(), "1.702"}; }

inline bool is_linear_softplus(const number& x, double beta, double threshold) {
    return mpfr_get_d(x.value(), nearest) * beta > threshold;
}

/// max(x, 0) + log(1 + e^-|beta x|) / beta: no exponential leaves MPFR's range upwards.
inline number softplus(const number& x, double beta) {
    const bool positive = mpfr_cmp_d(x.value(), 0.0) > 0;
    const number rest = log1p(exp((positive ? -beta : beta) * x)) / number(x.precision(), beta);
    return positive ? x + rest : rest;
}

inline bool is_between(const number& x, double low, double high) { return x > low && x < high; }

inline number clamp(const number& x, double low, double high) {
    return is_between(x, low, high) ? x : number(x.precision(), x > low ? high : low);
}

/// x - tanh x: three terms of its series where all digits would cancel, and -0 for -0. Beyond 80 what tanh is less than 1
/// is held at 2^-230, which the digits still show: x - 1 may be the middle between two floats.
inline number tanhshrink(const number& x) {
    if (mpfr_zero_p(static_cast<mpfr_srcptr>(x.value()))) return x;
    if (mpfr_get_exp(x.value()) > -60) return x + -tanh(clamp(x, -80.0, 80.0));
    const number y = x * x;
    return x * y * (315.0 + y * (-126.0 * number(x.precision(), 1.0) + 51.0 * y)) / number(x.precision(), 945.0);
}

/// |x| <= limit
inline bool is_within(const number& x, double limit) { return !(abs(x) > limit); }

inline number hardsigmoid(const number& x) { return clamp(3.0 + x, 0.0, 6.0) / number(x.precision(), 6.0); }

/// Bounded below, where x e^x and x e^(-x^2 / 2) would vanish, and the sign with them: on 32 bits MPFR's exponents end at -2^30.
inline number bounded_below(const number& x) {
    return mpfr_cmp_d(x.value(), -3e4) < 0 ? number(x.precision(), -3e4) : x;
}

inline number mish_derivative(const number& x) {
    const number bounded = bounded_below(x);
    const number inner = softplus(bounded, 1.0);
    return tanh(inner) + bounded * sech(inner) * sech(inner) * sigmoid(bounded);
}

/// phi(x) + x e^(-x^2 / 2) / sqrt(2 pi)
inline number gelu_derivative(const number& x) {
    const number bounded = bounded_below(x);
    return phi(bounded) + bounded * exp(-0.5 * bounded * bounded) / sqrt(2.0 * pi(x));
}

/// (x sigmoid(y))' = sigmoid(y) (1 + x y' sigmoid(-y))
inline number gated_derivative(const number& x, const number& y, const number& y_slope) {
    return sigmoid(y) * (1.0 + x * y_slope * sigmoid(-y));
}

}  // namespace reference

#endif
