#include <activation/gelu_tanh.hpp>
#include <numbers>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("gelu_tanh: a result too small for a number keeps the sign of the exact one") {
    CHECK(tests::hex(activation::gelu_tanh(-40.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu_tanh.derivative(-40.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu_tanh(-400.0)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu_tanh.derivative(-400.0)) == "-0x0p+0");
}
