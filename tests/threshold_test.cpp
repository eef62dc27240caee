#include <activation/threshold.hpp>

#include "support/catch.hpp"

TEST_CASE("threshold: the threshold itself takes the value") {
    CHECK(activation::threshold(1.0F, {.threshold = 1, .value = 20}) == 20.0F);
    CHECK(activation::threshold.derivative(1.0F, {.threshold = 1, .value = 20}) == 0.0F);
}
