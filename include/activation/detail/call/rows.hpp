#ifndef ACTIVATION_DETAIL_CALL_ROWS_HPP
#define ACTIVATION_DETAIL_CALL_ROWS_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/call/executor.hpp"
#include "activation/detail/call/row_shape.hpp"
#include "activation/detail/driver/log_rows.hpp"
#include "activation/detail/driver/masked_rows.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/driver/rows.hpp"
#include "activation/detail/driver/rows_gradient.hpp"

/// One call over rows: the checks, then row after row.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The rows of a call for its executor, which counts them as it counts the elements of others: part(first, count) is the
/// call for some of them, whichever of them have been done before or are being done elsewhere.
template <class Part>
struct rows_kernel {
    Part part;
    /// How many elements each of them has.
    std::size_t width;
};

/// Where some rows begin, for sources and for sinks.
struct row_number {
    std::size_t number;

    [[gnu::always_inline]] row_number at(std::size_t i) const { return {number + i}; }
};

template <class Part>
[[gnu::always_inline]] inline void transform(const rows_kernel<Part>& kernel, std::size_t count, row_number to,
                                             row_number) {
    kernel.part(to.number, count);
}

/// part(first, count) by the executor for the rows of `size` elements.
template <class Executor, class Part>
[[gnu::always_inline]] inline void run_rows(const Executor& executor, std::size_t size, std::size_t width,
                                            const Part& part) {
    if (size != 0)
        executor.run(rows_kernel<const Part&>{part, width}, rows_of(size, width), row_number{0}, row_number{0});
}

template <class View>
using element_of_view = std::remove_cvref_t<decltype(*View{}.data)>;

/// Row, the function over rows, of all of them.
template <class Executor, class Row, class X, class Y>
[[gnu::always_inline]] inline void rows_of_call(const Executor& executor, const call_site& call, std::size_t width,
                                                const Row& row, const X& x, const Y& y) {
    check_rows(call, width, untyped(x), untyped(y));
    check_row_width(call, x, width);
    check_row_width(call, y, width);
    const std::size_t x_stride = stride_of(x, width), y_stride = stride_of(y, width);
    const auto part = [&](std::size_t first, std::size_t count) __attribute__((always_inline)) {
        Row own = row;
        own(rows_in_memory<element_of_view<X>, element_of_view<Y>>{x.data + first * x_stride, x_stride,
                                                                   y.data + first * y_stride, y_stride, count, width});
    };
    run_rows(executor, x.size, width, part);
}

/// OfRow, the gradient of a row, of all of them.
template <class Executor, class OfRow, class G, class Y, class R>
[[gnu::always_inline]] inline void row_gradients_of_call(const Executor& executor, const call_site& call,
                                                         std::size_t width, const OfRow& of_row, const G& grad_output,
                                                         const Y& y, const R& grad_input) {
    check_rows(call, width, untyped(grad_output), untyped(y), untyped(grad_input));
    check_row_width(call, grad_output, width);
    check_row_width(call, y, width);
    check_row_width(call, grad_input, width);
    const std::size_t gradient_stride = stride_of(grad_output, width), y_stride = stride_of(y, width),
                      result_stride = stride_of(grad_input, width);
    const auto part = [&](std::size_t first, std::size_t count) __attribute__((always_inline)) {
        gradient_rows<element_of_view<G>, element_of_view<Y>, element_of_view<R>>{
            grad_output.data + first * gradient_stride,
            gradient_stride,
            y.data + first * y_stride,
            y_stride,
            grad_input.data + first * result_stride,
            result_stride,
            count,
            width}
            .run(of_row);
    };
    run_rows(executor, y.size, width, part);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
