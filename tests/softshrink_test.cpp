#include <activation/softshrink.hpp>

#include "support/catch.hpp"

TEST_CASE("softshrink: lambd is 0.5 unless it is given, and its knees have derivative 0") {
    CHECK(activation::Softshrink<>{}.lambd == 0.5F);
    CHECK(activation::softshrink.derivative(0.5F) == 0.0F);
    CHECK(activation::softshrink.derivative(-0.5F) == 0.0F);
    CHECK(activation::softshrink(-2.0F, {.lambd = 0.25F}) == -1.75F);
}
