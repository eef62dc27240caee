#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_BY_WIDTH_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_BY_WIDTH_HPP

#include <cstddef>

#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/driver/masked_rows.hpp"
#include "activation/detail/driver/product_sum.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/simd/group.hpp"

/// The way that a row goes by its width.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

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
