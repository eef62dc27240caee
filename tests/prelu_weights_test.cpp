// The gradients that fast::prelu gives its weights: its own sums, in blocks of a few terms.
#include <activation/prelu.hpp>
#include <activation/rows.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

struct shape {
    std::size_t batches;
    std::size_t channels;
    std::size_t inner;

    std::size_t size() const { return batches * channels * inner; }
};

/// One weight, channels last and first, few and many of them; rows and segments that no vector divides.
constexpr shape shapes[] = {{1, 1, 1},   {1, 1, 20000}, {1, 1, 8191}, {9, 1, 77},   {3000, 2, 1},
                            {40, 64, 1}, {41, 65, 1},   {9, 513, 1},  {9, 3000, 1}, {100, 3, 5},
                            {5, 7, 200}, {33, 20, 49},  {7, 2, 3136}};

template <class T>
struct call {
    shape s;
    std::vector<T> x, grad_output, weights, grad_input, grad_weights;

    explicit call(const shape& of) : s{of}, x(of.size()), grad_output(of.size()), weights(of.channels, T(0.25)) {}

    template <class Prelu>
    void run(const Prelu& prelu) {
        grad_input.assign(s.size(), T(0));
        grad_weights.assign(s.channels, T(99));
        prelu.backward(grad_output, x, grad_input, weights, grad_weights, s.inner);
    }

    /// The largest error of a gradient, in units of 2⁻²⁴, or those of double, of the sum of the magnitudes.
    double worst_error() const {
        std::vector<long double> sums(s.channels), magnitudes(s.channels);
        for (std::size_t i = 0; i < s.size(); ++i) {
            if (x[i] > 0) continue;
            const long double product = static_cast<long double>(grad_output[i]) * static_cast<long double>(x[i]);
            sums[i / s.inner % s.channels] += product;
            magnitudes[i / s.inner % s.channels] += std::fabs(product);
        }
        long double worst = 0;
        for (std::size_t c = 0; c < s.channels; ++c) {
            const long double error = std::fabs(static_cast<long double>(grad_weights[c]) - sums[c]);
            if (error > 0) worst = std::max(worst, error / magnitudes[c]);
        }
        return static_cast<double>(worst * 2 / static_cast<long double>(std::numeric_limits<T>::epsilon()));
    }
};

template <class T>
call<T> random_call(const shape& s) {
    call<T> made(s);
    tests::random_bits next(59);
    for (std::size_t i = 0; i < s.size(); ++i) {
        made.x[i] = static_cast<T>(static_cast<std::int32_t>(next())) / T(1 << 28);
        made.grad_output[i] = static_cast<T>(static_cast<std::int32_t>(next())) / T(1 << 20);
    }
    return made;
}

}  // namespace

TEMPLATE_TEST_CASE("fast::prelu: grad_input has the bits of the accurate call", "", float, double) {
    for (const shape& s : shapes) {
        call<TestType> fast = random_call<TestType>(s), accurate = fast;
        fast.run(activation::fast::prelu);
        accurate.run(activation::prelu);
        REQUIRE(fast.grad_input == accurate.grad_input);
    }
}

TEST_CASE("fast::prelu: gradients of float weights are within 8 units of the magnitudes") {
    for (const shape& s : shapes) {
        INFO(s.batches << " batches, " << s.channels << " channels, inner " << s.inner);
        call<float> random = random_call<float>(s);
        random.run(activation::fast::prelu);
        CHECK(random.worst_error() <= 8);
        // A one, then terms of half a unit, which a sum of floats that holds the one does not see: it is off by as many
        // units as it has terms, and here it has up to `apart`, however they are dealt to lanes and rows.
        for (std::size_t near_by = 1; near_by <= 4096; near_by *= 2) {
            call<float> lost(s);
            constexpr std::size_t apart = 16;
            for (std::size_t i = 0; i < s.size(); ++i) {
                lost.x[i] = -1.0F;
                lost.grad_output[i] = i / near_by % apart == 0 ? 1.0F : 0x1p-24F;
            }
            lost.run(activation::fast::prelu);
            if (lost.worst_error() > 8) FAIL("ones " << near_by << " side by side: " << lost.worst_error());
        }
    }
}

TEST_CASE("fast::prelu: gradients of double weights are sums of doubles") {
    for (const shape& s : shapes) {
        call<double> random = random_call<double>(s);
        random.run(activation::fast::prelu);
        CHECK(random.worst_error() <= 16);
    }
}

TEMPLATE_TEST_CASE("fast::prelu: a positive input passes no gradient to the weight, whatever it is; NaN does", "",
                   float, double) {
    using T = TestType;
    const T infinity = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    for (const shape& s : shapes) {
        call<T> made(s);
        for (std::size_t i = 0; i < s.size(); ++i) {
            const T blocked[]{infinity, -infinity, nan, T(2)};
            made.x[i] = i % 3 == 0 ? T(-2) : i % 3 == 1 ? T(5) : infinity;
            made.grad_output[i] = i % 3 == 0 ? T(1) : blocked[i % 4];
        }
        call<T> accurate = made;
        made.run(activation::fast::prelu);
        accurate.run(activation::prelu);
        REQUIRE(made.grad_weights == accurate.grad_weights);
        made.x.back() = nan;
        made.grad_output.back() = 0;
        made.run(activation::fast::prelu);
        REQUIRE(std::isnan(made.grad_weights.back()));
    }
}

TEMPLATE_TEST_CASE("fast::prelu: rows with room between them have the same bits", "", float, double) {
    using T = TestType;
    for (const shape& s : shapes) {
        INFO(s.batches << " batches, " << s.channels << " channels, inner " << s.inner);
        call<T> made = random_call<T>(s);
        made.run(activation::fast::prelu);
        const std::size_t width = s.channels * s.inner, stride = width + 3;
        std::vector<T> x(s.batches * stride), grad_output(x.size()), grad_input(x.size()), grad_weights(s.channels);
        for (std::size_t i = 0; i < s.size(); ++i) {
            x[i / width * stride + i % width] = made.x[i];
            grad_output[i / width * stride + i % width] = made.grad_output[i];
        }
        activation::fast::prelu.backward(
            activation::rows(grad_output, width, stride), activation::rows(x, width, stride),
            activation::rows(grad_input, width, stride), made.weights, grad_weights, s.inner);
        REQUIRE(grad_weights == made.grad_weights);
    }
}

TEMPLATE_TEST_CASE("fast::prelu: gradients of the weights have these bits at every register width", "", float, double) {
    using T = TestType;
    std::uint64_t digest = 0;
    for (const shape& s : shapes) {
        call<T> made = random_call<T>(s);
        made.run(activation::fast::prelu);
        for (const T& each : made.grad_weights) digest = digest * 0x100000001b3 + activation::detail::to_bits(each);
    }
    const bool fused = activation::detail::multiply_add(T(3), T(1) / T(3), T(-1)) != T(0);
    const std::uint64_t expected[2][2] = {{0xde2b38062fc04706, 0xdfffbdf8b29fc670},
                                          {0x417df23407fe7cc6, 0x41bdfa8197425a5a}};
    CHECK(digest == expected[sizeof(T) / sizeof(float) - 1][fused]);
}
