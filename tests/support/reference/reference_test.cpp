#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/reference/fast.hpp"
#include "support/reference/inputs.hpp"
#include "support/reference/mpfr.hpp"
#include "support/ulp.hpp"

using reference::function;
using reference::mode;

namespace {

/// A function to check, its parameters, and the largest relative error the fast reference may have, for float and for
/// double arguments, as a power of two.
struct subject {
    const char* name;
    function which;
    reference::parameters parameters;
    double float_limit;
    double double_limit;
};

constexpr subject subjects[] = {
    {"relu", function::relu, {}, -1000, -1000},
    {"leaky_relu", function::leaky_relu, {0x1.47ae14p-7}, -1000, -1000},
    {"prelu", function::prelu, {0.25}, -1000, -1000},
    {"elu", function::elu, {1.0}, -51.0, -104},
    {"elu alpha 1.7", function::elu, {0x1.b33334p0}, -51.0, -104},
    {"gelu", function::gelu, {}, -47.5, -100.5},
    {"gelu_tanh", function::gelu_tanh, {}, -45.0, -94.5},
    {"silu", function::silu, {}, -48.0, -102},
    {"sigmoid", function::sigmoid, {}, -50.5, -103},
    {"tanh", function::tanh, {}, -50.5, -103},
    {"selu", function::selu, {}, -50.0, -100},
    {"celu alpha 0.7", function::celu, {0x1.666666p-1}, -44.0, -94},
    {"softplus beta 1", function::softplus, {1.0, 20.0}, -48.0, -100},
    {"softplus beta 1.7", function::softplus, {0x1.b33334p0, 20.0}, -44.0, -94},
    {"log_sigmoid", function::log_sigmoid, {}, -48.0, -100},
    {"swish beta 0.85", function::swish, {0x1.b33334p-1}, -36.0, -84},
    {"quick_gelu", function::quick_gelu, {}, -36.0, -84},
    {"mish", function::mish, {}, -36.0, -84},
    {"tanhshrink", function::tanhshrink, {}, -47.0, -97},
    {"relu6", function::relu6, {}, -1000, -1000},
    {"squared_relu", function::squared_relu, {}, -52.0, -104},
    {"threshold", function::threshold, {0x1.99999ap-2, -0x1.b33334p0}, -1000, -1000},
    {"hardtanh", function::hardtanh, {-0x1.333334p-2, 0x1.b33334p0}, -1000, -1000},
    {"hardsigmoid", function::hardsigmoid, {}, -51.0, -103},
    {"hardswish", function::hardswish, {}, -51.0, -102},
    {"hardshrink", function::hardshrink, {0x1.b33334p0}, -1000, -1000},
    {"softshrink", function::softshrink, {0x1.b33334p0}, -52.0, -104},
    {"softsign", function::softsign, {}, -50.5, -102},
};

/// Where the derivative jumps, or softplus itself does.
bool is_next_to_knee(const subject& s, double x) {
    std::vector<double> knees = reference::knees(s.which, s.parameters);
    if (s.which == function::relu6) knees = {0.0, 6.0};
    if (s.which == function::hardsigmoid || s.which == function::hardswish) knees = {-3.0, 3.0};
    return std::any_of(knees.begin(), knees.end(), [&](double knee) { return std::fabs(x - knee) < 0.01; });
}

/// Every exponent of both signs, random bit patterns, the tails evenly, the knees of its parameters, and 10^4
/// neighbours of the root on each side.
template <class T>
std::vector<T> inputs(function which, const reference::parameters& p) {
    std::vector<T> x = reference::random_patterns<T>(1000, 1);
    reference::append_exponents<T>(x, 1);
    std::mt19937_64 generator(2);
    const double tail = reference::tail<T>(which);
    std::uniform_real_distribution<double> in_tails(-tail, tail);
    for (int i = 0; i < 3000; ++i) x.push_back(static_cast<T>(in_tails(generator)));
    for (const double knee : reference::knees(which, p)) reference::append_neighbours(x, static_cast<T>(knee), 20);
    const double root = reference::derivative_root(which);
    if (root == 0.0) return x;
    reference::append_neighbours(x, static_cast<T>(root), 10'000);
    std::uniform_real_distribution<double> around_root(root - 0.15, root + 0.15);
    for (int i = 0; i < 3000; ++i) x.push_back(static_cast<T>(around_root(generator)));
    return x;
}

/// Results below 2^-200 (float) and 2^-1120 (double) are judged by sign and smallness alone.
constexpr int smallest_float_exponent = -200;
constexpr int smallest_double_exponent = -1120;

bool is_below(int exponent, const reference::mpfr_number& exact) {
    return mpfr_zero_p(exact) || (mpfr_regular_p(exact) && mpfr_get_exp(exact) <= exponent);
}

bool is_below(int exponent, double high, double scale) {
    return high == 0.0 || std::ilogb(high) + static_cast<int>(scale) <= exponent;
}

struct worst_error {
    double relative = 0.0;
    double at = 0.0;
    int wrong_when_negligible = 0;

    void see(double x, double relative_error) {
        if (relative_error <= relative) return;
        relative = relative_error;
        at = x;
    }
};

worst_error worst_for_float(const subject& s, mode what) {
    const std::vector<float> x = inputs<float>(s.which, s.parameters);
    std::vector<double> fast(x.size());
    reference::evaluate(s.which, what, s.parameters, x.data(), fast.data(), x.size());
    worst_error worst;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double argument = static_cast<double>(x[i]);
        const reference::mpfr_number exact = reference::evaluate(s.which, what, s.parameters, argument);
        if (is_below(smallest_float_exponent, exact)) {
            worst.wrong_when_negligible += !is_below(smallest_float_exponent, fast[i], 0.0) ||
                                           std::signbit(fast[i]) != reference::is_negative(exact);
        } else {
            worst.see(argument, reference::relative_error(fast[i], 0.0, 0.0, exact));
        }
    }
    return worst;
}

worst_error worst_for_double(const subject& s, mode what) {
    const std::vector<double> x = inputs<double>(s.which, s.parameters);
    std::vector<reference::exact_double> fast(x.size());
    reference::evaluate(s.which, what, s.parameters, x.data(), fast.data(), x.size());
    worst_error worst;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const reference::mpfr_number exact = reference::evaluate(s.which, what, s.parameters, x[i]);
        const auto [high, low, exponent] = fast[i];
        if (is_below(smallest_double_exponent, exact)) {
            worst.wrong_when_negligible += !is_below(smallest_double_exponent, high, exponent) ||
                                           std::signbit(high) != reference::is_negative(exact);
        } else {
            worst.see(x[i], reference::relative_error(high, low, exponent, exact));
        }
    }
    return worst;
}

}  // namespace

TEST_CASE("the fast reference agrees with MPFR for float arguments") {
    for (const subject& s : subjects) {
        for (const mode what : {mode::forward, mode::derivative}) {
            const worst_error worst = worst_for_float(s, what);
            CAPTURE(s.name, what == mode::derivative, worst.at, std::log2(worst.relative));
            CHECK(worst.relative <= std::exp2(s.float_limit));
            CHECK(worst.wrong_when_negligible == 0);
        }
    }
}

TEST_CASE("the fast reference agrees with MPFR for double arguments") {
    for (const subject& s : subjects) {
        for (const mode what : {mode::forward, mode::derivative}) {
            const worst_error worst = worst_for_double(s, what);
            CAPTURE(s.name, what == mode::derivative, worst.at, std::log2(worst.relative));
            CHECK(worst.relative <= std::exp2(s.double_limit));
            CHECK(worst.wrong_when_negligible == 0);
        }
    }
}

TEST_CASE("MPFR's derivatives are the slopes of its functions") {
    constexpr double h = 0x1p-20;
    for (const subject& s : subjects) {
        for (double x = -20.0 + 0x1p-10; x < 20.0; x += 0.37) {
            if (is_next_to_knee(s, x)) continue;
            const auto value = [&](double at) { return reference::evaluate(s.which, mode::forward, s.parameters, at); };
            reference::mpfr_number slope = value(x + h);
            mpfr_sub(slope, slope, value(x - h), MPFR_RNDN);
            mpfr_div_d(slope, slope, 2.0 * h, MPFR_RNDN);
            const reference::mpfr_number derivative = reference::evaluate(s.which, mode::derivative, s.parameters, x);
            CAPTURE(s.name, x);
            mpfr_sub(slope, slope, derivative, MPFR_RNDN);
            CHECK(std::fabs(mpfr_get_d(slope, MPFR_RNDN)) < 1e-10);
        }
    }
}

TEST_CASE("MPFR's functions have their known values") {
    const auto digits = [](function which, double x) {
        char* text = nullptr;
        const reference::mpfr_number exact = reference::evaluate(which, mode::forward, {1.0, 20.0}, x);
        mpfr_asprintf(&text, "%.30Rg", static_cast<mpfr_srcptr>(exact));
        const std::string result = text;
        mpfr_free_str(text);
        return result;
    };
    CHECK(digits(function::elu, -1.0) == "-0.632120558828557678404476229839");
    CHECK(digits(function::gelu, 1.0) == "0.841344746068542948585232545632");
    CHECK(digits(function::gelu, -10.0) == "-7.6198530241605260659733432516e-23");
    CHECK(digits(function::gelu_tanh, 1.0) == "0.841191990608276704781995777045");
    CHECK(digits(function::silu, -1.0) == "-0.268941421369995120748840758178");
    CHECK(digits(function::sigmoid, 1.0) == "0.731058578630004879251159241822");
    CHECK(digits(function::selu, -1.0) == "-1.11133073781256276179864066243");
    CHECK(digits(function::celu, -2.0) == "-0.864664716763387308106000505028");
    CHECK(digits(function::softplus, 0.0) == "0.693147180559945309417232121458");
    CHECK(digits(function::log_sigmoid, 1.0) == "-0.313261687518222834048995494968");
    CHECK(digits(function::swish, -1.0) == "-0.268941421369995120748840758178");
    CHECK(digits(function::quick_gelu, 1.0) == "0.845795765932821295707106826525");
    CHECK(digits(function::mish, 1.0) == "0.865098388267310346116233449256");
    CHECK(digits(function::tanhshrink, 0.5) == "0.0378828427399902414976815163563");
    CHECK(digits(function::squared_relu, 1.5) == "2.25");
    CHECK(digits(function::hardsigmoid, 1.0) == "0.666666666666666666666666666667");
    CHECK(digits(function::hardswish, -1.0) == "-0.333333333333333333333333333333");
    CHECK(digits(function::softshrink, 1.5) == "0.5");
    CHECK(digits(function::softsign, -2.0) == "-0.666666666666666666666666666667");
    CHECK(digits(function::tanh, 0.5) == "0.462117157260009758502318483644");
}

TEST_CASE("MPFR's derivatives change sign at their roots") {
    for (const subject& s : subjects) {
        const double root = reference::derivative_root(s.which);
        if (root == 0.0) continue;
        CAPTURE(s.name);
        const auto slope_is_negative = [&](double x) {
            return reference::is_negative(reference::evaluate(s.which, mode::derivative, s.parameters, x));
        };
        CHECK(slope_is_negative(root - 1e-15));
        CHECK_FALSE(slope_is_negative(root + 1e-15));
    }
}
