#ifndef ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP
#define ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP

#include "activation/detail/bound.hpp"
#include "activation/detail/double_word.hpp"
#include "activation/detail/exp.hpp"
#include "activation/detail/tier.hpp"

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
    static constexpr int lift = 60;
    static constexpr float lifted_one = 0x1p-60f;
};

template <>
struct logistic_limits<double> {
    static constexpr double smallest = -760;
    static constexpr double largest = 40;
    static constexpr int lift = 128;
    static constexpr double lifted_one = 0x1p-128;
};

/// What 1/(denominator + lost) is off from reciprocal, relative to it.
template <class V>
[[gnu::always_inline]] constexpr V reciprocal_residual(const V& denominator, const V& lost, const V& reciprocal) {
    const V short_of_one = cancelling_multiply_add(opposite(reciprocal), denominator, V(scalar_t<V>(1)));
    return negative_multiply_add(reciprocal, lost, short_of_one);
}

/// 1/(whole + scaled·(1 + excess)) = reciprocal·(1 + residual) for 0 ≤ scaled·(1 + excess) ≤ whole.
template <class V>
[[gnu::always_inline]] constexpr void reciprocal_of(const V& scaled, const V& excess, scalar_t<V> whole, V& reciprocal,
                                                    V& residual) {
    const V denominator = multiply_add(scaled, excess, V(scaled + V(whole)));
    const V lost = multiply_add(scaled, excess, V(scaled - V(denominator - V(whole))));
    reciprocal = V(scalar_t<V>(1)) / denominator;
    residual = reciprocal_residual(denominator, lost, reciprocal);
}

/// 1/(1 + e)·2^lift = reciprocal·(1 + residual) for e·2^−lift = power·(1 + excess), the fast tier without the residual.
template <tier accuracy, class V>
[[gnu::always_inline]] constexpr void logistic_from(const V& power, const V& excess, V& reciprocal, V& residual) {
    const V one(logistic_limits<scalar_t<V>>::lifted_one);
    const V numerator(scalar_t<V>(1));
    if constexpr (accuracy == tier::accurate) {
        const V denominator = multiply_add(power, excess, V(power + one));
        reciprocal = numerator / denominator;
        const V larger = at_least(power, one);
        const V smaller = at_most(power, one);
        const V lost = multiply_add(power, excess, V(V(larger - denominator) + smaller));
        residual = reciprocal_residual(denominator, lost, reciprocal);
    } else {
        // In this order it is exact at 0.
        reciprocal = numerator / V(multiply_add(power, excess, power) + one);
    }
}

/// σ(bounded)·2^lift = reciprocal·(1 + residual); bounded is x within the limits.
template <tier accuracy, class V>
[[gnu::always_inline]] constexpr void logistic_of(const V& x, V& bounded, V& reciprocal, V& residual) {
    using limits = logistic_limits<scalar_t<V>>;
    bounded = at_least(at_most(x, V(limits::largest)), V(limits::smallest));
    V power, excess;
    exp_factors_of<-1, -limits::lift, exp_polynomial::coarse>(bounded, power, excess);
    logistic_from<accuracy>(power, excess, reciprocal, residual);
}

template <tier accuracy, class V>
[[gnu::always_inline]] constexpr V sigmoid_value(const V& x) {
    using limits = logistic_limits<scalar_t<V>>;
    V bounded, reciprocal, residual;
    logistic_of<accuracy>(x, bounded, reciprocal, residual);
    if constexpr (accuracy == tier::accurate) reciprocal = multiply_add(reciprocal, residual, reciprocal);
    return reciprocal * V(limits::lifted_one);
}

/// bounded·reciprocal·(1 + residual)·2^−lift, with the sign of x.
template <tier accuracy, class V>
[[gnu::always_inline]] constexpr V logistic_product(const V& x, const V& bounded, const V& reciprocal,
                                                    const V& residual) {
    V lifted = bounded * reciprocal;
    if constexpr (accuracy == tier::accurate) {
        lifted = multiply_add(bounded, reciprocal, V(lifted * residual));
        // At −0 the correction may be +0, and so the sum; elsewhere it has the sign of x already.
        lifted = from_bits<V>(bits_t<V>(to_bits(lifted) | (to_bits(x) & bits_t<V>(to_bits(scalar_t<V>(-0.0))))));
    }
    return lifted * V(logistic_limits<scalar_t<V>>::lifted_one);
}

template <tier accuracy, class V>
[[gnu::always_inline]] constexpr V silu_value(const V& x) {
    V bounded, reciprocal, residual;
    logistic_of<accuracy>(x, bounded, reciprocal, residual);
    const V product = logistic_product<accuracy>(x, bounded, reciprocal, residual);
    return choose(x > V(logistic_limits<scalar_t<V>>::largest), x, product);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
