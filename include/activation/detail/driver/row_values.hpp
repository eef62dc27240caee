#ifndef ACTIVATION_DETAIL_DRIVER_ROW_VALUES_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_VALUES_HPP

#include <cstddef>

#include "activation/detail/driver/exponential_sum.hpp"
#include "activation/detail/driver/memory.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/lane.hpp"

/// A row's values in blocks, from memory and back, and the largest of them.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Values of a row from its beginning; behind its end −∞, whose exponential is none.
template <class V, std::size_t Count>
[[gnu::always_inline]] inline void load_row(V (&to)[Count], const scalar_t<V>* x, std::size_t width) {
    constexpr std::size_t all = lanes<V>::size;
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        if (width >= (i + 1) * all) {
            to[i] = load_lanes<V>(x + i * all);
        } else {
            to[i] = V(-infinity<scalar_t<V>>);
            if (width > i * all) load_first_over(to[i], x + i * all, width - i * all);
        }
    });
}

template <class V, std::size_t Count>
[[gnu::always_inline]] inline void store_row(scalar_t<V>* y, const V (&from)[Count], std::size_t width) {
    constexpr std::size_t all = lanes<V>::size;
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        if (width >= (i + 1) * all)
            store_lanes(y + i * all, from[i]);
        else if (width > i * all)
            store_first(y + i * all, from[i], width - i * all);
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
    } else if constexpr (lanes<V>::size > 1) {
        scalar_t<V> one[lanes<V>::size];
        store_lanes(one, value[0]);
        return largest_of_lanes(one);
    } else {
        return value[0];
    }
}

template <class V>
inline scalar_t<V> largest_of_row(const scalar_t<V>* x, std::size_t width) {
    constexpr std::size_t parts = block_parts<V>, all = lanes<V>::size;
    V largest[parts];
    load_row(largest, x, width);
    std::size_t i = row_block;
    for (; i + row_block <= width; i += row_block)
        unroll<parts>([&](std::size_t part) __attribute__((always_inline)) {
            largest[part] = at_least(largest[part], load_lanes<V>(x + i + part * all));
        });
    if (i < width) {
        V last[parts];
        load_row(last, x + i, width - i);
        unroll<parts>([&](std::size_t part)
                          __attribute__((always_inline)) { largest[part] = at_least(largest[part], last[part]); });
    }
    return largest_of_lanes(largest);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
