#ifndef ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP
#define ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP

#include "activation/detail/bound.hpp"
#include "activation/detail/double_word.hpp"
#include "activation/detail/exp.hpp"
#include "activation/detail/silu_table.hpp"

/// What sigmoid and SiLU share: 1/(1 + e^(−x)) as a double word without a branch.  e^(−x) is computed times a power of
/// two small enough for all of x's range, and the result is scaled back in one last multiplication, which rounds into
/// the subnormals.  Several results leave a function through references, because g++ keeps a returned structure of
/// packs in memory.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class T>
struct logistic_limits;

/// x·σ(x) rounds to zero below `smallest`; σ(x) rounds to 1 above `largest`.
template <>
struct logistic_limits<float> {
    static constexpr float smallest = -110;
    static constexpr float largest = 40;
    static constexpr int lift = 64;
    static constexpr float lifted_one = 0x1p-64f;
};

template <>
struct logistic_limits<double> {
    static constexpr double smallest = -760;
    static constexpr double largest = 40;
    static constexpr int lift = 128;
    static constexpr double lifted_one = 0x1p-128;
};

/// What rounding took away from product = a·b.
template <class V>
[[gnu::always_inline]] constexpr V product_error(const V& a, const V& b, const V& product) {
    if constexpr (has_fused_multiply_add)
        return multiply_add(a, b, V(-product));
    else
        return two_product(a, b).low;
}

/// 1 − a·b where that all but cancels.
template <class V>
[[gnu::always_inline]] constexpr V one_less_product(const V& a, const V& b) {
    const V one(scalar_t<V>(1));
    if constexpr (has_fused_multiply_add)
        return negative_multiply_add(b, a, one);
    else
        return V(one - rounded_product(a, b)) - two_product(a, b).low;
}

/// σ(bounded)·2^lift = reciprocal·(1 + residual); bounded is x within the limits.
template <class V>
[[gnu::always_inline]] constexpr void logistic_of(const V& x, V& bounded, V& reciprocal, V& residual) {
    using limits = logistic_limits<scalar_t<V>>;
    const V one(limits::lifted_one);
    bounded = at_least(at_most(x, V(limits::largest)), V(limits::smallest));
    V power, excess;
    exp_factors_of<-1, -limits::lift>(bounded, power, excess);
    const V larger = at_least(power, one);
    const V smaller = at_most(power, one);
    const V denominator = multiply_add(power, excess, V(power + one));
    reciprocal = V(scalar_t<V>(1)) / denominator;
    const V lost = multiply_add(power, excess, V(V(larger - denominator) + smaller));
    residual = negative_multiply_add(reciprocal, lost, one_less_product(denominator, reciprocal));
}

template <class V>
[[gnu::always_inline]] constexpr V sigmoid_value(const V& x) {
    using limits = logistic_limits<scalar_t<V>>;
    V bounded, reciprocal, residual;
    logistic_of(x, bounded, reciprocal, residual);
    return multiply_add(reciprocal, residual, reciprocal) * V(limits::lifted_one);
}

template <class V>
[[gnu::always_inline]] constexpr V silu_value(const V& x) {
    using limits = logistic_limits<scalar_t<V>>;
    V bounded, reciprocal, residual;
    logistic_of(x, bounded, reciprocal, residual);
    const V correction = V(bounded * reciprocal) * residual;
    const V lifted = multiply_add(bounded, reciprocal, correction);
    // At −0 the correction may be +0, and so the sum; elsewhere the result has the sign of x already.
    const bits_t<V> sign = to_bits(x) & bits_t<V>(to_bits(scalar_t<V>(-0.0)));
    const V result = from_bits<V>(bits_t<V>(to_bits(V(lifted * V(limits::lifted_one))) | sign));
    return choose(x > V(limits::largest), x, result);
}

/// With a = |x| within the limits: e^(−a) = power·(1 + excess)·2^(−lift), 1/(1 + e^(−a)) = reciprocal·(1 + residual).
template <class V>
[[gnu::always_inline]] constexpr void half_logistic_of(const V& a, V& power, V& excess, V& reciprocal, V& residual) {
    using T = scalar_t<V>;
    using limits = logistic_limits<T>;
    const V one(T(1));
    exp_factors_of<-1, limits::lift>(a, power, excess);
    const V scaled = power * V(limits::lifted_one);
    const V denominator = multiply_add(scaled, excess, V(scaled + one));
    reciprocal = one / denominator;
    const V lost = multiply_add(scaled, excess, V(scaled - V(denominator - one)));
    residual = negative_multiply_add(reciprocal, lost, one_less_product(denominator, reciprocal));
}

/// e/(1 + e)²: power·reciprocal² and all that was rounded away from it.
template <class V>
[[gnu::always_inline]] constexpr V sigmoid_derivative(const V& x) {
    using T = scalar_t<V>;
    using limits = logistic_limits<T>;
    V power, excess, reciprocal, residual;
    half_logistic_of(at_most(absolute(x), V(-limits::smallest)), power, excess, reciprocal, residual);
    const V quotient = rounded_product(power, reciprocal);
    const V relative = multiply_add(residual, V(T(2)), excess);
    const V low = multiply_add(quotient, relative, product_error(power, reciprocal, quotient));
    return multiply_add(quotient, reciprocal, V(reciprocal * low)) * V(limits::lifted_one);
}

/// silu′(−a) next to its root: the rounded slope times the distance, and a small rest.
template <class V>
[[gnu::always_inline]] constexpr V silu_derivative_next_to_root(const V& distance) {
    using table = silu_root_table<scalar_t<V>>;
    const V rest = horner<0, std::size(table::correction) - 1>(table::correction, distance);
    return multiply_add(distance, V(table::slope), rest);
}

/// silu′(−a) = e·(1 − a + e)/(1 + e)² for a = |x|, which is power·reciprocal² times the numerator and all that was
/// rounded away from each; silu′(a) = 1 − silu′(−a).
template <class V>
[[gnu::always_inline]] constexpr V silu_derivative(const V& x) {
    using T = scalar_t<V>;
    using limits = logistic_limits<T>;
    using table = silu_root_table<T>;
    const V one(T(1));
    const V a = at_most(absolute(x), V(-limits::smallest));
    V power, excess, reciprocal, residual;
    half_logistic_of(a, power, excess, reciprocal, residual);

    const V scaled = power * V(limits::lifted_one);
    const V difference = one - a;
    const V sum = difference + scaled;
    const V shadow = sum - difference;
    const V sum_low = V(V(difference - V(sum - shadow)) + V(scaled - shadow)) + V(V(one - difference) - a);
    const V numerator = multiply_add(scaled, excess, sum);
    const V numerator_low = multiply_add(scaled, excess, V(sum - numerator)) + sum_low;

    const V quotient = rounded_product(power, reciprocal);
    const V quotient_low = product_error(power, reciprocal, quotient);
    const V factor = rounded_product(quotient, reciprocal);
    const V relative = multiply_add(residual, V(T(2)), excess);
    const V factor_low = multiply_add(
        factor, relative, multiply_add(quotient_low, reciprocal, product_error(quotient, reciprocal, factor)));
    const V correction = multiply_add(numerator, factor_low, rounded_product(factor, numerator_low));
    const V far = multiply_add(factor, numerator, correction) * V(limits::lifted_one);

    const V distance = a - V(table::root);
    const V left = choose(absolute(distance) < V(table::reach), silu_derivative_next_to_root(distance), opaque(far));
    return choose(x > V(T(0)), V(one - left), left);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
