#include <activation/selu.hpp>
#include <cmath>
#include <limits>

#include "support/catch.hpp"

TEST_CASE("selu: the largest numbers become infinite only where lambda times them does") {
    CHECK(std::isfinite(activation::selu(0x1.e74b30p+127F)));
    CHECK(activation::selu(0x1.e74b32p+127F) == std::numeric_limits<float>::infinity());
    CHECK(std::isfinite(activation::selu(0x1.e74b31afded6dp+1023)));
    CHECK(activation::selu(0x1.e74b31afded6ep+1023) == std::numeric_limits<double>::infinity());
}
