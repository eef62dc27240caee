#ifndef ACTIVATION_DETAIL_DRIVER_QUICK_DOT_HPP
#define ACTIVATION_DETAIL_DRIVER_QUICK_DOT_HPP

#include <cstddef>

#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/driver/product_sum.hpp"
#include "activation/detail/driver/row_dot.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/widen.hpp"

/// As row_dot.hpp, with products that are added as elements of type T: product i in lane i mod quick_round.
///
/// A row of up to one round is added in halves; of a longer one `quick_terms` rounds at a time, and what four lanes make of
/// them in double.  A term is off by as many roundings as there are halves, 2 + quick_terms at most in a longer row.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class T>
inline constexpr std::size_t quick_round = 256 / sizeof(T);
inline constexpr std::size_t quick_terms = 4;

/// The lanes of a register as one, in halves.
template <class V>
[[gnu::always_inline]] inline scalar_t<V> sum_in_halves(const V& value) {
    if constexpr (requires { registers::sum_in_halves(value.data); }) {
        return registers::sum_in_halves(value.data);
    } else if constexpr (lanes<V>::size > 1) {
        scalar_t<V> one[lanes<V>::size];
        store_lanes(one, value);
        return joined_registers(one);
    } else {
        return value;
    }
}

/// action(number of a row, the sums of that row and those after it side by side) for rows whose lanes are registers.
template <class V, std::size_t Count, class Action>
[[gnu::always_inline]] inline void for_each_sum(const V (&rows)[Count], Action action) {
    constexpr std::size_t together = Count < lanes<V>::size ? Count : lanes<V>::size;
    if constexpr (requires(const typename V::register_type(&row)[together]) { registers::sums_in_halves(row); }) {
        for (std::size_t i = 0; i < Count; i += together) {
            typename V::register_type row[together];
            unroll<together>([&](std::size_t j) __attribute__((always_inline)) { row[j] = rows[i + j].data; });
            action(i, V(registers::sums_in_halves(row)));
        }
    } else {
        for (std::size_t i = 0; i < Count; ++i) action(i, V(sum_in_halves(rows[i])));
    }
}

/// Lanes of a row from an element on; behind the row's end 0.
template <class V, class Row>
[[gnu::always_inline]] inline V values_of_row(const Row& from, std::size_t i, std::size_t count) {
    if (count == lanes<V>::size) return from.template load<V>(i);
    V value(scalar_t<V>(0));
    from.load_first_over(value, i, count);
    return value;
}

/// Products of two rows in lanes, a round at a time.
template <class A, class B>
struct quick_products {
    using T = typename A::element;
    using V = summed_t<T>;
    static constexpr std::size_t all = lanes<V>::size, count = quick_round<T> / all;
    A a;
    B b;

    /// Of the first round of several.
    [[gnu::always_inline]] void begin(V (&parts)[count], std::size_t i) const {
        unroll<count>([&](std::size_t k) __attribute__((always_inline)) {
            parts[k] = rounded_product(a.template load<V>(i + k * all), b.template load<V>(i + k * all));
        });
    }
    [[gnu::always_inline]] void add(V (&parts)[count], std::size_t i) const {
        unroll<count>([&](std::size_t k) __attribute__((always_inline)) {
            parts[k] = multiply_add(a.template load<V>(i + k * all), b.template load<V>(i + k * all), parts[k]);
        });
    }
    /// Of the rest of a row, fewer than several rounds, from the first on.
    [[gnu::always_inline]] void add_rest(V (&parts)[count], std::size_t first, std::size_t left) const {
        unroll<count>([&](std::size_t k) __attribute__((always_inline)) { parts[k] = V(T(0)); });
        for_each_block<V, count>(
            left, [&](std::size_t k, std::size_t i, std::size_t values) __attribute__((always_inline)) {
                parts[k] = multiply_add(values_of_row<V>(a, first + i, values), values_of_row<V>(b, first + i, values),
                                        parts[k]);
            });
    }
};

/// Lanes of which the sum over a row of up to one round is the sum.
template <class A, class B>
[[gnu::always_inline]] inline auto lanes_of_quick_dot(const A& a, const B& b, std::size_t width) {
    typename quick_products<A, B>::V parts[quick_products<A, B>::count];
    quick_products<A, B>{a, b}.add_rest(parts, 0, width);
    return joined_registers(parts);
}

template <class A, class B>
[[gnu::noinline]] double quick_dot_of_row(const A a, const B b, std::size_t width) {
    using products = quick_products<A, B>;
    using T = typename products::T;
    using V = typename products::V;
    using sum = product_sum<T, doubles_t<V>>;
    constexpr std::size_t block = quick_terms * quick_round<T>, sum_count = products::count / 4;
    if (width <= quick_round<T>) return static_cast<double>(sum_in_halves(lanes_of_quick_dot(a, b, width)));
    const products of_row{a, b};
    V parts[products::count];
    sum sums[sum_count];
    unroll<sum_count>([&](std::size_t k) __attribute__((always_inline)) { sums[k] = sum::zero(); });
    const auto fold = [&]() __attribute__((always_inline)) {
        unroll<sum_count>([&](std::size_t k) __attribute__((always_inline)) {
            sum more = sum::zero();
            more.word[0] =
                widened(V(V(parts[k] + parts[k + 2 * sum_count]) + V(parts[k + sum_count] + parts[k + 3 * sum_count])));
            sums[k].join(more);
        });
    };
    std::size_t i = 0;
    for (; width - i >= block; i += block) {
        of_row.begin(parts, i);
#pragma GCC unroll 1
        for (std::size_t from = quick_round<T>; from < block; from += quick_round<T>) of_row.add(parts, i + from);
        fold();
    }
    if (i < width) {
        of_row.add_rest(parts, i, width - i);
        fold();
    }
    return total_of(sums);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
