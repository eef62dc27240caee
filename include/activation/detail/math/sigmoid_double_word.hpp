#ifndef ACTIVATION_DETAIL_MATH_SIGMOID_DOUBLE_WORD_HPP
#define ACTIVATION_DETAIL_MATH_SIGMOID_DOUBLE_WORD_HPP

#include "activation/detail/math/reciprocal.hpp"
#include "activation/detail/math/sigmoid_kernel.hpp"
#include "activation/detail/table/silu_table.hpp"

/// The derivatives of sigmoid and SiLU as quotients with everything that was rounded away from them, for a = |x|.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// With a = |x| up to guard::reach: e^(−a), raised, = power·(1 + excess) and 1/(1 + e^(−a)) = reciprocal·(1 +
/// residual).
template <class V>
[[gnu::always_inline]] constexpr void half_logistic_of(const V& a, V& power, V& excess, V& reciprocal, V& residual) {
    using T = scalar_t<V>;
    exp_factors_of<-1, guard<T>::exponent>(a, power, excess);
    reciprocal_of(V(power * V(guard<T>::lowering)), excess, T(1), reciprocal, residual);
}

/// e/(1 + e)², raised, = high + low from what half_logistic_of has made of a.
template <class V>
[[gnu::always_inline]] constexpr void logistic_slope(const V& power, const V& excess, const V& reciprocal,
                                                     const V& residual, V& high, V& low) {
    V quotient, quotient_low, error;
    exact_product(power, reciprocal, quotient, quotient_low);
    exact_product(quotient, reciprocal, high, error);
    const V relative = multiply_add(residual, V(scalar_t<V>(2)), excess);
    low = multiply_add(high, relative, multiply_add(quotient_low, reciprocal, error));
}

/// times·e/(1 + e)² for a power of two, rounded once.
template <class V>
[[gnu::always_inline]] constexpr V sigmoid_derivative_as_double_word(const V& a, scalar_t<V> times) {
    using T = scalar_t<V>;
    V power, excess, reciprocal, residual;
    half_logistic_of(a, power, excess, reciprocal, residual);
    V quotient, quotient_low;
    exact_product(power, reciprocal, quotient, quotient_low);
    const V relative = multiply_add(residual, V(T(2)), excess);
    const V low = multiply_add(quotient, relative, quotient_low);
    return product_with_rest(quotient, reciprocal, V(reciprocal * low)) * V(times * guard<T>::lowering);
}

/// silu′(−a) next to its root: the rounded slope times the distance, and a small rest.
template <class V>
[[gnu::always_inline]] constexpr V silu_derivative_next_to_root(const V& distance) {
    using table = silu_root_table<scalar_t<V>>;
    const V rest = horner<0, std::size(table::correction) - 1>(table::correction, distance);
    return multiply_add(distance, V(table::slope), rest);
}

/// silu′(−a) = e·(1 − a + e)/(1 + e)² for a = |x|: e/(1 + e)² times the numerator, and all that was rounded away from
/// each.
template <class V>
[[gnu::always_inline]] constexpr V silu_derivative_as_double_word(const V& magnitude) {
    using T = scalar_t<V>;
    using table = silu_root_table<T>;
    const V one(T(1));
    const V a = at_most(magnitude, V(guard<T>::reach));
    V power, excess, reciprocal, residual;
    half_logistic_of(a, power, excess, reciprocal, residual);

    const V scaled = power * V(guard<T>::lowering);
    const V difference = one - a;
    const V sum = difference + scaled;
    const V shadow = sum - difference;
    const V sum_low = V(V(difference - V(sum - shadow)) + V(scaled - shadow)) + V(V(one - difference) - a);
    const V numerator = multiply_add(scaled, excess, sum);
    const V numerator_low = multiply_add(scaled, excess, V(sum - numerator)) + sum_low;

    V slope, slope_low;
    logistic_slope(power, excess, reciprocal, residual, slope, slope_low);
    const V correction = multiply_add(numerator, slope_low, rounded_product(slope, numerator_low));
    const V product = multiply_add(slope, numerator, correction) * V(guard<T>::lowering);

    const V distance = a - V(table::root);
    return choose(absolute(distance) < V(table::reach), silu_derivative_next_to_root(distance), unfused(product));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
