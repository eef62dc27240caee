#include <activation/hardsigmoid.hpp>

#include "support/catch.hpp"

TEST_CASE("hardsigmoid: the derivative is 0 at both knees, as PyTorch has it") {
    CHECK(activation::hardsigmoid.derivative(-3.0) == 0.0);
    CHECK(activation::hardsigmoid.derivative(3.0) == 0.0);
    CHECK(activation::hardsigmoid.derivative(2.999) == 1.0 / 6);
}
