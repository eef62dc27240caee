// The gradients of softmax and its logarithm, of both tiers, against multiple precision: with gradients that cancel, that
// are as large as numbers get, and with rows that are sure of one element.

#include <activation/softmax.hpp>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "rows/gradient_errors.hpp"
#include "support/bit_patterns.hpp"
#include "support/catch.hpp"

namespace {

using rows::any_size;

template <class T>
using gradient_rule = T (*)(std::size_t i, std::size_t width, tests::random_bits& next);

template <class T>
T between(tests::random_bits& next, T low, T high) {
    return static_cast<T>(rows::between(next, low, high));
}

template <class Tier, class T>
rows::errors worst_of(gradient_rule<T> gradient) {
    tests::random_bits next(11);
    rows::errors worst;
    for (const std::size_t width : {1U, 2U, 3U, 7U, 8U, 9U, 31U, 48U, 300U})
        for (const T spread : {T(0), T(1), T(10), T(60), T(sizeof(T) == 4 ? 200 : 1400)})
            for (int repeat = 0; repeat < (width < 10 ? 25 : 3); ++repeat) {
                std::vector<T> x(width), y(width), logs(width), grad_output(width);
                for (std::size_t i = 0; i < width; ++i) {
                    x[i] = between(next, T(-spread), T(spread));
                    grad_output[i] = gradient(i, width, next);
                }
                activation::softmax(x, y, width);
                activation::log_softmax(x, logs, width);
                rows::add_errors<Tier>(worst, grad_output, y, logs);
            }
    return worst;
}

template <class T>
void check(const char* what, gradient_rule<T> gradient) {
    const rows::errors accurate = worst_of<rows::accurate_tier>(gradient), fast = worst_of<rows::fast_tier>(gradient);
    INFO(what << ", " << sizeof(T) << " bytes: softmax " << accurate.softmax << ", log_softmax " << accurate.log_softmax
              << ", fast " << fast.softmax << ", " << fast.log_softmax);
    CHECK(accurate.softmax <= 4);
    CHECK(accurate.log_softmax <= 4);
    CHECK(fast.softmax <= 4);
    CHECK(fast.log_softmax <= 4);
}

}  // namespace

TEMPLATE_TEST_CASE("softmax: gradients are within the bound, backward of the logarithm too", "", float, double) {
    using T = TestType;
    using bits = tests::random_bits;
    check<T>("ordinary", [](std::size_t, std::size_t, bits& next) { return between(next, T(-1), T(1)); });
    check<T>("constant", [](std::size_t, std::size_t, bits&) { return T(1e6); });
    check<T>("one of them", [](std::size_t i, std::size_t width, bits&) { return i == width / 2 ? T(-1) : T(0); });
    check<T>("opposite", [](std::size_t i, std::size_t, bits&) { return i % 2 == 0 ? T(1.4) : T(-1.4); });
    check<T>("every size", [](std::size_t, std::size_t, bits& next) { return any_size<T>(next); });
}

TEMPLATE_TEST_CASE("softmax: gradients may be as large as numbers get", "", float, double) {
    using T = TestType;
    using bits = tests::random_bits;
    static constexpr T largest = std::numeric_limits<T>::max();
    check<T>("largest", [](std::size_t, std::size_t, bits&) { return largest; });
    check<T>("nearly largest",
             [](std::size_t, std::size_t, bits& next) { return between(next, largest / 2, largest); });
    check<T>("largest of either sign",
             [](std::size_t, std::size_t, bits& next) { return next() % 2 == 0 ? largest : -largest; });
    check<T>("largest and small",
             [](std::size_t i, std::size_t, bits& next) { return i % 2 == 0 ? largest : between(next, T(-1), T(1)); });
    const std::vector<T> gradients(2, sizeof(T) == 4 ? T(3.06e38) : T(1.6e308)), logs(2, std::log(T(0.5)));
    std::vector<T> out(2);
    activation::log_softmax.backward(gradients, logs, out, 2);
    CHECK(std::abs(out[0]) <= gradients[0] * 2 * std::numeric_limits<T>::epsilon());
    CHECK(out[0] == out[1]);
}

TEMPLATE_TEST_CASE("softmax: gradients may cancel", "", float, double) {
    using T = TestType;
    using bits = tests::random_bits;
    check<T>("three sizes", [](std::size_t i, std::size_t width, bits&) {
        const T sizes[]{T(1e30), T(1e10), T(1e-10)};
        const std::size_t half = width / 2;
        if (i >= 2 * half) return T(1e-20);
        const T size = sizes[i % half % 3];
        return i < half ? size : i % half == 0 ? -size * (1 + std::numeric_limits<T>::epsilon()) : -size;
    });
    check<T>("all but cancelling", [](std::size_t i, std::size_t width, bits&) {
        const std::size_t half = width / 2;
        if (i >= 2 * half) return T(0x1p-40);
        return (i < half ? T(1) : T(-1)) * std::exp2(static_cast<T>(i % half % 60) * T(sizeof(T) == 4 ? 2 : 15));
    });
}
