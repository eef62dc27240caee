#ifndef ACTIVATION_DETAIL_CALL_FUSED_ROWS_HPP
#define ACTIVATION_DETAIL_CALL_FUSED_ROWS_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/call/fused.hpp"
#include "activation/detail/call/fused_tiles.hpp"
#include "activation/detail/call/rows.hpp"
#include "activation/detail/call/rows_with_options.hpp"
#include "activation/detail/driver/fused_row.hpp"

/// Calls over rows with what fuse.hpp makes among their arguments.  Those whose elements follow one another go through
/// the stack as long as they fit; others row by row, with options or without: those that change nothing leave the bits what
/// they are.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Where the rows of an argument stand: row(plane, number).
template <class E>
struct read_rows {
    row_layout<const E> layout;

    [[gnu::always_inline]] read_row<E> row(std::size_t plane, std::size_t number) const {
        return {{layout.row(plane, number), layout.spacing}};
    }
};
template <class E>
struct written_rows {
    row_layout<E> layout;

    [[gnu::always_inline]] spaced_row<E> row(std::size_t plane, std::size_t number) const {
        return {layout.row(plane, number), layout.spacing};
    }
};
template <class E>
struct added_rows {
    row_layout<E> layout;

    [[gnu::always_inline]] added_row<E> row(std::size_t plane, std::size_t number) const {
        return {layout.row(plane, number), layout.spacing};
    }
};
template <class Rows, class T>
struct scaled_rows {
    Rows x;
    T factor;

    [[gnu::always_inline]] auto row(std::size_t plane, std::size_t number) const { return of(x.row(plane, number)); }

private:
    template <class Row>
    [[gnu::always_inline]] scaled_row<Row> of(const Row& each) const {
        return {each, factor};
    }
};
template <class Rows, class E>
struct biased_rows {
    Rows x;
    const E* bias;
    std::size_t channels;
    std::size_t inner;
    row_shape shape;

    [[gnu::always_inline]] auto row(std::size_t plane, std::size_t number) const {
        return of(x.row(plane, number), plane * shape.width * shape.inner + number);
    }

private:
    template <class Row>
    [[gnu::always_inline]] biased_row<Row, E> of(const Row& each, std::size_t first) const {
        const std::size_t period = channels * inner;
        return {each, bias, period, inner, first % period, shape.inner};
    }
};

template <class View>
inline auto rows_read(const call_site& call, const View& v, const row_shape& shape) {
    using E = std::remove_const_t<element_of_view<View>>;
    return read_rows<E>{layout_of(call, v, shape)};
}
template <class T, class X>
inline auto rows_read(const call_site& call, const scaled_input<T, X>& v, const row_shape& shape) {
    const auto x = rows_read(call, v.x, shape);
    return scaled_rows<std::remove_const_t<decltype(x)>, T>{x, v.factor};
}
template <class T, class X, class Bias>
inline auto rows_read(const call_site& call, const biased_input<T, X, Bias>& v, const row_shape& shape) {
    const auto x = rows_read(call, v.x, shape);
    using E = element_of_view<Bias>;
    return biased_rows<std::remove_const_t<decltype(x)>, E>{x, v.bias.data, v.bias.size, v.inner, shape};
}

template <class View>
inline auto rows_written(const call_site& call, const View& v, const row_shape& shape) {
    return written_rows<element_of_view<View>>{layout_of(call, v, shape)};
}
template <class E, class Y>
inline auto rows_written(const call_site& call, const accumulated_output<E, Y>& v, const row_shape& shape) {
    return added_rows<E>{layout_of(call, v.y, shape)};
}

/// Row, the function over one row, of x into y.
template <class Executor, class Row, class Options, class X, class Y>
inline void fused_rows_of_call(const Executor& executor, const call_site& call, std::size_t width,
                               const Options& options, const Row& row, const X& x, const Y& y) {
    check_rows(call, width, untyped(x), untyped(y));
    check_fused<2>(call, x, y);
    check_options(call, options, width, untyped(x), untyped(y));
    const row_shape shape{width, options.inner};
    const auto from = rows_read(call, x, shape);
    const auto to = rows_written(call, y, shape);
    const mask_layout mask = options.mask.size() != 0 ? layout_of(call, options.mask, x.size, shape) : mask_layout{};
    run_rows(executor, x.size, width, [&](std::size_t first, std::size_t count) {
        using T = typename Row::T;
        if (width <= tile_capacity<T> && shape.inner == 1)
            return fused_rows_in_tiles<T>(first, count, width, options, mask, row, x, y);
        Row own = row;
        for (std::size_t i = first; i < first + count; ++i) {
            const std::size_t plane = i / shape.inner, number = i % shape.inner,
                              length = length_of_row(options, i, width);
            const auto in = from.row(plane, number);
            const auto out = to.row(plane, number);
            using Values = fused_values<std::remove_const_t<decltype(in)>>;
            const void* const added = options.mask.size() != 0 ? mask.row(plane, number) : nullptr;
            if (length != 0) own(Values{{in, {added, mask.place.spacing, mask.elements}, options.scale}}, out, length);
            if (length != width) fill(out, length, width, Row::none);
        }
    });
}

/// OfRow, the gradient of a row.
template <class Executor, class OfRow, class Options, class G, class Y, class R>
inline void fused_row_gradients(const Executor& executor, const call_site& call, std::size_t width,
                                const Options& options, const OfRow& of_row, const G& grad_output, const Y& y,
                                const R& grad_input) {
    check_rows(call, width, untyped(grad_output), untyped(y), untyped(grad_input));
    check_fused<3>(call, grad_output, y, grad_input);
    check_options(call, options, width, untyped(grad_output), untyped(y), untyped(grad_input));
    const row_shape shape{width, options.inner};
    const auto gradients = rows_read(call, grad_output, shape);
    const auto outputs = rows_read(call, y, shape);
    const auto to = rows_written(call, grad_input, shape);
    run_rows(executor, y.size, width, [&](std::size_t first, std::size_t count) {
        using T = compute_t<typename decltype(to.row(0, 0))::element>;
        if (width <= tile_capacity<T> && shape.inner == 1)
            return fused_gradients_in_tiles<T>(first, count, width, options, of_row, grad_output, y, grad_input);
        for (std::size_t i = first; i < first + count; ++i) {
            const std::size_t plane = i / shape.inner, number = i % shape.inner,
                              length = length_of_row(options, i, width);
            const auto gradient = gradients.row(plane, number);
            const auto output = outputs.row(plane, number);
            const auto result = to.row(plane, number);
            using row =
                fused_gradient_row<std::remove_const_t<decltype(gradient)>, std::remove_const_t<decltype(output)>,
                                   std::remove_const_t<decltype(result)>>;
            const row each{{gradient, output, result, length}};
            if constexpr (are_none<Options>)
                of_row(no_scale{}, each);
            else
                of_row(options.scale, each);
            if (length != width) fill(result, length, width, typename decltype(result)::element(0));
        }
    });
}

/// The call over rows of whatever its arguments are.
template <class Executor, class Row, class Options, class X, class Y>
[[gnu::always_inline]] inline void any_rows(const Executor& executor, const call_site& call, std::size_t width,
                                            const Options& options, const Row& row, const X& x, const Y& y) {
    if constexpr (any_fused<X, Y>)
        fused_rows_of_call(executor, call, width, options, row, x, y);
    else if constexpr (are_none<Options>)
        rows_of_call(executor, call, width, row, x, y);
    else
        rows_with_options(executor, call, width, options, row, x, y);
}

template <class Executor, class OfRow, class Options, class G, class Y, class R>
[[gnu::always_inline]] inline void any_row_gradients(const Executor& executor, const call_site& call, std::size_t width,
                                                     const Options& options, const OfRow& of_row, const G& grad_output,
                                                     const Y& y, const R& grad_input) {
    if constexpr (any_fused<G, Y, R>)
        fused_row_gradients(executor, call, width, options, of_row, grad_output, y, grad_input);
    else if constexpr (are_none<Options>)
        row_gradients_of_call(executor, call, width, of_row, grad_output, y, grad_input);
    else
        row_gradients_with_options(executor, call, width, options, of_row, grad_output, y, grad_input);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
