#ifndef ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP
#define ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP

#include "activation/detail/bound.hpp"
#include "activation/detail/double_word.hpp"
#include "activation/detail/exp.hpp"
#include "activation/detail/silu_table.hpp"

/// What sigmoid and SiLU share: 1/(1 + e^(−x)) as a double word without a branch.  e^(−x) is computed times a power of
/// two small enough for all of x's range, and the result is scaled back in one last multiplication, which rounds into
/// the subnormals.
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

/// c + a·b where the sum all but cancels: exact, whether or not the target fuses.
template <class V>
[[gnu::always_inline]] constexpr V cancelling_multiply_add(const V& a, const V& b, const V& c) {
    if constexpr (has_fused_multiply_add) {
        return multiply_add(a, b, c);
    } else {
        const double_word<V> product = two_product(a, b);
        return V(c + product.high) + product.low;
    }
}

/// σ(bounded)·2^lift = reciprocal·(1 + residual); bounded is x within the limits.
template <class V>
struct logistic {
    V bounded;
    V reciprocal;
    V residual;
};

template <class V>
[[gnu::always_inline]] constexpr logistic<V> logistic_of(const V& x) {
    using limits = logistic_limits<scalar_t<V>>;
    const V bounded = at_least(at_most(x, V(limits::largest)), V(limits::smallest));
    const exp_factors<V> e = exp_factors_of<-1, -limits::lift>(bounded);
    const V one(limits::lifted_one);
    const V larger = at_least(e.power, one);
    const V smaller = at_most(e.power, one);
    const V denominator = multiply_add(e.power, e.excess, V(e.power + one));
    const V reciprocal = V(scalar_t<V>(1)) / denominator;
    const V lost = multiply_add(e.power, e.excess, V(V(larger - denominator) + smaller));
    const V negated = -reciprocal;
    const V remainder = cancelling_multiply_add(denominator, negated, V(scalar_t<V>(1)));
    return {bounded, reciprocal, multiply_add(lost, negated, remainder)};
}

template <class V>
[[gnu::always_inline]] constexpr V sigmoid_value(const logistic<V>& s) {
    using limits = logistic_limits<scalar_t<V>>;
    return multiply_add(s.reciprocal, s.residual, s.reciprocal) * V(limits::lifted_one);
}

template <class V>
[[gnu::always_inline]] constexpr V silu_value(const V& x, const logistic<V>& s) {
    using limits = logistic_limits<scalar_t<V>>;
    const V correction = rounded_product(s.bounded, s.reciprocal) * s.residual;
    const V lifted = multiply_add(s.bounded, s.reciprocal, correction);
    // At −0 the correction may be +0, and so the sum.
    const V result = copy_sign(V(lifted * V(limits::lifted_one)), x);
    return choose(x > V(limits::largest), x, result);
}

/// With e = e^(−|x|): e = power·(1 + excess)·2^(−lift) and 1/(1 + e) = reciprocal·(1 + residual).
template <class V>
struct half_logistic {
    V magnitude;  ///< |x| within the limits
    V power;
    V excess;
    V reciprocal;
    V residual;
};

template <class V>
[[gnu::always_inline]] constexpr half_logistic<V> half_logistic_of(const V& x) {
    using T = scalar_t<V>;
    using limits = logistic_limits<T>;
    const V one(T(1));
    const V magnitude = at_most(absolute(x), V(-limits::smallest));
    const exp_factors<V> e = exp_factors_of<-1, limits::lift>(magnitude);
    const V power = e.power * V(limits::lifted_one);
    const V denominator = multiply_add(power, e.excess, V(power + one));
    const V reciprocal = one / denominator;
    const V lost = multiply_add(power, e.excess, V(power - V(denominator - one)));
    const V negated = -reciprocal;
    const V remainder = cancelling_multiply_add(denominator, negated, one);
    return {magnitude, e.power, e.excess, reciprocal, multiply_add(lost, negated, remainder)};
}

/// e/(1 + e)²: power·reciprocal² and all that was rounded away from it.
template <class V>
[[gnu::always_inline]] constexpr V sigmoid_derivative(const half_logistic<V>& s) {
    using T = scalar_t<V>;
    const double_word<V> quotient = two_product(s.power, s.reciprocal);
    const V relative = multiply_add(s.residual, V(T(2)), s.excess);
    const V correction = s.reciprocal * multiply_add(quotient.high, relative, quotient.low);
    return multiply_add(quotient.high, s.reciprocal, correction) * V(logistic_limits<T>::lifted_one);
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
[[gnu::always_inline]] constexpr V silu_derivative(const V& x, const half_logistic<V>& s) {
    using T = scalar_t<V>;
    using limits = logistic_limits<T>;
    using table = silu_root_table<T>;
    const V one(T(1));
    const V power = s.power * V(limits::lifted_one);
    const V difference = one - s.magnitude;
    const V difference_low = V(one - difference) - s.magnitude;
    const double_word<V> sum = two_sum(difference, power);
    const V numerator = multiply_add(power, s.excess, sum.high);
    const V numerator_low = multiply_add(power, s.excess, V(sum.high - numerator)) + V(sum.low + difference_low);

    const double_word<V> quotient = two_product(s.power, s.reciprocal);
    const double_word<V> factor = two_product(quotient.high, s.reciprocal);
    const V relative = multiply_add(s.residual, V(T(2)), s.excess);
    const V factor_low = multiply_add(factor.high, relative, multiply_add(quotient.low, s.reciprocal, factor.low));
    const V correction = multiply_add(numerator, factor_low, rounded_product(factor.high, numerator_low));
    const V far = multiply_add(factor.high, numerator, correction) * V(limits::lifted_one);

    const V distance = s.magnitude - V(table::root);
    const V left = choose(absolute(distance) < V(table::reach), silu_derivative_next_to_root(distance), opaque(far));
    return choose(x > V(T(0)), V(one - left), left);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
