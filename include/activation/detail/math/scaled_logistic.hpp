#ifndef ACTIVATION_DETAIL_MATH_SCALED_LOGISTIC_HPP
#define ACTIVATION_DETAIL_MATH_SCALED_LOGISTIC_HPP

#include <iterator>

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/reciprocal.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/table/log1p_table.hpp"

/// σ(βx) and log(1 + e^(−|βx|)), with βx as a double word: what Swish, QuickGELU, Softplus and LogSigmoid share.  All is
/// computed times 2^lift, so that nothing is subnormal before the last multiplication, by 2^−lift.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// e^(−reach) times 2^lift is a normal number, and e^(−reach) rounds to 0.
template <class T>
struct decay_limits;
template <>
struct decay_limits<float> {
    static constexpr float reach = 128;
    static constexpr int lift = 64;
    static constexpr float lifted = 0x1p64f, unlifted = 0x1p-64f;
};
template <>
struct decay_limits<double> {
    static constexpr double reach = 790;
    static constexpr int lift = 128;
    static constexpr double lifted = 0x1p128, unlifted = 0x1p-128;
};

/// high + low = factor·x, for x within reach of the exponential on both sides.
template <class V>
[[gnu::always_inline]] constexpr void scaled_argument(const V& x, const double_word<scalar_t<V>>& factor, V& bounded,
                                                      V& high, V& low) {
    using T = scalar_t<V>;
    const T reach = decay_limits<T>::reach / factor.high;
    bounded = at_least(at_most(x, V(reach)), V(-reach));
    V error;
    exact_product(bounded, V(factor.high), high, error);
    low = multiply_add(bounded, V(factor.low), error);
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

/// x·σ(factor·x)
template <class V>
[[gnu::always_inline]] constexpr V swish_value(const V& x, const double_word<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    const V result = multiply_add(bounded, high, V(bounded * low)) * V(limits::unlifted);
    return choose(x > V(limits::reach / factor.high), x, copy_sign(result, x));
}

/// σ(z) + z·σ(z)·σ(−z), z = factor·x
template <class V>
[[gnu::always_inline]] constexpr V swish_derivative(const V& x, const double_word<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    V product, error;
    exact_product(z, slope, product, error);
    const V rest = multiply_add(z, slope_low, multiply_add(z_low, slope, V(low + error)));
    return V(V(product + high) + rest) * V(limits::unlifted);
}

/// σ(factor·x)
template <class V>
[[gnu::always_inline]] constexpr V scaled_sigmoid(const V& x, const double_word<scalar_t<V>>& factor) {
    using limits = decay_limits<scalar_t<V>>;
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    logistic_of_word(z, z_low, high, low, slope, slope_low);
    return V(high + low) * V(limits::unlifted);
}

/// log(1 + e^(−|z|))·2^lift = high + low, z = z + z_low: with e the exponential and s = e/(2 + e), twice artanh s.
template <class V>
[[gnu::always_inline]] constexpr void log1p_of_decay(const V& z, const V& z_low, V& high, V& low) {
    using T = scalar_t<V>;
    using table = log1p_table<T>;
    V power, excess, reciprocal, residual;
    decay_of(z, z_low, power, excess);
    reciprocal_of(V(power * V(decay_limits<T>::unlifted)), excess, T(2), reciprocal, residual);
    V quotient, error;
    exact_product(power, reciprocal, quotient, error);
    const V quotient_low = multiply_add(quotient, V(excess + residual), error);
    const V sum = quotient + quotient_low;
    const V s = sum * V(decay_limits<T>::unlifted);
    const V square = s * s;
    const V bend = square * horner<0, std::size(table::artanh) - 1>(table::artanh, square);
    high = quotient + quotient;
    low = multiply_add(V(sum + sum), bend, V(quotient_low + quotient_low));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
