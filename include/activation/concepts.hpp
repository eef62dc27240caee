#ifndef ACTIVATION_CONCEPTS_HPP
#define ACTIVATION_CONCEPTS_HPP

#include <concepts>
#include <cstddef>
#include <ranges>
#include <type_traits>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/value.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

template <class X>
struct range_traits {};

template <std::ranges::range X>
struct range_traits<X> {
    using held = std::remove_reference_t<std::ranges::range_reference_t<X>>;
    using element = std::remove_const_t<held>;
};

}  // namespace detail

/// The element type of a range.  A member and no alias of std::ranges::range_value_t, which compilers spell out in their
/// messages over half a page.
template <class X>
using element_t = typename detail::range_traits<X>::element;

/// Contiguous, sized and holding float or double: what a call reads from.
template <class X>
concept readable_range =
    std::ranges::contiguous_range<X> && std::ranges::sized_range<X> && float_or_double<element_t<X>>;

/// Elements that may be written.
template <class X>
concept mutable_elements = std::same_as<typename detail::range_traits<X>::held, element_t<X>>;

/// A view, or a container that has a name: what is written to it outlives the call.
template <class X>
concept outlives_the_call = std::ranges::borrowed_range<X>;

/// What a call writes to.
template <class X>
concept writable_range = readable_range<X> && mutable_elements<X> && outlives_the_call<X>;

/// All ranges of one call hold the same element type.
template <class X, class... Others>
concept same_value_type = (std::same_as<element_t<X>, element_t<Others>> && ...);

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
