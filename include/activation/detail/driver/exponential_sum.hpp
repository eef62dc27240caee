#ifndef ACTIVATION_DETAIL_DRIVER_EXPONENTIAL_SUM_HPP
#define ACTIVATION_DETAIL_DRIVER_EXPONENTIAL_SUM_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/widen.hpp"

/// Sums over a row whose bits do not depend on the width of the target's registers.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Σ power·(1 + excess), or without compensation Σ e, the exponentials as they were rounded.
template <class T, class V, bool compensates>
class exponential_sum;

/// Of floats: the powers are added in double, and what they are multiplied by, which is small, in float; without
/// compensation a few exponentials at a time in float.
template <class V, bool compensates>
class exponential_sum<float, V, compensates> {
public:
    [[gnu::always_inline]] exponential_sum() {
        for_each([&](std::size_t i) __attribute__((always_inline)) {
            in_double_[i] = widened(V(0.0f));
            rest_[i] = V(0.0f);
        });
    }

    [[gnu::always_inline]] void add(std::size_t i, const V& power, const V& excess, const V& e) {
        if constexpr (compensates) {
            in_double_[i] = in_double_[i] + widened(power);
            rest_[i] = multiply_add(power, excess, rest_[i]);
        } else {
            rest_[i] = rest_[i] + e;
        }
    }

    [[gnu::always_inline]] void fold() {
        for_each([&](std::size_t i) __attribute__((always_inline)) {
            in_double_[i] = in_double_[i] + widened(rest_[i]);
            rest_[i] = V(0.0f);
        });
    }

    [[gnu::always_inline]] double_word<double> total() {
        fold();
        return total_of_lanes<false>(in_double_, in_double_);
    }

    using lanes_type = std::remove_cvref_t<decltype(part_of(doubles_t<V>{}, 0))>;
    /// Lanes of which the total is the sum.
    [[gnu::always_inline]] lanes_type lanes_of_total() {
        fold();
        return joined_lanes(in_double_);
    }

private:
    static constexpr std::size_t parts = block_parts<V>;
    template <class Action>
    [[gnu::always_inline]] static void for_each(Action action) {
        unroll<parts>(action);
    }

    doubles_t<V> in_double_[parts];
    V rest_[parts];
};

/// Of doubles: in two words; without compensation a few exponentials at a time in one.
template <class V, bool compensates>
class exponential_sum<double, V, compensates> {
public:
    [[gnu::always_inline]] exponential_sum() {
        unroll<parts>([&](std::size_t i) __attribute__((always_inline)) {
            sums_[i] = {V(0.0), V(0.0)};
            rest_[i] = V(0.0);
        });
    }

    [[gnu::always_inline]] void add(std::size_t i, const V& power, const V& excess, const V& e) {
        if constexpr (compensates)
            join(i, e, multiply_add(power, excess, V(power - e)));
        else
            rest_[i] = rest_[i] + e;
    }

    [[gnu::always_inline]] void fold() {
        if constexpr (!compensates)
            unroll<parts>([&](std::size_t i) __attribute__((always_inline)) {
                join(i, rest_[i], V(0.0));
                rest_[i] = V(0.0);
            });
    }

    [[gnu::always_inline]] double_word<double> total() {
        fold();
        const double_word<double> sum = sum_of_lanes<true>(sums_);
        return fast_two_sum(sum.high, sum.low);
    }

private:
    static constexpr std::size_t parts = block_parts<V>;

    [[gnu::always_inline]] void join(std::size_t i, const V& term, const V& lost) {
        const auto sum = two_sum(sums_[i].high, term);
        sums_[i].high = sum.high;
        sums_[i].low = sums_[i].low + V(sum.low + lost);
    }

    double_word<V> sums_[parts];
    V rest_[parts];
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
