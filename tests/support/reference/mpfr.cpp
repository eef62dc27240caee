#include "mpfr.hpp"

#include <cmath>
#include <limits>

#include "mpfr_formulas.hpp"

namespace reference {
namespace {

number forward(function which, double parameter, const number& x, bool positive) {
    switch (which) {
        case function::relu:
            return positive ? x : number(x.precision(), 0.0);
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
            return is_linear_softplus(x, parameter) ? x : softplus(x, parameter);
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
    }
    return x;
}

number derivative(function which, double parameter, const number& x, bool positive) {
    const number one(x.precision(), 1.0);
    switch (which) {
        case function::relu:
            return number(x.precision(), positive ? 1.0 : 0.0);
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
            return is_linear_softplus(x, parameter) ? one : sigmoid(parameter * x);
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
    }
    return x;
}

/// Limits at -infinity and +infinity, by the contract's table.
double at_infinity(function which, mode what, double parameter, bool positive) {
    if (what == mode::forward) {
        if (which == function::sigmoid) return positive ? 1.0 : 0.0;
        if (which == function::tanh) return positive ? 1.0 : -1.0;
        if (which == function::log_sigmoid && positive) return -0.0;
        if (positive) return std::numeric_limits<double>::infinity();
    } else {
        if (which == function::sigmoid || which == function::tanh) return 0.0;
        if (which == function::log_sigmoid) return positive ? 0.0 : 1.0;
        if (which == function::tanhshrink) return 1.0;
        if (positive) return 1.0;
    }
    switch (which) {
        case function::relu:
            return 0.0;
        case function::leaky_relu:
        case function::prelu:
            return what == mode::forward ? -parameter * std::numeric_limits<double>::infinity() : parameter;
        case function::elu:
        case function::celu:
            return what == mode::forward ? -parameter : 0.0;
        case function::softplus:
            return 0.0;
        case function::log_sigmoid:
        case function::tanhshrink:
            return -std::numeric_limits<double>::infinity();
        default:
            return -0.0;
    }
}

mpfr_number evaluate_at(mpfr_prec_t precision, function which, mode what, double parameter, double x) {
    if (std::isnan(x)) return number(precision, x).value();
    // The formula of selu holds at infinity, and its limits are no doubles.
    if (std::isinf(x) && which != function::selu)
        return number(precision, at_infinity(which, what, parameter, x > 0.0)).value();
    const number argument(precision, x);
    return what == mode::forward ? forward(which, parameter, argument, x > 0.0).value()
                                 : derivative(which, parameter, argument, x > 0.0).value();
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

mpfr_number evaluate(function which, mode what, double parameter, double x) {
    widen_exponent_range();
    mpfr_number previous = evaluate_at(256, which, what, parameter, x);
    for (mpfr_prec_t precision = 384;; precision *= 2) {
        mpfr_number next = evaluate_at(precision, which, what, parameter, x);
        if (agree(previous, next)) return next;
        previous = next;
    }
}

}  // namespace reference
