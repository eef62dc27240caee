#ifndef ACTIVATION_DETAIL_DRIVER_CHANNEL_SUM_HPP
#define ACTIVATION_DETAIL_DRIVER_CHANNEL_SUM_HPP

#include <cstddef>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/double_word.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Eight sums of products side by side, each with about twice the precision of double.
///
/// The number of lanes is fixed, so a sum is the same bits whatever the width of the target's registers; the plain
/// loops over them are what compilers vectorise.
class product_sums {
public:
    static constexpr std::size_t lane_count = 8;

    template <class T>
    [[gnu::always_inline]] void add(std::size_t lane, T a, T b) {
        const auto product = exact_product(a, b);
        const auto sum = two_sum(high_[lane], product.high);
        high_[lane] = sum.high;
        low_[lane] = low_[lane] + (sum.low + product.low);
    }

    /// Σ a(i)·b(i) for i from 0 to count, i in lane i mod lane_count.
    template <class A, class B>
    [[gnu::always_inline]] void add_all(std::size_t count, A a, B b) {
        const std::size_t whole = count - count % lane_count;
        for (std::size_t i = 0; i < whole; i += lane_count) {
#pragma GCC unroll 1
            for (std::size_t lane = 0; lane < lane_count; ++lane) add(lane, a(i + lane), b(i + lane));
        }
        for (std::size_t i = whole; i < count; ++i) add(i - whole, a(i), b(i));
    }

    /// An infinite sum has no meaningful low part.
    double lane(std::size_t lane) const { return finite(high_[lane]) ? high_[lane] + low_[lane] : high_[lane]; }

    double total() const {
        double high = 0, low = 0;
        for (std::size_t i = 0; i < lane_count; ++i) {
            const auto sum = two_sum(high, high_[i]);
            high = sum.high;
            low = low + (sum.low + low_[i]);
        }
        return finite(high) ? high + low : high;
    }

private:
    /// The product of two floats is exact in double.
    static double_word<double> exact_product(float a, float b) {
        return {static_cast<double>(a) * static_cast<double>(b), 0.0};
    }
    static double_word<double> exact_product(double a, double b) { return two_product(a, b); }

    double high_[lane_count]{};
    double low_[lane_count]{};
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
