#ifndef ACTIVATION_DETAIL_MATH_SIGMOID_DERIVATIVE_HPP
#define ACTIVATION_DETAIL_MATH_SIGMOID_DERIVATIVE_HPP

#include <concepts>

#include "activation/detail/math/policy.hpp"
#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/math/sigmoid_double_word.hpp"
#include "activation/detail/table/sigmoid_table.hpp"
#include "activation/detail/table/silu_table.hpp"

/// The derivatives of sigmoid and SiLU, three ways.  A float of the accurate tier is looked up near 0 and has a short
/// form beyond; a double takes the quotient with everything that was rounded away from it; the fast tier rounds as it
/// goes.  All but the fast tier's SiLU are functions of a = |x|, and where they underflow of e^(−a) times a power of two.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The square of e^a is a number up to here; beyond, the derivative is nothing next to what the fast tier may be off.
template <class T>
inline constexpr T largest_of_square = sizeof(T) == 4 ? T(43) : T(350);

/// The fast tier's double: e^a/(1 + e^a)².
template <class V>
[[gnu::always_inline]] constexpr V plain_sigmoid_derivative(const V& magnitude) {
    using T = scalar_t<V>;
    const V largest(largest_of_square<T>);
    V power, excess;
    exp_factors_of<1, 0, exp_polynomial::coarse>(at_most(magnitude, largest), power, excess);
    power = multiply_add(power, excess, power);
    const V square = multiply_add(power, V(power + V(T(2))), V(T(1)));
    return choose(magnitude > largest, V(T(0)), divide(power, square));
}

template <class V>
[[gnu::always_inline]] constexpr V plain_silu_derivative(const V& x) {
    constexpr silu_argument<scalar_t<V>> argument;
    const V bounded = clamp(x, V(argument.least), V(argument.largest));
    V power, excess;
    argument.exponential(bounded, power, excess);
    return short_product_derivative(power, excess, bounded, V(bounded + V(scalar_t<V>(1))));
}

/// e, or what is as little next to 1 and whose square is still a normal number, from power·(1 + excess), e raised.
template <class V>
[[gnu::always_inline]] constexpr V lowered_next_to_one(const V& power, const V& excess) {
    using T = scalar_t<V>;
    const V e = multiply_add(power, excess, power);
    return at_least(e, V(T(0x1p-60) * guard<T>::raising)) * V(guard<T>::lowering);
}

/// times·e·(1 + e)⁻², where (1 + e)⁻² = 1 + e·(3e − 2), for a beyond the table but within the limits and a power of two.
template <class V>
[[gnu::always_inline]] constexpr V sigmoid_derivative_far(const V& a, scalar_t<V> times) {
    using T = scalar_t<V>;
    V power, excess;
    exp_factors_of<-1, guard<T>::exponent, exp_polynomial::coarse>(a, power, excess);
    const V e = lowered_next_to_one(power, excess);
    const V bend = rounded_product(e, multiply_add(e, V(T(3)), V(T(-2))));
    const V rest = multiply_add(bend, excess, V(bend + excess));
    return lower(V(multiply_add(power, rest, power) * V(times)));
}

/// (1 − a + e)·e·(1 + e)⁻², where (1 + e)⁻² = 1 + e·(e·(3 − 4e) − 2), for a beyond the table, one number or a double word.
/// 1 − a is exact out there.
template <class V, class... Low>
[[gnu::always_inline]] constexpr V silu_derivative_far(const V& magnitude, const Low&... low) {
    using T = scalar_t<V>;
    const V a = at_most(magnitude, V(guard<T>::reach));
    V power, excess;
    exp_factors_of<-1, guard<T>::exponent, exp_polynomial::coarse>(a, power, excess);
    ((excess = negative_multiply_add(low, V(V(T(1)) + excess), excess)), ...);
    const V e = lowered_next_to_one(power, excess);
    constexpr T series[] = {-2, 3, -4};
    const V bend = rounded_product(e, horner<0, 2>(series, e));
    const V rest = multiply_add(bend, excess, V(bend + excess));
    const V lead = V(T(1)) - a;
    const V more = multiply_add(V(lead + e), rest, V((e - ... - low)));
    return opposite(lower(opposite(multiply_add(power, lead, V(power * more)))));
}

template <class V>
[[gnu::always_inline]] constexpr auto is_far_for_sigmoid_derivative(const V& magnitude) {
    return magnitude > V(sigmoid_derivative_table<scalar_t<V>>::limit);
}

template <class Policy, class V>
[[gnu::always_inline]] constexpr V sigmoid_derivative_by_table(const V& magnitude) {
    return beyond<Policy>(
        is_far_for_sigmoid_derivative(magnitude), magnitude,
        [](const V& a) __attribute__((always_inline)) { return look_up<sigmoid_derivative_table<scalar_t<V>>>(a); },
        [](const V& a) __attribute__((always_inline)) {
            return sigmoid_derivative_far(at_most(a, V(guard<scalar_t<V>>::reach)), scalar_t<V>(1));
        });
}

template <class V>
[[gnu::always_inline]] constexpr auto is_far_for_silu_derivative(const V& magnitude) {
    return magnitude > V(silu_derivative_table<scalar_t<V>>::limit);
}

/// silu′(−a) of one number or a double word.
template <class Policy, class V, class... Low>
[[gnu::always_inline]] constexpr V silu_derivative_by_table(const V& magnitude, const Low&... low) {
    return beyond<Policy>(
        is_far_for_silu_derivative(magnitude), magnitude,
        [&](const V& a) __attribute__((always_inline)) {
            return look_up_with_slope<silu_derivative_table<scalar_t<V>>>(a, low...);
        },
        [&](const V& a) __attribute__((always_inline)) { return silu_derivative_far(a, low...); });
}

/// silu′(x) from silu′(−|x|): silu′(a) = 1 − silu′(−a).
template <class V>
[[gnu::always_inline]] constexpr V silu_derivative_from_left(const V& x, const V& left) {
    using T = scalar_t<V>;
    return choose(x > V(T(0)), V(V(T(1)) - left), left);
}

template <class Policy, class V>
[[gnu::always_inline]] constexpr V sigmoid_derivative(const V& x) {
    using T = scalar_t<V>;
    const V a = absolute(x);
    if constexpr (has_short_exp<T, Policy>)
        return short_sigmoid_derivative(x);
    else if constexpr (!Policy::compensates)
        return plain_sigmoid_derivative(a);
    else if constexpr (std::same_as<T, float>)
        return sigmoid_derivative_by_table<Policy>(a);
    else
        return sigmoid_derivative_as_double_word(at_most(a, V(guard<T>::reach)), T(1));
}

template <class Policy, class V>
[[gnu::always_inline]] constexpr V silu_derivative(const V& x) {
    using T = scalar_t<V>;
    if constexpr (has_short_exp<T, Policy>) return short_silu_derivative(x);
    if constexpr (!Policy::compensates) return plain_silu_derivative(x);
    V left;
    if constexpr (std::same_as<T, float>)
        left = silu_derivative_by_table<Policy>(absolute(x));
    else
        left = silu_derivative_as_double_word(absolute(x));
    return silu_derivative_from_left(x, left);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
