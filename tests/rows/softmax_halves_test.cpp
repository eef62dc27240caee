#include <activation/softmax.hpp>
#include <activation/storage.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include "support/catch.hpp"
#include "support/halves.hpp"

// Rows of halves: what the call on floats gives, rounded once.

namespace {

using activation::bfloat16;
using activation::float16;

template <class E>
std::vector<E> numbers(std::size_t count, unsigned seed, float scale) {
    std::vector<E> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t k = (i * 2654435761u + seed * 40503u) % 4001;
        result[i] = static_cast<E>((static_cast<float>(k) - 2000) * scale / 2000);
    }
    return result;
}

template <class E>
std::vector<float> wide(const std::vector<E>& values) {
    std::vector<float> result;
    for (const E& value : values) result.push_back(static_cast<float>(value));
    return result;
}

template <class E>
std::size_t wrong(const std::vector<E>& results, const std::vector<float>& expected) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < results.size(); ++i)
        count += !tests::same_value(tests::number_of(results[i]), tests::nearest_half<E>(expected[i]));
    return count;
}

/// They compile for a quarter of a minute.
constexpr bool with_gradients = ACTIVATION_TESTS_ARE_THOROUGH;

/// Rows in and out of the window that is tried first, with and without options.
template <class X, class Y, class F, class... Options>
void check(const F& f, std::size_t width, std::size_t rows, float scale, const Options&... options) {
    CAPTURE(width, rows, scale);
    const auto x = numbers<X>(width * rows, 1, scale);
    const auto g = numbers<X>(width * rows, 2, 1);
    const auto floats = wide(x), gradients = wide(g);
    std::vector<float> expected(x.size()), back(x.size());
    std::vector<Y> y(x.size()), grad_input(x.size());
    f(floats, expected, width, options...);
    f(x, y, width, options...);
    CHECK(wrong(y, expected) == 0);
    std::vector<X> in_place = x;
    f(in_place, in_place, width, options...);
    CHECK(wrong(in_place, expected) == 0);
    if constexpr (with_gradients) {
        f.backward(gradients, wide(y), back, width, options...);
        f.backward(g, y, grad_input, width, options...);
        CHECK(wrong(grad_input, back) == 0);
    }
}

template <class X, class Y, class F>
void check_widths(const F& f) {
    for (const std::size_t width : {std::size_t{1}, std::size_t{5}, std::size_t{33}, std::size_t{200}})
        for (const float scale : {3.0f, 300.0f}) check<X, Y>(f, width, 6, scale);
    check<X, Y>(f, 5003, 2, 5.0f);
#if ACTIVATION_TESTS_ARE_THOROUGH
    activation::row_options<float> options;
    options.scale = 0.125f;
    options.causal = true;
    check<X, Y>(f, 40, 40, 9.0f, options);
    options.causal = false;
    options.inner = 3;
    check<X, Y>(f, 21, 9, 9.0f, options);
    check<X, Y>(f, 4099, 3, 9.0f, options);
#endif
}

TEST_CASE("softmax: rows of halves are those of floats, rounded") {
    check_widths<bfloat16, bfloat16>(activation::softmax);
#if ACTIVATION_TESTS_ARE_THOROUGH
    check_widths<float16, bfloat16>(activation::log_softmax);
#endif
}

}  // namespace
