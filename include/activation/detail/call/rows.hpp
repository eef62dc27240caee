#ifndef ACTIVATION_DETAIL_CALL_ROWS_HPP
#define ACTIVATION_DETAIL_CALL_ROWS_HPP

#include <cstddef>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/call/row_shape.hpp"
#include "activation/detail/driver/log_rows.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/driver/rows.hpp"
#include "activation/detail/driver/rows_gradient.hpp"

/// One call over rows: the checks, then row after row.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Row, the function over rows, of all of them.
template <class Row, class X, class Y>
[[gnu::always_inline]] inline void rows_of_call(const call_site& call, std::size_t width, Row row, const X& x,
                                                const Y& y) {
    check_rows(call, width, untyped(x), untyped(y));
    check_row_width(call, x, width);
    check_row_width(call, y, width);
    if (x.size == 0) return;
    row(rows_in_memory<std::remove_cvref_t<decltype(*y.data)>>{x.data, stride_of(x, width), y.data, stride_of(y, width),
                                                               rows_of(x.size, width), width});
}

/// OfRow, the gradient of a row, of all of them.
template <class OfRow, class G, class Y, class R>
[[gnu::always_inline]] inline void row_gradients_of_call(const call_site& call, std::size_t width, const OfRow& of_row,
                                                         const G& grad_output, const Y& y, const R& grad_input) {
    check_rows(call, width, untyped(grad_output), untyped(y), untyped(grad_input));
    check_row_width(call, grad_output, width);
    check_row_width(call, y, width);
    check_row_width(call, grad_input, width);
    if (y.size == 0) return;
    const gradient_rows<std::remove_cvref_t<decltype(*grad_input.data)>> rows{
        grad_output.data, stride_of(grad_output, width), y.data,         stride_of(y, width),
        grad_input.data,  stride_of(grad_input, width),  y.size / width, width};
    rows.run(of_row);
}

/// How many elements of a row take part.
template <class Options>
inline std::size_t length_of_row(const Options& options, std::size_t row, std::size_t width) {
    std::size_t length = options.lengths.size() == 0 ? width : options.lengths[row];
    if (options.causal && row % width < length) length = row % width + 1;
    return length;
}

/// action(plane, number of the row in it, how many of its elements take part) for each row of a call with options.
template <class Options, class Action>
inline void for_each_row_of_planes(const Options& options, std::size_t size, std::size_t width, Action action) {
    const std::size_t rows = size == 0 ? 0 : size / width;
    for (std::size_t row = 0, plane = 0; row < rows; ++plane)
        for (std::size_t number = 0; number < options.inner; ++number, ++row)
            action(plane, number, length_of_row(options, row, width));
}

/// Row, the function over one row, with options.
template <class Row, class Options, class X, class Y>
inline void rows_with_options(const call_site& call, std::size_t width, const Options& options, Row row, const X& x,
                              const Y& y) {
    using T = std::remove_cvref_t<decltype(*y.data)>;
    check_rows(call, width, untyped(x), untyped(y));
    check_options(call, options, width, untyped(x), untyped(y));
    const row_shape shape{width, options.inner};
    const row_layout<const T> from = layout_of(call, x, shape);
    const row_layout<T> to = layout_of(call, y, shape);
    row_layout<const T> mask{nullptr, 0, 0, 1};
    if (options.mask.size() != 0) mask = layout_of(call, options.mask, x.size, shape);
    for_each_row_of_planes(options, x.size, width, [&](std::size_t plane, std::size_t number, std::size_t length) {
        const spaced_row<const T> in{from.row(plane, number), from.spacing};
        const spaced_row<const T> added{mask.data == nullptr ? nullptr : mask.row(plane, number), mask.spacing};
        const spaced_row<T> out{to.row(plane, number), to.spacing};
        if (length != 0) row(masked_values<T>{in, added, options.scale}, out, length);
        fill(out, length, width, Row::none);
    });
}

/// OfRow, the gradient of a row, with options.
template <class OfRow, class Options, class G, class Y, class R>
inline void row_gradients_with_options(const call_site& call, std::size_t width, const Options& options,
                                       const OfRow& of_row, const G& grad_output, const Y& y, const R& grad_input) {
    using T = std::remove_cvref_t<decltype(*grad_input.data)>;
    check_rows(call, width, untyped(grad_output), untyped(y), untyped(grad_input));
    check_options(call, options, width, untyped(grad_output), untyped(y), untyped(grad_input));
    const row_shape shape{width, options.inner};
    const row_layout<const T> gradients = layout_of(call, grad_output, shape), outputs = layout_of(call, y, shape);
    const row_layout<T> to = layout_of(call, grad_input, shape);
    for_each_row_of_planes(options, y.size, width, [&](std::size_t plane, std::size_t number, std::size_t length) {
        const spaced_row<const T> gradient{gradients.row(plane, number), gradients.spacing};
        const spaced_row<const T> output{outputs.row(plane, number), outputs.spacing};
        const spaced_row<T> result{to.row(plane, number), to.spacing};
        of_row(options.scale,
               gradient_row_in_memory<spaced_row<const T>, spaced_row<T>>{gradient, output, result, length});
        fill(result, length, width, T(0));
    });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
