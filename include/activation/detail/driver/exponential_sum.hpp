#ifndef ACTIVATION_DETAIL_DRIVER_EXPONENTIAL_SUM_HPP
#define ACTIVATION_DETAIL_DRIVER_EXPONENTIAL_SUM_HPP

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/pack.hpp"
#include "activation/detail/simd/widen.hpp"

/// Sums over a row whose bits do not depend on the width of the target's registers.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Element i of a row is added to sum i mod row_block, and a block is so many values of type V.
inline constexpr std::size_t row_block = 16;
template <class V>
inline constexpr std::size_t block_parts = row_block / lanes<V>::size;
/// Blocks after which sums of low precision are folded into those of high precision.
inline constexpr std::size_t blocks_to_fold = 8;

/// Value number i of a value, or of a pack.
template <class V>
[[gnu::always_inline]] inline const V& part_of(const V& value, std::size_t) {
    return value;
}
template <class B, std::size_t Count>
[[gnu::always_inline]] inline const B& part_of(const pack<B, Count>& value, std::size_t i) {
    return value.part[i];
}

/// Sum l and sum l + half as one, for half the sums, a quarter, …, as double words of D, of which there are Count.
template <bool two_words, class D, std::size_t Count>
[[gnu::always_inline]] inline double_word<double> sum_of_lanes(double_word<D> (&sums)[Count]) {
    const auto join = [](auto& a, const auto& b) __attribute__((always_inline)) {
        if constexpr (two_words) {
            const auto sum = two_sum(a.high, b.high);
            a.low = (a.low + b.low) + sum.low;
            a.high = sum.high;
        } else {
            a.high = a.high + b.high;
        }
    };
    if constexpr (Count > 1) {
        double_word<D> joined[Count / 2];
        unroll<Count / 2>([&](std::size_t i) __attribute__((always_inline)) {
            joined[i] = sums[i];
            join(joined[i], sums[i + Count / 2]);
        });
        return sum_of_lanes<two_words>(joined);
    } else if constexpr (!two_words && requires { registers::sum_in_halves(sums[0].high.data); }) {
        return {registers::sum_in_halves(sums[0].high.data), 0};
    } else if constexpr (lanes<D>::size > 1) {
        double high[lanes<D>::size], low[lanes<D>::size];
        store_lanes(high, sums[0].high);
        if constexpr (two_words) store_lanes(low, sums[0].low);
        double_word<double> one[lanes<D>::size];
        unroll<lanes<D>::size>([&](std::size_t i) __attribute__((always_inline)) {
            one[i] = {high[i], two_words ? low[i] : 0.0};
        });
        return sum_of_lanes<two_words>(one);
    } else {
        return sums[0];
    }
}

/// The values of D, which may be packs, as double words of what they consist of.
template <bool two_words, class D, std::size_t Count>
[[gnu::always_inline]] inline double_word<double> total_of_lanes(const D (&high)[Count], const D (&low)[Count]) {
    using B = std::remove_cvref_t<decltype(part_of(high[0], 0))>;
    constexpr std::size_t pieces = lanes<D>::size / lanes<B>::size;
    double_word<B> sums[Count * pieces];
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        unroll<pieces>([&](std::size_t j) __attribute__((always_inline)) {
            sums[i * pieces + j] = {part_of(high[i], j), part_of(low[i], j)};
        });
    });
    return sum_of_lanes<two_words>(sums);
}

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
            whole_[i] = widened(V(0.0f));
            rest_[i] = V(0.0f);
        });
    }

    [[gnu::always_inline]] void add(std::size_t i, const V& power, const V& excess, const V& e) {
        if constexpr (compensates) {
            whole_[i] = whole_[i] + widened(power);
            rest_[i] = multiply_add(power, excess, rest_[i]);
        } else {
            rest_[i] = rest_[i] + e;
        }
    }

    [[gnu::always_inline]] void fold() {
        for_each([&](std::size_t i) __attribute__((always_inline)) {
            whole_[i] = whole_[i] + widened(rest_[i]);
            rest_[i] = V(0.0f);
        });
    }

    [[gnu::always_inline]] double_word<double> total() {
        fold();
        return total_of_lanes<false>(whole_, whole_);
    }

private:
    static constexpr std::size_t parts = block_parts<V>;
    template <class Action>
    [[gnu::always_inline]] static void for_each(Action action) {
        unroll<parts>(action);
    }

    doubles_t<V> whole_[parts];
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
