// Calls over rows with biased, scaled and accumulate: the bits of the separate steps.

#include <activation/storage.hpp>

#include "rows/fused_steps.hpp"
#include "support/halves.hpp"

namespace {

using namespace rows;

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
    check<float, float>(activation::softmax, 70, 60, 35, 2, options);
}

}  // namespace
