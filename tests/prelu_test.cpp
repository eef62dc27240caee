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

struct shape {
    std::size_t batches;
    std::size_t channels;
    std::size_t inner;

    std::size_t size() const { return batches * channels * inner; }
    std::size_t channel(std::size_t i) const { return i / inner % channels; }
};

/// Channels last and first, inner from one to many vectors, counts that no vector divides.
std::vector<shape> shapes() {
    std::vector<shape> all;
    for (const std::size_t batches : std::initializer_list<std::size_t>{0, 1, 3})
        for (const std::size_t channels : std::initializer_list<std::size_t>{1, 2, 3, 7, 64, 65, 200, 513})
            for (const std::size_t inner : std::initializer_list<std::size_t>{1, 2, 5, 16, 49, 63, 64, 65, 200})
                if (batches * channels * inner < 15000) all.push_back({batches, channels, inner});
    return all;
}

template <class T>
std::vector<T> weights_of(const shape& s) {
    std::vector<T> weights(s.channels);
    for (std::size_t c = 0; c < s.channels; ++c) weights[c] = T(0.25) + static_cast<T>(c) / T(64);
    return weights;
}

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

TEMPLATE_TEST_CASE("prelu: takes rows with room between them for every argument", "", float, double) {
    using T = TestType;
    for (const shape& s : shapes()) {
        if (s.size() == 0) continue;
        INFO(s.batches << " batches, " << s.channels << " channels, inner " << s.inner);
        const std::vector<T> x = tests::random_patterns<T>(s.size(), 47),
                             grad_output = tests::random_patterns<T>(s.size(), 53);
        const std::vector<T> weights = weights_of<T>(s);
        std::vector<T> y(s.size()), grad_input(s.size()), grad_weights(s.channels);
        activation::prelu(x, y, weights, s.inner);
        activation::prelu.backward(grad_output, x, grad_input, weights, grad_weights, s.inner);
        const auto same = [](const std::vector<T>& a, const std::vector<T>& b) {
            return std::equal(a.begin(), a.end(), b.begin(), b.end(), tests::same_bits<T>);
        };
        // Rows that end in the middle of a channel's segment as well as with it, of one element and of all.
        for (const std::size_t width : {std::size_t{1}, s.inner, s.batches * s.inner, s.size()}) {
            const std::size_t stride = width + 3;
            const auto spread = [&](const std::vector<T>& from, std::size_t row) {
                std::vector<T> wide(from.size() / row * (row + 3), T(99));
                for (std::size_t i = 0; i < from.size(); ++i) wide[i / row * (row + 3) + i % row] = from[i];
                return wide;
            };
            const std::vector<T> wide_x = spread(x, width), wide_grad = spread(grad_output, width),
                                 wide_weights = spread(weights, 1);
            std::vector<T> wide_y(wide_x.size(), T(99)), wide_grad_input(wide_y),
                wide_grad_weights(wide_weights.size(), T(99));
            activation::prelu(activation::rows(wide_x, width, stride), activation::rows(wide_y, width, stride),
                              activation::rows(wide_weights, 1, 4), s.inner);
            REQUIRE(same(wide_y, spread(y, width)));
            activation::prelu.backward(
                activation::rows(wide_grad, width, stride), activation::rows(wide_x, width, stride),
                activation::rows(wide_grad_input, width, stride), activation::rows(wide_weights, 1, 4),
                activation::rows(wide_grad_weights, 1, 4), s.inner);
            REQUIRE(same(wide_grad_input, spread(grad_input, width)));
            REQUIRE(same(wide_grad_weights, spread(grad_weights, 1)));
        }
    }
}

TEST_CASE("prelu: gradients of the weights take zero for what is not negative, and overwrite") {
    const std::vector<float> x{2, -0.0F, 0, 3}, grad_output{5, 5, 5, 5}, weight{0.25F};
    std::vector<float> grad_input(4), grad_weights{-7};
    activation::prelu.backward(grad_output, x, grad_input, weight, grad_weights, 4);
    CHECK(grad_weights[0] == 0);
    activation::prelu.backward(std::span(x).first(0), std::span(x).first(0), std::span(grad_input).first(0), weight,
                               grad_weights = {-7}, 4);
    CHECK(grad_weights[0] == 0);
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

namespace {

using Catch::Matchers::StartsWith;

template <class T>
struct channel_arguments {
    std::vector<T> memory = std::vector<T>(200, T(-1));
    std::span<T> x = std::span(memory).subspan(0, 24);
    std::span<T> y = std::span(memory).subspan(30, 24);
    std::span<T> grad_output = std::span(memory).subspan(60, 24);
    std::span<T> weights = std::span(memory).subspan(90, 4);
    std::span<T> grad_weights = std::span(memory).subspan(100, 4);
    std::size_t inner = 3;

    void require_refused(const std::string& forward, const std::string& backward) const {
        const auto call = [&] { activation::prelu(x, y, weights, inner); };
        const auto call_backward = [&] { activation::prelu.backward(grad_output, x, y, weights, grad_weights, inner); };
        if (!forward.empty()) {
            CHECK_THROWS_AS(call(), std::invalid_argument);
            CHECK_THROWS_WITH(call(), StartsWith("activation::prelu(x, y, weights, inner): " + forward));
        }
        CHECK_THROWS_AS(call_backward(), std::invalid_argument);
        CHECK_THROWS_WITH(call_backward(), StartsWith("activation::prelu.backward(grad_output, x, grad_input, weights, "
                                                      "grad_weights, inner): " +
                                                      backward));
        CHECK(memory == std::vector<T>(200, T(-1)));
    }
};

}  // namespace

TEMPLATE_TEST_CASE("prelu: a call with unfit channels throws before it writes", "", float, double) {
    using arguments = channel_arguments<TestType>;
    const auto refused = [](auto change, const std::string& forward, const std::string& backward) {
        arguments a;
        change(a);
        a.require_refused(forward, backward);
    };
    const auto both = [&](auto change, const std::string& text) { refused(change, text, text); };
    both([](arguments& a) { a.inner = 0; }, "x has 24 elements, weights has 4, inner is 0: ");
    both([](arguments& a) { a.inner = 4; }, "x has 24 elements, weights has 4, inner is 4: ");
    both([](arguments& a) { a.inner = SIZE_MAX; }, "x has 24 elements, weights has 4, inner is 18446744073709551615: ");
    both([](arguments& a) { a.weights = a.grad_weights = a.weights.first(0); },
         "x has 24 elements, weights has 0, inner is 3: ");
    both([](arguments& a) { a.x = a.x.first(23); }, "x has 23 elements, weights has 4, inner is 3: ");
    refused([](arguments& a) { a.y = a.y.first(12); }, "x has 24 elements, y has 12: the sizes must agree",
            "grad_output has 24 elements, grad_input has 12: the sizes must agree");
    refused([](arguments& a) { a.y = a.grad_output = std::span(a.memory).subspan(1, 24); },
            "x has 24 elements, y has 24: they overlap", "grad_output has 24 elements, x has 24: they overlap");
    refused([](arguments& a) { a.grad_weights = a.grad_weights.first(3); }, "",
            "weights has 4 elements, grad_weights has 3: the sizes must agree");
    refused([](arguments& a) { a.grad_weights = a.y.first(4); }, "",
            "grad_input has 24 elements, grad_weights has 4: they overlap");
    refused([](arguments& a) { a.weights = a.x.last(4); }, "x has 24 elements, weights has 4: they overlap",
            "x has 24 elements, weights has 4: they overlap");
    refused([](arguments& a) { a.weights = a.y.last(4); }, "weights has 4 elements, y has 24: they overlap",
            "grad_input has 24 elements, weights has 4: they overlap");
    arguments fit;
    CHECK_NOTHROW(activation::prelu(fit.x, fit.y, fit.weights, fit.inner));
    CHECK_NOTHROW(activation::prelu.backward(fit.grad_output, fit.x, fit.y, fit.weights, fit.grad_weights, fit.inner));
}
