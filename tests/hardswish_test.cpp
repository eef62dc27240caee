#include <activation/hardswish.hpp>

#include "support/catch.hpp"

TEST_CASE("hardswish: the knees belong to the outer pieces") {
    CHECK(activation::hardswish.derivative(-3.0F) == 0.0F);
    CHECK(activation::hardswish.derivative(3.0F) == 1.0F);
    CHECK(activation::hardswish.derivative(-1.5F) == 0.0F);
}
