#include <activation/activation.hpp>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/halves.hpp"

// Elements of sixteen bits: what they are, and that every call computes them as floats.

namespace foreign {

/// Two bytes, as somebody else's.
struct brain {
    std::uint16_t raw;
};
struct half {
    unsigned char bytes[2];
};

}  // namespace foreign

template <>
struct activation::storage<foreign::brain> {
    static constexpr auto format = activation::format::bfloat16;
};
template <>
struct activation::storage<foreign::half> {
    static constexpr auto format = activation::format::float16;
};

namespace {

using activation::bfloat16;
using activation::float16;

template <class E>
float as_float(const E& value) {
    if constexpr (std::is_same_v<E, float>)
        return value;
    else
        return static_cast<float>(tests::number_of(value));
}

/// All numbers of a type, or of floats some with bits below those of a half, midpoints of both types and their neighbours.
template <class E>
std::vector<E> inputs() {
    std::vector<E> all(65536);
    for (std::uint32_t i = 0; i < 65536; ++i)
        if constexpr (std::is_same_v<E, float>) {
            constexpr std::uint32_t ends[] = {0, 1, 0x7fff, 0x8000, 0x8001, 0x0fff, 0x1000, 0x1001, 0x3000, 0x5000};
            all[i] = std::bit_cast<float>(i << 16 | ends[i % std::size(ends)]);
        } else {
            all[i] = std::bit_cast<E>(static_cast<std::uint16_t>(i));
        }
    return all;
}

template <class E>
std::vector<float> floats_of(const std::vector<E>& values) {
    std::vector<float> result;
    for (const E& value : values) result.push_back(as_float(value));
    return result;
}

/// How many of the values are not the floats rounded once to their type.
template <class E>
std::size_t wrong(const std::vector<E>& values, const std::vector<float>& expected) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double rounded = std::is_same_v<E, float> ? expected[i] : 0;
        if constexpr (std::is_same_v<E, float>)
            count += !tests::same_value(values[i], rounded);
        else
            count += !tests::same_value(as_float(values[i]), tests::nearest_half<E>(expected[i]));
    }
    return count;
}

static_assert(sizeof(bfloat16) == 2 && sizeof(float16) == 2);
static_assert(std::is_trivially_copyable_v<bfloat16> && std::is_trivially_copyable_v<float16>);
static_assert(std::is_trivially_default_constructible_v<bfloat16>);
static_assert(!std::is_convertible_v<float, bfloat16> && !std::is_convertible_v<bfloat16, float>);
static_assert(static_cast<float>(float16(1.0f / 3)) == 0x1.554p-2f &&
              static_cast<float>(bfloat16(1.0f / 3)) == 0x1.56p-2f);
static_assert(static_cast<float>(activation::relu(bfloat16(-2.0f))) == 0);

TEMPLATE_TEST_CASE("storage: a value becomes a float exactly, and a float the nearest value", "", bfloat16, float16) {
    std::size_t count = 0;
    for (const TestType& value : inputs<TestType>())
        count += !tests::same_value(static_cast<float>(value), tests::number_of(value));
    CHECK(count == 0);
    constexpr std::uint32_t low_bits[] = {0, 0x1000, 0x1001, 0x3000, 0x7fff, 0x8000, 0x8001};
    std::vector<float> floats(65536);
    std::vector<TestType> values(floats.size());
    for (const std::uint32_t low : low_bits) {
        for (std::uint32_t i = 0; i < floats.size(); ++i) floats[i] = std::bit_cast<float>(i << 16 | low);
        for (std::size_t i = 0; i < floats.size(); ++i) values[i] = TestType(floats[i]);
        CHECK(wrong(values, floats) == 0);
        // With a slope of 1 each is its own value, converted by the registers.
        activation::leaky_relu(floats, values, {.negative_slope = 1});
        CHECK(wrong(values, floats) == 0);
    }
}

/// Every form on ranges of X, G and Y against the same on floats.
template <class X, class G, class Y, class F>
void check_forms(const F& f) {
    const std::vector<X> x = inputs<X>();
    std::vector<G> g = inputs<G>();
    for (std::size_t i = 0; i < g.size(); ++i) g[i] = g[0x3b80 + i % 64];
    const std::vector<float> wide = floats_of(x), gradients = floats_of(g);
    std::vector<Y> y(x.size()), d(x.size());
    std::vector<float> expected(x.size()), slopes(x.size());
    f.value_and_derivative(wide, expected, slopes);
    f(x, y);
    CHECK(wrong(y, expected) == 0);
    f.derivative(x, d);
    CHECK(wrong(d, slopes) == 0);
    f.value_and_derivative(x.data(), y.data(), d.data(), x.size());
    CHECK(wrong(y, expected) + wrong(d, slopes) == 0);
    std::vector<X> in_place = x;
    f(in_place);
    CHECK(wrong(in_place, expected) == 0);
    f.backward(gradients, wide, slopes);
    f.backward(g, x, d);
    CHECK(wrong(d, slopes) == 0);
}

TEST_CASE("storage: every form computes in float and rounds once") {
    check_forms<bfloat16, bfloat16, bfloat16>(activation::softsign);
    check_forms<float16, float, bfloat16>(activation::softsign);
    check_forms<float, bfloat16, float16>(activation::softsign);
#if ACTIVATION_TESTS_ARE_THOROUGH
    check_forms<bfloat16, float16, float>(activation::fast::gelu);
#endif
}

TEST_CASE("storage: a result does not depend on the element's position, and no other is written") {
    const std::vector<float16> x = inputs<float16>();
    std::vector<float16> all(x.size());
    activation::softsign(x, all);
    for (std::size_t n = 0; n < 80; ++n)
        for (const std::size_t first : {std::size_t{0x3400}, std::size_t{0x3401}}) {
            std::vector<bfloat16> guarded(n + 2, bfloat16(7.0f)), inner(n);
            activation::softsign(std::span(x).subspan(first, n), std::span(guarded).subspan(1, n));
            CHECK(static_cast<float>(guarded[0]) == 7);
            CHECK(static_cast<float>(guarded[n + 1]) == 7);
            std::vector<float16> part(n);
            activation::softsign(std::span(x).subspan(first, n), part);
            for (std::size_t i = 0; i < n; ++i) {
                CHECK(part[i].bits == all[first + i].bits);
                CHECK(part[i].bits == activation::softsign(x[first + i]).bits);
            }
        }
}

/// Halves of the compiler's own type, where it has one.
template <class E>
void check_compilers(const std::vector<bfloat16>& x, const std::vector<float16>& expected) {
    if constexpr (activation::half_width<E>) {
        std::vector<E> y(x.size());
        activation::softsign(x, y);
        CHECK(std::memcmp(y.data(), expected.data(), 2 * y.size()) == 0);
    }
}

TEMPLATE_TEST_CASE("storage: relu of halves is that of their values, at any length and place", "", bfloat16, float16) {
    const std::vector<TestType> x = inputs<TestType>();
    const std::vector<float> wide = floats_of(x);
    std::vector<float> expected(x.size());
    activation::relu(wide, expected);
    const auto check = [&](std::size_t first, std::size_t n) {
        const std::vector<float> part(expected.begin() + static_cast<std::ptrdiff_t>(first),
                                      expected.begin() + static_cast<std::ptrdiff_t>(first + n));
        std::vector<TestType> guarded(n + 2, TestType(7.0f)), results(n), in_place(n);
        std::copy_n(x.begin() + static_cast<std::ptrdiff_t>(first), n, in_place.begin());
        activation::relu(std::span(x).subspan(first, n), std::span(guarded).subspan(1, n));
        activation::relu(in_place);
        CHECK(as_float(guarded.front()) == 7);
        CHECK(as_float(guarded.back()) == 7);
        std::copy_n(guarded.begin() + 1, n, results.begin());
        CHECK(wrong(results, part) + wrong(in_place, part) == 0);
    };
    check(0, x.size());
    for (std::size_t n = 0; n < 140; ++n)
        for (const std::size_t first : {std::size_t{0x7f7e}, std::size_t{0xff7f}})
            check(std::min(first, x.size() - n), n);
    // Around the cache, which lengths below a large cache's size are not written.
    activation::set_streaming_threshold(1);
    check(0, 9001);
    activation::set_streaming_threshold(0x7fffffff);
}

TEST_CASE("storage: types of others are elements once their format is said") {
    const std::vector<bfloat16> x = inputs<bfloat16>();
    std::vector<bfloat16> expected(x.size());
    activation::softsign(x, expected);
    std::vector<foreign::brain> brains(x.size());
    std::memcpy(brains.data(), x.data(), 2 * x.size());
    std::vector<foreign::half> halves(x.size());
    activation::softsign(brains, halves);
    std::vector<float16> own(x.size());
    activation::softsign(x, own);
    CHECK(std::memcmp(halves.data(), own.data(), 2 * own.size()) == 0);
    activation::softsign(brains);
    CHECK(std::memcmp(brains.data(), expected.data(), 2 * x.size()) == 0);
    CHECK(activation::softsign(foreign::brain{0x3f80}).raw == 0x3f00);
    check_compilers<activation::detail::compiler_float16>(x, own);
}

TEST_CASE("storage: gated units and packed rows") {
    const std::vector<float16> a = inputs<float16>();
    std::vector<bfloat16> linear(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) linear[i] = bfloat16(static_cast<float>(i % 37) - 18);
    const std::vector<float> wide = floats_of(a), factors = floats_of(linear);
    std::vector<float> expected(a.size()), other(a.size());
    std::vector<bfloat16> y(a.size());
    std::vector<float16> z(a.size());
    activation::reglu(wide, factors, expected);
    activation::reglu(a, linear, y);
    CHECK(wrong(y, expected) == 0);
    activation::reglu.backward(factors, wide, factors, expected, other);
    activation::reglu.backward(linear, a, linear, y, z);
    CHECK(wrong(y, expected) + wrong(z, other) == 0);
    y.resize(a.size() / 2);
    expected.resize(a.size() / 2);
    activation::reglu.packed(wide, expected, 64, activation::halves::linear_first);
    activation::reglu.packed(a, y, 64, activation::halves::linear_first);
    CHECK(wrong(y, expected) == 0);
}

/// Gradients of the weights, of other types than the elements.
template <class X, class W>
void check_channels(std::size_t channels, std::size_t inner, std::size_t groups) {
    const std::size_t count = channels * inner * groups;
    std::vector<X> x(count), y(count), grad_input(count);
    std::vector<W> weights(channels), grad_weights(channels);
    for (std::size_t i = 0; i < count; ++i) x[i] = X(static_cast<float>(i * 7 % 19) / 4 - 2);
    for (std::size_t i = 0; i < channels; ++i) weights[i] = W(static_cast<float>(i % 7) / 8);
    const std::vector<float> wide = floats_of(x), slopes = floats_of(weights);
    std::vector<float> expected(count), gradients(count), of_weights(channels);
    activation::prelu(wide, expected, slopes, inner);
    activation::prelu(x, y, weights, inner);
    CHECK(wrong(y, expected) == 0);
    activation::prelu.backward(wide, wide, gradients, slopes, of_weights, inner);
    activation::prelu.backward(x, x, grad_input, weights, grad_weights, inner);
    CHECK(wrong(grad_input, gradients) + wrong(grad_weights, of_weights) == 0);
#if ACTIVATION_TESTS_ARE_THOROUGH
    activation::fast::prelu.backward(wide, wide, gradients, slopes, of_weights, inner);
    activation::fast::prelu.backward(x, x, grad_input, weights, grad_weights, inner);
    CHECK(wrong(grad_input, gradients) + wrong(grad_weights, of_weights) == 0);
#endif
}

TEST_CASE("storage: weights per channel and their gradients") {
    for (const std::size_t inner : {std::size_t{1}, std::size_t{3}, std::size_t{100}}) {
        check_channels<bfloat16, float>(5, inner, 7);
        check_channels<bfloat16, float>(40, inner, 1);
    }
#if ACTIVATION_TESTS_ARE_THOROUGH
    check_channels<float, float16>(4, 3, 9);
#endif
}

TEST_CASE("storage: the same memory is that of elements of one size, and errors name the sizes") {
    std::vector<float> memory(8, 1.0f);
    const std::span<bfloat16> halves(reinterpret_cast<bfloat16*>(memory.data()), 8);
    std::vector<float16> out(7);
    CHECK_THROWS_WITH(activation::gelu(memory, halves),
                      "activation::gelu(x, y): x has 8 elements, y has 8: they overlap without being the same memory");
    CHECK_THROWS_WITH(activation::gelu(halves, out),
                      "activation::gelu(x, y): x has 8 elements, y has 7: the sizes must agree");
    CHECK(memory == std::vector<float>(8, 1.0f));
    CHECK_NOTHROW(activation::gelu(halves, halves));
}

}  // namespace
