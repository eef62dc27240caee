#ifndef ACTIVATION_DETAIL_DRIVER_MASKED_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_MASKED_ROWS_HPP

#include <cstddef>

#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/row_mask.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/group.hpp"

/// The values of a row, as they stand or scaled and masked, and the rows of a call.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The values of a row that are what stands in memory.
template <class E>
struct stored_values {
    using T = compute_t<E>;
    adjacent_row<const E> x;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return x.template load<V>(i);
    }
    /// What stands behind the row's end is −∞, whose exponential is none.
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t i, std::size_t count) const {
        V value(-infinity<T>);
        x.load_first_over(value, i, count);
        return value;
    }
    [[gnu::always_inline]] bool are_at(const void* memory) const { return x.data == memory; }
};

/// scale·x + mask
template <class Row, class Mask>
struct masked_values {
    using T = typename Row::element;
    Row x;
    Mask mask;
    T scale;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return multiply_add(V(scale), x.template load<V>(i), mask.template load<V>(i));
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t i, std::size_t count) const {
        V value(T(0)), addend(-infinity<T>);
        x.load_first_over(value, i, count);
        mask.load_first_over(addend, i, count);
        return multiply_add(V(scale), value, addend);
    }
    [[gnu::always_inline]] bool are_at(const void* memory) const { return x.data == memory || mask.is_at(memory); }
};

/// Values that are fetched by a call: of those that lie apart there is more to do than a call costs, and less to repeat
/// wherever a loop loads some.
template <class Values>
struct values_by_call {
    Values values;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        V value;
        fetch(value, i);
        return value;
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t i, std::size_t count) const {
        V value;
        fetch_first(value, i, count);
        return value;
    }
    [[gnu::always_inline]] bool are_at(const void* memory) const { return values.are_at(memory); }

private:
    template <class V>
    [[gnu::noinline]] void fetch(V& to, std::size_t i) const {
        to = values.template load<V>(i);
    }
    template <class V>
    [[gnu::noinline]] void fetch_first(V& to, std::size_t i, std::size_t count) const {
        to = values.template load_first<V>(i, count);
    }
};

/// The rows of a call in which the elements of a row follow one another.
template <class X, class Y>
struct rows_in_memory {
    const X* x;
    std::size_t x_stride;
    Y* y;
    std::size_t y_stride;
    std::size_t count;
    std::size_t width;

    [[gnu::always_inline]] stored_values<X> values(std::size_t row) const { return {{x + row * x_stride}}; }
    [[gnu::always_inline]] adjacent_row<Y> place(std::size_t row) const { return {y + row * y_stride}; }

    /// y = operation(x) of each element, where they are rows of one.
    template <class Operation>
    void map(const Operation& operation) const {
        if (x_stride == 1 && y_stride == 1) return transform(operation, count, sinks(y), sources(x));
        for (std::size_t row = 0; row < count; ++row)
            store_elements(y + row * y_stride,
                           operation(group_of(load_elements<compute_t<X>>(x + row * x_stride))).item[0]);
    }
};

/// Masks of which each row has its own, at a stride, or all the same at none.
template <class T>
struct adjacent_masks {
    const T* data;
    std::size_t stride;

    [[gnu::always_inline]] adjacent_mask<T> row(std::size_t i) const { return {{data + i * stride}}; }
};
template <class T>
struct no_masks {
    [[gnu::always_inline]] no_mask<T> row(std::size_t) const { return {}; }
};

/// Those of rows_in_memory, scaled and masked.
template <class X, class Y, class Masks>
struct masked_rows : rows_in_memory<X, Y> {
    Masks masks;
    compute_t<X> scale;

    [[gnu::always_inline]] auto values(std::size_t row) const { return of(row, masks.row(row)); }

private:
    template <class Mask>
    [[gnu::always_inline]] masked_values<adjacent_row<const X>, Mask> of(std::size_t row, const Mask& mask) const {
        return {{this->x + row * this->x_stride}, mask, scale};
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
