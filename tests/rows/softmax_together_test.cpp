// Rows of one call are taken several at a time: each must have the bits that it has alone.

#include <activation/softmax.hpp>
#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

constexpr std::size_t count = 27;

/// Element i of a row: most rows are ordinary, and now and then there is one that is far away, that holds −∞, that is −∞
/// throughout, or that holds what makes it NaN.  `every` says how many are ordinary in between.
template <class T>
T element(std::size_t row, std::size_t i, std::size_t every, tests::random_bits& next) {
    const T ordinary = static_cast<T>(static_cast<double>(next() >> 40) * 0x1p-20 - 8);
    const std::size_t kind = row % every == 0 ? row / every % 6 : 6;
    const T infinity = std::numeric_limits<T>::infinity();
    switch (kind) {
        case 0:
            return ordinary + T(300);
        case 1:
            return i % 2 == 0 ? -infinity : ordinary;
        case 2:
            return -infinity;
        case 3:
            return i == 0 ? std::numeric_limits<T>::quiet_NaN() : ordinary;
        case 4:
            return i == 0 ? infinity : ordinary;
        case 5:
            return T(3);
        default:
            return ordinary;
    }
}

/// Whether each row of many has the bits that it has alone, forward and backward.
template <class T, class Call>
bool same_alone(const Call& call, const std::vector<T>& x, std::size_t width) {
    std::vector<T> y(x.size()), gradient(x.size()), alone(width), gradient_alone(width);
    call(x, y, width);
    call.backward(x, y, gradient, width);
    bool same = true;
    for (std::size_t row = 0; row < count; ++row) {
        const auto of = [&](const std::vector<T>& all) { return std::span<const T>(all).subspan(row * width, width); };
        call(of(x), alone, width);
        call.backward(of(x), alone, gradient_alone, width);
        same = same && std::equal(alone.begin(), alone.end(), of(y).begin(), tests::same_bits<T>) &&
               std::equal(gradient_alone.begin(), gradient_alone.end(), of(gradient).begin(), tests::same_bits<T>);
    }
    return same;
}

}  // namespace

TEMPLATE_TEST_CASE("softmax: many rows have the bits that each of them has alone", "", float, double) {
    using T = TestType;
    tests::random_bits next(9);
    for (std::size_t width = 1; width <= 67; ++width)
        for (const std::size_t every : {100u, 9u, 3u}) {
            std::vector<T> x(count * width);
            for (std::size_t i = 0; i < x.size(); ++i) x[i] = element<T>(i / width + 1, i % width, every, next);
            INFO("width " << width << ", one in " << every);
            REQUIRE(same_alone(activation::softmax, x, width));
            REQUIRE(same_alone(activation::log_softmax, x, width));
            // The tiers differ in what they do with one vector, and no more in one type than in the other.
            if constexpr (sizeof(T) == sizeof(float) || ACTIVATION_TESTS_ARE_THOROUGH) {
                REQUIRE(same_alone(activation::fast::softmax, x, width));
                REQUIRE(same_alone(activation::fast::log_softmax, x, width));
            }
        }
}
