#include <activation/softsign.hpp>

#include "support/catch.hpp"

TEST_CASE("softsign: 1 gives a half and slope a quarter") {
    CHECK(activation::softsign(1.0F) == 0.5F);
    CHECK(activation::softsign.derivative(-1.0F) == 0.25F);
}
