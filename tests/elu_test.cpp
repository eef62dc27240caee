#include <activation/elu.hpp>
#include <limits>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("elu: alpha is 1 unless it is given") {
    CHECK(activation::ELU<>{}.alpha == 1.0F);
    CHECK(activation::elu(-2.0F) == activation::elu(-2.0F, {.alpha = 1.0F}));
    CHECK(activation::elu(-2.0, {.alpha = 2.0}) == 2 * activation::elu(-2.0));
}

TEST_CASE("elu: an alpha that is not positive serves forward and derivative") {
    CHECK(activation::elu.derivative(-2.0F, {.alpha = -1.0F}) == -activation::elu.derivative(-2.0F));
    CHECK(activation::elu(-200.0F, {.alpha = -2.0F}) == 2.0F);
}

TEST_CASE("elu: a result that underflows has the sign of alpha times x") {
    constexpr float smallest = std::numeric_limits<float>::denorm_min();
    CHECK(tests::hex(activation::elu(-smallest, {.alpha = 0.3F})) == "-0x0p+0");
    CHECK(tests::hex(activation::elu(-smallest, {.alpha = -0.3F})) == "0x0p+0");
    CHECK(tests::hex(activation::elu(-smallest, {.alpha = 0.7F})) == "-0x1p-149");
    CHECK(tests::hex(activation::elu.derivative(-2000.0, {.alpha = 0.3})) == "0x0p+0");
    CHECK(tests::hex(activation::elu.derivative(-2000.0, {.alpha = -0.3})) == "-0x0p+0");
}
