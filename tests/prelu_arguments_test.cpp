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

// What the weights, their gradients and the sizes of channels may be.

TEST_CASE("prelu: gradients of the weights take zero for what is not negative, and overwrite") {
    const std::vector<float> x{2, -0.0F, 0, 3}, grad_output{5, 5, 5, 5}, weight{0.25F};
    std::vector<float> grad_input(4), grad_weights{-7};
    activation::prelu.backward(grad_output, x, grad_input, weight, grad_weights, 4);
    CHECK(grad_weights[0] == 0);
    grad_weights[0] = -7;
    activation::prelu.backward(std::span(x).first(0), std::span(x).first(0), std::span(grad_input).first(0), weight,
                               grad_weights, 4);
    CHECK(grad_weights[0] == 0);
}

TEMPLATE_TEST_CASE("prelu: takes rows with room between them for every argument", "", float, double) {
    using T = TestType;
    for (const tests::shape& s : tests::shapes()) {
        if (s.size() == 0) continue;
        INFO(s.batches << " batches, " << s.channels << " channels, inner " << s.inner);
        const std::vector<T> x = tests::random_patterns<T>(s.size(), 47),
                             grad_output = tests::random_patterns<T>(s.size(), 53);
        const std::vector<T> weights = tests::weights_of<T>(s);
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
    both([](arguments& a) { a.inner = SIZE_MAX; },
         "x has 24 elements, weights has 4, inner is " + std::to_string(SIZE_MAX) + ": ");
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
