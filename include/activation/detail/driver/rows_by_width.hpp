#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_BY_WIDTH_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_BY_WIDTH_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/driver/product_sum.hpp"
#include "activation/detail/driver/row_mask.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/simd/group.hpp"

/// The values of a row, as they stand or scaled and masked, and the way that a row goes by its width.
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

/// Rows up to so many blocks stay in registers.
inline constexpr std::size_t blocks_in_registers = 4;

template <class Place>
inline constexpr bool is_adjacent_row = false;
template <class E>
inline constexpr bool is_adjacent_row<adjacent_row<E>> = true;

/// One row as rows of which there is one.
template <class Values, class Place>
struct single_row {
    static constexpr std::size_t count = 1;
    const Values& x;
    const Place& y;
    std::size_t width;

    [[gnu::always_inline]] const Values& values(std::size_t) const { return x; }
    [[gnu::always_inline]] const Place& place(std::size_t) const { return y; }
};

/// A function over rows, each of which goes the way that its width asks for.  Of has what is done with rows of up to so many
/// values, which stay in registers, and with one of any width:
///
///     side_by_side<values>(rows)           together<values> at a time, as far as that goes; returns the row that comes next
///     one_by_one<values>(rows, row)        from that row on
///     through_memory(values, place, width)
template <class Of>
struct rows_by_width : Of {
    using T = typename Of::element;
    using V = summed_t<T>;
    static constexpr std::size_t all = lanes<V>::size, parts = block_parts<V>;

    template <class X, class Y>
    void operator()(const rows_in_memory<X, Y>& rows) {
        if (rows.width == 1) return rows.map(typename Of::of_one{});
        of_more(rows);
    }
    template <class X, class Y, class Masks>
    void operator()(const masked_rows<X, Y, Masks>& rows) {
        if (rows.width == 1) return each_of_one(rows);
        of_more(rows);
    }

    /// A row with options; what has its elements apart goes through memory, whatever its width.
    template <class Values, class Place>
    void operator()(const Values& x, const Place& y, std::size_t width) {
        if constexpr (is_adjacent_row<Place>) {
            if (width <= row_block) return of_block(x, y, width);
            const single_row<Values, Place> row{x, y, width};
            if (width <= blocks_in_registers * row_block) return in_registers<blocks_in_registers * parts>(row);
        }
        if (width == 1) return one_of_one(x, y);
        Of::through_memory(x, y, width);
    }

    /// A row of up to row_block elements that follow one another.
    template <class Values, class Place>
    void of_block(const Values& x, const Place& y, std::size_t width) {
        if (width == 1) return one_of_one(x, y);
        in_registers<parts>(single_row<Values, Place>{x, y, width});
    }

private:
    template <class Values, class Place>
    [[gnu::always_inline]] static void one_of_one(const Values& x, const Place& y) {
        y.store(0, typename Of::of_one{}(group<T, 1>{{x.template load<T>(0)}}).item[0]);
    }
    template <class Rows>
    [[gnu::noinline]] static void each_of_one(const Rows& rows) {
        for (std::size_t row = 0; row < rows.count; ++row) one_of_one(rows.values(row), rows.place(row));
    }

    /// In functions of their own: in one it is the constants of the other that a lone row would wait for.
    template <std::size_t values, class Rows>
    [[gnu::always_inline]] static void in_registers(const Rows& rows) {
        std::size_t row = 0;
        if (rows.count >= Of::template together<values>) row = Of::template side_by_side<values>(rows);
        if (row < rows.count) Of::template one_by_one<values>(rows, row);
    }

    template <class Rows>
    [[gnu::always_inline]] void of_more(const Rows& rows) {
        if (rows.width <= all) return in_registers<1>(rows);
        if (rows.width <= row_block) return in_registers<parts>(rows);
        if (rows.width <= 2 * row_block) return in_registers<2 * parts>(rows);
        if (rows.width <= blocks_in_registers * row_block) return in_registers<blocks_in_registers * parts>(rows);
        for (std::size_t row = 0; row < rows.count; ++row)
            Of::through_memory(rows.values(row), rows.place(row), rows.width);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
