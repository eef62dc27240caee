#include "activation/detail/math/log1p.hpp"

#include <cmath>
#include <limits>
#include <random>

#include "support/catch.hpp"
#include "support/long_double.hpp"

namespace {

/// Against long double, which has 11 bits more where this is asked.
double error_in_ulp(double x) {
    const long double exact = log1pl(static_cast<long double>(x));
    const long double difference = static_cast<long double>(activation::detail::log1p_of(x)) - exact;
    return static_cast<double>(fabsl(difference) / ldexpl(1, ilogbl(exact) - 52));
}

}  // namespace

TEST_CASE("log1p: within 0.7 units in the last place of the exact value") {
    static_assert(std::numeric_limits<long double>::digits >= 64, "a reference with more bits than double");
    if (!tests::long_double_has_functions()) {
        WARN("not judged: long double's functions are double's here");
        return;
    }
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> exponent(-80, 60), next_to_one(0.5, 4);
    double worst = 0;
    for (int i = 1; i <= 200000; ++i) {
        worst = std::fmax(worst, error_in_ulp(std::exp2(exponent(random))));
        worst = std::fmax(worst, error_in_ulp(next_to_one(random)));
        worst = std::fmax(worst, error_in_ulp(static_cast<double>(i)));
    }
    CHECK(worst <= 0.7);
}

TEST_CASE("log1p: zero, infinity, NaN, the smallest number and a large one") {
    using limits = std::numeric_limits<double>;
    static_assert(activation::detail::log1p_of(0.0) == 0.0);
    static_assert(activation::detail::log1p_of(limits::denorm_min()) == limits::denorm_min());
    static_assert(activation::detail::log1p_of(0x1p1000) == 0x1.5a92d6d005c94p+9);
    CHECK(activation::detail::log1p_of(limits::infinity()) == limits::infinity());
    CHECK(std::isnan(activation::detail::log1p_of(limits::quiet_NaN())));
}
