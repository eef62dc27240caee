#ifndef ACTIVATION_DETAIL_DRIVER_ROW_DOT_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_DOT_HPP

#include <cstddef>

#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/driver/memory.hpp"
#include "activation/detail/driver/product_sum.hpp"
#include "activation/detail/driver/row_sum.hpp"
#include "activation/detail/simd/widen.hpp"

/// Sums over a row of gradients, in vectors, as the usual rows allow; row_sum.hpp has what others need.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Values of a row in blocks of `values`, the last one filled up with 0: action(i, values from element i on).
template <class V, std::size_t Count, class Action>
[[gnu::always_inline]] inline void for_each_block(std::size_t width, Action action) {
    constexpr std::size_t block = Count * lanes<V>::size;
    std::size_t i = 0;
    for (; width - i >= block; i += block)
        unroll<Count>([&](std::size_t part)
                          __attribute__((always_inline)) { action(part, i + part * lanes<V>::size, lanes<V>::size); });
    if (i == width) return;
    unroll<Count>([&](std::size_t part) __attribute__((always_inline)) {
        const std::size_t from = i + part * lanes<V>::size;
        if (from < width) action(part, from, width - from < lanes<V>::size ? width - from : lanes<V>::size);
    });
}

/// Lanes of a row from an element on; behind the row's end 0.
template <class V, class Row>
[[gnu::always_inline]] inline V values_of_row(const Row& from, std::size_t i, std::size_t count) {
    constexpr std::size_t all = lanes<V>::size;
    if (count == all) return from.template load<V>(i);
    V value(scalar_t<V>(0));
    // Less than all, as a compiler can tell: g++ 12 warns else.
    from.load_first_over(value, i, count % all);
    return value;
}

/// Lanes of a row from an element on, as doubles; behind the row's end 0.
template <class V, class Row>
[[gnu::always_inline]] inline doubles_t<V> doubles_of_row(const Row& from, std::size_t i, std::size_t count) {
    if (count == lanes<V>::size) return from.template load_doubles<V>(i);
    V value(scalar_t<V>(0));
    from.load_first_over(value, i, count);
    return widened(value);
}

/// How many sums stand side by side over a row.
inline constexpr std::size_t row_sums = 32;

template <class T>
using dot_sum = product_sum<T, doubles_t<summed_t<T>>>;
template <class T>
inline constexpr std::size_t dot_sum_count = row_sums / lanes<summed_t<T>>::size;

template <class A, class B, class T = typename A::element>
[[gnu::always_inline]] inline void add_products_of_row(dot_sum<T> (&sums)[dot_sum_count<T>], const A& a, const B& b,
                                                       std::size_t width) {
    using V = summed_t<T>;
    constexpr std::size_t count = dot_sum_count<T>;
    unroll<count>([&](std::size_t i) __attribute__((always_inline)) { sums[i] = dot_sum<T>::zero(); });
    for_each_block<V, count>(
        width, [&](std::size_t part, std::size_t i, std::size_t values) __attribute__((always_inline)) {
            sums[part].add(doubles_of_row<V>(a, i, values), doubles_of_row<V>(b, i, values));
        });
}

/// Σ a[i]·b[i]
template <class A, class B>
[[gnu::noinline]] double dot_of_row(const A a, const B b, std::size_t width) {
    using T = typename A::element;
    dot_sum<T> sums[dot_sum_count<T>];
    add_products_of_row(sums, a, b, width);
    return total_of(sums);
}

/// Lanes of which it is the sum, of elements whose products are one word.
template <class Sum, std::size_t Count>
[[gnu::always_inline]] inline auto joined_sums(const Sum (&sums)[Count]) {
    std::remove_cvref_t<decltype(sums[0].word[0])> lanes[Count];
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) { lanes[i] = sums[i].word[0]; });
    return joined_lanes(lanes);
}

/// factor·Σ a[i]·b[i], each a[i] being multiplied first.
template <class A, class B>
inline double dot_of_multiples(double factor, const A& a, const B& b, std::size_t width) {
    using T = typename A::element;
    auto sum = product_sum<T, double>::zero();
    for (std::size_t i = 0; i < width; ++i)
        sum.add(static_cast<double>(a.template load<T>(i)) * factor, static_cast<double>(b.template load<T>(i)));
    return sum.total();
}

/// Count sums of lanes side by side, and those of their magnitudes, which tell how good they are.
template <class T, std::size_t Count>
class magnitude_sum {
    using D = doubles_t<summed_t<T>>;

public:
    [[gnu::always_inline]] magnitude_sum() {
        unroll<Count>([&](std::size_t i) __attribute__((always_inline)) { sums_[i] = magnitudes_[i] = D(0.0); });
    }

    [[gnu::always_inline]] void add(std::size_t i, const D& value) {
        sums_[i] = sums_[i] + value;
        magnitudes_[i] = magnitudes_[i] + absolute(value);
    }

    /// Σ x[i], which has been added, where it is next to exact without more ado, for it does not cancel too much; else
    /// sum_of_row.
    template <class Row>
    [[gnu::always_inline]] double total(const Row& x, std::size_t width) const {
        const double sum = total_of_lanes<false>(sums_, sums_).high;
        const double size = total_of_lanes<false>(magnitudes_, magnitudes_).high;
        if (next_to_exact(sum, size, width)) [[likely]]
            return sum;
        return sum_of_row(x, width);
    }

    /// Whether a sum is, or several are, one in each lane.
    template <class B>
    [[gnu::always_inline]] static bool next_to_exact(const B& sum, const B& size, std::size_t width) {
        // Each addition rounds to 2⁻⁵³ of the magnitudes; 2⁻²⁷ of the sum are a fourth of a float's last place.
        const double steps = static_cast<double>(width / row_sums + row_sums);
        return sizeof(T) == sizeof(float) && all_lanes(mask_t<B>(B(size * B(steps * 0x1p-26)) <= absolute(sum)));
    }

    [[gnu::always_inline]] auto lanes_of_sum() const { return joined_lanes(sums_); }
    [[gnu::always_inline]] auto lanes_of_size() const { return joined_lanes(magnitudes_); }

private:
    D sums_[Count], magnitudes_[Count];
};

template <class Row>
inline double quick_sum_of_row(const Row& x, std::size_t width) {
    using T = typename Row::element;
    using V = summed_t<T>;
    constexpr std::size_t count = row_sums / lanes<V>::size;
    magnitude_sum<T, count> sums;
    for_each_block<V, count>(
        width, [&](std::size_t part, std::size_t i, std::size_t values)
                   __attribute__((always_inline)) { sums.add(part, doubles_of_row<V>(x, i, values)); });
    return sums.total(x, width);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
