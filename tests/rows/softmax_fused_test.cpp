#include <activation/fuse.hpp>
#include <activation/rows.hpp>
#include <activation/softmax.hpp>
#include <activation/storage.hpp>
#include <cstddef>
#include <span>
#include <vector>

#include "support/catch.hpp"
#include "support/halves.hpp"

// Calls over rows with biased, scaled and accumulate: the bits of the separate steps.

namespace {

using activation::accumulate;
using activation::biased;
using activation::row_options;
using activation::scaled;
using floats = std::vector<float>;

template <class E = float>
std::vector<E> numbers(std::size_t count, unsigned seed) {
    std::vector<E> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto k = static_cast<int>((i * 2654435761u + seed * 40503u) % 2003) - 1001;
        result[i] = static_cast<E>(static_cast<float>(k) / 217.3f);
    }
    return result;
}

/// A step by itself, whose result has been in memory.
template <class Step>
floats separately(std::size_t count, Step step) {
    floats result(count);
    for (std::size_t i = 0; i < count; ++i) {
        volatile float value = step(i);
        result[i] = value;
    }
    return result;
}

template <class E>
std::size_t wrong(const std::vector<E>& results, const floats& expected) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < results.size(); ++i)
        count += !(static_cast<float>(results[i]) == static_cast<float>(static_cast<E>(expected[i])));
    return count;
}

/// Forward and back, from fused and onto sums, with options or none.
template <class X, class Y, class F, class... Options>
void check(const F& f, std::size_t width, std::size_t rows, std::size_t channels, std::size_t inner,
           const Options&... options) {
    CAPTURE(width, channels, inner);
    const std::size_t count = width * rows;
    const auto x = numbers<X>(count, 1), g = numbers<X>(count, 2);
    const auto bias = numbers(channels, 3);
    const auto before = numbers<Y>(count, 4);
    const auto products = separately(count, [&](std::size_t i) { return 0.7f * static_cast<float>(x[i]); });
    const auto sums = separately(count, [&](std::size_t i) { return products[i] + bias[i / inner % channels]; });
    const auto gradients = separately(count, [&](std::size_t i) { return 0.3f * static_cast<float>(g[i]); });
    const auto added = [&](const floats& results) {
        return separately(count, [&](std::size_t i) { return static_cast<float>(before[i]) + results[i]; });
    };
    floats value(count), back(count);
    f(sums, value, width, options...);
    f.backward(gradients, value, back, width, options...);
    const auto in = biased(scaled(x, 0.7f), bias, inner);
    std::vector<Y> y(count);
    f(in, y, width, options...);
    CHECK(wrong(y, value) == 0);
    y = before;
    f(in, accumulate(y), width, options...);
    CHECK(wrong(y, added(value)) == 0);
    f.backward(scaled(g, 0.3f), value, y, width, options...);
    CHECK(wrong(y, back) == 0);
    y = before;
    f.backward(scaled(g, 0.3f), value, accumulate(y), width, options...);
    CHECK(wrong(y, added(back)) == 0);
}

TEST_CASE("softmax: what is fused has the bits of the separate steps") {
    for (const std::size_t width : {std::size_t{1}, std::size_t{5}, std::size_t{40}, std::size_t{333}}) {
        check<float, float>(activation::softmax, width, 12, width, 1);
        check<float, float>(activation::softmax, width, 12, 3, 2 * width);
        check<float, float>(activation::log_softmax, width, 12, 2 * width, 3);
        row_options<float> options;
        const floats mask = numbers(width, 5);
        const std::vector<std::size_t> lengths{0, 1, width, width / 2, 0, 1, width, width / 2, 1, 0, 1, width};
        options.scale = 0.5f;
        options.mask = mask;
        options.lengths = lengths;
        check<float, float>(activation::softmax, width, 12, width, 1, options);
        options = {};
        options.inner = 3;
        options.causal = true;
        check<float, float>(activation::softmax, width, 12, width, 1, options);
    }
    check<activation::bfloat16, activation::float16>(activation::softmax, 333, 4, 37, 9);
    // More than fit onto the stack.
    check<float, float>(activation::softmax, 5000, 3, 5000, 1);
    row_options<float> options;
    options.causal = true;
    check<float, float>(activation::softmax, 5000, 3, 5000, 1, options);
    check<float, float>(activation::log_softmax, 70, 60, 35, 2, options);
}

TEST_CASE("softmax: fused calls in place, onto a bias, and of rows that stand apart") {
    const std::size_t width = 100, count = 3 * width;
    for (const float factor : {1.0f, 40.0f}) {
        // Rows in and out of the window that is tried first, and would keep its exponentials in y.
        const floats x = separately(count, [&, all = numbers(count, 1)](std::size_t i) { return factor * all[i]; });
        const floats ones(count, 1.0f);
        floats want(count), y = x;
        activation::softmax(x, want, width);
        activation::softmax(y, accumulate(y), width);
        CHECK(wrong(y, separately(count, [&](std::size_t i) { return x[i] + want[i]; })) == 0);
        activation::softmax(separately(count, [&](std::size_t i) { return 1 + x[i]; }), want, width);
        y = x;
        activation::softmax(biased(ones, y), y, width);
        CHECK(wrong(y, want) == 0);
        y = x;
        activation::softmax(biased(y, ones), y, width);
        CHECK(wrong(y, want) == 0);
    }
    floats apart(15, 2.0f);
    const floats x(12, 1.0f), bias(4, 0.5f);
    activation::softmax(biased(x, bias), accumulate(activation::rows(apart, 4, 5)), 4);
    CHECK(apart == floats{2.25f, 2.25f, 2.25f, 2.25f, 2, 2.25f, 2.25f, 2.25f, 2.25f, 2, 2.25f, 2.25f, 2.25f, 2.25f, 2});
}

TEST_CASE("softmax: what is fused and does not fit is refused before anything is written") {
    floats x(12, 1.0f), y(12, 7.0f), bias(4);
    const auto refused = [&](auto call, const char* text) {
        CHECK_THROWS_WITH(call(), text);
        CHECK(y == floats(12, 7.0f));
    };
    refused(
        [&] { activation::softmax(biased(x, bias), accumulate(y), 5); },
        "activation::softmax(x, y, width): x has 12 elements, width is 5: all must be rows × width, with a width of "
        "at least 1");
    refused([&] { activation::softmax(biased(x, bias), std::span(y).first(8), 4); },
            "activation::softmax(x, y, width): x has 12 elements, y has 8: the sizes must agree");
    refused(
        [&] { activation::softmax(biased(x, std::span(y).first(4)), y, 4); },
        "activation::softmax(x, y, width): y has 12 elements, bias has 4: they overlap without being the same memory");
    refused([&] { activation::softmax(scaled(activation::rows(x, 3, 4), 2), std::span(y).first(9), 9); },
            "activation::softmax(x, y, width): the rows of x have 3 elements, but in this call they need 9");
    const floats none;
    CHECK_NOTHROW(activation::softmax(biased(none, bias), accumulate(std::span<float>{}), 0));
}

}  // namespace
