#ifndef ACTIVATION_DETAIL_CALL_ARGUMENTS_HPP
#define ACTIVATION_DETAIL_CALL_ARGUMENTS_HPP

#include <cstddef>
#include <memory>
#include <ranges>
#include <span>
#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/call/check.hpp"
#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/source.hpp"

/// What a caller passes, as the pointer and the size that the driver takes.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// An argument that is read or written, with its element type.
template <class T>
struct view {
    const char* name;
    T* data;
    std::size_t size;
};

/// An argument in rows: `size` elements, `width` a row.
template <class T>
struct rows_of_view {
    const char* name;
    T* data;
    std::size_t size;
    std::size_t width;
    std::size_t stride;
};

/// The elements of an Eigen type lie side by side: no stride within a column, and none from column to column.
template <class X>
[[gnu::always_inline]] inline bool adjacent(const X& x) {
    if (x.size() <= 1) return true;
    if (x.innerStride() != 1) return false;
    if constexpr (requires { x.outerStride(), x.outerSize(), x.innerSize(); })
        return x.outerSize() <= 1 || x.outerStride() == x.innerSize();
    else
        return true;
}

/// The memory of a range begins where its first element is, which need not be its data(): xtensor's row of a matrix has
/// the matrix's data().
template <class Element, class X>
[[gnu::always_inline]] inline view<Element> view_of(const call_site& call, const char* name, X& x) {
    if constexpr (eigen_like<X>) {
        const view<Element> result{name, x.data(), static_cast<std::size_t>(x.size())};
        if (!adjacent(x)) [[unlikely]]
            fail_strides(call, name, result.size);
        return result;
    } else {
        return {name, std::to_address(std::ranges::begin(x)), static_cast<std::size_t>(std::ranges::size(x))};
    }
}

template <class Element, class X>
    requires rows_like<X>
[[gnu::always_inline]] inline rows_of_view<Element> view_of(const call_site&, const char* name, X& x) {
    return {name, x.data(), x.size(), x.width(), x.stride()};
}

template <class X>
[[gnu::always_inline]] inline auto read(const call_site& call, const char* name, X& x) {
    return view_of<const element_t<X>>(call, name, x);
}

template <class X>
[[gnu::always_inline]] inline auto write(const call_site& call, const char* name, X& x) {
    return view_of<element_t<X>>(call, name, x);
}

/// What the driver reads and writes of an argument.
template <class T>
[[gnu::always_inline]] inline plain_source<T> source_of(const view<const T>& v) {
    return {v.data};
}

template <class T>
[[gnu::always_inline]] inline plain_sink<T> sink_of(const view<T>& v) {
    return {v.data};
}

template <class T>
[[gnu::always_inline]] inline strided<plain_source<T>> source_of(const rows_of_view<const T>& v) {
    return {{v.data}, v.width, static_cast<std::ptrdiff_t>(v.stride - v.width)};
}

template <class T>
[[gnu::always_inline]] inline strided<plain_sink<T>> sink_of(const rows_of_view<T>& v) {
    return {{v.data}, v.width, static_cast<std::ptrdiff_t>(v.stride - v.width)};
}

/// Rows as rows.hpp makes them have the width of a call over rows.
template <class T>
[[gnu::always_inline]] inline void check_row_width(const call_site&, const view<T>&, std::size_t) {}

template <class T>
[[gnu::always_inline]] inline void check_row_width(const call_site& call, const rows_of_view<T>& v, std::size_t width) {
    if (v.size != 0 && v.width != width) [[unlikely]]
        fail_row_width(call, v.name, v.width, width);
}

/// Row number `row` of an argument of rows × width.
template <class T>
[[gnu::always_inline]] inline T* row_of(const view<T>& v, std::size_t row, std::size_t width) {
    return v.data + row * width;
}

template <class T>
[[gnu::always_inline]] inline T* row_of(const rows_of_view<T>& v, std::size_t row, std::size_t) {
    return v.data + row * v.stride;
}

/// How far the rows of an argument lie apart.
template <class T>
[[gnu::always_inline]] inline std::size_t stride_of(const view<T>&, std::size_t width) {
    return width;
}

template <class T>
[[gnu::always_inline]] inline std::size_t stride_of(const rows_of_view<T>& v, std::size_t) {
    return v.stride;
}

/// The range of a pointer and a count.
template <class T>
[[gnu::always_inline]] inline std::span<T> counted(T* data, std::integral auto count) {
    return std::span<T>(data, static_cast<std::size_t>(count));
}

template <class T>
[[gnu::always_inline]] inline argument untyped(const view<T>& v) {
    return {v.name, v.data, v.size, v.size * sizeof(T), !std::is_const_v<T>};
}

template <class T>
[[gnu::always_inline]] inline argument untyped(const rows_of_view<T>& v) {
    const std::size_t rows = v.size / v.width, row = v.width * sizeof(T), stride = v.stride * sizeof(T);
    const std::size_t bytes = rows == 0 ? 0 : (rows - 1) * stride + row;
    return {v.name, v.data, v.size, bytes, !std::is_const_v<T>, true, row, stride};
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
