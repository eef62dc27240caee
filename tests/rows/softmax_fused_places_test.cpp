// Fused calls over rows whose memory is shared or stands apart, and those that are refused.

#include "rows/fused_steps.hpp"

namespace {

using namespace rows;

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
