#include <activation/swish.hpp>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("swish: beta is 1 unless it is given, and what underflows keeps its sign") {
    CHECK(activation::Swish<>{}.beta == 1.0F);
    CHECK(activation::swish(-2.0F) == activation::swish(-2.0F, {.beta = 1.0F}));
    CHECK(tests::hex(activation::swish(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::swish.derivative(-200.0F)) == "-0x0p+0");
}
