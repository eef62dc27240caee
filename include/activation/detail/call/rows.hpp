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

/// action(row of each, …) for each row, once all have been found to be rows × width.
template <class Action, class First, class... More>
[[gnu::always_inline]] inline void for_each_row(const call_site& call, std::size_t width, Action action,
                                                const First& first, const More&... more) {
    check_rows(call, width, untyped(first), untyped(more)...);
    check_row_width(call, first, width);
    (check_row_width(call, more, width), ...);
    for (std::size_t row = 0; row * width < first.size; ++row)
        action(row_of(first, row, width), row_of(more, row, width)...);
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

/// The gradient of a row, with options: action(scale, grad_output, y, grad_input, how many elements take part).
template <class Options, class Action, class G, class Y, class R>
inline void row_gradients_with_options(const call_site& call, std::size_t width, const Options& options, Action action,
                                       const G& grad_output, const Y& y, const R& grad_input) {
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
        action(options.scale, gradient, output, result, length);
        fill(result, length, width, T(0));
    });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
