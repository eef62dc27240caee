#ifndef ACTIVATION_DETAIL_MATH_TANH_HPP
#define ACTIVATION_DETAIL_MATH_TANH_HPP

#include <concepts>
#include <iterator>
#include <type_traits>

#include "activation/detail/math/sigmoid_derivative.hpp"
#include "activation/detail/table/tanh_table.hpp"

/// The hyperbolic tangent and its derivative.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// tanh a for a ≥ 0: a or 1, whichever is less, plus a correction that is small next to it.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V tanh_of(const V& magnitude) {
    using T = scalar_t<V>;
    using table = std::conditional_t<Policy::short_polynomials, fast_tanh_table<T>, tanh_table<T>>;
    const V a = at_most(magnitude, V(table::limit));
    return look_up<table>(a) + at_most(a, V(table::lead));
}

/// sech² a = 4σ′(2a) for a ≥ 0, by the ways that σ′ has.
template <class V>
[[gnu::always_inline]] constexpr V sech_squared_near(const V& magnitude) {
    using table = sech_squared_table<scalar_t<V>>;
    const V a = at_most(magnitude, V(table::limit));
    const bits_t<V> slot = slot_of<table>(a);
    const V h = from_centre(table::pieces, slot, a);
    const V rest = horner<3, std::size(table::pieces.row) - 1>(table::pieces, slot, h);
    return multiply_add(rest, h, horner<1, 2>(table::pieces, slot, h));
}

/// 4σ′(2a) beyond the table.
template <class V>
[[gnu::always_inline]] constexpr V sech_squared_far(const V& magnitude) {
    using T = scalar_t<V>;
    const V half = at_most(magnitude, V(guard<T>::reach / 2));
    return sigmoid_derivative_far(V(half + half), T(4));
}

template <class V>
[[gnu::always_inline]] constexpr V sech_squared_by_table(const V& magnitude) {
    return beyond(
        magnitude > V(sech_squared_table<scalar_t<V>>::limit), magnitude,
        [](const V& a) __attribute__((always_inline)) { return sech_squared_near(a); },
        [](const V& a) __attribute__((always_inline)) { return sech_squared_far(a); });
}

template <class Policy, class V>
[[gnu::always_inline]] constexpr V sech_squared_of(const V& magnitude) {
    using T = scalar_t<V>;
    if constexpr (Policy::compensates && std::same_as<T, float>) {
        return sech_squared_by_table(magnitude);
    } else {
        const V half = at_most(magnitude, V(guard<T>::reach / 2));
        if constexpr (!Policy::compensates)
            return short_sigmoid_derivative(V(half + half)) * V(T(4));
        else
            return sigmoid_derivative_as_double_word(V(half + half), T(4));
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
