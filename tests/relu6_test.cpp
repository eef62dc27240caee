#include <activation/relu6.hpp>

#include "support/catch.hpp"

TEST_CASE("relu6: the derivative is 0 at both knees, as PyTorch has it") {
    CHECK(activation::relu6.derivative(0.0F) == 0.0F);
    CHECK(activation::relu6.derivative(6.0F) == 0.0F);
    CHECK(activation::relu6.derivative(5.999F) == 1.0F);
}
