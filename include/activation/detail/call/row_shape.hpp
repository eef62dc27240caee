#ifndef ACTIVATION_DETAIL_CALL_ROW_SHAPE_HPP
#define ACTIVATION_DETAIL_CALL_ROW_SHAPE_HPP

#include <cstddef>
#include <cstdint>
#include <cstdio>

#include "activation/detail/call/arguments.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/call/parameters.hpp"
#include "activation/detail/call/row_views.hpp"

/// Where the rows of a call with options stand, and what is demanded of the options.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Rows of `width` elements that lie `inner` apart; every `inner` rows are a plane, in which they begin side by side.
struct row_shape {
    std::size_t width;
    std::size_t inner;
};

/// An argument in such rows: the planes lie `plane` apart, its rows begin `beside` apart and have their elements `spacing`
/// apart.
template <class T>
struct row_layout {
    T* data;
    std::size_t plane;
    std::size_t beside;
    std::size_t spacing;

    [[gnu::always_inline]] T* row(std::size_t plane_number, std::size_t number) const {
        return data + plane_number * plane + number * beside;
    }
};

template <class T>
inline row_layout<T> layout_of(const call_site&, const view<T>& v, const row_shape& shape) {
    return {v.data, shape.width * shape.inner, 1, shape.inner};
}

/// Of rows as rows.hpp makes them one is a plane, or what lies side by side in it.
template <class T>
inline row_layout<T> layout_of(const call_site& call, const rows_of_view<T>& v, const row_shape& shape) {
    if (shape.inner > 1 && v.width == shape.inner) return {v.data, shape.width * v.stride, 1, v.stride};
    check_row_width(call, v, shape.width * shape.inner);
    return {v.data, v.stride, 1, shape.inner};
}

/// A mask in such rows.
struct mask_layout {
    row_layout<const char> place{nullptr, 0, 0, 1};
    mask_elements elements = mask_elements::computed;
    std::size_t element_bytes = 0;

    /// Null if there is none.
    [[gnu::always_inline]] const void* row(std::size_t plane_number, std::size_t number) const {
        return place.data + (plane_number * place.plane + number * place.beside) * element_bytes;
    }
};

/// One row for all, or one for each.
template <class T>
inline mask_layout layout_of(const call_site& call, const mask_view<T>& mask, std::size_t size,
                             const row_shape& shape) {
    row_layout<const char> place{mask.rows().data, 0, 0, 1};
    if (mask.size() == size)
        place = mask.is_in_rows() ? layout_of(call, mask.rows(), shape) : layout_of(call, mask.plain(), shape);
    else if (mask.is_in_rows())
        check_row_width(call, mask.rows(), shape.width);
    return {place, mask.elements(), mask.element_bytes()};
}

/// "activation::softmax(x, y, width, options): x has 12 elements, width is 3, inner is 5: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_planes(const call_site& call, const argument& x,
                                                               const row_shape& shape) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(
            to, room,
            "%s has %zu elements, width is %zu, inner is %zu: all must be outer × width × inner, with an inner "
            "of at least 1",
            x.name, x.size, shape.width, shape.inner);
    });
}

/// "activation::softmax(x, y, width, options): lengths[2] is -1, but it must be from 0 to the width, which is 64"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_length(const call_site& call, const lengths_view& lengths,
                                                               std::size_t row, std::size_t width) {
    fail_call(call, [&](char* to, std::size_t room) {
        const std::uint64_t length = lengths[row];
        if (lengths.is_negative(row))
            std::snprintf(to, room, "lengths[%zu] is %lld, but it must be from 0 to the width, which is %zu", row,
                          static_cast<long long>(length), width);
        else
            std::snprintf(to, room, "lengths[%zu] is %llu, but it must be from 0 to the width, which is %zu", row,
                          static_cast<unsigned long long>(length), width);
    });
}

[[gnu::always_inline]] inline void check_planes(const call_site& call, const argument& x, const row_shape& shape) {
    if (shape.inner == 0 || (x.size != 0 && x.size / shape.width % shape.inner != 0)) [[unlikely]]
        fail_planes(call, x, shape);
}

inline void check_lengths(const call_site& call, const lengths_view& lengths, const argument& x, std::size_t width) {
    if (lengths.size() == 0) return;
    const std::size_t rows = width == 0 ? 0 : x.size / width;
    if (lengths.size() != rows) fail_pair(call, x, lengths.memory(), "there must be a length for each row");
    for (std::size_t row = 0; row < rows; ++row)
        if (lengths[row] > width) fail_length(call, lengths, row, width);
}

template <class T>
inline void check_mask(const call_site& call, const mask_view<T>& mask, const argument& x, std::size_t width) {
    if (mask.size() != 0 && mask.size() != width && mask.size() != x.size)
        fail_pair(call, x, mask.memory(), "the mask must have the size of a row or of all");
}

/// What is demanded of the options before anything is written; outputs are checked against mask and lengths as well.
template <class Options, class... Arguments>
inline void check_options(const call_site& call, const Options& options, std::size_t width, const argument& x,
                          const Arguments&... more) {
    check_parameter(call, refused_unless_finite("scale", options.scale));
    check_planes(call, x, {width, options.inner});
    check_mask(call, options.mask, x, width);
    check_lengths(call, options.lengths, x, width);
    for (const argument* each : {&x, &more...}) {
        if (options.mask.size() != 0) check_memory(call, options.mask.memory(), *each);
        if (each->written && overlap(options.lengths.memory(), *each))
            fail_pair(call, options.lengths.memory(), *each, "they overlap");
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
