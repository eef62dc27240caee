#ifndef ACTIVATION_DETAIL_CALL_FUSED_TILES_HPP
#define ACTIVATION_DETAIL_CALL_FUSED_TILES_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/call/executor.hpp"
#include "activation/detail/call/fused.hpp"
#include "activation/detail/call/rows.hpp"
#include "activation/detail/call/rows_with_options.hpp"
#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/gradient_rows.hpp"
#include "activation/detail/driver/masked_rows.hpp"

/// Rows of what fuse.hpp makes, computed onto the stack some at a time: there they are rows like any others, and short ones go
/// side by side.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The widest rows that are brought onto the stack; of narrow ones so many elements at a time as stay in the nearest cache,
/// with what they are computed from and become.
template <class T>
inline constexpr std::size_t tile_capacity = 16384 / sizeof(T);
template <class T>
[[gnu::always_inline]] constexpr std::size_t rows_of_tile(std::size_t width) {
    constexpr std::size_t elements = 4096 / sizeof(T);
    return width < elements ? elements / width : 1;
}

/// Rows that are read where they stand.
template <class T, class View>
struct tile_read {
    using element = std::remove_const_t<element_of_view<View>>;
    const View& view;
    std::size_t width;

    const element* bring(std::size_t first, std::size_t) { return view.data + first * stride(); }
    std::size_t stride() const { return stride_of(view, width); }
};
/// Rows that are computed.
template <class T, class View>
    requires fused_input<View>
struct tile_read<T, View> {
    using element = T;
    const View& view;
    std::size_t width;
    tile_read(const View& of, std::size_t row_width) : view(of), width(row_width) {}

    alignas(64) T memory[tile_capacity<T>];

    const element* bring(std::size_t first, std::size_t count) {
        transform(identity{}, count * width, sinks(memory), bundle_from(source_of(view)).at(first * width));
        return memory;
    }
    std::size_t stride() const { return width; }
};

/// Rows that are written where they stand.
template <class T, class View>
struct tile_written {
    using element = element_of_view<View>;
    const View& view;
    std::size_t width;

    element* place(std::size_t first) { return view.data + first * stride(); }
    std::size_t stride() const { return stride_of(view, width); }
    void finish(std::size_t, std::size_t) const {}
};
/// Rows that are added to what stands there.
template <class T, class View>
    requires fused_output<View>
struct tile_written<T, View> {
    using element = T;
    const View& view;
    std::size_t width;
    tile_written(const View& of, std::size_t row_width) : view(of), width(row_width) {}

    alignas(64) T memory[tile_capacity<T>];

    element* place(std::size_t) { return memory; }
    std::size_t stride() const { return width; }
    void finish(std::size_t first, std::size_t count) {
        run_into(direct{}, identity{}, count * width, sources<T>(memory),
                 sink_of(view).at(static_cast<std::ptrdiff_t>(first * width)));
    }
};

/// action(first, count) for as many rows as a tile holds, again and again.
template <class T, class Action>
inline void for_each_fused_tile(std::size_t first, std::size_t left, std::size_t width, Action action) {
    for (const std::size_t most = rows_of_tile<T>(width); left != 0;) {
        const std::size_t count = left < most ? left : most;
        action(first, count);
        first += count;
        left -= count;
    }
}

/// Row, the function over rows.
template <class T, class Row, class Options, class X, class Y>
[[gnu::noinline]] inline void fused_rows_in_tiles(std::size_t begin, std::size_t rows, std::size_t width,
                                                  const Options& options, const mask_layout& mask, const Row& row,
                                                  const X& x, const Y& y) {
    using from_element = typename tile_read<T, X>::element;
    using to_element = typename tile_written<T, Y>::element;
    tile_read<T, X> from{x, width};
    tile_written<T, Y> to{y, width};
    rows_of_options<Row, from_element, to_element, Options> each{options, {width, 1}, {}, mask, {}, row};
    for_each_fused_tile<T>(begin, rows, width, [&](std::size_t first, std::size_t count) {
        const from_element* const in = from.bring(first, count);
        to_element* const out = to.place(first);
        if constexpr (are_none<Options>)
            each.row(rows_in_memory<from_element, to_element>{in, from.stride(), out, to.stride(), count, width});
        else
            for (std::size_t i = 0; i < count; ++i)
                each.one(first + i, in + i * from.stride(), 1, each.mask_row(first + i, 0), mask.place.spacing,
                         mask.elements, out + i * to.stride(), 1);
        to.finish(first, count);
    });
}

/// OfRow, the gradient of a row.
template <class T, class OfRow, class Options, class G, class Y, class R>
[[gnu::noinline]] inline void fused_gradients_in_tiles(std::size_t begin, std::size_t rows, std::size_t width,
                                                       const Options& options, const OfRow& of_row,
                                                       const G& grad_output, const Y& y, const R& grad_input) {
    tile_read<T, G> gradient{grad_output, width};
    tile_read<T, Y> output{y, width};
    tile_written<T, R> to{grad_input, width};
    for_each_fused_tile<T>(begin, rows, width, [&](std::size_t first, std::size_t count) {
        const auto* const of_gradient = gradient.bring(first, count);
        const auto* const of_output = output.bring(first, count);
        auto* const result = to.place(first);
        if constexpr (are_none<Options>)
            gradient_rows<typename tile_read<T, G>::element, typename tile_read<T, Y>::element,
                          typename tile_written<T, R>::element>{
                of_gradient, gradient.stride(), of_output, output.stride(), result, to.stride(), count, width}
                .run(of_row);
        else
            for (std::size_t i = 0; i < count; ++i)
                gradient_of_length(options, of_row, first + i, of_gradient + i * gradient.stride(),
                                   of_output + i * output.stride(), result + i * to.stride(), width);
        to.finish(first, count);
    });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
