#include <activation/softplus.hpp>

#include "support/catch.hpp"

TEST_CASE("softplus: names and defaults are PyTorch's, and so is the threshold") {
    CHECK(activation::Softplus<>{}.beta == 1.0F);
    CHECK(activation::Softplus<>{}.threshold == 20.0F);
    CHECK(activation::softplus(20.5) == 20.5);
    CHECK(activation::softplus(20.0) > 20.0);
    CHECK(activation::softplus.derivative(20.5) == 1.0);
    CHECK(activation::softplus.derivative(20.0) < 1.0);
    CHECK(activation::softplus(3.0F, {.threshold = 2.0F}) == 3.0F);
    CHECK(activation::softplus(1.0F, {.threshold = 2.0F}) == activation::softplus(1.0F));
}
