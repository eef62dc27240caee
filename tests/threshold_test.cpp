#include <activation/threshold.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct threshold_row : tests::row_defaults<activation::Threshold<T>, T> {
    static constexpr const auto& call = activation::threshold;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::Threshold<T> parameters[] = {{}, {.threshold = T(-1), .value = T(7)}};
    static constexpr std::initializer_list<double> knees{-1, 0};

    static constexpr double ulp(activation::Threshold<T>) { return 0; }
    static constexpr tests::edges<T> value(activation::Threshold<T> p) {
        return {p.threshold < 0 ? T(0) : p.value, p.threshold < 0 ? T(-0.0) : p.value, infinity, p.value};
    }
    static constexpr tests::edges<T> derivative(activation::Threshold<T> p) {
        return {p.threshold < 0 ? T(1) : T(0), p.threshold < 0 ? T(1) : T(0), 1, 0};
    }
    static constexpr bool constant(T x, activation::Threshold<T> p) { return x <= p.threshold; }
    static long double formula(long double x, activation::Threshold<T> p) {
        return x > static_cast<long double>(p.threshold) ? x : static_cast<long double>(p.value);
    }
};

const tests::suite<threshold_row> suite;

}  // namespace

TEST_CASE("threshold: the threshold itself takes the value") {
    CHECK(activation::threshold(1.0F, {.threshold = 1, .value = 20}) == 20.0F);
    CHECK(activation::threshold.derivative(1.0F, {.threshold = 1, .value = 20}) == 0.0F);
}
