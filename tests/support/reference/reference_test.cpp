#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "exact/kernels.hpp"
#include "support/catch.hpp"
#include "support/reference/fast.hpp"
#include "support/reference/inputs.hpp"
#include "support/reference/mpfr.hpp"
#include "support/ulp.hpp"

using reference::function;
using reference::mode;
using reference::mpfr_number;

namespace {

/// Calls `check` with each activation and each of its parameter sets.
template <class Check>
void for_each_set(Check check) {
    for (const function* which : reference::functions()) {
        for (const reference::labelled_parameters& set : which->sets) {
            INFO(which->name << ' ' << set.label);
            check(*which, set.values);
        }
    }
}

/// Where the derivative jumps, or softplus itself does.
bool is_next_to_knee(const function& which, const reference::parameters& p, double x) {
    const std::vector<double> knees = which.knees(p);
    return std::any_of(knees.begin(), knees.end(), [&](double knee) { return std::fabs(x - knee) < 0.01; });
}

/// Every exponent of both signs, random bit patterns, the tails evenly, the knees of its parameters, and 10^4
/// neighbours of the root on each side.
template <class T>
std::vector<T> inputs(const function& which, const reference::parameters& p) {
    std::vector<T> x = reference::random_patterns<T>(1000, 1);
    reference::append_exponents<T>(x, 1);
    std::mt19937_64 generator(2);
    const double tail = which.tail<T>();
    std::uniform_real_distribution<double> in_tails(-tail, tail);
    for (int i = 0; i < 3000; ++i) x.push_back(static_cast<T>(in_tails(generator)));
    for (const double knee : which.knees(p)) reference::append_neighbours(x, static_cast<T>(knee), 20);
    const double root = which.derivative_root;
    if (root == 0.0) return x;
    reference::append_neighbours(x, static_cast<T>(root), 10'000);
    std::uniform_real_distribution<double> around_root(root - 0.15, root + 0.15);
    for (int i = 0; i < 3000; ++i) x.push_back(static_cast<T>(around_root(generator)));
    return x;
}

/// Results beyond what a type can show, below 2^-200 (float) and 2^-1120 (double) or from 2^200 and 2^1120 on, are judged by
/// their sign and by being beyond.
constexpr int float_reach = 200;
constexpr int double_reach = 1120;

/// -1 for a result below, 1 for one above, 0 for those between.
int side(int reach, const reference::mpfr_number& exact) {
    if (mpfr_zero_p(exact) || (mpfr_regular_p(exact) && mpfr_get_exp(exact) <= -reach)) return -1;
    return mpfr_inf_p(exact) || (mpfr_regular_p(exact) && mpfr_get_exp(exact) > reach) ? 1 : 0;
}

int side(int reach, double high, double scale) {
    if (high == 0.0) return -1;
    if (std::isinf(high)) return 1;
    const int exponent = std::ilogb(high) + static_cast<int>(scale);
    return exponent <= -reach ? -1 : exponent >= reach ? 1 : 0;
}

struct worst_error {
    double relative = 0.0;
    double at = 0.0;
    int wrong_beyond = 0;

    void see(double x, double relative_error) {
        if (relative_error <= relative) return;
        relative = relative_error;
        at = x;
    }
};

worst_error worst_for_float(const function& which, const reference::parameters& p, mode what) {
    const std::vector<float> x = inputs<float>(which, p);
    std::vector<double> fast(x.size());
    reference::evaluate(which, what, p, x.data(), fast.data(), x.size());
    worst_error worst;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double argument = static_cast<double>(x[i]);
        const reference::mpfr_number exact = reference::evaluate(which.name, what, p, argument);
        if (const int beyond = side(float_reach, exact); beyond != 0) {
            worst.wrong_beyond +=
                side(float_reach, fast[i], 0.0) != beyond || std::signbit(fast[i]) != reference::is_negative(exact);
        } else {
            worst.see(argument, reference::relative_error(fast[i], 0.0, 0.0, exact));
        }
    }
    return worst;
}

worst_error worst_for_double(const function& which, const reference::parameters& p, mode what) {
    const std::vector<double> x = inputs<double>(which, p);
    std::vector<reference::exact_double> fast(x.size());
    reference::evaluate(which, what, p, x.data(), fast.data(), x.size());
    worst_error worst;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const reference::mpfr_number exact = reference::evaluate(which.name, what, p, x[i]);
        const auto [high, low, exponent] = fast[i];
        if (const int beyond = side(double_reach, exact); beyond != 0) {
            worst.wrong_beyond +=
                side(double_reach, high, exponent) != beyond || std::signbit(high) != reference::is_negative(exact);
        } else {
            worst.see(x[i], reference::relative_error(high, low, exponent, exact));
        }
    }
    return worst;
}

/// The nearest float: the fast reference's unless the middle between two floats is within its error, then MPFR's.
float nearest_float(const function& which, mode what, float x, double fast) {
    const double limit = std::exp2(which.float_limit);
    const float low = static_cast<float>(fast * (1 - limit)), high = static_cast<float>(fast * (1 + limit));
    if (exact::bits_of(low) == exact::bits_of(high)) return low;
    return mpfr_get_flt(reference::evaluate(which.name, what, which.sets[0].values, double{x}), MPFR_RNDN);
}

}  // namespace

TEST_CASE("the fast reference agrees with MPFR for float arguments") {
    for_each_set([](const function& which, const reference::parameters& p) {
        for (const mode what : {mode::forward, mode::derivative}) {
            const worst_error worst = worst_for_float(which, p, what);
            CAPTURE(what == mode::derivative, worst.at, std::log2(worst.relative));
            CHECK(worst.relative <= std::exp2(which.float_limit));
            CHECK(worst.wrong_beyond == 0);
        }
    });
}

TEST_CASE("the fast reference agrees with MPFR for double arguments") {
    for_each_set([](const function& which, const reference::parameters& p) {
        for (const mode what : {mode::forward, mode::derivative}) {
            const worst_error worst = worst_for_double(which, p, what);
            CAPTURE(what == mode::derivative, worst.at, std::log2(worst.relative));
            CHECK(worst.relative <= std::exp2(which.double_limit));
            CHECK(worst.wrong_beyond == 0);
        }
    });
}

TEST_CASE("the exact tier, which computes in another way, agrees with both references") {
    std::vector<float> x;
    const std::vector<float> many = exact::thinned_inputs();
    for (std::size_t i = 0; i < many.size(); i += 31)
        if (!std::isnan(many[i])) x.push_back(many[i]);
    std::vector<float> y(x.size());
    std::vector<double> fast(x.size());
    for (const exact::kernel& k : exact::kernels()) {
        const function& which = reference::function_named(k.activation);
        const mode what = k.derivative ? mode::derivative : mode::forward;
        k.map(x.data(), y.data(), x.size());
        reference::evaluate(which, what, which.sets[0].values, x.data(), fast.data(), x.size());
        std::size_t different = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            if (exact::bits_of(y[i]) != exact::bits_of(nearest_float(which, what, x[i], fast[i])) && different++ == 0)
                UNSCOPED_INFO(k.name << " at " << x[i]);
        CHECK(different == 0);
    }
}

TEST_CASE("MPFR's derivatives are the slopes of its functions") {
    constexpr double h = 0x1p-20;
    for_each_set([](const function& which, const reference::parameters& p) {
        for (double x = -20.0 + 0x1p-10; x < 20.0; x += 0.37) {
            if (is_next_to_knee(which, p, x)) continue;
            const auto value = [&](double at) { return reference::evaluate(which.name, mode::forward, p, at); };
            reference::mpfr_number slope = value(x + h);
            mpfr_sub(slope, slope, value(x - h), MPFR_RNDN);
            mpfr_div_d(slope, slope, 2.0 * h, MPFR_RNDN);
            const reference::mpfr_number derivative = reference::evaluate(which.name, mode::derivative, p, x);
            CAPTURE(x);
            // The difference's own error grows with a slope that grows.
            const double allowed = 1e-10 * std::max(1.0, std::fabs(mpfr_get_d(derivative, MPFR_RNDN)));
            mpfr_sub(slope, slope, derivative, MPFR_RNDN);
            CHECK(std::fabs(mpfr_get_d(slope, MPFR_RNDN)) < allowed);
        }
    });
}

TEST_CASE("MPFR's functions have their known values") {
    const auto digits = [](const char* which, double x) {
        char* text = nullptr;
        const reference::mpfr_number exact = reference::evaluate(which, mode::forward, {1.0, 20.0}, x);
        mpfr_asprintf(&text, "%.30Rg", static_cast<mpfr_srcptr>(exact));
        const std::string result = text;
        mpfr_free_str(text);
        return result;
    };
    CHECK(digits("elu", -1.0) == "-0.632120558828557678404476229839");
    CHECK(digits("gelu", 1.0) == "0.841344746068542948585232545632");
    CHECK(digits("gelu", -10.0) == "-7.6198530241605260659733432516e-23");
    CHECK(digits("gelu_tanh", 1.0) == "0.841191990608276704781995777045");
    CHECK(digits("silu", -1.0) == "-0.268941421369995120748840758178");
    CHECK(digits("sigmoid", 1.0) == "0.731058578630004879251159241822");
    CHECK(digits("selu", -1.0) == "-1.11133073781256276179864066243");
    CHECK(digits("celu", -2.0) == "-0.864664716763387308106000505028");
    CHECK(digits("softplus", 0.0) == "0.693147180559945309417232121458");
    CHECK(digits("log_sigmoid", 1.0) == "-0.313261687518222834048995494968");
    CHECK(digits("swish", -1.0) == "-0.268941421369995120748840758178");
    CHECK(digits("quick_gelu", 1.0) == "0.845795765932821295707106826525");
    CHECK(digits("mish", 1.0) == "0.865098388267310346116233449256");
    CHECK(digits("tanhshrink", 0.5) == "0.0378828427399902414976815163563");
    CHECK(digits("squared_relu", 1.5) == "2.25");
    CHECK(digits("hardsigmoid", 1.0) == "0.666666666666666666666666666667");
    CHECK(digits("hardswish", -1.0) == "-0.333333333333333333333333333333");
    CHECK(digits("softshrink", 1.5) == "0.5");
    CHECK(digits("softsign", -2.0) == "-0.666666666666666666666666666667");
    CHECK(digits("tanh", 0.5) == "0.462117157260009758502318483644");
}

TEST_CASE("MPFR's derivatives change sign at their roots") {
    for (const function* which : reference::functions()) {
        const double root = which->derivative_root;
        if (root == 0.0) continue;
        CAPTURE(which->name);
        const auto slope_is_negative = [&](double x) {
            const reference::parameters& p = which->sets.front().values;
            return reference::is_negative(reference::evaluate(which->name, mode::derivative, p, x));
        };
        CHECK(slope_is_negative(root - 1e-15));
        CHECK_FALSE(slope_is_negative(root + 1e-15));
    }
}

TEST_CASE("MPFR has the known values and derivatives of every description") {
    for (const function* which : reference::functions()) {
        for (const tests::known_value& known : which->known) {
            const reference::parameters& p = which->sets.front().values;
            const auto error = [&](mode what, long double expected) {
                reference::mpfr_number exact = reference::evaluate(which->name, what, p, static_cast<double>(known.x));
                mpfr_number difference(exact);
                mpfr_set_ld(difference, expected, MPFR_RNDN);
                mpfr_sub(difference, difference, exact, MPFR_RNDN);
                if (!mpfr_zero_p(static_cast<mpfr_ptr>(exact))) mpfr_div(difference, difference, exact, MPFR_RNDN);
                return std::fabs(mpfr_get_d(difference, MPFR_RNDN));
            };
            CAPTURE(which->name, static_cast<double>(known.x));
            CHECK(error(mode::forward, known.value) < 1e-18);
            CHECK(error(mode::derivative, known.derivative) < 1e-18);
        }
    }
}
