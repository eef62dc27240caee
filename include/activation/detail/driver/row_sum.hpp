#ifndef ACTIVATION_DETAIL_DRIVER_ROW_SUM_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_SUM_HPP

#include <cstddef>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/constexpr_arithmetic.hpp"
#include "activation/detail/simd/double_word.hpp"

/// Sums over a row of gradients that may be as large as numbers get and cancel.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What a sum that overflows is shrunk by, term by term.
inline constexpr double shrunk = 0x1p-64;

/// A sum of doubles without any error: what the additions of a new term lose is kept, each piece below the one after it.
/// Source: Shewchuk, "Adaptive precision floating-point arithmetic", Discrete Comput. Geom. 18, 1997.
class exact_sum {
public:
    void add(double term) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            const auto sum = two_sum(term, piece_[i]);
            if (sum.low < 0 || sum.low > 0) piece_[kept++] = sum.low;
            term = sum.high;
        }
        // With terms of every size there could be more pieces than places; the smallest are none that show.
        if (kept == capacity) {
            for (std::size_t i = 1; i < kept; ++i) piece_[i - 1] = piece_[i];
            --kept;
        }
        piece_[kept++] = term;
        count_ = kept;
    }

    double total() const {
        double sum = 0;
        for (std::size_t i = 0; i < count_; ++i) sum += piece_[i];
        return sum;
    }

private:
    static constexpr std::size_t capacity = 64;
    double piece_[capacity]{};
    std::size_t count_ = 0;
};

template <bool shrink, class Row>
[[gnu::noinline]] double exact_sum_of_row(const Row& x, std::size_t width) {
    using T = typename Row::element;
    exact_sum sum;
    for (std::size_t i = 0; i < width; ++i) sum.add(static_cast<double>(x.template load<T>(i)) * (shrink ? shrunk : 1));
    return sum.total();
}

/// Σ x[i], times `shrunk` if asked for, within one unit in T's last place, however much of it cancels.
///
/// Eight sums side by side with twice the precision of double, so that the bits do not depend on the registers; where
/// that may not be enough for what is left of the terms, once more without any error.
template <bool shrink = false, class Row>
inline double sum_of_row(const Row& x, std::size_t width) {
    using T = typename Row::element;
    constexpr std::size_t lane_count = 8;
    double high[lane_count]{}, low[lane_count]{}, magnitude[lane_count]{};
    const auto add = [&](std::size_t lane, T value) __attribute__((always_inline)) {
        const double term = static_cast<double>(value) * (shrink ? shrunk : 1);
        const auto sum = two_sum(high[lane], term);
        high[lane] = sum.high;
        low[lane] += sum.low;
        magnitude[lane] += absolute(term);
    };
    const std::size_t in_lanes = width - width % lane_count;
    for (std::size_t i = 0; i < in_lanes; i += lane_count) {
#pragma GCC unroll 1
        for (std::size_t lane = 0; lane < lane_count; ++lane) add(lane, x.template load<T>(i + lane));
    }
    for (std::size_t i = in_lanes; i < width; ++i) add(i - in_lanes, x.template load<T>(i));

    double_word<double> total{0, 0};
    double size = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
        const auto sum = two_sum(total.high, high[lane]);
        total = {sum.high, total.low + (sum.low + low[lane])};
        size += magnitude[lane];
    }
    if (!finite(total.high)) return total.high;
    const double sum = total.high + total.low;
    // Each lane's additions to `low` round to 2⁻¹⁰⁶ of its magnitude, as many times as there are, twice over.
    const double steps = static_cast<double>(width / lane_count + lane_count);
    constexpr double tolerated = sizeof(T) == 4 ? 0x1p-78 : 0x1p-49;
    if (size * steps * steps * tolerated <= absolute(sum)) [[likely]]
        return sum;
    return exact_sum_of_row<shrink>(x, width);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
