#include <activation/hardswish.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct hardswish_row : tests::row_defaults<activation::Hardswish<T>, T> {
    static constexpr const auto& call = activation::hardswish;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr std::initializer_list<double> knees{-3, 3};

    static constexpr double ulp(activation::Hardswish<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::Hardswish<T>) { return {0, T(-0.0), infinity, T(-0.0)}; }
    static constexpr tests::edges<T> derivative(activation::Hardswish<T>) { return {T(0.5), T(0.5), 1, 0}; }
    static constexpr bool constant(T x, activation::Hardswish<T>) { return x <= -3; }
    static long double formula(long double x, activation::Hardswish<T>) {
        return x <= -3 ? -0.0L : x >= 3 ? x : x * (x + 3) / 6;
    }
};

const tests::suite<hardswish_row> suite;

}  // namespace

TEST_CASE("hardswish: the knees belong to the outer pieces") {
    CHECK(activation::hardswish.derivative(-3.0F) == 0.0F);
    CHECK(activation::hardswish.derivative(3.0F) == 1.0F);
    CHECK(activation::hardswish.derivative(-1.5F) == 0.0F);
}
