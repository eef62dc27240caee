#ifndef ACTIVATION_DETAIL_MATH_SOFTCAP_HPP
#define ACTIVATION_DETAIL_MATH_SOFTCAP_HPP

#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/tanh.hpp"

/// cap·tanh(a/cap) and sech²(a/cap) for a ≥ 0 and a cap > 0 of any magnitude.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Whether the reciprocal of a cap > 0 and what is made of it are normal numbers.
template <class T>
constexpr bool is_usual_cap(T cap) {
    return cap >= T(0x1p-60) && cap <= T(0x1p60);
}

/// A cap > 0 and 1/cap.
template <class T>
struct cap_word {
    T cap, inverse;

    explicit constexpr cap_word(T number) : cap(number), inverse(divide(T(1), number)) {}
};

/// cap·tanh(a/cap) for a ≥ 0: a, or where a/cap is not below `lead` as much of cap, and cap times what Tanh's table has on
/// top of that, in which the quotient's rounding counts little; that of a reciprocal would count once more.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V softcap_value(const V& a, const cap_word<scalar_t<V>>& by) {
    using T = scalar_t<V>;
    using table = tanh_table<T>;
    const V cap(by.cap), ratio = Policy::compensates ? divide(a, cap) : product(a, V(by.inverse));
    const V quotient = at_most(ratio, V(table::limit)), rest = look_up<table>(quotient);
    if constexpr (table::lead <= T(1)) {
        return multiply_add(cap, rest, at_most(a, cap));
    } else {
        const auto below = leading_tanh(quotient) < V(table::lead);
        const double_word<T> most = two_product(by.cap, T(table::lead));
        return choose(below, a, V(most.high)) + multiply_add(cap, rest, choose(below, V(T(0)), V(most.low)));
    }
}

/// Far enough for sech² to be 0, and near enough for what it is made of to be normal.
template <class T>
inline constexpr T largest_of_sech = sizeof(T) == 4 ? T(57) : T(385);

/// sech²(a/cap) for a ≥ 0, with what the quotient's rounding takes away, which the slope magnifies up to four times.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V softcap_derivative(const V& a, const cap_word<scalar_t<V>>& by) {
    using T = scalar_t<V>;
    const V inverse(by.inverse), cap(by.cap);
    const V bounded = Policy::lanes == lane_set::near_lanes ? a : at_most(a, V(product(by.cap, largest_of_sech<T>)));
    const V quotient = rounded_product(bounded, inverse);
    const V rest = cancelling_multiply_add(quotient, opposite(cap), bounded);
    const V slope = sech_squared_of<Policy>(quotient);
    // tanh to a tenth of itself where it counts.
    const V tanh = at_most(quotient, multiply_add(slope, V(T(-0.5)), V(T(1))));
    return multiply_add(V(slope * rest), V(V(T(-2) * by.inverse) * tanh), slope);
}

/// Whether a/cap is beyond the table of sech².
template <class V>
[[gnu::always_inline]] constexpr auto is_far_for_softcap(const V& a, const cap_word<scalar_t<V>>& by) {
    return is_far_for_sech_squared(V(product(a, V(by.inverse))));
}

/// Any other cap next to 1; 1 in place of one that calls on ranges refuse.
template <class T>
constexpr cap_word<T> usual_cap(T cap) {
    const bool serves = finite(cap) && !magnitude_of<T>(cap).is_zero();
    return cap_word<T>(serves ? product(cap, power_toward_one(cap)) : T(1));
}

/// Both for any other cap, in units of a power of two next to it: the one where it is not a itself.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V softcap_of_any(const V& a, scalar_t<V> cap) {
    using T = scalar_t<V>;
    const T before = power_toward_one(cap);
    const V usual = product(softcap_value<accurate_policy>(product(a, V(before)), usual_cap(cap)), V(T(1) / before));
    return choose(a < V(product(cap, T(sizeof(T) == 4 ? 0x1p-20 : 0x1p-40))), a, usual);
}
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V softcap_derivative_of_any(const V& a, scalar_t<V> cap) {
    return softcap_derivative<accurate_policy>(product(a, V(power_toward_one(cap))), usual_cap(cap));
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
