#ifndef ACTIVATION_DETAIL_DRIVER_LANE_SUM_HPP
#define ACTIVATION_DETAIL_DRIVER_LANE_SUM_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/pack.hpp"

/// Sums of lanes in an order that does not depend on the width of the target's registers.
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

/// action(i, part) for each of Count values of a row, part the place of value i in its block.  Of registers of 128 bits some
/// blocks of a row are 16 or 32, and go one after another: with each value by itself g++ 12 takes 39 s for one call of
/// softmax with options over doubles.
template <class V, std::size_t Count, class Action>
[[gnu::always_inline]] inline void for_each_value(Action action) {
    constexpr std::size_t parts = block_parts<V>;
    if constexpr (sizeof(V) > 16 || Count <= 8 || Count <= parts) {
        unroll<Count>([&](std::size_t i) __attribute__((always_inline)) { action(i, i % parts); });
    } else {
        for (std::size_t i = 0; i < Count; i += parts)
            unroll<parts>([&](std::size_t part) __attribute__((always_inline)) { action(i + part, part); });
    }
}

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

/// The same for one word, but for the lanes of one register, which remain.
template <class B, std::size_t Count>
[[gnu::always_inline]] inline B joined_registers(const B (&sums)[Count]) {
    if constexpr (Count > 1) {
        B joined[Count / 2];
        unroll<Count / 2>([&](std::size_t i)
                              __attribute__((always_inline)) { joined[i] = sums[i] + sums[i + Count / 2]; });
        return joined_registers(joined);
    } else {
        return sums[0];
    }
}

/// The same for values that may be packs of registers.
template <class D, std::size_t Count>
[[gnu::always_inline]] inline auto joined_lanes(const D (&sums)[Count]) {
    using B = std::remove_cvref_t<decltype(part_of(sums[0], 0))>;
    constexpr std::size_t pieces = lanes<D>::size / lanes<B>::size;
    B registers_of_all[Count * pieces];
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        unroll<pieces>([&](std::size_t j)
                           __attribute__((always_inline)) { registers_of_all[i * pieces + j] = part_of(sums[i], j); });
    });
    return joined_registers(registers_of_all);
}

/// The sum of the lanes of each row, side by side.
template <class B>
[[gnu::always_inline]] inline B totals_of(const B (&rows)[lanes<B>::size]) {
    if constexpr (lanes<B>::size == 1) {
        return rows[0];
    } else if constexpr (requires(const typename B::register_type(&row)[lanes<B>::size]) {
                             registers::sums_in_halves(row);
                         }) {
        typename B::register_type row[lanes<B>::size];
        unroll<lanes<B>::size>([&](std::size_t i) __attribute__((always_inline)) { row[i] = rows[i].data; });
        return B(registers::sums_in_halves(row));
    } else {
        double total[lanes<B>::size];
        unroll<lanes<B>::size>([&](std::size_t i) __attribute__((always_inline)) {
            double_word<B> one[1]{{rows[i], rows[i]}};
            total[i] = sum_of_lanes<false>(one).high;
        });
        return load_lanes<B>(total);
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
