#ifndef ACTIVATION_DETAIL_MATH_SOFTCAP_HPP
#define ACTIVATION_DETAIL_MATH_SOFTCAP_HPP

#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/tanh.hpp"
#include "activation/detail/simd/masked.hpp"

/// cap·tanh(a/cap) and sech²(a/cap) for a ≥ 0 and a cap > 0 of any magnitude.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// cap times the leading part of tanh's table.
template <class T>
constexpr double_word<T> softcap_lead(T cap) {
    const T high = product(cap, tanh_table<T>::lead);
    return finite(high) ? two_product(cap, tanh_table<T>::lead) : double_word<T>{high, T(0)};
}

/// Without the last digits: the slot's position, a product and a sum, is then exact with and without fused multiply-add.
template <class V>
[[gnu::always_inline]] constexpr V without_last_bits(const V& value) {
    using bits = bits_t<scalar_t<V>>;
    constexpr int dropped = sizeof(bits) == 4 ? 8 : 12;
    return from_bits<V>(to_bits(value) & bits_t<V>(bits(~bits(0) << dropped)));
}

/// The cap, or 1 in place of one that calls on ranges refuse, with which products would be no numbers.
template <class T>
constexpr T usual_cap(T cap) {
    return finite(cap) && !magnitude_of<T>(cap).is_zero() ? cap : T(1);
}

/// 0 where f(a) is a and f′(a) is 1 by far: what the kernels make of a tiny number would be subnormal, and take many times
/// as long.
template <class V>
[[gnu::always_inline]] constexpr V zero_where_linear(const V& magnitude, scalar_t<V> cap) {
    using T = scalar_t<V>;
    return zero_where(magnitude < V(product(cap, T(sizeof(T) == 4 ? 0x1p-20 : 0x1p-40))), magnitude);
}

/// a or cap times the table's leading part, exactly, plus what is small next to it: cap times the table's correction at a
/// z a little below a/cap, and what a is more than cap·z times the slope of the correction there.
template <class V>
[[gnu::always_inline]] constexpr V softcap_value(const V& magnitude, scalar_t<V> cap) {
    using T = scalar_t<V>;
    using table = tanh_table<T>;
    const V zero(T(0)), curved = zero_where_linear(magnitude, cap), quotient = divide(curved, V(cap));
    const V z = without_last_bits(at_most(quotient, V(table::limit)));
    const V rest = look_up<table>(z);
    const auto in_table = quotient < V(table::limit), below = z < V(table::lead);
    const V more =
        cancelling_multiply_add(choose(in_table, z, zero), V(-usual_cap(cap)), choose(in_table, curved, zero));
    const V tanh = at_most(z, V(table::lead)) + rest;
    const V slope = negative_multiply_add(tanh, tanh, choose(below, zero, V(T(1))));
    const double_word<T> most = softcap_lead(cap);
    const V lead_low = choose(below, zero, V(most.low));
    const V low = multiply_add(V(cap), rest, multiply_add(more, slope, lead_low));
    return at_most(V(choose(below, magnitude, V(most.high)) + low), V(cap));
}

/// A power of two that brings a number > 0 next to 1, or as near as normal powers do.
template <class T>
constexpr T power_toward_one(T number) {
    constexpr bits_t<T> field = magnitude_of<T>::infinity, one = to_bits(T(1)),
                        least = to_bits(two_to<T>(number_format<T>::lowest_exponent));
    const bits_t<T> exponent = to_bits(number) & field, largest = 2 * one - least;
    return from_bits<T>(2 * one - (exponent < least ? least : exponent > largest ? largest : exponent));
}

/// Far enough for sech² to be 0, and near enough for what it is made of to be normal.
template <class T>
inline constexpr T largest_of_sech = sizeof(T) == 4 ? T(57) : T(385);

/// With the division's residual: the slope magnifies up to four times what the quotient's rounding takes away.
template <class V>
[[gnu::always_inline]] constexpr V softcap_derivative(const V& magnitude, scalar_t<V> cap) {
    using T = scalar_t<V>;
    const T before = power_toward_one(cap), divisor = product(cap, before), usual = usual_cap(divisor);
    const V scaled = product(zero_where_linear(magnitude, cap), V(before));
    const V quotient = at_most(divide(scaled, V(divisor)), V(largest_of_sech<T>));
    const V bounded = at_most(scaled, V(product(usual, largest_of_sech<T>)));
    const V low = divide(cancelling_multiply_add(quotient, V(-usual), bounded), V(usual));
    const V slope = sech_squared_of<accurate_policy>(quotient);
    // tanh to a tenth of itself where it counts.
    const V tanh = at_most(quotient, multiply_add(slope, V(T(-0.5)), V(T(1))));
    return multiply_add(V(slope * low), V(V(T(-2)) * tanh), slope);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
