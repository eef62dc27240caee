#include <activation/sigmoid.hpp>
#include <limits>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("sigmoid: the left tail is computed down to the last subnormal") {
    CHECK(activation::sigmoid(-103.0F) == std::numeric_limits<float>::denorm_min());
    CHECK(tests::hex(activation::sigmoid(-200.0F)) == "0x0p+0");
    CHECK(activation::sigmoid(-745.0) == std::numeric_limits<double>::denorm_min());
    CHECK(tests::hex(activation::sigmoid(-1000.0)) == "0x0p+0");
}
