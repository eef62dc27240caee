#ifndef ACTIVATION_CONCEPTS_HPP
#define ACTIVATION_CONCEPTS_HPP

#include "activation/detail/arch/requirements.hpp"

#include <concepts>
#include <cstddef>
#include <ranges>
#include <type_traits>
#include <utility>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/half.hpp"
#include "activation/detail/simd/value.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

/// Told by its members as Eigen's own have them: vectors, arrays, maps, segments, blocks and matrices.
template <class X>
concept eigen_like = requires(X& x) {
    *x.data();
    x.size();
    x.innerStride();
};

/// A pointer.  A C array is a range and no pointer.
template <class X>
concept pointer = std::is_pointer_v<std::remove_cvref_t<X>>;

template <class X>
struct range_traits {};

template <eigen_like X>
struct range_traits<X> {
    using held = std::remove_reference_t<decltype(*std::declval<X&>().data())>;
    using element = std::remove_const_t<held>;
};

template <pointer X>
struct range_traits<X> {
    using held = std::remove_pointer_t<std::remove_cvref_t<X>>;
    using element = std::remove_const_t<held>;
};

template <class X>
    requires(!eigen_like<X> && std::ranges::range<X>)
struct range_traits<X> {
    using held = std::remove_reference_t<std::ranges::range_reference_t<X>>;
    using element = std::remove_const_t<held>;
};

/// Rows of a larger memory: see rows.hpp.
template <class X>
concept rows_like = requires(X& x) {
    typename std::remove_cvref_t<X>::strided_rows;
    *x.data();
};

template <rows_like X>
struct range_traits<X> {
    using held = std::remove_reference_t<decltype(*std::declval<X&>().data())>;
    using element = std::remove_const_t<held>;
};

/// What is computed as it is read, and what is added to as it is written: see fuse.hpp.
template <class X>
concept fused_input = requires {
    typename std::remove_cvref_t<X>::fused_input;
};
template <class X>
concept fused_output = requires {
    typename std::remove_cvref_t<X>::fused_output;
};

template <fused_input X>
struct range_traits<X> {
    using element = typename std::remove_cvref_t<X>::fused_input;
    using held = const element;
};
template <fused_output X>
struct range_traits<X> {
    using element = typename std::remove_cvref_t<X>::fused_output;
    using held = element;
};

/// A container of Eigen's, which holds its elements, and no view of somebody else's.
template <class X>
concept eigen_container = eigen_like<X> && requires {
    typename std::remove_cvref_t<X>::PlainObject;
    requires std::same_as < std::remove_cvref_t<X>,
    typename std::remove_cvref_t<X>::PlainObject > ;
};

}  // namespace detail

/// The element type of a range, or what a pointer points to.  A member and no alias of std::ranges::range_value_t, which
/// compilers spell out in their messages over half a page.
template <class X>
using element_t = typename detail::range_traits<X>::element;

/// What the elements of a range are computed in: themselves, or float where they have sixteen bits.
template <class X>
using value_t = detail::compute_t<element_t<X>>;

/// Contiguous and sized, of whatever elements.  Whether the strides of an Eigen type are adjacent is known to the call
/// alone.
template <class X>
concept contiguous_memory = detail::eigen_like<X> ||(std::ranges::contiguous_range<X>&& std::ranges::sized_range<X>);

/// Contiguous and sized, or rows of such a range (rows.hpp), or what is computed from one (fuse.hpp), of float, double or
/// halves: what a call reads from.
template <class X>
concept readable_range = (contiguous_memory<X> || detail::rows_like<X> ||
                          detail::fused_input<X>)&&element<element_t<X>>;

/// The same but what is computed as it is read: memory alone.
template <class X>
concept memory_range = readable_range<X> && !detail::fused_input<X>;

/// Elements that may be written.
template <class X>
concept mutable_elements = std::same_as<typename detail::range_traits<X>::held, element_t<X>>;

/// A view, or a container that has a name: what is written to it outlives the call.
template <class X>
concept outlives_the_call = std::is_lvalue_reference_v<X> || std::ranges::borrowed_range<X> ||
                            (detail::eigen_like<X> && !detail::eigen_container<X>) ||
                            detail::rows_like<X> || detail::fused_output<X>;

/// What a call writes to.
template <class X>
concept writable_range = (readable_range<X> || detail::fused_output<X>)&&mutable_elements<X>&& outlives_the_call<X>;

/// A pointer to the first of as many elements as the call is told.
template <class X>
concept readable_pointer = detail::pointer<X> && element<element_t<X>>;

template <class X>
concept writable_pointer = readable_pointer<X> && mutable_elements<X>;

/// All ranges or pointers of one call are computed in the same type: halves and float mix, double with nothing.
template <class X, class... Others>
concept same_value_type = (std::same_as<value_t<X>, value_t<Others>> && ...);

/// F<T> computes f of one value or batch V.
template <template <class> class F, class V>
concept has_forward = requires(const F<scalar_t<V>>& functor, const V& v) {
    { functor.forward(v) } -> std::convertible_to<V>;
};

/// F<T> computes f′ of one value or batch V.
template <template <class> class F, class V>
concept has_derivative = has_forward<F, V> && requires(const F<scalar_t<V>>& functor, const V& v) {
    { functor.derivative(v) } -> std::convertible_to<V>;
};

/// F<T> computes f′(x) from y = f(x).
template <template <class> class F, class V>
concept has_derivative_from_output = has_derivative<F, V> && requires(const F<scalar_t<V>>& functor, const V& y) {
    { functor.derivative_from_output(y) } -> std::convertible_to<V>;
};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
