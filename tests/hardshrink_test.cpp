#include <activation/hardshrink.hpp>

#include "support/catch.hpp"

TEST_CASE("hardshrink: lambd is 0.5 unless it is given, and its knees have value and derivative 0") {
    CHECK(activation::Hardshrink<>{}.lambd == 0.5F);
    CHECK(activation::hardshrink(0.5F) == 0.0F);
    CHECK(activation::hardshrink.derivative(-0.5F) == 0.0F);
    CHECK(activation::hardshrink(-2.0F, {.lambd = 0.25F}) == -2.0F);
}
