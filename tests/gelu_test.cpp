#include <activation/gelu.hpp>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("gelu: a result too small for a number keeps the sign of the exact one") {
    CHECK(tests::hex(activation::gelu(-40.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu.derivative(-40.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu(-400.0)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu.derivative(-400.0)) == "-0x0p+0");
}
