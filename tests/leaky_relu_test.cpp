#include <activation/leaky_relu.hpp>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct leaky_relu_row : tests::row_defaults<activation::LeakyReLU<T>, T> {
    static constexpr const auto& call = activation::leaky_relu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::LeakyReLU<T> parameters[] = {
        {}, {.negative_slope = T(0.2)}, {.negative_slope = T(1.5)}};
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<T> ambiguous{0, T(-0.0), -1, std::numeric_limits<T>::quiet_NaN()};
    static constexpr const char* parameter = "negative_slope";
    static constexpr std::initializer_list<double> knees{0};

    static constexpr double ulp(activation::LeakyReLU<T>) { return 0.5; }
    static constexpr tests::edges<T> value(activation::LeakyReLU<T>) { return {0, T(-0.0), infinity, -infinity}; }
    static constexpr tests::edges<T> derivative(activation::LeakyReLU<T> p) {
        return {p.negative_slope, p.negative_slope, 1, p.negative_slope};
    }
    static long double formula(long double x, activation::LeakyReLU<T> p) {
        return x > 0 ? x : static_cast<long double>(p.negative_slope) * x;
    }
};

const tests::suite<leaky_relu_row> suite;

}  // namespace

TEST_CASE("leaky_relu: negative_slope is 0.01 unless it is given") {
    CHECK(activation::LeakyReLU<>{}.negative_slope == 0.01F);
    CHECK(activation::LeakyReLU<double>{}.negative_slope == 0.01);
    CHECK(activation::leaky_relu(-2.0F) == -2 * 0.01F);
    CHECK(activation::leaky_relu(-2.0, {.negative_slope = 0.5}) == -1);
}

TEST_CASE("leaky_relu: a slope that is not positive serves forward and derivative") {
    CHECK(activation::leaky_relu(-2.0F, {.negative_slope = -0.5F}) == 1.0F);
    CHECK(activation::leaky_relu.derivative(-2.0F, {.negative_slope = -0.5F}) == -0.5F);
    CHECK(activation::leaky_relu.derivative(-2.0F, {.negative_slope = 0.0F}) == 0.0F);
}
