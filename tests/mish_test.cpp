#include <activation/mish.hpp>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("mish: what underflows keeps its sign") {
    CHECK(tests::hex(activation::mish(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::mish.derivative(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::mish(-1000.0)) == "-0x0p+0");
    CHECK(tests::hex(activation::mish.derivative(-1000.0)) == "-0x0p+0");
}
