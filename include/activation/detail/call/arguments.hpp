#ifndef ACTIVATION_DETAIL_CALL_ARGUMENTS_HPP
#define ACTIVATION_DETAIL_CALL_ARGUMENTS_HPP

#include <cstddef>
#include <memory>
#include <ranges>
#include <span>
#include <type_traits>

#include "activation/concepts.hpp"
#include "activation/detail/call/check.hpp"

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

template <class X>
[[gnu::always_inline]] inline auto read(const call_site& call, const char* name, X& x) {
    return view_of<const element_t<X>>(call, name, x);
}

template <class X>
[[gnu::always_inline]] inline auto write(const call_site& call, const char* name, X& x) {
    return view_of<element_t<X>>(call, name, x);
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

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
