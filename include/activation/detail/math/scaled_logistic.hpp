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

/// The factor β of x, as one of before·x, and how far before·x goes on both sides.
template <class T>
struct argument_factor {
    T before;
    double_word<T> rest;
    T limit;
};

/// Its division stands before whatever depends on β, so that the compiler takes it out of a loop.
template <class T>
constexpr argument_factor<T> plain_factor(const double_word<T>& factor, T reach = decay_limits<T>::reach) {
    return {T(1), factor, reach / absolute(factor.high)};
}

/// Whether a factor is tiny, no number or ±∞.
template <class T>
constexpr bool is_tiny(T beta) {
    return !(absolute(beta) >= decay_limits<T>::tiny) || !finite(beta);
}

/// A tiny factor times 2^shrink, so that a range of before·x is a number and x = ∞ is not 0·∞.  What is no number and ±∞
/// stand in `before` alone.
template <class T>
constexpr argument_factor<T> tiny_factor(T beta, T reach = decay_limits<T>::reach) {
    constexpr int shrink = decay_limits<T>::shrink;
    if (!finite(beta)) return {beta, {T(1), T(0)}, reach};
    const T rest = beta * whole_power<T>(shrink);
    const T least = whole_power<T>(number_format<T>::lowest_exponent + shrink / 2);
    return {whole_power<T>(-shrink), {rest, T(0)}, reach / at_least(absolute(rest), least)};
}

/// high + low = β·x and bounded = before·x, as far as the factor's limit on both sides.
template <class V>
[[gnu::always_inline]] constexpr void scaled_argument(const V& x, const argument_factor<scalar_t<V>>& factor,
                                                      V& bounded, V& high, V& low) {
    const V limit(factor.limit);
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

/// x·σ(β·x) where β is tiny and x so large that its product with the lifted σ might overflow.  A function of its own, as
/// all that is for tiny factors: among the usual code it would take registers from it.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V swish_of_tiny(const V& x, scalar_t<V> beta) {
    using T = scalar_t<V>;
    using limits = decay_limits<T>;
    const argument_factor<T> factor = tiny_factor(beta, limits::far_reach);
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    const V within = at_least(at_most(z, V(limits::reach)), V(-limits::reach));
    logistic_of_word(within, z_low, high, low, slope, slope_low);
    const V usual = product(x, V(V(high + low) * V(limits::unlifted)));
    const V decayed = far_decay(z, z_low, bounded, V(T(0)), limits::shrink);
    const V result = choose(z < V(limits::meeting), choose(z < V(limits::gone), V(T(0)), decayed), usual);
    return choose(z > V(-limits::meeting), x, copy_sign(result, x));
}

/// x·σ(β·x) where β is not tiny.
template <class V>
[[gnu::always_inline]] constexpr V swish_value(const V& x, const argument_factor<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    const V result = multiply_add(bounded, high, V(bounded * low)) * V(limits::unlifted);
    return choose(z > V(-limits::meeting), x, copy_sign(result, x));
}

/// The same for any β.
template <class V>
[[gnu::always_inline]] constexpr V swish_value(const V& x, scalar_t<V> beta) {
    using T = scalar_t<V>;
    const argument_factor<T> plain = plain_factor(double_word<T>{foldable(beta), T(0)});
    // All lanes share β.
    if (is_tiny(beta)) [[unlikely]]
        return swish_of_tiny(x, beta);
    return swish_value(x, plain);
}

/// σ(z) + z·σ(z)·σ(−z), z = β·x
template <class V>
[[gnu::always_inline]] constexpr V swish_derivative(const V& x, const argument_factor<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    V product, error;
    exact_product(z, slope, product, error);
    const V rest = multiply_add(z, slope_low, multiply_add(z_low, slope, V(low + error)));
    return V(V(product + high) + rest) * V(limits::unlifted);
}

template <class V>
[[gnu::noinline, gnu::cold]] constexpr V swish_derivative_of_tiny(const V& x, scalar_t<V> beta) {
    return swish_derivative(x, tiny_factor(beta));
}

template <class V>
[[gnu::always_inline]] constexpr V swish_derivative(const V& x, scalar_t<V> beta) {
    using T = scalar_t<V>;
    const argument_factor<T> plain = plain_factor(double_word<T>{foldable(beta), T(0)});
    if (is_tiny(beta)) [[unlikely]]
        return swish_derivative_of_tiny(x, beta);
    return swish_derivative(x, plain);
}

/// σ(β·x)
template <class V>
[[gnu::always_inline]] constexpr V scaled_sigmoid(const V& x, const argument_factor<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    return V(high + low) * V(limits::unlifted);
}

template <class V>
[[gnu::noinline, gnu::cold]] constexpr V scaled_sigmoid_of_tiny(const V& x, scalar_t<V> beta) {
    return scaled_sigmoid(x, tiny_factor(beta));
}

template <class V>
[[gnu::always_inline]] constexpr V scaled_sigmoid(const V& x, scalar_t<V> beta) {
    using T = scalar_t<V>;
    const argument_factor<T> plain = plain_factor(double_word<T>{foldable(beta), T(0)});
    if (is_tiny(beta)) [[unlikely]]
        return scaled_sigmoid_of_tiny(x, beta);
    return scaled_sigmoid(x, plain);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
