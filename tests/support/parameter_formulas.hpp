#ifndef ACTIVATION_TESTS_SUPPORT_PARAMETER_FORMULAS_HPP
#define ACTIVATION_TESTS_SUPPORT_PARAMETER_FORMULAS_HPP

#include <activation/activation.hpp>
#include <cmath>

#include "support/ulp.hpp"

/// The activations with parameters in long double, for parameters of any magnitude: products and quotients keep what was
/// rounded away from them, so that an exponential of them is as precise as long double is.
namespace tests {

/// As reference::ulp_error, for an exact value in long double, and with the sign of a zero.
template <class T>
double ulp_error(T result, long double expected, double floor = 0) {
    const double special = reference::special_ulp_error(result, static_cast<T>(expected));
    if (special >= 0) return special;
    if (floor == 0 && result == 0 && std::signbit(result) != std::signbit(expected)) return reference::infinite_error;
    const long double leading = std::fmax(std::fabs(expected), static_cast<long double>(floor));
    if (leading == 0) return result == 0 ? 0 : reference::infinite_error;
    const int spacing = reference::spacing_exponent<T>(std::ilogb(leading));
    return static_cast<double>(std::scalbn(std::fabs(static_cast<long double>(result) - expected), -spacing));
}

using wide = long double;

struct exact_pair {
    wide value;
    wide derivative;
};

/// high + low; where an exponential of high is 0 or infinite, low is 0.
struct wide_word {
    wide high;
    wide low;
};

inline bool matters(wide high) { return std::abs(high) < 11000; }

/// a·b
inline wide_word exact_product(wide a, wide b) {
    const wide high = a * b;
    return {high, matters(high) ? std::fma(a, b, -high) : 0};
}

/// a/b
inline wide_word exact_quotient(wide a, wide b) {
    const wide high = a / b;
    return {high, matters(high) ? -std::fma(high, b, -a) / b : 0};
}

inline wide exp_of(wide_word z) { return std::exp(z.high) * (1 + z.low); }
inline wide expm1_of(wide_word z) {
    return matters(z.high) ? std::expm1(z.high) + z.low * std::exp(z.high) : std::expm1(z.high);
}

inline wide sigmoid_of(wide_word z) {
    if (z.high >= 0) return 1 / (1 + exp_of({-z.high, -z.low}));
    return exp_of(z) / (1 + exp_of(z));
}

template <class T>
exact_pair formula_of(const activation::LeakyReLU<T>& p, wide x) {
    return x > 0 ? exact_pair{x, 1} : exact_pair{p.negative_slope * x, p.negative_slope};
}

template <class T>
exact_pair formula_of(const activation::PReLU<T>& p, wide x) {
    return x > 0 ? exact_pair{x, 1} : exact_pair{p.weight * x, p.weight};
}

template <class T>
exact_pair formula_of(const activation::ELU<T>& p, wide x) {
    return x > 0 ? exact_pair{x, 1} : exact_pair{p.alpha * std::expm1(x), p.alpha * std::exp(x)};
}

template <class T>
exact_pair formula_of(const activation::CELU<T>& p, wide x) {
    const wide_word z = exact_quotient(x, p.alpha);
    return x > 0 ? exact_pair{x, 1} : exact_pair{p.alpha * expm1_of(z), exp_of(z)};
}

template <class T>
exact_pair formula_of(const activation::Softplus<T>& p, wide x) {
    const wide_word z = exact_product(p.beta, x);
    if (z.high > p.threshold || (z.high == p.threshold && std::fma(p.beta, x, -z.high) > 0)) return {x, 1};
    const bool positive = z.high > 0;
    const wide decay = exp_of(positive ? wide_word{-z.high, -z.low} : z);
    return {(positive ? x : wide(-0.0)) + std::log1p(decay) / p.beta, sigmoid_of(z)};
}

/// a + b as two words.
inline wide_word exact_sum(wide a, wide b) {
    const wide sum = a + b, shadow = sum - a;
    return {sum, (a - (sum - shadow)) + (b - shadow)};
}

/// In all words of the products: the largest of them may cancel.
template <class T>
exact_pair formula_of(const activation::StarReLU<T>& p, wide x) {
    if (x <= 0) return {p.scale * wide(0) + p.bias, 0};
    if (std::isinf(x)) return {p.scale * x, p.scale * x};
    const wide square = x * x, square_low = std::fma(x, x, -square);
    const wide high = p.scale * square, low = std::fma(wide(p.scale), square, -high);
    const wide_word sum = exact_sum(high, p.bias), rest = exact_sum(sum.high, low);
    return {std::fma(wide(p.scale), square_low, rest.high) + (rest.low + sum.low), 2 * (p.scale * x)};
}

template <class T>
exact_pair formula_of(const activation::Swish<T>& p, wide x) {
    const wide_word z = p.beta == 0 ? wide_word{0, 0} : exact_product(p.beta, x);
    const wide sigmoid = sigmoid_of(z), slope = sigmoid * sigmoid_of({-z.high, -z.low});
    if (!matters(z.high) && z.high < 0) return {std::copysign(wide(0), x), wide(-0.0)};
    return {x * sigmoid, matters(z.high) ? sigmoid + z.high * slope : sigmoid};
}

template <class T>
exact_pair formula_of(const activation::Softcap<T>& p, wide x) {
    const wide_word z = exact_quotient(x, p.cap);
    const wide tanh = std::tanh(z.high), slope = 1 / std::cosh(z.high) / std::cosh(z.high);
    return {p.cap * (tanh + z.low * slope), slope - 2 * slope * tanh * z.low};
}

template <class T>
exact_pair formula_of(const activation::Hardtanh<T>& p, wide x) {
    if (x <= p.min_val) return {p.min_val, 0};
    return x >= p.max_val ? exact_pair{p.max_val, 0} : exact_pair{x, 1};
}

template <class T>
exact_pair formula_of(const activation::Threshold<T>& p, wide x) {
    return x > p.threshold ? exact_pair{x, 1} : exact_pair{p.value, 0};
}

template <class T>
exact_pair formula_of(const activation::Hardshrink<T>& p, wide x) {
    return std::abs(x) <= p.lambd ? exact_pair{0, 0} : exact_pair{x, 1};
}

template <class T>
exact_pair formula_of(const activation::Softshrink<T>& p, wide x) {
    if (std::abs(x) <= p.lambd) return {0, 0};
    return {x > 0 ? x - p.lambd : x + p.lambd, 1};
}

}  // namespace tests

#endif
