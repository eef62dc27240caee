#ifndef ACTIVATION_DETAIL_MATH_TANH_HPP
#define ACTIVATION_DETAIL_MATH_TANH_HPP

#include <concepts>
#include <iterator>

#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/sigmoid_derivative.hpp"
#include "activation/detail/table/tanh_table.hpp"

/// The hyperbolic tangent and its derivative.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What the table's slot of a ≥ 0 stands on, a or `lead`.  Without fused multiply-add the double before `lead` is in the slot
/// behind it.
template <class V>
[[gnu::always_inline]] constexpr V leading_tanh(const V& a) {
    using T = scalar_t<V>;
    const V lead(tanh_table<T>::lead);
    if constexpr (has_fused_multiply_add || sizeof(T) == sizeof(float))
        return at_most(a, lead);
    else
        return choose(a < V(number_before(tanh_table<T>::lead)), a, lead);
}

/// tanh a for a ≥ 0: a or 1, whichever is less, plus a correction that is small next to it.
template <class V>
[[gnu::always_inline]] constexpr V tanh_by_table(const V& magnitude) {
    using table = tanh_table<scalar_t<V>>;
    const V a = at_most(magnitude, V(table::limit));
    return look_up<table>(a) + leading_tanh(a);
}

/// 2ND/(N² + D²), where N/D is tanh of half of x.
template <class V>
[[gnu::always_inline]] constexpr V tanh_as_quotient(const V& x) {
    using part = tanh_quotient<scalar_t<V>>;
    const V limit(part::limit);
    const V b = clamp(x, opposite(limit), limit);
    const V square = b * b;
    const V numerator = b * horner<0, std::size(part::numerator) - 1>(part::numerator, square);
    const V denominator = horner<0, std::size(part::denominator) - 1>(part::denominator, square);
    const V sum = multiply_add(numerator, numerator, rounded_product(denominator, denominator));
    return divide(V(numerator * V(denominator + denominator)), sum);
}

template <class T, class Policy>
inline constexpr bool divides_for_tanh = Policy::short_quotients&& requires {
    tanh_quotient<T>::limit;
};

template <class Policy, class V>
[[gnu::always_inline]] constexpr V tanh_of(const V& x) {
    if constexpr (divides_for_tanh<scalar_t<V>, Policy>) {
        return tanh_as_quotient(x);
    } else {
        const V magnitude = absolute(x);
        const auto sign = to_bits(x) ^ to_bits(magnitude);
        return from_bits<V>(to_bits(tanh_by_table(magnitude)) | sign);
    }
}

/// sech² a = 4σ′(2a) for a ≥ 0, by the ways that σ′ has.
template <class V>
[[gnu::always_inline]] constexpr V sech_squared_near(const V& a) {
    using table = sech_squared_table<scalar_t<V>>;
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
[[gnu::always_inline]] constexpr auto is_far_for_sech_squared(const V& magnitude) {
    return magnitude > V(sech_squared_table<scalar_t<V>>::limit);
}

template <class Policy, class V>
[[gnu::always_inline]] constexpr V sech_squared_by_table(const V& magnitude) {
    return beyond<Policy>(
        is_far_for_sech_squared(magnitude), magnitude,
        [](const V& a) __attribute__((always_inline)) { return sech_squared_near(a); },
        [](const V& a) __attribute__((always_inline)) { return sech_squared_far(a); });
}

template <class Policy, class V>
[[gnu::always_inline]] constexpr V sech_squared_of(const V& magnitude) {
    using T = scalar_t<V>;
    if constexpr (has_short_exp<T, Policy>) {
        return short_sech_squared(magnitude);
    } else if constexpr (Policy::compensates && std::same_as<T, float>) {
        return sech_squared_by_table<Policy>(magnitude);
    } else {
        const V half = at_most(magnitude, V(guard<T>::reach / 2));
        if constexpr (!Policy::compensates)
            return plain_sigmoid_derivative(V(half + half)) * V(T(4));
        else
            return sigmoid_derivative_as_double_word(V(half + half), T(4));
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
