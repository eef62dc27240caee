#include "mpfr.hpp"

#include <cmath>
#include <limits>

#include "../ulp.hpp"

namespace reference {
namespace {

constexpr mpfr_rnd_t nearest = MPFR_RNDN;

/// Numbers of one precision with operators, so that the formulas read as the contract writes them.
class number {
public:
    number(mpfr_prec_t precision, double value) : value_(precision) { mpfr_set_d(value_, value, nearest); }
    number(mpfr_prec_t precision, const char* digits) : value_(precision) { mpfr_set_str(value_, digits, 10, nearest); }

    mpfr_prec_t precision() const { return mpfr_get_prec(value_); }
    const mpfr_number& value() const { return value_; }

    friend number operator-(number a) { return mpfr_neg(a.value_, a.value_, nearest), a; }
    friend number operator+(number a, const number& b) { return mpfr_add(a.value_, a.value_, b.value_, nearest), a; }
    friend number operator*(number a, const number& b) { return mpfr_mul(a.value_, a.value_, b.value_, nearest), a; }
    friend number operator/(number a, const number& b) { return mpfr_div(a.value_, a.value_, b.value_, nearest), a; }
    friend number operator+(double a, const number& b) { return number(b.precision(), a) + b; }
    friend number operator*(double a, const number& b) { return number(b.precision(), a) * b; }
    friend number operator/(double a, const number& b) { return number(b.precision(), a) / b; }
    friend number exp(number a) { return mpfr_exp(a.value_, a.value_, nearest), a; }
    friend number expm1(number a) { return mpfr_expm1(a.value_, a.value_, nearest), a; }
    friend number log1p(number a) { return mpfr_log1p(a.value_, a.value_, nearest), a; }
    friend number erfc(number a) { return mpfr_erfc(a.value_, a.value_, nearest), a; }
    friend number tanh(number a) { return mpfr_tanh(a.value_, a.value_, nearest), a; }
    friend number sech(number a) { return mpfr_sech(a.value_, a.value_, nearest), a; }
    friend number sqrt(number a) { return mpfr_sqrt(a.value_, a.value_, nearest), a; }
    friend number pi(const number& like) {
        number result = like;
        return mpfr_const_pi(result.value_, nearest), result;
    }

private:
    mpfr_number value_;
};

number sigmoid(const number& y) { return 1.0 / (1.0 + exp(-y)); }

/// The standard normal cumulative distribution.
number phi(const number& x) { return 0.5 * erfc(-x / sqrt(number(x.precision(), 2.0))); }

/// 2 sqrt(2 / pi) (x + 0.044715 x^3): gelu_tanh is x sigmoid(y). 0.044715 is 44715 / 10^6.
number gelu_tanh_argument(const number& x) {
    return 2.0 * sqrt(2.0 / pi(x)) * (x + 44715.0 * x * x * x / number(x.precision(), 1e6));
}

number gelu_tanh_argument_slope(const number& x) {
    return 2.0 * sqrt(2.0 / pi(x)) * (1.0 + 3.0 * 44715.0 * x * x / number(x.precision(), 1e6));
}

/// Klambauer et al.'s lambda and alpha.
number selu_scale(const number& x) { return {x.precision(), "1.0507009873554804934193349852946"}; }
number selu_alpha(const number& x) { return {x.precision(), "1.6732632423543772848170429916717"}; }

number quick_gelu_beta(const number& x) { return {x.precision(), "1.702"}; }

bool is_linear_softplus(const number& x, double beta) {
    return mpfr_get_d(x.value(), nearest) * beta > softplus_threshold;
}

/// max(x, 0) + log(1 + e^-|beta x|) / beta: no exponential leaves MPFR's range upwards.
number softplus(const number& x, double beta) {
    const bool positive = mpfr_cmp_d(x.value(), 0.0) > 0;
    const number rest = log1p(exp((positive ? -beta : beta) * x)) / number(x.precision(), beta);
    return positive ? x + rest : rest;
}

/// x - tanh x: three terms of its series where all digits would cancel, and -0 for -0.
number tanhshrink(const number& x) {
    if (mpfr_zero_p(static_cast<mpfr_srcptr>(x.value()))) return x;
    if (mpfr_get_exp(x.value()) > -60) return x + -tanh(x);
    const number y = x * x;
    return x * y * (315.0 + y * (-126.0 * number(x.precision(), 1.0) + 51.0 * y)) / number(x.precision(), 945.0);
}

/// Bounded below, where x e^x vanishes and the sign with it.
number not_below_minus_a_million(const number& x) {
    return mpfr_cmp_d(x.value(), -1e6) < 0 ? number(x.precision(), -1e6) : x;
}

number mish_derivative(const number& x) {
    const number bounded = not_below_minus_a_million(x);
    const number inner = softplus(bounded, 1.0);
    return tanh(inner) + bounded * sech(inner) * sech(inner) * sigmoid(bounded);
}

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

/// phi(x) + x e^(-x^2 / 2) / sqrt(2 pi), at -10^6 for anything below: both vanish there, and the sign with them.
number gelu_derivative(const number& x) {
    const number bounded = not_below_minus_a_million(x);
    return phi(bounded) + bounded * exp(-0.5 * bounded * bounded) / sqrt(2.0 * pi(x));
}

/// (x sigmoid(y))' = sigmoid(y) (1 + x y' sigmoid(-y))
number gated_derivative(const number& x, const number& y, const number& y_slope) {
    return sigmoid(y) * (1.0 + x * y_slope * sigmoid(-y));
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

template <class T>
double ulp_error_of(T result, const mpfr_number& exact, double floor, T rounded) {
    const double special = special_ulp_error(result, rounded);
    if (special >= 0.0) return special;
    if (mpfr_inf_p(exact)) return infinite_error;
    mpfr_number leading(exact);
    mpfr_mul_2si(leading, exact, -220, nearest);
    mpfr_sub(leading, exact, leading, nearest);
    mpfr_abs(leading, leading, nearest);
    constexpr double smallest = std::numeric_limits<T>::min();
    if (mpfr_cmp_d(leading, std::fmax(floor, smallest)) < 0) mpfr_set_d(leading, std::fmax(floor, smallest), nearest);
    constexpr double largest = std::numeric_limits<T>::max();
    if (mpfr_cmp_d(leading, largest) > 0) mpfr_set_d(leading, largest, nearest);
    const int exponent = static_cast<int>(mpfr_get_exp(leading)) - 1;
    mpfr_number error(exact);
    mpfr_sub_d(error, exact, static_cast<double>(result), nearest);
    mpfr_mul_2si(error, error, -spacing_exponent<T>(exponent), nearest);
    return std::fabs(mpfr_get_d(error, nearest));
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

double ulp_error(float result, const mpfr_number& exact, double floor) {
    return ulp_error_of(result, exact, floor, mpfr_get_flt(exact, nearest));
}

double ulp_error(double result, const mpfr_number& exact, double floor) {
    return ulp_error_of(result, exact, floor, mpfr_get_d(exact, nearest));
}

bool is_negative(const mpfr_number& exact) { return mpfr_signbit(exact) != 0; }

double relative_error(double high, double low, double exponent, const mpfr_number& exact) {
    if (mpfr_nan_p(exact) || std::isnan(high)) return mpfr_nan_p(exact) && std::isnan(high) ? 0.0 : infinite_error;
    if (std::isinf(high)) return mpfr_get_d(exact, nearest) == high ? 0.0 : infinite_error;
    if (mpfr_inf_p(exact) || mpfr_zero_p(exact)) return mpfr_cmp_d(exact, high) == 0 ? 0.0 : infinite_error;
    mpfr_number error(256);
    mpfr_set_d(error, high, nearest);
    mpfr_add_d(error, error, low, nearest);
    mpfr_mul_2si(error, error, static_cast<long>(exponent), nearest);
    mpfr_sub(error, error, exact, nearest);
    mpfr_div(error, error, exact, nearest);
    return std::fabs(mpfr_get_d(error, nearest));
}

std::string to_string(const mpfr_number& value, int digits) {
    const std::string sign = is_negative(value) ? "-" : "";
    if (mpfr_nan_p(value)) return "nan";
    if (mpfr_inf_p(value)) return sign + "inf";
    if (mpfr_zero_p(value)) return sign + "0x0p+0";
    // MPFR's own base 16 starts with any digit from 1 to f: take the digits four at a time from base 2.
    mpfr_exp_t exponent = 0;
    mpfr_number magnitude(value);
    mpfr_abs(magnitude, value, nearest);
    char* text = mpfr_get_str(nullptr, &exponent, 2, static_cast<std::size_t>(4 * digits + 1), magnitude, nearest);
    const std::string bits = text;
    mpfr_free_str(text);
    std::string fraction;
    for (std::size_t i = 1; i < bits.size(); i += 4) {
        fraction += "0123456789abcdef"[std::stoul(bits.substr(i, 4), nullptr, 2)];
    }
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return sign + (fraction.empty() ? "0x1" : "0x1." + fraction) + (exponent > 0 ? "p+" : "p") +
           std::to_string(exponent - 1);
}

std::string to_string(double value) {
    mpfr_number number(53);
    mpfr_set_d(number, value, nearest);
    return to_string(number, 13);
}

}  // namespace reference
