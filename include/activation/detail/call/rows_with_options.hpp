#ifndef ACTIVATION_DETAIL_CALL_ROWS_WITH_OPTIONS_HPP
#define ACTIVATION_DETAIL_CALL_ROWS_WITH_OPTIONS_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/call/row_shape.hpp"
#include "activation/detail/call/rows.hpp"
#include "activation/detail/driver/gradient_row.hpp"
#include "activation/detail/driver/gradient_rows.hpp"
#include "activation/detail/driver/masked_rows.hpp"
#include "activation/detail/driver/row_mask.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/driver/row_tile.hpp"

/// Calls over rows with a scale, a mask, lengths, causal, and elements apart.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The options of a call without any: those of Options, none of which is set.
template <class Options>
struct no_options : Options {
    using none = void;
};
template <class Options>
inline constexpr bool are_none = requires {
    typename Options::none;
};

/// How many elements of a row take part.
template <class Options>
inline std::size_t length_of_row(const Options& options, std::size_t row, std::size_t width) {
    std::size_t length = options.lengths.size() == 0 ? width : static_cast<std::size_t>(options.lengths[row]);
    if (options.causal && row % width < length) length = row % width + 1;
    return length;
}

/// action(plane, number of the row in it, how many rows beside one another) for some rows of a call with options: one after
/// another, or where their elements do not follow one another as many as a tile holds.
template <class T, class Action>
inline void for_each_tile(std::size_t first, std::size_t left, const row_shape& shape, Action action) {
    const bool one_by_one = shape.inner == 1 || shape.width > row_tile<T>::capacity;
    std::size_t plane = first / shape.inner, number = first % shape.inner;
    while (left != 0) {
        const std::size_t beside = left < shape.inner - number ? left : shape.inner - number;
        const std::size_t count = one_by_one ? 1 : row_tile<T>::rows_of(shape.width, beside);
        action(plane, number, count, !one_by_one);
        left -= count;
        number += count;
        if (number == shape.inner) {
            number = 0;
            ++plane;
        }
    }
}

/// Row, the function over one row, with options.
template <class Row, class X, class Y, class Options>
struct rows_of_options {
    using T = compute_t<Y>;
    const Options& options;
    row_shape shape;
    row_layout<const X> x;
    mask_layout mask;
    row_layout<Y> y;
    Row row;

    /// A pointer and a spacing each, and not a pair of them: what goes to memory in two pieces and comes back as one has to
    /// wait.
    template <class From, class To>
    [[gnu::always_inline]] void one(std::size_t number, const From* from, std::size_t from_spacing, const void* added,
                                    std::size_t added_spacing, mask_elements of, To* to, std::size_t to_spacing) {
        const std::size_t length = length_of_row(options, number, shape.width);
        const spaced_row<To> place{to, to_spacing};
        if (length != 0) of_length(length, from, from_spacing, added, added_spacing, of, to, to_spacing);
        if (length != shape.width) fill(place, length, shape.width, Row::none);
    }

    /// Where elements follow one another, in loops that know it.
    template <class From, class To>
    [[gnu::always_inline]] void of_length(std::size_t length, const From* from, std::size_t from_spacing,
                                          const void* added, std::size_t added_spacing, mask_elements of, To* to,
                                          std::size_t to_spacing) {
        using adjacent = adjacent_row<const From>;
        using spaced = spaced_row<const From>;
        if (from_spacing != 1 || to_spacing != 1 || (added != nullptr && added_spacing != 1))
            return row(
                values_by_call<masked_values<spaced, mask_if_any<T>>>{
                    {{from, from_spacing}, {added, added_spacing, of}, options.scale}},
                spaced_row<To>{to, to_spacing}, length);
        const adjacent_row<To> place{to};
        if constexpr (std::is_same_v<T, float>)
            if (added != nullptr && of != mask_elements::computed)
                return row(
                    masked_values<adjacent, adjacent_halves_mask>{
                        {from}, {added, of == mask_elements::bfloat16}, options.scale},
                    place, length);
        // A short row is told that it is one; a longer one goes through the loops that whole calls have.
        const T* const terms = static_cast<const T*>(added);
        if (length <= row_block) {
            if (added == nullptr)
                return row.of_block(masked_values<adjacent, no_mask<T>>{{from}, {}, options.scale}, place, length);
            return row.of_block(masked_values<adjacent, adjacent_mask<T>>{{from}, {{terms}}, options.scale}, place,
                                length);
        }
        if (added == nullptr)
            return row(masked_rows<From, To, no_masks<T>>{{from, 0, to, 0, 1, length}, {}, options.scale});
        row(masked_rows<From, To, adjacent_masks<T>>{{from, 0, to, 0, 1, length}, {terms, 0}, options.scale});
    }

    const void* mask_row(std::size_t plane, std::size_t number) const {
        return mask.place.data == nullptr ? nullptr : mask.row(plane, number);
    }

    /// Whether every row takes part whole, and its elements follow one another.
    bool all_whole() const {
        const bool plain_mask =
            mask.place.data == nullptr || (mask.place.spacing == 1 && mask.elements == mask_elements::computed);
        return shape.inner == 1 && options.lengths.size() == 0 && !options.causal && plain_mask;
    }

    /// Those may go side by side.
    void run_whole(std::size_t begin, std::size_t rows) {
        const rows_in_memory<X, Y> memory{x.row(begin, 0), x.plane, y.row(begin, 0), y.plane, rows, shape.width};
        if (mask.place.data == nullptr) return row(masked_rows<X, Y, no_masks<T>>{memory, {}, options.scale});
        const auto* const first = reinterpret_cast<const T*>(mask.row(begin, 0));
        row(masked_rows<X, Y, adjacent_masks<T>>{memory, {first, mask.place.plane}, options.scale});
    }

    void run(std::size_t begin, std::size_t rows) {
        if (all_whole()) return run_whole(begin, rows);
        for_each_tile<T>(begin, rows, shape,
                         [&](std::size_t plane, std::size_t number, std::size_t count, bool together) {
                             const std::size_t first = plane * shape.inner + number;
                             if (together) return tile(first, plane, number, count);
                             one(first, x.row(plane, number), x.spacing, mask_row(plane, number), mask.place.spacing,
                                 mask.elements, y.row(plane, number), y.spacing);
                         });
    }

    [[gnu::noinline]] void tile(std::size_t first, std::size_t plane, std::size_t number, std::size_t count) {
        row_tile<T> from(shape.width), added(shape.width), to(shape.width);
        from.gather(x.row(plane, number), x.spacing, count);
        const bool own_mask = mask.place.data != nullptr && mask.place.spacing != 1;
        if (own_mask)
            with_mask<T>(mask.row(plane, number), mask.elements,
                         [&](const auto* first_row) { added.gather(first_row, mask.place.spacing, count); });
        for (std::size_t i = 0; i < count; ++i)
            if (own_mask)
                one(first + i, from.row(i), 1, added.row(i), 1, mask_elements::computed, to.row(i), 1);
            else
                one(first + i, from.row(i), 1, mask_row(plane, number + i), 1, mask.elements, to.row(i), 1);
        to.scatter(y.row(plane, number), y.spacing, count);
    }
};

template <class Executor, class Row, class Options, class X, class Y>
inline void rows_with_options(const Executor& executor, const call_site& call, std::size_t width,
                              const Options& options, const Row& row, const X& x, const Y& y) {
    check_rows(call, width, untyped(x), untyped(y));
    check_options(call, options, width, untyped(x), untyped(y));
    const row_shape shape{width, options.inner};
    mask_layout mask;
    if (options.mask.size() != 0) mask = layout_of(call, options.mask, x.size, shape);
    const rows_of_options<Row, element_of_view<X>, element_of_view<Y>, Options> rows{
        options, shape, layout_of(call, x, shape), mask, layout_of(call, y, shape), row};
    run_rows(executor, x.size, width, [&](std::size_t first, std::size_t count) {
        auto own = rows;
        own.run(first, count);
    });
}

/// OfRow of a row whose elements follow one another, of which as many take part as the options say.
template <class Options, class OfRow, class G, class Y, class R>
[[gnu::always_inline]] inline void gradient_of_length(const Options& options, const OfRow& of_row, std::size_t number,
                                                      const G* grad_output, const Y* y, R* grad_input,
                                                      std::size_t width) {
    const std::size_t length = length_of_row(options, number, width);
    gradient_of_row(of_row, options.scale, grad_output, y, grad_input, length);
    if (length != width) fill(spaced_row<R>{grad_input, 1}, length, width, compute_t<R>(0));
}

/// OfRow, the gradient of a row, with options.
template <class Executor, class OfRow, class Options, class G, class Y, class R>
inline void row_gradients_with_options(const Executor& executor, const call_site& call, std::size_t width,
                                       const Options& options, const OfRow& of_row, const G& grad_output, const Y& y,
                                       const R& grad_input) {
    using T = compute_t<element_of_view<R>>;
    check_rows(call, width, untyped(grad_output), untyped(y), untyped(grad_input));
    check_options(call, options, width, untyped(grad_output), untyped(y), untyped(grad_input));
    const row_shape shape{width, options.inner};
    const auto gradients = layout_of(call, grad_output, shape);
    const auto outputs = layout_of(call, y, shape);
    const auto to = layout_of(call, grad_input, shape);
    const auto one = [&]<class Gradient, class Output, class Result>(
        std::size_t number, const Gradient* gradient, std::size_t gradient_spacing, const Output* output,
        std::size_t output_spacing, Result* result, std::size_t result_spacing) __attribute__((always_inline)) {
        if (gradient_spacing == 1 && output_spacing == 1 && result_spacing == 1)
            return gradient_of_length(options, of_row, number, gradient, output, result, width);
        const std::size_t length = length_of_row(options, number, width);
        const spaced_row<Result> place{result, result_spacing};
        of_row(options.scale,
               gradient_row_in_memory<spaced_row<const Gradient>, spaced_row<const Output>, spaced_row<Result>>{
                   {gradient, gradient_spacing}, {output, output_spacing}, place, length});
        if (length != width) fill(place, length, width, T(0));
    };
    const auto tile = [&](std::size_t plane, std::size_t number, std::size_t count, bool together) {
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
    };
    run_rows(executor, y.size, width,
             [&](std::size_t first, std::size_t count) { for_each_tile<T>(first, count, shape, tile); });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
