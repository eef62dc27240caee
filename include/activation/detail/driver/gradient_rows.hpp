#ifndef ACTIVATION_DETAIL_DRIVER_GRADIENT_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_GRADIENT_ROWS_HPP

#include <cstddef>

#include "activation/detail/driver/gradient_row.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/driver/row_totals.hpp"
#include "activation/detail/driver/rows_by_width.hpp"

/// Rows of gradients one after another, or several side by side.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The scale of rows without one.
struct no_scale {
    constexpr operator float() const { return 1; }
    constexpr operator double() const { return 1; }
};

/// OfRow of one row whose elements follow one another.
template <class OfRow, class Scale, class G, class Y, class R>
inline void gradient_of_row(const OfRow& of_row, Scale scale, const G* grad_output, const Y* y, R* grad_input,
                            std::size_t width) {
    constexpr std::size_t parts = block_parts<summed_t<compute_t<R>>>;
    if (width <= row_block)
        return of_row(scale, gradient_row_in_registers<parts, G, Y, R>(grad_output, y, grad_input, width));
    of_row(scale, gradient_row_in_memory<adjacent_row<const G>, adjacent_row<const Y>, adjacent_row<R>>{
                      {grad_output}, {y}, {grad_input}, width});
}

/// The rows of a call without options.
template <class G, class Y, class R>
struct gradient_rows {
    using T = compute_t<R>;
    const G* grad_output;
    std::size_t grad_output_stride;
    const Y* y;
    std::size_t y_stride;
    R* grad_input;
    std::size_t grad_input_stride;
    std::size_t count;
    std::size_t width;

    template <class OfRow>
    void run(const OfRow& of_row) const {
        constexpr std::size_t all = lanes<summed_t<T>>::size, parts = block_parts<summed_t<T>>;
        if (width <= all) return run_in_registers<1>(of_row);
        if (width <= row_block) return run_in_registers<parts>(of_row);
        if (width <= 2 * row_block) return run_in_registers<2 * parts>(of_row);
        // As far as there are registers for them.
        if constexpr (all >= row_block && !OfRow::stays_in_memory)
            if (width <= blocks_in_registers * row_block) return run_in_registers<blocks_in_registers * parts>(of_row);
        const auto row = [&](std::size_t i) __attribute__((always_inline)) { return in_memory(i); };
        std::size_t first = 0;
        if constexpr (OfRow::stays_in_memory && can_be_together)
            if (width <= blocks_in_registers * row_block) first = several(of_row, row);
        for (; first < count; ++first) of_row(no_scale{}, in_memory(first));
    }

private:
    static constexpr bool can_be_together =
        sizeof(T) == sizeof(float) && rows_side_by_side % lanes<native_t<double>>::size == 0;

    template <std::size_t values, class OfRow>
    void run_in_registers(const OfRow& of_row) const {
        const auto row = [&](std::size_t i) __attribute__((always_inline)) { return in_registers<values>(i); };
        std::size_t first = 0;
        if constexpr (can_be_together)
            if (count >= rows_side_by_side) first = several(of_row, row);
        for (; first < count; ++first) of_row(no_scale{}, in_registers<values>(first));
    }

    template <std::size_t values>
    [[gnu::always_inline]] auto in_registers(std::size_t row) const {
        return gradient_row_in_registers<values, G, Y, R>(grad_output + row * grad_output_stride, y + row * y_stride,
                                                          grad_input + row * grad_input_stride, width);
    }
    [[gnu::always_inline]] auto in_memory(std::size_t row) const {
        return gradient_row_in_memory<adjacent_row<const G>, adjacent_row<const Y>, adjacent_row<R>>{
            {grad_output + row * grad_output_stride},
            {y + row * y_stride},
            {grad_input + row * grad_input_stride},
            width};
    }

    /// As many rows as can be taken together; those that are not usual one by one.
    template <class OfRow, class RowAt>
    [[gnu::noinline]] std::size_t several(const OfRow& of_row, const RowAt row_at) const {
        std::size_t first = 0;
        for (; count - first >= rows_side_by_side; first += rows_side_by_side) {
            const auto row = [&](std::size_t i) __attribute__((always_inline)) { return row_at(first + i); };
            if (of_row.template together<rows_side_by_side>(row)) continue;
            for (std::size_t i = 0; i < rows_side_by_side; ++i) of_row(no_scale{}, row(i));
        }
        return first;
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
