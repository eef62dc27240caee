#include <activation/tanhshrink.hpp>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("tanhshrink: it is odd bit for bit, and what underflows keeps its sign") {
    for (float x = 0x1p-30F; x < 20; x *= 1.01F) REQUIRE(activation::tanhshrink(-x) == -activation::tanhshrink(x));
    CHECK(tests::hex(activation::tanhshrink(-0x1p-100F)) == "-0x0p+0");
    CHECK(tests::hex(activation::tanhshrink(0x1p-100F)) == "0x0p+0");
}
