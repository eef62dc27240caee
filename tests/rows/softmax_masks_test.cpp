// Masks and lengths of every type that is read, and what they leave of a row.

#include <activation/rows.hpp>
#include <activation/softmax.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

using bits = tests::random_bits;

std::vector<float> values(std::size_t count, bits& next) {
    std::vector<float> x(count);
    for (float& value : x) value = static_cast<float>(static_cast<double>(next() >> 11) * 0x1p-50 - 4);
    return x;
}

bool same(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), tests::same_bits<float>);
}

}  // namespace

TEST_CASE("softmax: lengths may be of any type of integer, and masks any range that is read") {
    const std::vector<float> x{1, 2, 3, 4, 5, 6};
    std::vector<float> y(6), want(6);
    const float mask[]{0, 0, 0, 1, 2, 0};
    activation::softmax(x, want, 3, {.mask = mask, .lengths = std::vector<std::size_t>{2, 1}});
    CHECK(want[2] == 0);
    CHECK(want[3] == 1);
    const auto check_lengths = [&](const auto& lengths) {
        activation::softmax(x, y, 3, {.mask = std::span<const float>(mask), .lengths = lengths});
        CHECK(same(y, want));
    };
    check_lengths(std::array<signed char, 2>{2, 1});
    check_lengths(std::array<unsigned char, 2>{2, 1});
    check_lengths(std::array<int, 2>{2, 1});
    check_lengths(std::array<std::int64_t, 2>{2, 1});
    const float strided[]{0, 0, 0, 9, 1, 2, 0};
    activation::softmax(x, y, 3,
                        {.mask = activation::rows(strided, 3, 4), .lengths = std::array<unsigned short, 2>{2, 1}});
    CHECK(same(y, want));
}

/// A mask of M has the bits of the mask of floats that are the same numbers, one row for all or each its own.
template <class M>
void check_half_mask(std::size_t width, std::size_t inner, bool one_for_all, bits& next) {
    CAPTURE(width, inner, one_for_all);
    const std::size_t count = 4 * width * inner;
    const auto x = values(count, next);
    std::vector<M> mask;
    for (const float value : values(one_for_all ? width : count, next)) mask.push_back(M(value));
    if (width > 1) mask[1] = M(-std::numeric_limits<float>::infinity());
    const std::vector<float> same_mask(mask.begin(), mask.end());
    std::vector<float> y(count), want(count);
    activation::softmax(x, want, width, {.scale = 0.5f, .mask = same_mask, .causal = true, .inner = inner});
    activation::softmax(x, y, width, {.scale = 0.5f, .mask = mask, .causal = true, .inner = inner});
    CHECK(same(y, want));
    const auto apart = activation::rows(mask, width - width / 3, width);
    if (inner != 1 || one_for_all || width < 3) return;
    // The rows of a mask may stand apart, whatever its elements.
    const std::size_t narrow = width - width / 3;
    activation::softmax(activation::rows(x, narrow, width), activation::rows(y, narrow, width), narrow,
                        {.mask = apart});
    activation::softmax(activation::rows(x, narrow, width), activation::rows(want, narrow, width), narrow,
                        {.mask = activation::rows(same_mask, narrow, width)});
    CHECK(same(y, want));
}

TEST_CASE("softmax: a mask may be of halves") {
    bits next(5);
    for (const std::size_t width : {std::size_t{1}, std::size_t{3}, std::size_t{40}, std::size_t{70}})
        for (const std::size_t inner : {std::size_t{1}, std::size_t{3}})
            for (const bool one_for_all : {false, true}) {
                check_half_mask<activation::bfloat16>(width, inner, one_for_all, next);
                check_half_mask<activation::float16>(width, inner, one_for_all, next);
            }
    check_half_mask<activation::float16>(5001, 2, false, next);
    // One whose memory is that of an output in part.
    std::vector<activation::bfloat16> memory(20);
    const std::vector<float> x(12);
    CHECK_THROWS_WITH(activation::softmax(x, std::span(memory).first(12), 3, {.mask = std::span(memory).last(12)}),
                      "activation::softmax(x, y, width, options): mask has 12 elements, y has 12: they overlap without "
                      "being the same memory");
}

TEST_CASE("softmax: a row of which nothing takes part is nothing, and one that is masked throughout is NaN") {
    const float lowest = -std::numeric_limits<float>::infinity();
    std::vector<float> x{1, 2, 3, 4}, y(4, 7.0f);
    activation::softmax(x, y, 2, {.lengths = std::vector<int>{0, 0}});
    CHECK(same(y, {0, 0, 0, 0}));
    activation::log_softmax(x, y, 2, {.lengths = std::vector<int>{0, 1}});
    CHECK(same(y, {lowest, lowest, 0, lowest}));
    activation::softmax(x, y, 2, {.mask = std::vector<float>{lowest, lowest}});
    CHECK((std::isnan(y[0]) && std::isnan(y[3])));
    // Gradients of what takes no part are not read.
    const float nan = std::numeric_limits<float>::quiet_NaN();
    activation::softmax.backward(std::vector<float>{1, nan, nan, nan}, std::vector<float>{1, nan, 0, nan}, y, 2,
                                 {.scale = 4, .lengths = std::vector<int>{1, 0}});
    CHECK(same(y, {0, 0, 0, 0}));
}
