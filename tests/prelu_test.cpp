#include <activation/prelu.hpp>
#include <activation/rows.hpp>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/channels.hpp"
#include "support/same_bits.hpp"

TEST_CASE("prelu: weight is 0.25 unless it is given") {
    CHECK(activation::PReLU<>{}.weight == 0.25F);
    CHECK(activation::PReLU<double>{}.weight == 0.25);
    CHECK(activation::prelu(-2.0F) == -2 * 0.25F);
    CHECK(activation::prelu(-2.0, {.weight = 0.5}) == -1);
}

TEST_CASE("prelu: a slope that is not positive serves forward and derivative") {
    CHECK(activation::prelu(-2.0F, {.weight = -0.5F}) == 1.0F);
    CHECK(activation::prelu.derivative(-2.0F, {.weight = -0.5F}) == -0.5F);
    CHECK(activation::prelu.derivative(-2.0F, {.weight = 0.0F}) == 0.0F);
}

// ---- one weight for each channel -------------------------------------------------------------------------------

namespace {

using tests::shape;
using tests::shapes;
using tests::weights_of;

template <class T>
void check_channels(const shape& s) {
    INFO(s.batches << " batches, " << s.channels << " channels, inner " << s.inner);
    const std::vector<T> weights = weights_of<T>(s), x = tests::random_patterns<T>(s.size(), 41);
    std::vector<T> y(s.size()), in_place(x);
    activation::prelu(x, y, weights, s.inner);
    activation::prelu(in_place, in_place, weights, s.inner);
    std::size_t different = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
        const T expected = activation::prelu(x[i], {.weight = weights[s.channel(i)]});
        different += !tests::same_bits(y[i], expected) || !tests::same_bits(in_place[i], expected);
    }
    REQUIRE(different == 0);
}

/// The exact sums by long double with its error kept: far more than what a double can show.
template <class T>
std::vector<T> exact_sums(const shape& s, const std::vector<T>& grad_output, const std::vector<T>& x) {
    std::vector<long double> high(s.channels), low(s.channels);
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (!(x[i] <= 0)) continue;
        const long double a = static_cast<long double>(grad_output[i]), b = static_cast<long double>(x[i]);
        const long double product = a * b, rest = std::fma(a, b, -product);
        long double& sum = high[s.channel(i)];
        const long double next = sum + product, shadow = next - sum;
        low[s.channel(i)] += (sum - (next - shadow)) + (product - shadow) + rest;
        sum = next;
    }
    std::vector<T> sums(s.channels);
    for (std::size_t c = 0; c < s.channels; ++c) sums[c] = static_cast<T>(high[c] + low[c]);
    return sums;
}

template <class T>
void check_channel_gradients(const shape& s) {
    INFO(s.batches << " batches, " << s.channels << " channels, inner " << s.inner);
    const std::vector<T> weights = weights_of<T>(s);
    std::vector<T> x(s.size()), grad_output(s.size());
    tests::random_bits next(43);
    for (std::size_t i = 0; i < s.size(); ++i) {
        x[i] = static_cast<T>(static_cast<std::int32_t>(next())) / T(1 << 28);
        grad_output[i] = static_cast<T>(static_cast<std::int32_t>(next())) / T(1 << 20);
    }
    std::vector<T> grad_input(s.size()), grad_weights(s.channels, T(99)), grad_place(grad_output);
    activation::prelu.backward(grad_output, x, grad_input, weights, grad_weights, s.inner);
    for (std::size_t i = 0; i < s.size(); ++i) {
        const T slope = activation::prelu.derivative(x[i], {.weight = weights[s.channel(i)]});
        if (!tests::same_bits(grad_input[i], grad_output[i] * slope)) FAIL("grad_input[" << i << "]");
    }
    REQUIRE(grad_weights == exact_sums(s, grad_output, x));
    // The same with every output on the memory of an input.
    std::vector<T> shared_weights(weights), again(s.channels);
    activation::prelu.backward(grad_place, x, grad_place, shared_weights, shared_weights, s.inner);
    REQUIRE(grad_place == grad_input);
    REQUIRE(shared_weights == grad_weights);
    activation::prelu.backward(grad_output, x, x, weights, again, s.inner);
    REQUIRE(x == grad_input);
    REQUIRE(again == grad_weights);
}

}  // namespace

TEMPLATE_TEST_CASE("prelu: takes each element's weight by its channel", "", float, double) {
    for (const shape& s : shapes()) check_channels<TestType>(s);
}

TEMPLATE_TEST_CASE("prelu: gradients of the weights are the exact sums, rounded once", "", float, double) {
    for (const shape& s : shapes()) check_channel_gradients<TestType>(s);
}

TEMPLATE_TEST_CASE("prelu: gradients of the weights survive cancellation", "", float, double) {
    using T = TestType;
    // Floats: 2³⁶ − 2³⁶ + 2⁻⁴, of which a sum of floats loses the rest; doubles: 2⁹⁰ − 2⁹⁰ + 2⁻⁴⁰, of which a plain
    // double does.
    const bool single = std::is_same_v<T, float>;
    const T large = static_cast<T>(std::int64_t{1} << (single ? 12 : 30)), tiny = T(1) / T(single ? 4 : 1 << 20);
    for (const std::size_t inner : {std::size_t{1}, std::size_t{3}, std::size_t{500}}) {
        const shape s{300, 2, inner};
        std::vector<T> x(s.size()), grad_output(s.size(), T(1)), grad_input(s.size()), grad_weights(2);
        for (std::size_t i = 0; i < s.size(); ++i) {
            const bool odd = i / (2 * inner) % 2 == 1;
            x[i] = -large;
            grad_output[i] = odd ? -large * large : large * large;
        }
        x[0] = -tiny;
        grad_output[0] = tiny;
        x[s.size() - 2 * inner] = T(0);
        activation::prelu.backward(grad_output, x, grad_input, std::vector<T>{1, 1}, grad_weights, inner);
        CHECK(grad_weights == exact_sums(s, grad_output, x));
    }
}

TEMPLATE_TEST_CASE("prelu: a positive input passes no gradient to the weight, whatever it is; NaN does", "", float,
                   double) {
    using T = TestType;
    const T infinity = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    for (const shape& s : shapes()) {
        if (s.size() == 0) continue;
        INFO(s.batches << " batches, " << s.channels << " channels, inner " << s.inner);
        std::vector<T> x(s.size()), grad_output(s.size()), grad_input(s.size()), grad_weights(s.channels);
        const std::vector<T> weights = weights_of<T>(s);
        for (std::size_t i = 0; i < s.size(); ++i) {
            x[i] = i % 3 == 0 ? T(-1) - static_cast<T>(i % 7) : i % 3 == 1 ? T(5) : infinity;
            const T blocked[]{infinity, -infinity, nan, T(2)};
            grad_output[i] = i % 3 == 0 ? static_cast<T>(i % 5) : blocked[i % 4];
        }
        // The last channel has a NaN among its inputs, the one before it an infinite gradient where one passes.
        const std::size_t poisoned = s.size() - 1;
        x[poisoned] = nan;
        grad_output[poisoned] = 0;
        const std::size_t infinite = s.channels > 1 ? poisoned - s.inner : poisoned;
        if (s.channels > 1) x[infinite] = T(-1), grad_output[infinite] = -infinity;
        std::vector<T> expected(s.channels);
        for (std::size_t i = 0; i < s.size(); ++i)
            if (!(x[i] > 0)) expected[s.channel(i)] += grad_output[i] * x[i];
        activation::prelu.backward(grad_output, x, grad_input, weights, grad_weights, s.inner);
        for (std::size_t c = 0; c < s.channels; ++c)
            if (!tests::same_bits(grad_weights[c], expected[c])) FAIL("channel " << c << " of " << s.channels);
        REQUIRE(std::isnan(grad_weights.back()));
        for (std::size_t i = 0; i < s.size(); ++i) {
            const T slope = activation::prelu.derivative(x[i], {.weight = weights[s.channel(i)]});
            if (!tests::same_bits(grad_input[i], grad_output[i] * slope)) FAIL("grad_input[" << i << "]");
        }
    }
}
