// What one value becomes: edges, formula, slope.
#include <algorithm>
#include <cmath>
#include <limits>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/long_double.hpp"
#include "support/same_bits.hpp"
#include "support/ulp.hpp"

namespace tests {
namespace {

/// What stands at an edge: `exact`, or where the kernel may put a tiny number of its sign for a zero, what it puts.
template <class T>
T at_edge(const subject<T>& f, T x, T exact, T got, double ulp) {
    if (exact != 0 || std::isfinite(x) || !f.is_tiny_at_infinity) return exact;
    // Of a sixteenth.
    const double spacing = std::scalbn(1.0, reference::spacing_exponent<T>(-4));
    const bool stands_for_it = std::abs(got) <= ulp * spacing && std::signbit(got) == std::signbit(exact);
    return stands_for_it ? got : exact;
}

template <class T>
void require_edge(const subject<T>& f, T x, T value, T derivative) {
    INFO(f.name << " at " << hex(x));
    value = at_edge(f, x, value, f.one(x).value, f.ulp);
    derivative = at_edge(f, x, derivative, f.one(x).derivative, f.derivative_ulp);
    const auto require = [&](const char* how, const results<T>& got) {
        INFO(how);
        REQUIRE(hex(got.value) == hex(value));
        REQUIRE(hex(got.derivative) == hex(derivative));
        REQUIRE(same_bits(got.fused_value, value));
        REQUIRE(same_bits(got.fused_derivative, derivative));
    };
    require("one value", f.one(x));
    for (const lane_form<T>& lanes : f.lanes) {
        const std::vector<T> same(lanes.width, x);
        std::vector<results<T>> got(lanes.width);
        lanes.call(same.data(), got.data());
        for (const results<T>& lane : got) require(lanes.architecture.c_str(), lane);
    }
}

template <class T>
void check_edges(const subject<T>& f) {
    constexpr T infinity = std::numeric_limits<T>::infinity();
    require_edge(f, T(0), f.value.positive_zero, f.derivative.positive_zero);
    require_edge(f, T(-0.0), f.value.negative_zero, f.derivative.negative_zero);
    require_edge(f, infinity, f.value.positive_infinity, f.derivative.positive_infinity);
    require_edge(f, -infinity, f.value.negative_infinity, f.derivative.negative_infinity);
    for (const T nan : {std::numeric_limits<T>::quiet_NaN(), std::numeric_limits<T>::signaling_NaN(),
                        std::copysign(std::numeric_limits<T>::quiet_NaN(), T(-1))}) {
        const results<T> got = f.one(nan);
        INFO(f.name);
        REQUIRE(std::isnan(got.value));
        REQUIRE(std::isnan(got.derivative));
        REQUIRE(std::isnan(got.fused_value));
        REQUIRE(std::isnan(got.fused_derivative));
    }
}

/// |result − exact| in ulps of the binade of the exact value, or of the floor where that is larger; a wrong zero sign, with a
/// floor any wrong sign, NaN or infinity is infinitely wrong.
template <class T>
double ulp_error(T result, long double exact, double floor = 0) {
    const T rounded = static_cast<T>(exact);
    const double special = reference::special_ulp_error(result, rounded);
    if (special >= 0) return special;
    if ((result == 0 || floor > 0) && std::signbit(result) != std::signbit(exact)) return reference::infinite_error;
    if (exact == 0 && floor == 0) return result == 0 ? 0 : reference::infinite_error;
    const long double counted = std::max(std::fabs(exact), static_cast<long double>(floor));
    const int spacing = reference::spacing_exponent<T>(std::ilogb(counted));
    return static_cast<double>(std::scalbn(std::fabs(static_cast<long double>(result) - exact), -spacing));
}

/// Slope by a five-point stencil: its own error is h⁴/30 of the fifth derivative, below 10⁻¹¹ for the functions here, and
/// below 2⁻⁴⁴ of the slope for one that grows as eˣ does.
long double central_difference(const std::function<long double(long double)>& f, long double x) {
    constexpr long double h = 0x1p-10L;
    return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}

/// How far long double itself may be off, in ulps of T: a few roundings, and one in x that the formula magnifies.
template <class T>
double formula_ulp(const subject<T>& f, long double x, long double exact) {
    const long double unit =
        std::scalbn(1.0L, std::numeric_limits<T>::digits - std::numeric_limits<long double>::digits);
    const long double magnified = exact == 0 ? 0 : std::fabs(x / exact * central_difference(f.formula, x));
    return static_cast<double>(unit * (4 + 2 * magnified));
}

/// What errors of f(x) count against where f is less.
template <class T>
double floor_at(const subject<T>& f, T x) {
    return std::abs(static_cast<double>(x)) < f.relative_below ? 0 : f.floor;
}

template <class T>
bool judged_by_long_double(const subject<T>& f) {
    if (long_double_judges<T>()) return true;
    WARN(f.name << ": left to accuracy_test, long double's functions are double's here");
    return false;
}

template <class T>
void check_formula(const subject<T>& f) {
    if (!judged_by_long_double(f)) return;
    std::vector<T> inputs = every_binade<T>(20, 2);
    for (const T x : random_patterns<T>(40000, 3))
        if (std::isfinite(x)) inputs.push_back(x);
    for (const T x : inputs) {
        const auto precise = static_cast<long double>(x);
        const long double exact = f.formula(precise);
        const T got = f.one(x).value;
        const double error = ulp_error(got, exact, floor_at(f, x));
        if (error <= f.ulp || error <= f.ulp + formula_ulp(f, precise, exact)) continue;
        FAIL(f.name << " at " << hex(x) << ": " << hex(got) << " is off by " << error << " ulp");
    }
    REQUIRE(inputs.size() > 40000);
}

/// 2 units in the last place of the derivative, or of 1/16 where it is smaller, and what the stencil leaves; more for a
/// row whose kernel is not within 2 yet.
template <class T>
long double gradient_tolerance(long double slope, double ulp) {
    const int exponent = std::ilogb(std::max(std::fabs(slope), 0.0625L));
    return std::max(2.0, ulp) * std::scalbn(1.0L, reference::spacing_exponent<T>(exponent)) + 1e-11L +
           0x1p-44L * std::fabs(slope);
}

template <class T>
void check_known_values(const subject<T>& f) {
    for (const known_value& known : f.known) {
        const T x = static_cast<T>(known.x);
        const results<T> got = f.one(x);
        INFO(f.name << " at " << hex(x) << ": " << hex(got.value) << ", derivative " << hex(got.derivative));
        CHECK(ulp_error(got.value, known.value, floor_at(f, x)) <= f.ulp);
        // Roots are next to 0, and there are none where f rises; in the tails no floor counts.
        const double floor = std::abs(known.x) < 4 ? f.floor_next_to_root : 0;
        if (f.derivative_ulp <= 2)
            CHECK(ulp_error(got.derivative, known.derivative, floor) <= f.derivative_ulp);
        else
            CHECK(std::fabs(got.derivative - known.derivative) <=
                  gradient_tolerance<T>(known.derivative, f.derivative_ulp));
    }
}

template <class T>
void check_gradient(const subject<T>& f) {
    if (!judged_by_long_double(f)) return;
    random_bits next(3);
    std::size_t checked = 0;
    for (int i = 0; i < 20000; ++i) {
        const T x = static_cast<T>(std::scalbn(static_cast<double>(static_cast<std::int64_t>(next())), -59 - i % 8));
        const bool at_knee = std::any_of(f.knees.begin(), f.knees.end(),
                                         [x](double knee) { return std::abs(static_cast<double>(x) - knee) < 0.01; });
        if (at_knee) continue;
        const long double slope = central_difference(f.formula, static_cast<long double>(x));
        const T got = f.one(x).derivative;
        ++checked;
        if (std::fabs(static_cast<long double>(got) - slope) <= gradient_tolerance<T>(slope, f.derivative_ulp))
            continue;
        FAIL(f.name << " at " << hex(x) << ": derivative " << hex(got) << ", slope "
                    << hex(static_cast<double>(slope)));
    }
    REQUIRE(checked > 10000);
}

/// Where no textbook's formula overflows or cancels, and away from the knees, whose sides it may give to another.
template <class T>
void check_textbook(const subject<T>& f) {
    if (!f.textbook) return;
    for (long double x = -6.03125L; x < 6.5L; x += 0.0625L) {
        const auto require = [&](const char* what, long double got, long double expected) {
            if (std::fabs(got - expected) <= 1e-7L * std::max(1.0L, std::fabs(expected))) return;
            FAIL(f.name << ", the textbook's " << what << " at " << static_cast<double>(x) << " is "
                        << static_cast<double>(got) << ", not " << static_cast<double>(expected));
        };
        require("value", f.textbook(x), f.formula(x));
        const bool at_knee =
            std::any_of(f.knees.begin(), f.knees.end(), [x](double knee) { return std::fabs(x - knee) < 0.01L; });
        if (!at_knee) require("derivative", f.textbook_derivative(x), central_difference(f.formula, x));
    }
}

template <class T>
void check_from_output(const subject<T>& f) {
    for (const call_form<T>& form : f.forms) {
        if (form.text.find(".backward_from_output") == std::string::npos) continue;
        random_bits next(4);
        for (int i = 0; i < 20000; ++i) {
            const T x = static_cast<T>(std::scalbn(static_cast<double>(static_cast<std::int64_t>(next())), -59));
            const results<T> exact = f.one(x);
            const T got = form.one({T(0.5), exact.value})[0];
            // The output lies within an ulp of f(x) and so fixes f′ only to about an ulp of the largest |f|.
            const T scale = std::max(T(1), std::abs(f.value.negative_infinity));
            if (std::abs(got - exact.derivative / 2) <= 4 * scale * std::numeric_limits<T>::epsilon()) continue;
            FAIL(f.name << " at " << hex(x) << ": " << hex(got) << " from the output, " << hex(exact.derivative / 2)
                        << " from the input");
        }
        const auto at = [&](T y) { return form.one({T(1), y})[0]; };
        CHECK(std::isnan(at(std::numeric_limits<T>::quiet_NaN())));
        CHECK(at(f.value.positive_infinity) == f.derivative.positive_infinity);
        CHECK(at(f.value.negative_zero) == f.derivative.negative_zero);
        CHECK(at(f.value.positive_zero) == f.derivative.positive_zero);
    }
}

}  // namespace

void edges_check::operator()(const subject<float>& f) const { check_edges(f); }
void edges_check::operator()(const subject<double>& f) const { check_edges(f); }
void formula_check::operator()(const subject<float>& f) const { check_formula(f); }
void formula_check::operator()(const subject<double>& f) const { check_formula(f); }
void textbook_check::operator()(const subject<float>& f) const { check_textbook(f); }
void textbook_check::operator()(const subject<double>& f) const { check_textbook(f); }
void known_values_check::operator()(const subject<float>& f) const { check_known_values(f); }
void known_values_check::operator()(const subject<double>& f) const { check_known_values(f); }
void gradient_check::operator()(const subject<float>& f) const { check_gradient(f); }
void gradient_check::operator()(const subject<double>& f) const { check_gradient(f); }
void from_output_check::operator()(const subject<float>& f) const { check_from_output(f); }
void from_output_check::operator()(const subject<double>& f) const { check_from_output(f); }

}  // namespace tests
