#ifndef ACTIVATION_DETAIL_DRIVER_ROW_VALUES_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_VALUES_HPP

#include <cstddef>

#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/lane.hpp"

/// A row's values in blocks, from where they stand and back, and the largest of them.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// A count of which a compiler that does not see it in a loop is told that it is below the limit.
template <std::size_t limit>
[[gnu::always_inline]] inline std::size_t count_below(std::size_t count) {
    if (count >= limit) __builtin_unreachable();
    return count;
}

/// Values of a row from element `first` on, of which there are `count`.
template <class V, std::size_t Count, class Values>
[[gnu::always_inline]] inline void load_row(V (&to)[Count], const Values& x, std::size_t first, std::size_t count) {
    constexpr std::size_t all = lanes<V>::size;
    for_each_value<V, Count>([&](std::size_t i, std::size_t) __attribute__((always_inline)) {
        if (count >= (i + 1) * all)
            to[i] = x.template load<V>(first + i * all);
        else if (count > i * all)
            to[i] = x.template load_first<V>(first + i * all, count_below<all>(count - i * all));
        else
            to[i] = V(-infinity<scalar_t<V>>);
    });
}

template <class V, std::size_t Count, class Place>
[[gnu::always_inline]] inline void store_row(const Place& y, const V (&from)[Count], std::size_t first,
                                             std::size_t count) {
    constexpr std::size_t all = lanes<V>::size;
    for_each_value<V, Count>([&](std::size_t i, std::size_t) __attribute__((always_inline)) {
        if (count >= (i + 1) * all)
            y.store(first + i * all, from[i]);
        else if (count > i * all)
            y.store_first(first + i * all, from[i], count_below<all>(count - i * all));
    });
}

/// The largest lane; of lanes that are NaN it may or may not be one.
template <class V, std::size_t Count>
[[gnu::always_inline]] inline scalar_t<V> largest_of_lanes(const V (&value)[Count]) {
    if constexpr (Count > 1) {
        V larger[(Count + 1) / 2];
        unroll<(Count + 1) / 2>([&](std::size_t i) __attribute__((always_inline)) {
            larger[i] = i + (Count + 1) / 2 < Count ? at_least(value[i], value[i + (Count + 1) / 2]) : value[i];
        });
        return largest_of_lanes(larger);
    } else if constexpr (requires { registers::largest_in_halves(value[0].data); }) {
        return registers::largest_in_halves(value[0].data);
    } else if constexpr (lanes<V>::size > 1) {
        scalar_t<V> one[lanes<V>::size];
        store_lanes(one, value[0]);
        return largest_of_lanes(one);
    } else {
        return value[0];
    }
}

template <class V, class Values>
inline scalar_t<V> largest_of_row(const Values& x, std::size_t width) {
    constexpr std::size_t parts = block_parts<V>, all = lanes<V>::size;
    V largest[parts];
    load_row(largest, x, 0, width);
    std::size_t i = row_block;
    for (; i + row_block <= width; i += row_block)
        unroll<parts>([&](std::size_t part) __attribute__((always_inline)) {
            largest[part] = at_least(largest[part], x.template load<V>(i + part * all));
        });
    if (i < width) {
        V last[parts];
        load_row(last, x, i, width - i);
        unroll<parts>([&](std::size_t part)
                          __attribute__((always_inline)) { largest[part] = at_least(largest[part], last[part]); });
    }
    return largest_of_lanes(largest);
}

/// action(values of a block) for each block of a row, `fold()` after every few of them; behind the last block that is
/// whole stands the rest, of which there may be none.
template <class V, class Values, class Action, class Fold>
[[gnu::always_inline]] inline void for_each_row_block(const Values& x, std::size_t width, Action action, Fold fold) {
    constexpr std::size_t parts = block_parts<V>, all = lanes<V>::size;
    constexpr std::size_t chunk = blocks_to_fold * row_block;
    V in[parts];
    const auto one = [&](std::size_t i) __attribute__((always_inline)) {
        unroll<parts>([&](std::size_t part)
                          __attribute__((always_inline)) { in[part] = x.template load<V>(i + part * all); });
        action(i, in);
    };
    const std::size_t whole = width - width % row_block;
    for (std::size_t i = 0; i < whole;) {
        const std::size_t begin = i, end = whole - i < chunk ? whole : i + chunk;
        if constexpr (parts <= 2) {
#pragma GCC unroll 2
            for (; i < end; i += row_block) one(i);
        } else {
            for (; i < end; i += row_block) one(i);
        }
        if (end - begin == chunk) fold();
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
