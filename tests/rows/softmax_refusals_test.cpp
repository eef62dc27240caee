// Options that do not fit are refused before anything is written, by name.

#include <activation/rows.hpp>
#include <activation/softmax.hpp>
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/message_of.hpp"

using tests::message_of;

TEST_CASE("softmax: options that do not fit are refused by name before anything is written") {
    const std::vector<float> x(12, 1.0f);
    std::vector<float> y(12, 7.0f);
    const std::vector<float> untouched = y;
    const auto refused = [&](const activation::row_options<float>& options, const std::string& text) {
        CHECK(message_of([&] { activation::softmax(x, y, 3, options); }) ==
              "activation::softmax(x, y, width, options): " + text);
        CHECK(message_of([&] {
                  activation::log_softmax.backward(x, x, y, 3, options);
              }).find("activation::log_softmax.backward(grad_output, y, grad_input, width, options): ") == 0);
        CHECK(y == untouched);
    };
    refused({.scale = std::numeric_limits<float>::infinity()}, "scale is inf, but it must be finite");
    refused({.scale = std::numeric_limits<float>::quiet_NaN()}, "scale is nan, but it must be finite");
    const std::vector<float> mask(4);
    refused({.mask = mask}, "x has 12 elements, mask has 4: the mask must have the size of a row or of all");
    // The last is 1 in the 32 bits that a size may have.
    const std::array<long long, 4> negative{0, 1, -2, 3}, large{0, 4, 1, 1}, huge{0, 1, 1, 0x1'0000'0001};
    refused({.lengths = negative}, "lengths[2] is -2, but it must be from 0 to the width, which is 3");
    refused({.lengths = large}, "lengths[1] is 4, but it must be from 0 to the width, which is 3");
    refused({.lengths = huge}, "lengths[3] is 4294967297, but it must be from 0 to the width, which is 3");
    const std::array<unsigned, 3> few{};
    refused({.lengths = few}, "x has 12 elements, lengths has 3: there must be a length for each row");
    refused(
        {.inner = 0},
        "x has 12 elements, width is 3, inner is 0: all must be outer × width × inner, with an inner of at least 1");
    refused(
        {.inner = 3},
        "x has 12 elements, width is 3, inner is 3: all must be outer × width × inner, with an inner of at least 1");
    refused({.mask = std::span<const float>(y).first(3)},
            "mask has 3 elements, y has 12: they overlap without being the same memory");
    std::array<int, 12> both{};
    float* const memory = reinterpret_cast<float*>(both.data());
    CHECK(message_of([&] {
              activation::softmax(x, std::span<float>(memory, 12), 3, {.lengths = std::span(both).first(4)});
          }) == "activation::softmax(x, y, width, options): lengths has 4 elements, y has 12: they overlap");
}

TEST_CASE("softmax: the rows of strided arguments must be those of the call") {
    const std::vector<float> x(24, 1.0f);
    std::vector<float> y(12);
    const auto call = [&](std::size_t width, std::size_t stride) {
        return message_of([&] { activation::softmax(activation::rows(x, width, stride), y, 3, {.inner = 2}); });
    };
    // Two elements side by side, or a plane of three times two.
    CHECK(call(2, 4) == "");
    CHECK(call(6, 12) == "");
    CHECK(call(3, 6) ==
          "activation::softmax(x, y, width, options): the rows of x have 3 elements, but in this call they need 6");
}

TEST_CASE("softmax: no rows are fine with options too") {
    const std::vector<float> none;
    activation::softmax(none, std::span<float>{}, 0, {.scale = 2, .causal = true, .inner = 3});
    activation::softmax.backward(none, none, std::span<float>{}, 4, {.inner = 3});
    CHECK_THROWS_AS(activation::softmax(none, std::span<float>{}, 4, {.lengths = std::array<int, 1>{}}),
                    std::invalid_argument);
}
