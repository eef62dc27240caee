#include <activation/log_sigmoid.hpp>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("log_sigmoid: a value too small for a number keeps the sign of the exact one") {
    CHECK(tests::hex(activation::log_sigmoid(200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::log_sigmoid(1000.0)) == "-0x0p+0");
    CHECK(activation::log_sigmoid(-1e30F) == -1e30F);
}
