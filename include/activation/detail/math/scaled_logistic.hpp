#ifndef ACTIVATION_DETAIL_MATH_SCALED_LOGISTIC_HPP
#define ACTIVATION_DETAIL_MATH_SCALED_LOGISTIC_HPP

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/reciprocal.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// σ(βx) and x·σ(βx), with βx as a double word: what Swish, QuickGELU and Softplus share.  All is computed times 2^lift,
/// so that nothing is subnormal before the last multiplication, by 2^−lift.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// e^(−reach) times 2^lift is a normal number, and e^(−reach) rounds to 0.  With a β below `tiny` x·e^(βx) does not yet, nor
/// does e^(βx)/β; from `gone` on they do, |x| having an end.  Above `meeting` all is normal without being lifted.
template <class T>
struct decay_limits;
template <>
struct decay_limits<float> {
    static constexpr float reach = 128;
    static constexpr int lift = 64;
    static constexpr float lifted = 0x1p64f, unlifted = 0x1p-64f;
    static constexpr float tiny = 0x1p-20f, meeting = -60, gone = -199, far_reach = 200;
    static constexpr int shrink = 64;
};
template <>
struct decay_limits<double> {
    static constexpr double reach = 790;
    static constexpr int lift = 128;
    static constexpr double lifted = 0x1p128, unlifted = 0x1p-128;
    static constexpr double tiny = 0x1p-40, meeting = -600, gone = -1465, far_reach = 1470;
    static constexpr int shrink = 512;
};

/// The factor β of x, as one of before·x: a tiny one times 2^shrink, so that a range of before·x is a number and x = ∞ is
/// not 0·∞.  What is no number and ±∞ stand in `before` alone.
template <class T>
struct argument_factor {
    T before = T(1);
    double_word<T> rest;
    T magnitude;
    bool tiny = false;

    explicit constexpr argument_factor(const double_word<T>& factor) : rest(factor), magnitude(factor.high) {}
    explicit constexpr argument_factor(T beta) : rest{beta, T(0)}, magnitude(absolute(beta)) {
        using limits = decay_limits<T>;
        tiny = !(magnitude >= limits::tiny) || !finite(beta);
        if (!tiny) return;
        before = finite(beta) ? whole_power<T>(-limits::shrink) : beta;
        rest.high = finite(beta) ? beta * whole_power<T>(limits::shrink) : T(1);
        const T least = whole_power<T>(number_format<T>::lowest_exponent + limits::shrink / 2);
        magnitude = at_least(absolute(rest.high), least);
    }
};

/// high + low = β·x and bounded = before·x, for β·x up to `reach` on both sides.
template <class V>
[[gnu::always_inline]] constexpr void scaled_argument(const V& x, const argument_factor<scalar_t<V>>& factor,
                                                      scalar_t<V> reach, V& bounded, V& high, V& low) {
    const V limit(reach / factor.magnitude);
    bounded = at_least(at_most(product(x, V(factor.before)), limit), opposite(limit));
    V error;
    exact_product(bounded, V(factor.rest.high), high, error);
    low = multiply_add(bounded, V(factor.rest.low), error);
}

/// e^(−|z|)·2^lift = power·(1 + excess) for z = high + low.
template <class V>
[[gnu::always_inline]] constexpr void decay_of(const V& high, const V& low, V& power, V& excess) {
    using T = scalar_t<V>;
    const V a = absolute(high);
    const V a_low = from_bits<V>(bits_t<V>(to_bits(low) ^ to_bits(high) ^ to_bits(a)));
    exp_factors_of<-1, decay_limits<T>::lift>(a, power, excess);
    excess = negative_multiply_add(a_low, V(V(T(1)) + excess), excess);
}

/// σ(z)·2^lift = high + low and σ(z)·σ(−z)·2^lift = slope + slope_low.
template <class V>
[[gnu::always_inline]] constexpr void logistic_of_word(const V& z, const V& z_low, V& high, V& low, V& slope,
                                                       V& slope_low) {
    using T = scalar_t<V>;
    const V lifted(decay_limits<T>::lifted);
    V power, excess, reciprocal, residual;
    decay_of(z, z_low, power, excess);
    reciprocal_of(V(power * V(decay_limits<T>::unlifted)), excess, T(1), reciprocal, residual);
    V quotient, quotient_error, slope_error;
    exact_product(power, reciprocal, quotient, quotient_error);
    const V quotient_low = multiply_add(quotient, V(excess + residual), quotient_error);
    exact_product(quotient, reciprocal, slope, slope_error);
    slope_low = multiply_add(slope, residual, multiply_add(quotient_low, reciprocal, slope_error));
    const auto negative = z < V(T(0));
    const V whole = reciprocal * lifted;
    high = choose(negative, quotient, whole);
    low = choose(negative, quotient_low, rounded_product(whole, residual));
}

/// factor·e^z times 2^exponent for z = high + low ≤ 0.
template <class V>
[[gnu::always_inline]] constexpr V far_decay(const V& high, const V& low, const V& factor, const V& factor_low,
                                             int exponent) {
    const auto e = exp_of(double_word<V>{at_most(high, V(scalar_t<V>(0))), low});
    const V rest = multiply_add(factor_low, e.high, V(factor * e.low));
    return scale(multiply_add(factor, e.high, rest), bits_t<V>(e.exponent + bits_t<V>(bits_t<scalar_t<V>>(exponent))));
}

/// x·σ(β·x) where β is tiny and x so large that its product with the lifted σ might overflow.
template <class V>
[[gnu::always_inline]] constexpr V swish_of_tiny(const V& x, const argument_factor<scalar_t<V>>& factor) {
    using T = scalar_t<V>;
    using limits = decay_limits<T>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, limits::far_reach, bounded, z, z_low);
    const V within = at_least(at_most(z, V(limits::reach)), V(-limits::reach));
    logistic_of_word(within, z_low, high, low, slope, slope_low);
    const V usual = product(x, V(V(high + low) * V(limits::unlifted)));
    const V decayed = far_decay(z, z_low, bounded, V(T(0)), limits::shrink);
    const V result = choose(z < V(limits::meeting), choose(z < V(limits::gone), V(T(0)), decayed), usual);
    return choose(z > V(-limits::meeting), x, copy_sign(result, x));
}

/// x·σ(β·x)
template <class V>
[[gnu::always_inline]] constexpr V swish_value(const V& x, const argument_factor<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    // All lanes share β.
    if (factor.tiny) [[unlikely]]
        return swish_of_tiny(x, factor);
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, limits::reach, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    const V result = multiply_add(bounded, high, V(bounded * low)) * V(limits::unlifted);
    return choose(z > V(-limits::meeting), x, copy_sign(result, x));
}

/// σ(z) + z·σ(z)·σ(−z), z = β·x
template <class V>
[[gnu::always_inline]] constexpr V swish_derivative(const V& x, const argument_factor<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, limits::reach, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    V product, error;
    exact_product(z, slope, product, error);
    const V rest = multiply_add(z, slope_low, multiply_add(z_low, slope, V(low + error)));
    return V(V(product + high) + rest) * V(limits::unlifted);
}

/// σ(β·x)
template <class V>
[[gnu::always_inline]] constexpr V scaled_sigmoid(const V& x, const argument_factor<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, limits::reach, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    return V(high + low) * V(limits::unlifted);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
