#include <activation/sigmoid.hpp>
#include <activation/softplus.hpp>
#include <cstddef>
#include <limits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEST_CASE("softplus: names and defaults are PyTorch's, and so is the threshold") {
    CHECK(activation::Softplus<>{}.beta == 1.0F);
    CHECK(activation::Softplus<>{}.threshold == 20.0F);
    CHECK(activation::softplus(20.5) == 20.5);
    CHECK(activation::softplus(20.0) > 20.0);
    CHECK(activation::softplus.derivative(20.5) == 1.0);
    CHECK(activation::softplus.derivative(20.0) < 1.0);
    CHECK(activation::softplus(3.0F, {.threshold = 2.0F}) == 3.0F);
    CHECK(activation::softplus(1.0F, {.threshold = 2.0F}) == activation::softplus(1.0F));
}

TEST_CASE("softplus: from 18 on a threshold changes nothing of a float") {
    const std::vector<float> x = tests::every_binade<float>(200, 3);
    std::vector<float> value(x.size()), slope(x.size());
    for (const float threshold : {18.0F, 20.0F, 50.0F, std::numeric_limits<float>::infinity()}) {
        activation::softplus.value_and_derivative(x, value, slope, {.threshold = threshold});
        const activation::Softplus<float> functor{.threshold = threshold};
        for (std::size_t i = 0; i < x.size(); ++i)
            if (!tests::same_bits(value[i], functor.forward(x[i])) ||
                !tests::same_bits(slope[i], functor.derivative(x[i])))
                FAIL_CHECK(tests::hex(value[i]) + " and " + tests::hex(slope[i]) + " at " + tests::hex(x[i]));
    }
}

TEST_CASE("softplus: the derivative has sigmoid's bits, those of the mirrored one with beta -1") {
    const std::vector<float> x = tests::every_binade<float>(30, 7);
    std::vector<float> mirrored(x), expected(x.size()), slope(x.size()), falling(x.size());
    for (float& each : mirrored) each = -each;
    constexpr float infinity = std::numeric_limits<float>::infinity();
    activation::sigmoid(x, expected);
    activation::softplus.derivative(x, slope, {.threshold = infinity});
    activation::softplus.derivative(mirrored, falling, {.beta = -1, .threshold = infinity});
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!tests::same_bits(slope[i], expected[i]) || !tests::same_bits(falling[i], expected[i]))
            FAIL_CHECK(tests::hex(slope[i]) + " and " + tests::hex(falling[i]) + " at " + tests::hex(x[i]));
}
