#include "support/ulp.hpp"

#include <cmath>
#include <limits>

#include "support/catch.hpp"
#include "support/reference/mpfr.hpp"

namespace {

constexpr float float_max = std::numeric_limits<float>::max();
constexpr float float_infinity = std::numeric_limits<float>::infinity();
constexpr double double_max = std::numeric_limits<double>::max();
constexpr double double_infinity = std::numeric_limits<double>::infinity();

/// The error of a float, after checking that all three ways to measure it agree.
double error_of(float result, double exact) {
    const double error = reference::ulp_error(result, exact);
    reference::mpfr_number number;
    mpfr_set_d(number, exact, MPFR_RNDN);
    CHECK(reference::ulp_error(result, number) == error);
    const reference::error_summary summary = reference::summarise(&result, &exact, 1, 0.0);
    CHECK(summary.largest == error);
    CHECK(summary.above_half == (error > 0.5));
    CHECK(summary.above_one == (error > 1.0));
    return error;
}

double error_of(double result, const reference::exact_double& exact) {
    const double error = reference::ulp_error(result, exact);
    reference::mpfr_number number;
    mpfr_set_d(number, exact.high, MPFR_RNDN);
    mpfr_add_d(number, number, exact.low, MPFR_RNDN);
    mpfr_mul_2si(number, number, static_cast<long>(exact.exponent), MPFR_RNDN);
    CHECK(reference::ulp_error(result, number) == error);
    return error;
}

}  // namespace

TEST_CASE("ulp: the spacing is that of the exact value's binade") {
    CHECK(error_of(1.5f, 1.5) == 0.0);
    CHECK(error_of(0x1.800002p0f, 1.5) == 1.0);
    CHECK(error_of(1.5f, 1.5 + 0x1p-24) == 0.5);
    CHECK(error_of(1.0f, 1.0 - 0x1p-25) == 0.5);
    CHECK(error_of(1.0f, 1.0 + 0x1p-25) == 0.25);
    CHECK(error_of(-1.5f, 1.5) == 3.0 * 0x1p23);
    CHECK(error_of(1.5, {1.5, 0x1p-54, 0.0}) == 0.25);
    CHECK(error_of(1.0, {1.0, -0x1p-55, 0.0}) == 0.25);
    CHECK(error_of(1.0, {1.0, 0x1p-55, 0.0}) == 0.125);
    CHECK(error_of(0x1.8p-600, {1.5, 0x1p-54, -600.0}) == 0.25);
}

TEST_CASE("ulp: what may lie just below a power of two is given the narrower spacing") {
    CHECK(error_of(0x1.000002p0f, 1.0) == 2.0);
    CHECK(error_of(0x1.0000000000001p0, {1.0, 0.0, 0.0}) == 2.0);
}

TEST_CASE("ulp: below the smallest normal number the spacing stays") {
    CHECK(error_of(0x1p-149f, 0x1.8p-149) == 0.5);
    CHECK(error_of(0.0f, 0x1p-160) == 0x1p-11);
    CHECK(error_of(-0x1p-149f, 0x1p-149) == 2.0);
    CHECK(error_of(0.0f, 0.0) == 0.0);
    CHECK(error_of(0x1p-1074, {1.5, 0.0, -1074.0}) == 0.5);
    CHECK(error_of(0.0, {1.0, 0.0, -1085.0}) == 0x1p-11);
    CHECK(error_of(0.0, {0.0, 0.0, -600.0}) == 0.0);
}

TEST_CASE("ulp: infinity is right exactly where the exact value rounds to it") {
    CHECK(error_of(float_infinity, double_infinity) == 0.0);
    CHECK(error_of(float_infinity, 0x1.ffffffp127) == 0.0);
    CHECK(error_of(float_infinity, 0x1p300) == 0.0);
    CHECK(error_of(float_infinity, 0x1.fffffefp127) == double_infinity);
    CHECK(error_of(-float_infinity, 0x1p300) == double_infinity);
    CHECK(error_of(float_max, 0x1.ffffffp127) == 0.5);
    CHECK(error_of(float_max, 0x1p128) == 1.0);
    CHECK(error_of(float_max, double_infinity) == double_infinity);
    CHECK(error_of(double_infinity, {double_infinity, 0.0, 0.0}) == 0.0);
    CHECK(error_of(double_infinity, {double_max, 0.0, 0.0}) == double_infinity);
    CHECK(error_of(double_max, {double_infinity, 0.0, 0.0}) == double_infinity);
}

TEST_CASE("ulp: NaN is right for NaN alone") {
    const double nan = std::nan("");
    CHECK(error_of(std::nanf(""), nan) == 0.0);
    CHECK(error_of(std::nanf(""), 1.0) == double_infinity);
    CHECK(error_of(1.0f, nan) == double_infinity);
    CHECK(error_of(nan, {nan, 0.0, 0.0}) == 0.0);
    CHECK(error_of(nan, {1.0, 0.0, 0.0}) == double_infinity);
    CHECK(error_of(1.0, {nan, 0.0, 0.0}) == double_infinity);
}

TEST_CASE("ulp: a floor widens the spacing of what lies below it") {
    constexpr double floor = 1.0 / 16.0;
    CHECK(reference::ulp_error(0.0f, 0x1p-27, floor) == 1.0);
    CHECK(reference::ulp_error(1.0f, 1.0 - 0x1p-25, floor) == 0.5);
    const float result = 0.0f;
    const double exact = 0x1p-27;
    CHECK(reference::summarise(&result, &exact, 1, floor).largest == 1.0);
    CHECK(reference::ulp_error(0.0, {0x1p-56, 0.0, 0.0}, floor) == 1.0);
    reference::mpfr_number number;
    mpfr_set_d(number, exact, MPFR_RNDN);
    CHECK(reference::ulp_error(result, number, floor) == 1.0);
}

TEST_CASE("ulp: an underflow keeps its sign") {
    const float results[] = {0.0f, -0.0f, 0.0f, -0.0f, 1.0f};
    const double exact[] = {0x1p-300, 0x1p-300, -0x1p-300, -0x1p-300, -0x1p-300};
    CHECK(reference::summarise(results, exact, 5, 0.0).zeros_of_wrong_sign == 2);
    const double result = -0.0;
    const reference::exact_double tiny{1.0, 0.0, -2000.0};
    CHECK(reference::summarise(&result, &tiny, 1, 0.0).zeros_of_wrong_sign == 1);
}
