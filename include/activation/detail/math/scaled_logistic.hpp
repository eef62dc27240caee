#ifndef ACTIVATION_DETAIL_MATH_SCALED_LOGISTIC_HPP
#define ACTIVATION_DETAIL_MATH_SCALED_LOGISTIC_HPP

#include <concepts>

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/sigmoid_derivative.hpp"
#include "activation/detail/math/sigmoid_double_word.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// σ(βx) with βx as a double word, and what is made of it: what Swish, QuickGELU, Softplus and Tanhshrink share.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// With a β below `tiny` x·e^(βx) has not vanished yet at guard::reach, nor has e^(βx)/β; from `gone` on they have, |x|
/// having an end.  Above `meeting` all is normal as it is.
template <class T>
struct decay_limits;
template <>
struct decay_limits<float> {
    static constexpr float tiny = 0x1p-20f, meeting = -60, gone = -199, far_reach = 200;
    static constexpr int shrink = 64;
};
template <>
struct decay_limits<double> {
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
constexpr argument_factor<T> plain_factor(const double_word<T>& factor, T reach = guard<T>::reach) {
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
constexpr argument_factor<T> tiny_factor(T beta, T reach = guard<T>::reach) {
    constexpr int shrink = decay_limits<T>::shrink;
    if (!finite(beta)) return {beta, {T(1), T(0)}, reach};
    const T rest = beta * two_to<T>(shrink);
    const T least = two_to<T>(number_format<T>::lowest_exponent + shrink / 2);
    return {two_to<T>(-shrink), {rest, T(0)}, reach / at_least(absolute(rest), least)};
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

/// The low word of |high + low|.
template <class V>
[[gnu::always_inline]] constexpr V low_of_absolute(const V& high, const V& low) {
    return from_bits<V>(bits_t<V>(to_bits(low) ^ to_bits(high) ^ to_bits(absolute(high))));
}

/// e^(−|z|), raised, = power·(1 + excess) for z = high + low.
template <class V>
[[gnu::always_inline]] constexpr void decay_of(const V& high, const V& low, V& power, V& excess) {
    exp_factors_of<-1, guard<scalar_t<V>>::exponent>(absolute(high), power, excess);
    excess = negative_multiply_add(low_of_absolute(high, low), V(V(scalar_t<V>(1)) + excess), excess);
}

/// σ(z) = high + low and σ(z)·σ(−z) = slope + slope_low, all raised.
template <class V>
[[gnu::always_inline]] constexpr void logistic_of_word(const V& z, const V& z_low, V& high, V& low, V& slope,
                                                       V& slope_low) {
    using T = scalar_t<V>;
    V power, excess, reciprocal, residual, quotient, error;
    decay_of(z, z_low, power, excess);
    reciprocal_of(V(power * V(guard<T>::lowering)), excess, T(1), reciprocal, residual);
    logistic_slope(power, excess, reciprocal, residual, slope, slope_low);
    exact_product(power, reciprocal, quotient, error);
    const V quotient_low = multiply_add(quotient, V(excess + residual), error);
    const auto negative = z < V(T(0));
    const V raised_reciprocal = reciprocal * V(guard<T>::raising);
    high = choose(negative, quotient, raised_reciprocal);
    low = choose(negative, quotient_low, rounded_product(raised_reciprocal, residual));
}

/// factor·e^z times 2^exponent for z = high + low ≤ 0.
template <class V>
[[gnu::always_inline]] constexpr V far_decay(const V& high, const V& low, const V& factor, const V& factor_low,
                                             int exponent) {
    const auto e = exp_of(double_word<V>{at_most(high, V(scalar_t<V>(0))), low});
    const V rest = multiply_add(factor_low, e.high, V(factor * e.low));
    return scale(multiply_add(factor, e.high, rest), bits_t<V>(e.exponent + bits_t<V>(bits_t<scalar_t<V>>(exponent))));
}

/// σ(z) + z·σ(z)·σ(−z), raised, for z = z + z_low.
template <class V>
[[gnu::always_inline]] constexpr V raised_swish_slope(const V& z, const V& z_low) {
    V high, low, slope, slope_low, product, error;
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    exact_product(z, slope, product, error);
    const V rest = multiply_add(z, slope_low, multiply_add(z_low, slope, V(low + error)));
    return V(product + high) + rest;
}

/// SiLU's derivative at β·x; of a float from SiLU's table.
template <class Policy>
struct swish_slope {
    template <class V>
    [[gnu::always_inline]] static constexpr V of(const V& x, const argument_factor<scalar_t<V>>& factor) {
        V bounded, z, z_low;
        scaled_argument(x, factor, bounded, z, z_low);
        if constexpr (std::same_as<scalar_t<V>, float>)
            return silu_derivative_from_left(z,
                                             silu_derivative_by_table<Policy>(absolute(z), low_of_absolute(z, z_low)));
        else
            return raised_swish_slope(z, z_low) * V(guard<scalar_t<V>>::lowering);
    }
};

/// Whether β·x is beyond that table.
template <class V>
[[gnu::always_inline]] constexpr auto is_far_for_swish_slope(const V& x, scalar_t<V> beta) {
    return is_far_for_silu_derivative(absolute(product(x, V(beta))));
}

/// σ(β·x)
struct word_of_scaled_sigmoid {
    template <class V>
    [[gnu::always_inline]] static constexpr V of(const V& x, const argument_factor<scalar_t<V>>& factor) {
        V bounded, z, z_low, high, low, slope, slope_low;
        scaled_argument(x, factor, bounded, z, z_low);
        logistic_of_word(z, z_low, high, low, slope, slope_low);
        return V(high + low) * V(guard<scalar_t<V>>::lowering);
    }
};

template <class Function, class V>
[[gnu::noinline, gnu::cold]] constexpr V with_tiny_factor(const V& x, scalar_t<V> beta) noexcept {
    return Function::of(x, tiny_factor(beta));
}

/// One of them for any β.
template <class Function, class V>
[[gnu::always_inline]] constexpr V with_factor(const V& x, scalar_t<V> beta) {
    using T = scalar_t<V>;
    const argument_factor<T> plain = plain_factor(double_word<T>{foldable(beta), T(0)});
    // All lanes share β.
    if (is_tiny(beta)) [[unlikely]]
        return with_tiny_factor<Function>(x, beta);
    return Function::of(x, plain);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
