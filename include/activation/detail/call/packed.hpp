#ifndef ACTIVATION_DETAIL_CALL_PACKED_HPP
#define ACTIVATION_DETAIL_CALL_PACKED_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/call/fused.hpp"
#include "activation/detail/driver/driver.hpp"

/// Calls on rows whose two halves lie side by side: the elements of a row from `activated` on go through the activation.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The part of a source that is read from element `first` of a row on.
template <class View>
[[gnu::always_inline]] inline auto source_in_row(const View& v, std::size_t row, std::size_t width, std::size_t first) {
    if constexpr (any_fused<View>) {
        return source_of(v).at(static_cast<std::ptrdiff_t>(row * width + first));
    } else {
        using element = std::remove_cvref_t<decltype(*v.data)>;
        return plain_source<element>{row_of(v, row, width) + first};
    }
}

/// An output from element `first` of a row on, as an argument of its own.
template <class E>
[[gnu::always_inline]] inline view<E> part_in_row(const view<E>& v, std::size_t row, std::size_t width,
                                                  std::size_t first) {
    return {v.name, row_of(v, row, width) + first, width - first};
}
template <class E>
[[gnu::always_inline]] inline view<E> part_in_row(const rows_of_view<E>& v, std::size_t row, std::size_t width,
                                                  std::size_t first) {
    return {v.name, row_of(v, row, width) + first, width - first};
}
template <class E, class Y>
[[gnu::always_inline]] inline auto part_in_row(const accumulated_output<E, Y>& v, std::size_t row, std::size_t width,
                                               std::size_t first) {
    return accumulated_output<E, view<E>>{v.name, width - first, part_in_row(v.y, row, width, first)};
}

/// Rows of the width that the call asks for, as far as an argument says how wide its rows are.
template <class View>
[[gnu::always_inline]] inline void check_width_of(const call_site& call, const View& v, std::size_t width) {
    if constexpr (
        requires { v.bias; } || requires { v.factor; })
        check_width_of(call, v.x, width);
    else if constexpr (requires { v.y; })
        check_width_of(call, v.y, width);
    else
        check_row_width(call, v, width);
}

template <class Executor, class Kernel, class X, class Y>
inline void packed(const Executor& executor, const call_site& call, const Kernel& kernel, const X& x, const Y& y,
                   std::size_t width, std::size_t activated) {
    check_packed(call, untyped(x), untyped(y), width);
    if constexpr (any_fused<X, Y>)
        check_fused<0>(call, x, y);
    else
        check_memory(call, untyped(x), untyped(y));
    check_width_of(call, x, 2 * width);
    check_width_of(call, y, width);
    for (std::size_t row = 0; row * width < y.size; ++row)
        run_into(executor, kernel, width,
                 bundle_from(source_in_row(x, row, 2 * width, activated),
                             source_in_row(x, row, 2 * width, width - activated)),
                 sink_of(part_in_row(y, row, width, 0)));
}

template <class Executor, class Kernel, class G, class X, class R>
inline void packed_backward(const Executor& executor, const call_site& call, const Kernel& kernel, const G& grad_output,
                            const X& x, const R& grad_x, std::size_t width, std::size_t activated) {
    check_packed(call, untyped(x), untyped(grad_output), width);
    check_packed(call, untyped(grad_x), untyped(grad_output), width);
    check_fused<0>(call, grad_output, x, grad_x);
    check_width_of(call, grad_output, width);
    check_width_of(call, x, 2 * width);
    check_width_of(call, grad_x, 2 * width);
    for (std::size_t row = 0; row * width < grad_output.size; ++row)
        run_into(executor, kernel, width,
                 bundle_from(source_in_row(grad_output, row, width, 0), source_in_row(x, row, 2 * width, activated),
                             source_in_row(x, row, 2 * width, width - activated)),
                 sink_of(part_in_row(grad_x, row, 2 * width, activated)),
                 sink_of(part_in_row(grad_x, row, 2 * width, width - activated)));
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
