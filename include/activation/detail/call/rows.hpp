#ifndef ACTIVATION_DETAIL_CALL_ROWS_HPP
#define ACTIVATION_DETAIL_CALL_ROWS_HPP

#include <cstddef>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/call/row_shape.hpp"
#include "activation/detail/driver/log_rows.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/driver/row_tile.hpp"
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
    const gradient_rows<std::remove_cvref_t<decltype(*grad_input.data)>> rows{grad_output.data,
                                                                              stride_of(grad_output, width),
                                                                              y.data,
                                                                              stride_of(y, width),
                                                                              grad_input.data,
                                                                              stride_of(grad_input, width),
                                                                              rows_of(y.size, width),
                                                                              width};
    rows.run(of_row);
}

/// How many elements of a row take part.
template <class Options>
inline std::size_t length_of_row(const Options& options, std::size_t row, std::size_t width) {
    std::size_t length = options.lengths.size() == 0 ? width : options.lengths[row];
    if (options.causal && row % width < length) length = row % width + 1;
    return length;
}

/// action(plane, number of the row in it, how many rows beside one another) for the rows of a call with options: one after
/// another, or where their elements do not follow one another as many as a tile holds.
template <class T, class Action>
inline void for_each_tile(std::size_t size, const row_shape& shape, Action action) {
    const std::size_t planes = size == 0 ? 0 : size / shape.width / shape.inner;
    const bool one_by_one = shape.inner == 1 || shape.width > row_tile<T>::capacity;
    for (std::size_t plane = 0; plane < planes; ++plane)
        for (std::size_t number = 0; number < shape.inner;) {
            const std::size_t count = one_by_one ? 1 : row_tile<T>::rows_of(shape.width, shape.inner - number);
            action(plane, number, count, !one_by_one);
            number += count;
        }
}

/// Row, the function over one row, with options.
template <class Row, class T, class Options>
struct rows_of_options {
    const Options& options;
    row_shape shape;
    row_layout<const T> x;
    row_layout<const T> mask;
    row_layout<T> y;
    Row row;

    /// A pointer and a spacing each, and not a pair of them: what goes to memory in two pieces and comes back as one has to
    /// wait.
    [[gnu::always_inline]] void one(std::size_t number, const T* from, std::size_t from_spacing, const T* added,
                                    std::size_t added_spacing, T* to, std::size_t to_spacing) {
        const std::size_t length = length_of_row(options, number, shape.width);
        const spaced_row<T> place{to, to_spacing};
        if (length != 0)
            row(masked_values<T>{{from, from_spacing}, {added, added_spacing}, options.scale}, place, length);
        if (length != shape.width) fill(place, length, shape.width, Row::none);
    }

    const T* mask_row(std::size_t plane, std::size_t number) const {
        return mask.data == nullptr ? nullptr : mask.row(plane, number);
    }

    void run(std::size_t size) {
        for_each_tile<T>(size, shape, [&](std::size_t plane, std::size_t number, std::size_t count, bool together) {
            const std::size_t first = plane * shape.inner + number;
            if (together) return tile(first, plane, number, count);
            one(first, x.row(plane, number), x.spacing, mask_row(plane, number), mask.spacing, y.row(plane, number),
                y.spacing);
        });
    }

    [[gnu::noinline]] void tile(std::size_t first, std::size_t plane, std::size_t number, std::size_t count) {
        row_tile<T> from(shape.width), added(shape.width), to(shape.width);
        from.gather(x.row(plane, number), x.spacing, count);
        const bool own_mask = mask.data != nullptr && mask.spacing != 1;
        if (own_mask) added.gather(mask.row(plane, number), mask.spacing, count);
        for (std::size_t i = 0; i < count; ++i)
            one(first + i, from.row(i), 1, own_mask ? added.row(i) : mask_row(plane, number + i), 1, to.row(i), 1);
        to.scatter(y.row(plane, number), y.spacing, count);
    }
};

template <class Row, class Options, class X, class Y>
inline void rows_with_options(const call_site& call, std::size_t width, const Options& options, Row row, const X& x,
                              const Y& y) {
    using T = std::remove_cvref_t<decltype(*y.data)>;
    check_rows(call, width, untyped(x), untyped(y));
    check_options(call, options, width, untyped(x), untyped(y));
    const row_shape shape{width, options.inner};
    row_layout<const T> mask{nullptr, 0, 0, 1};
    if (options.mask.size() != 0) mask = layout_of(call, options.mask, x.size, shape);
    rows_of_options<Row, T, Options> rows{options, shape, layout_of(call, x, shape), mask, layout_of(call, y, shape),
                                          row};
    rows.run(x.size);
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
    const auto one = [&](std::size_t number, const T* gradient, std::size_t gradient_spacing, const T* output,
                         std::size_t output_spacing, T* result, std::size_t result_spacing)
        __attribute__((always_inline)) {
        const std::size_t length = length_of_row(options, number, width);
        const spaced_row<T> place{result, result_spacing};
        of_row(options.scale,
               gradient_row_in_memory<spaced_row<const T>, spaced_row<T>>{
                   {gradient, gradient_spacing}, {output, output_spacing}, {result, result_spacing}, length});
        if (length != width) fill(place, length, width, T(0));
    };
    for_each_tile<T>(y.size, shape, [&](std::size_t plane, std::size_t number, std::size_t count, bool together) {
        const std::size_t first = plane * shape.inner + number;
        if (!together)
            return one(first, gradients.row(plane, number), gradients.spacing, outputs.row(plane, number),
                       outputs.spacing, to.row(plane, number), to.spacing);
        row_tile<T> gradient(width), output(width);
        gradient.gather(gradients.row(plane, number), gradients.spacing, count);
        output.gather(outputs.row(plane, number), outputs.spacing, count);
        for (std::size_t i = 0; i < count; ++i)
            one(first + i, gradient.row(i), 1, output.row(i), 1, gradient.row(i), 1);
        gradient.scatter(to.row(plane, number), to.spacing, count);
    });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
