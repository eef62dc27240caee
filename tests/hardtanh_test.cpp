#include <activation/hardtanh.hpp>

#include "support/catch.hpp"

TEST_CASE("hardtanh: the derivative is 0 at both knees, as PyTorch has it") {
    CHECK(activation::Hardtanh<>{}.min_val == -1.0F);
    CHECK(activation::Hardtanh<>{}.max_val == 1.0F);
    CHECK(activation::hardtanh.derivative(1.0F) == 0.0F);
    CHECK(activation::hardtanh.derivative(-1.0F) == 0.0F);
    CHECK(activation::hardtanh.derivative(2.0F, {.min_val = -1, .max_val = 3}) == 1.0F);
}
