#include <activation/tanh.hpp>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("tanh: is odd bit for bit, and its derivative even") {
    for (const float x : tests::random_patterns<float>(100000, 11)) {
        if (!tests::same_bits(activation::tanh(-x), -activation::tanh(x)) ||
            !tests::same_bits(activation::tanh.derivative(-x), activation::tanh.derivative(x)))
            FAIL("at " << tests::hex(x));
    }
    SUCCEED();
}
