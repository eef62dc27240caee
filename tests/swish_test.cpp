#include <activation/silu.hpp>
#include <activation/swish.hpp>
#include <cstddef>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("swish: beta is 1 unless it is given, and what underflows keeps its sign") {
    CHECK(activation::Swish<>{}.beta == 1.0F);
    CHECK(activation::swish(-2.0F) == activation::swish(-2.0F, {.beta = 1.0F}));
    CHECK(tests::hex(activation::swish(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::swish.derivative(-200.0F)) == "-0x0p+0");
}

TEMPLATE_TEST_CASE("swish: with beta 1 it has silu's bits, with beta -1 those of the mirrored one", "", float, double) {
    const std::vector<TestType> x = tests::every_binade<TestType>(30, 7);
    std::vector<TestType> expected(x.size()), rising(x.size()), falling(x.size()), mirrored(x);
    for (TestType& each : mirrored) each = -each;
    activation::silu(x, expected);
    activation::swish(x, rising, {.beta = 1});
    activation::swish(mirrored, falling, {.beta = -1});
    for (std::size_t i = 0; i < x.size(); ++i) {
        CAPTURE(tests::hex(x[i]));
        if (!tests::same_bits(rising[i], expected[i])) FAIL_CHECK(tests::hex(rising[i]) + " for silu's");
        if (!tests::same_bits(static_cast<TestType>(-falling[i]), expected[i])) FAIL_CHECK(tests::hex(falling[i]));
    }
}

TEST_CASE("swish: the derivative has the bits of silu's at beta times x, where that product is a float") {
    const std::vector<float> x = tests::every_binade<float>(30, 7);
    std::vector<float> doubled(x), expected(x.size()), slope(x.size());
    for (float& each : doubled) each *= 2;
    for (const float beta : {1.0F, 2.0F}) {
        activation::silu.derivative(beta == 1.0F ? x : doubled, expected);
        activation::swish.derivative(x, slope, {.beta = beta});
        for (std::size_t i = 0; i < x.size(); ++i)
            if (!tests::same_bits(slope[i], expected[i]))
                FAIL_CHECK(tests::hex(slope[i]) + " for " + tests::hex(expected[i]) + " at " + tests::hex(x[i]));
    }
}
