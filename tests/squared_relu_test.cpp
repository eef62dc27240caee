#include <activation/squared_relu.hpp>

#include "support/catch.hpp"

TEST_CASE("squared_relu: 3 gives 9 and slope 6") {
    CHECK(activation::squared_relu(3.0F) == 9.0F);
    CHECK(activation::squared_relu.derivative(3.0F) == 6.0F);
}
