#include <activation/celu.hpp>
#include <activation/elu.hpp>

#include "support/catch.hpp"

TEST_CASE("celu: alpha is 1 unless it is given, and celu is elu then") {
    CHECK(activation::CELU<>{}.alpha == 1.0F);
    CHECK(activation::celu(-2.0F) == activation::elu(-2.0F));
    CHECK(activation::celu(-2.0, {.alpha = 2.0}) == 2 * activation::elu(-1.0));
}
