#include "mpfr.hpp"

#include <cmath>
#include <limits>

#include "mpfr_formulas.hpp"

namespace reference {
namespace {

number forward(function which, const parameters& p, const number& x, bool positive) {
    const double parameter = p[0];
    const number zero(x.precision(), 0.0);
    switch (which) {
        case function::relu:
            return positive ? x : zero;
        case function::leaky_relu:
        case function::prelu:
            return positive ? x : parameter * x;
        case function::elu:
            return positive ? x : parameter * expm1(x);
        case function::gelu:
            return x * phi(x);
        case function::gelu_tanh:
            return x * sigmoid(gelu_tanh_argument(x));
        case function::silu:
            return x * sigmoid(x);
        case function::sigmoid:
            return sigmoid(x);
        case function::tanh:
            return tanh(x);
        case function::selu:
            return selu_scale(x) * (positive ? x : selu_alpha(x) * expm1(x));
        case function::celu:
            return positive ? x : parameter * expm1(x / number(x.precision(), parameter));
        case function::softplus:
            return is_linear_softplus(x, parameter, p[1]) ? x : softplus(x, parameter);
        case function::log_sigmoid:
            return -softplus(-x, 1.0);
        case function::swish:
            return x * sigmoid(parameter * x);
        case function::quick_gelu:
            return x * sigmoid(quick_gelu_beta(x) * x);
        case function::mish:
            return x * tanh(softplus(x, 1.0));
        case function::tanhshrink:
            return tanhshrink(x);
        case function::relu6:
            return clamp(x, 0.0, 6.0);
        case function::squared_relu:
            return positive ? x * x : zero;
        case function::threshold:
            return x > p[0] ? x : number(x.precision(), p[1]);
        case function::hardtanh:
            return clamp(x, p[0], p[1]);
        case function::hardsigmoid:
            return hardsigmoid(x);
        case function::hardswish:
            return x < 3.0 ? x * hardsigmoid(x) : x;
        case function::hardshrink:
            return is_within(x, p[0]) ? zero : x;
        case function::softshrink:
            return is_within(x, p[0]) ? zero : (positive ? -p[0] : p[0]) + x;
        case function::softsign:
            return x / (1.0 + abs(x));
    }
    return x;
}

number derivative(function which, const parameters& p, const number& x, bool positive) {
    const double parameter = p[0];
    const number zero(x.precision(), 0.0), one(x.precision(), 1.0);
    switch (which) {
        case function::relu:
            return positive ? one : zero;
        case function::leaky_relu:
        case function::prelu:
            return number(x.precision(), positive ? 1.0 : parameter);
        case function::elu:
            return positive ? one : parameter * exp(x);
        case function::gelu:
            return gelu_derivative(x);
        case function::gelu_tanh:
            return gated_derivative(x, gelu_tanh_argument(x), gelu_tanh_argument_slope(x));
        case function::silu:
            return gated_derivative(x, x, one);
        case function::sigmoid:
            return sigmoid(x) * sigmoid(-x);
        case function::tanh:
            return sech(x) * sech(x);
        case function::selu:
            return positive ? selu_scale(x) : selu_scale(x) * selu_alpha(x) * exp(x);
        case function::celu:
            return positive ? one : exp(x / number(x.precision(), parameter));
        case function::softplus:
            return is_linear_softplus(x, parameter, p[1]) ? one : sigmoid(parameter * x);
        case function::log_sigmoid:
            return sigmoid(-x);
        case function::swish:
            return gated_derivative(x, parameter * x, number(x.precision(), parameter));
        case function::quick_gelu:
            return gated_derivative(x, quick_gelu_beta(x) * x, quick_gelu_beta(x));
        case function::mish:
            return mish_derivative(x);
        case function::tanhshrink:
            return tanh(x) * tanh(x);
        case function::relu6:
            return is_between(x, 0.0, 6.0) ? one : zero;
        case function::squared_relu:
            return positive ? 2.0 * x : zero;
        case function::threshold:
            return x > p[0] ? one : zero;
        case function::hardtanh:
            return is_between(x, p[0], p[1]) ? one : zero;
        case function::hardsigmoid:
            return is_between(x, -3.0, 3.0) ? one / number(x.precision(), 6.0) : zero;
        case function::hardswish:
            return is_between(x, -3.0, 3.0) ? (3.0 + 2.0 * x) / number(x.precision(), 6.0) : positive ? one : zero;
        case function::hardshrink:
        case function::softshrink:
            return is_within(x, p[0]) ? zero : one;
        case function::softsign:
            return one / ((1.0 + abs(x)) * (1.0 + abs(x)));
    }
    return x;
}

/// Limits at -infinity and +infinity, by the contract's table, where a formula has none.
double at_infinity(function which, mode what, double parameter, bool positive) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const bool forward = what == mode::forward;
    switch (which) {
        case function::sigmoid:
            return forward && positive ? 1.0 : 0.0;
        case function::tanh:
        case function::softsign:
            return !forward ? 0.0 : positive ? 1.0 : -1.0;
        case function::log_sigmoid:
            if (forward) return positive ? -0.0 : -infinity;
            return positive ? 0.0 : 1.0;
        case function::tanhshrink:
            return !forward ? 1.0 : positive ? infinity : -infinity;
        default:
            break;
    }
    if (positive) return forward ? infinity : 1.0;
    switch (which) {
        case function::leaky_relu:
        case function::prelu:
            return forward ? -parameter * infinity : parameter;
        case function::elu:
        case function::celu:
            return forward ? -parameter : 0.0;
        case function::hardswish:
            return forward ? -0.0 : 0.0;
        case function::softplus:
            return 0.0;
        default:
            return -0.0;
    }
}

/// Those whose formula holds at infinity.
bool has_formula_at_infinity(function which) {
    switch (which) {
        case function::relu:
        case function::selu:
        case function::relu6:
        case function::squared_relu:
        case function::threshold:
        case function::hardtanh:
        case function::hardsigmoid:
        case function::hardshrink:
        case function::softshrink:
            return true;
        default:
            return false;
    }
}

mpfr_number evaluate_at(mpfr_prec_t precision, function which, mode what, const parameters& p, double x) {
    if (std::isnan(x)) return number(precision, x).value();
    if (std::isinf(x) && !has_formula_at_infinity(which))
        return number(precision, at_infinity(which, what, p[0], x > 0.0)).value();
    const number argument(precision, x);
    return what == mode::forward ? forward(which, p, argument, x > 0.0).value()
                                 : derivative(which, p, argument, x > 0.0).value();
}

/// Whether a and b agree to 220 bits.
bool agree(const mpfr_number& a, const mpfr_number& b) {
    if (mpfr_nan_p(a) || mpfr_equal_p(a, b)) return true;
    mpfr_number difference(64);
    mpfr_sub(difference, a, b, MPFR_RNDA);
    return mpfr_get_exp(difference) < mpfr_get_exp(b) - 220;
}

/// MPFR's widest range of exponents, for e^(-x^2 / 2) with x far out; per thread.
void widen_exponent_range() {
    mpfr_set_emin(mpfr_get_emin_min());
    mpfr_set_emax(mpfr_get_emax_max());
}

}  // namespace

mpfr_number evaluate(function which, mode what, const parameters& p, double x) {
    widen_exponent_range();
    mpfr_number previous = evaluate_at(256, which, what, p, x);
    for (mpfr_prec_t precision = 384;; precision *= 2) {
        mpfr_number next = evaluate_at(precision, which, what, p, x);
        if (agree(previous, next)) return next;
        previous = next;
    }
}

}  // namespace reference
