#include <activation/fast.hpp>
#include <activation/fuse.hpp>
#include <activation/prelu.hpp>
#include <activation/rows.hpp>
#include <activation/softsign.hpp>
#include <activation/storage.hpp>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

// biased, scaled and accumulate: the bits of the separate steps, and the errors of every call.

namespace {

using activation::accumulate;
using activation::bfloat16;
using activation::biased;
using activation::scaled;

template <class E>
using computed_t = std::conditional_t<std::is_same_v<E, double>, double, float>;

/// Numbers around 0, some large ones, none of which has few bits.
template <class E>
std::vector<E> numbers(std::size_t count, int seed) {
    std::vector<E> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto k = static_cast<int>((i * 2654435761u + static_cast<unsigned>(seed) * 40503u) % 2003) - 1001;
        result[i] = static_cast<E>(static_cast<computed_t<E>>(k % 17 == 0 ? k * 1.37 : k / 217.3));
    }
    return result;
}

template <class E>
std::vector<computed_t<E>> wide(const std::vector<E>& values) {
    std::vector<computed_t<E>> result;
    for (const E& value : values) result.push_back(static_cast<computed_t<E>>(value));
    return result;
}

template <class E>
std::vector<E> stored(const std::vector<computed_t<E>>& values) {
    std::vector<E> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) result[i] = static_cast<E>(values[i]);
    return result;
}

template <class E>
std::size_t differences(const std::vector<E>& a, const std::vector<E>& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto x = static_cast<computed_t<E>>(a[i]), y = static_cast<computed_t<E>>(b[i]);
        count += !(x == y && std::signbit(x) == std::signbit(y));
    }
    return count;
}

/// A step by itself, whose result has been in memory.
template <class T, class Step>
std::vector<T> separately(std::size_t count, Step step) {
    std::vector<T> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        volatile T value = step(i);
        result[i] = value;
    }
    return result;
}

template <class X, class B, class Y, class F>
void check_forms(const F& f, std::size_t channels, std::size_t inner, std::size_t groups) {
    using T = computed_t<X>;
    const std::size_t count = channels * inner * groups;
    const auto x = numbers<X>(count, 1), g = numbers<X>(count, 2);
    const auto bias = numbers<B>(channels, 3);
    const auto prior = numbers<Y>(count, 4);
    const T factor = T(0.7);
    const auto wide_x = wide(x), wide_bias = wide(bias), gradients = wide(g), before = wide(prior);
    const auto products = separately<T>(count, [&](std::size_t i) { return factor * wide_x[i]; });
    const auto sums =
        separately<T>(count, [&](std::size_t i) { return products[i] + wide_bias[i / inner % channels]; });
    const auto scaled_gradients = separately<T>(count, [&](std::size_t i) { return factor * gradients[i]; });
    std::vector<T> value(count), slope(count), back(count);
    f.value_and_derivative(sums, value, slope);
    f.backward(scaled_gradients, sums, back);
    const auto added = [&](const std::vector<T>& results) {
        return stored<Y>(separately<T>(count, [&](std::size_t i) { return before[i] + results[i]; }));
    };

    const auto in = biased(scaled(x, factor), bias, inner);
    std::vector<Y> y(count), d = prior;
    f(in, y);
    CHECK(differences(y, stored<Y>(value)) == 0);
    f.value_and_derivative(in, y, accumulate(d));
    CHECK(differences(y, stored<Y>(value)) == 0);
    CHECK(differences(d, added(slope)) == 0);
    y = prior;
    f(in, accumulate(y));
    CHECK(differences(y, added(value)) == 0);
    f.derivative(in, y);
    CHECK(differences(y, stored<Y>(slope)) == 0);
    y = prior;
    f.backward(scaled(g, factor), in, accumulate(y));
    CHECK(differences(y, added(back)) == 0);
}

TEST_CASE("fuse: every form has the bits of the separate steps") {
    for (const std::size_t inner : {std::size_t{1}, std::size_t{5}, std::size_t{70}}) {
        check_forms<float, float, float>(activation::silu, 33, inner, 3);
    }
    check_forms<bfloat16, float, bfloat16>(activation::softsign, 33, 1, 3);
#if ACTIVATION_TESTS_ARE_THOROUGH
    check_forms<bfloat16, float, bfloat16>(activation::softsign, 33, 70, 3);
    check_forms<float, bfloat16, float>(activation::fast::gelu, 500, 1, 2);
    check_forms<double, double, double>(activation::leaky_relu, 3, 2, 5);
#endif
    check_forms<float, float, float>(activation::leaky_relu, 1, 1, 1);
    check_forms<float, float, float>(activation::leaky_relu, 1, 1, 77);
}

TEST_CASE("fuse: what is added to is added to once, at any length and in place") {
    for (std::size_t count = 0; count < 200; ++count) {
        const auto x = numbers<float>(count, 1), prior = numbers<float>(count, 2);
        std::vector<float> value(count), y = prior, in_place = x;
        activation::relu(x, value);
        activation::relu(x, accumulate(y));
        CHECK(differences(y, separately<float>(count, [&](std::size_t i) { return prior[i] + value[i]; })) == 0);
        activation::relu(in_place, accumulate(in_place));
        CHECK(differences(in_place, separately<float>(count, [&](std::size_t i) { return x[i] + value[i]; })) == 0);
        std::vector<float> whole_bias = x;
        activation::relu(biased(x, whole_bias), whole_bias);
        activation::relu(separately<float>(count, [&](std::size_t i) { return x[i] + x[i]; }), value);
        CHECK(differences(whole_bias, value) == 0);
    }
}

/// With mostly far lanes at first, a few in the middle, and none at the end.
std::vector<float> ever_nearer(std::size_t count) {
    std::vector<float> x = numbers<float>(count, 1);
    for (std::size_t i = 0; i < count; ++i) x[i] *= i < count / 3 ? 3.0f : i < 2 * count / 3 ? 1.0f : 0.1f;
    return x;
}

TEST_CASE("fuse: far lanes are put aside with what they are added to") {
    namespace detail = activation::detail;
    using V = detail::native_t<float>;
    using kernel = detail::backward_kernel<activation::GELU<float>>;
    using sinks = detail::bundle<detail::plain_sink<float>>;
    using source = detail::plain_source<float>;
    CHECK(detail::deferring<detail::accumulating_kernel<kernel, 2, true>, V, sinks,
                            detail::bundle<source, source, source>> ==
          detail::deferring<kernel, V, sinks, detail::bundle<source, source>>);

    const std::size_t count = 3001;
    const auto x = ever_nearer(count), g = numbers<float>(count, 2), prior = numbers<float>(count, 3);
    std::vector<float> value(count), slope(count), back(count), y = prior, d = prior;
    activation::gelu.value_and_derivative(x, value, slope);
    activation::gelu.backward(g, x, back);
    const auto added = [&](const std::vector<float>& before, const std::vector<float>& results) {
        return separately<float>(count, [&](std::size_t i) { return before[i] + results[i]; });
    };
    activation::gelu.backward(g, x, accumulate(y));
    CHECK(differences(y, added(prior, back)) == 0);
    y = g;
    activation::gelu.backward(y, x, accumulate(y));
    CHECK(differences(y, added(g, back)) == 0);
    y = x;
    activation::gelu(y, accumulate(y));
    CHECK(differences(y, added(x, value)) == 0);
    y = prior;
    activation::gelu.value_and_derivative(x, accumulate(y), accumulate(d));
    CHECK(differences(y, added(prior, value)) == 0);
    CHECK(differences(d, added(prior, slope)) == 0);
    y = x;
    activation::gelu.value_and_derivative(y, accumulate(y), d);
    CHECK(differences(y, added(x, value)) == 0);
    CHECK(differences(d, slope) == 0);

    // In pieces that are too short to have enough of them.
    const std::size_t width = 37, rows = 80;
    std::vector<float> apart(rows * 40, 7.0f);
    y = prior;
    for (std::size_t i = 0; i < width * rows; ++i) apart[i / width * 40 + i % width] = x[i];
    const auto in_rows = activation::rows(apart, width, 40);
    activation::gelu.value_and_derivative(in_rows, accumulate(std::span(y).first(width * rows)),
                                          std::span(d).first(width * rows));
    CHECK(differences(std::vector<float>(y.begin(), y.begin() + width * rows), added(prior, value)) == 0);
    activation::gelu(in_rows);
    for (std::size_t i = 0; i < apart.size(); ++i)
        CHECK(apart[i] == (i % 40 < width ? value[i / 40 * width + i % 40] : 7));
}

TEST_CASE("fuse: rows, gated units, packed rows and weights per channel") {
    const std::size_t width = 48, rows = 7, stride = 60;
    const auto memory = numbers<float>(rows * stride, 1), bias = numbers<float>(width, 2);
    const auto more = numbers<float>(rows * width, 3), prior = numbers<float>(rows * width, 4);
    const std::size_t count = rows * width;
    const auto sums = separately<float>(
        count, [&](std::size_t i) { return memory[i / width * stride + i % width] + bias[i % width]; });
    const auto in = biased(activation::rows(memory, width, stride), bias);
    std::vector<float> expected(count), other(count), y = prior, z(count);
    const auto added = [&] { return separately<float>(count, [&](std::size_t i) { return prior[i] + expected[i]; }); };
    activation::relu(sums, expected);
    activation::relu(in, accumulate(y));
    CHECK(differences(y, added()) == 0);
    activation::reglu(sums, more, expected);
    y = prior;
    activation::reglu(in, more, accumulate(y));
    CHECK(differences(y, added()) == 0);
    activation::reglu.backward(more, sums, more, expected, other);
    y = prior;
    activation::reglu.backward(more, in, more, accumulate(y), z);
    CHECK(differences(y, added()) == 0);
    CHECK(differences(z, other) == 0);
    activation::prelu(sums, expected, bias, 1);
    y = prior;
    activation::prelu(in, accumulate(y), bias, 1);
    CHECK(differences(y, added()) == 0);

    expected.resize(count / 2);
    y.assign(prior.begin(), prior.begin() + count / 2);
    activation::reglu.packed(sums, expected, width / 2, activation::halves::linear_first);
    activation::reglu.packed(in, accumulate(y), width / 2, activation::halves::linear_first);
    CHECK(differences(y, separately<float>(count / 2, [&](std::size_t i) { return prior[i] + expected[i]; })) == 0);
}

TEST_CASE("fuse: the gradients of weights per channel are added to") {
    for (const std::size_t inner : {std::size_t{1}, std::size_t{3}, std::size_t{80}})
        for (const std::size_t groups : {std::size_t{1}, std::size_t{4}}) {
            const std::size_t channels = 9, count = channels * inner * groups;
            const auto x = numbers<float>(count, 1), g = numbers<float>(count, 2), before = numbers<float>(count, 3);
            const auto weights = numbers<float>(channels, 4), prior = numbers<float>(channels, 5);
            std::vector<float> grad_input(count), grad_weights(channels), a = before, b = prior;
            activation::prelu.backward(g, x, grad_input, weights, grad_weights, inner);
            activation::prelu.backward(g, x, accumulate(a), weights, accumulate(b), inner);
            CHECK(differences(a, separately<float>(count, [&](auto i) { return before[i] + grad_input[i]; })) == 0);
            CHECK(differences(b, separately<float>(channels, [&](auto i) { return prior[i] + grad_weights[i]; })) == 0);
            a = x;
            activation::prelu.backward(g, a, accumulate(a), weights, grad_weights, inner);
            CHECK(differences(a, separately<float>(count, [&](auto i) { return x[i] + grad_input[i]; })) == 0);
        }
}

TEST_CASE("fuse: errors name what does not fit, and nothing is written") {
    std::vector<float> x(12, 1.0f), y(12, 7.0f), bias(5), three(3), empty;
    const auto refused = [&](auto call, const char* text) {
        CHECK_THROWS_AS(call(), std::invalid_argument);
        CHECK_THROWS_WITH(call(), text);
        CHECK(y == std::vector<float>(12, 7.0f));
    };
    refused([&] { activation::gelu(biased(x, bias), y); },
            "activation::biased(x, bias, inner): x has 12 elements, bias has 5, inner is 1: bias and inner must not be "
            "empty or 0, and x a multiple of bias.size()·inner");
    refused([&] { activation::gelu(biased(x, three, 0), y); },
            "activation::biased(x, bias, inner): x has 12 elements, bias has 3, inner is 0: bias and inner must not be "
            "empty or 0, and x a multiple of bias.size()·inner");
    refused([&] { activation::gelu(biased(x, empty), y); },
            "activation::biased(x, bias, inner): x has 12 elements, bias has 0, inner is 1: bias and inner must not be "
            "empty or 0, and x a multiple of bias.size()·inner");
    refused([&] { activation::gelu(biased(x, three), std::span(y).first(11)); },
            "activation::gelu(x, y): x has 12 elements, y has 11: the sizes must agree");
    refused([&] { activation::gelu(biased(x, std::span(y).first(3)), y); },
            "activation::gelu(x, y): y has 12 elements, bias has 3: they overlap without being the same memory");
    refused([&] { activation::gelu.value_and_derivative(x, y, accumulate(y)); },
            "activation::gelu.value_and_derivative(x, y, d): y has 12 elements, d has 12: two outputs on the same "
            "memory");
    refused([&] { activation::gelu(std::span(y).first(11), accumulate(std::span(y).last(11))); },
            "activation::gelu(x, y): x has 11 elements, y has 11: they overlap without being the same memory");
    refused(
        [&] { activation::leaky_relu(scaled(x, 2), y, {.negative_slope = std::numeric_limits<float>::infinity()}); },
        "activation::leaky_relu(x, y): negative_slope is inf, but it must be finite");
    CHECK_NOTHROW(activation::gelu(biased(empty, bias), accumulate(empty)));
}

}  // namespace
