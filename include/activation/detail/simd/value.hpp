#ifndef ACTIVATION_DETAIL_SIMD_VALUE_HPP
#define ACTIVATION_DETAIL_SIMD_VALUE_HPP

#include <concepts>
#include <limits>
#include <xsimd/xsimd.hpp>

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// The element types of the library.
template <class T>
concept float_or_double = std::same_as<T, float> || std::same_as<T, double>;

namespace detail {

template <class V>
struct value_traits {};

template <float_or_double T>
struct value_traits<T> {
    using scalar = T;
};

template <float_or_double T, class A>
struct value_traits<xsimd::batch<T, A>> {
    using scalar = T;
};

/// Constants, where a call of std::numeric_limits would do: without optimisation such a call is a function, which the
/// linker takes from any one object of the program, also from one that is compiled for another processor.
template <float_or_double T>
inline constexpr T infinity = std::numeric_limits<T>::infinity();
template <float_or_double T>
inline constexpr T largest_finite = (std::numeric_limits<T>::max)();

}  // namespace detail

/// One value or one batch of values: float, double, or an xsimd::batch of them for any architecture.
template <class V>
concept value_or_batch = requires {
    typename detail::value_traits<V>::scalar;
};

namespace detail {

/// Total, so that a call with something else fails by its constraint and not by its signature.
template <class V>
struct scalar_of {
    using type = void;
};

template <value_or_batch V>
struct scalar_of<V> {
    using type = typename value_traits<V>::scalar;
};

}  // namespace detail

/// The element type of a value or batch.
template <class V>
using scalar_t = typename detail::scalar_of<V>::type;

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
