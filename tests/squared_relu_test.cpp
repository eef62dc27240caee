#include <activation/squared_relu.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct squared_relu_row : tests::row_defaults<activation::SquaredReLU<T>, T> {
    static constexpr const auto& call = activation::squared_relu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr std::initializer_list<double> knees{0};

    static constexpr double ulp(activation::SquaredReLU<T>) { return 0.5; }
    static constexpr tests::edges<T> value(activation::SquaredReLU<T>) { return {0, 0, infinity, 0}; }
    static constexpr tests::edges<T> derivative(activation::SquaredReLU<T>) { return {0, 0, infinity, 0}; }
    static constexpr bool constant(T x, activation::SquaredReLU<T>) { return x <= 0; }
    static long double formula(long double x, activation::SquaredReLU<T>) { return x > 0 ? x * x : 0; }
};

const tests::suite<squared_relu_row> suite;

}  // namespace

TEST_CASE("squared_relu: 3 gives 9 and slope 6") {
    CHECK(activation::squared_relu(3.0F) == 9.0F);
    CHECK(activation::squared_relu.derivative(3.0F) == 6.0F);
}
