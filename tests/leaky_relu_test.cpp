#include <activation/leaky_relu.hpp>

#include "support/catch.hpp"

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
