#include <activation/silu.hpp>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("silu: a result too small for a number keeps the sign of the exact one") {
    CHECK(tests::hex(activation::silu(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::silu.derivative(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::silu(-1000.0)) == "-0x0p+0");
    CHECK(tests::hex(activation::silu.derivative(-1000.0)) == "-0x0p+0");
}
