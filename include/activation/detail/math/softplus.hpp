#ifndef ACTIVATION_DETAIL_MATH_SOFTPLUS_HPP
#define ACTIVATION_DETAIL_MATH_SOFTPLUS_HPP

#include <iterator>

#include "activation/detail/math/expm1.hpp"
#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/math/scaled_logistic.hpp"
#include "activation/detail/math/swish.hpp"
#include "activation/detail/table/log1p_table.hpp"

/// log(1 + e^(βx))/β, as LogSigmoid has it with β = −1.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// log(1 + e^(−|z|)), raised, = high + low, z = z + z_low: with e the exponential and s = e/(2 + e), twice artanh s.
template <class V>
[[gnu::always_inline]] constexpr void log1p_of_decay(const V& z, const V& z_low, V& high, V& low) {
    using T = scalar_t<V>;
    using table = log1p_table<T>;
    V power, excess, reciprocal, residual;
    decay_of(z, z_low, power, excess);
    reciprocal_of(V(power * V(guard<T>::lowering)), excess, T(2), reciprocal, residual);
    V quotient, error;
    exact_product(power, reciprocal, quotient, error);
    const V quotient_low = multiply_add(quotient, V(excess + residual), error);
    const V sum = quotient + quotient_low;
    const V s = sum * V(guard<T>::lowering);
    const V square = s * s;
    const V bend = square * horner<0, std::size(table::artanh) - 1>(table::artanh, square);
    high = quotient + quotient;
    low = multiply_add(V(sum + sum), bend, V(quotient_low + quotient_low));
}

/// lead + sign·log(1 + e^(−|x|)).
template <class V>
[[gnu::always_inline]] constexpr V softplus_beside(const V& lead, const V& x, scalar_t<V> sign) {
    using T = scalar_t<V>;
    V high, low;
    log1p_of_decay(V(at_most(absolute(x), V(guard<T>::reach))), V(T(0)), high, low);
    return multiply_add(V(high + low), V(sign * guard<T>::lowering), lead);
}

/// 1/β = (high + low)·2^exponent, |high| between ½ and 1; and what the logarithm is added to, x between the two bounds.
template <class T>
struct softplus_parts {
    double_word<T> inverse{T(0), T(0)};
    int exponent = 0;
    T lower, upper;

    explicit constexpr softplus_parts(T beta)
        : lower(beta > 0 ? T(0) : -infinity_of_sign<T>(false)), upper(beta < 0 ? T(-0.0) : infinity_of_sign<T>(false)) {
        const decomposed<T> beta_parts = decompose(beta);
        exponent = -beta_parts.exponent;
        if (finite(beta) && !magnitude_of<T>(beta).is_zero()) inverse = reciprocal_word(beta_parts.part);
        if (magnitude_of<T>(beta).is_zero()) lower = upper;
    }
};

/// lead + log(1 + e^(−|z|))/β for z = z + z_low, of 1/β, lowered, the product of `inverse` and `factor`.
template <class V>
[[gnu::always_inline]] constexpr V softplus_sum(const V& z, const V& z_low, const double_word<scalar_t<V>>& inverse,
                                                scalar_t<V> factor, const V& lead) {
    V high, low;
    log1p_of_decay(z, z_low, high, low);
    const V rest = multiply_add(low, V(inverse.high), V(high * V(inverse.low)));
    return multiply_add(multiply_add(high, V(inverse.high), rest), V(factor), lead);
}

/// softplus_value for any β: a negative one turns the maximum into a minimum, and neither β nor 1/β need be normal.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V softplus_of_any(const V& x, scalar_t<V> beta) noexcept {
    using T = scalar_t<V>;
    using limits = decay_limits<T>;
    const softplus_parts<T> parts(beta);
    V bounded, z, z_low;
    const argument_factor<T> factor = is_tiny(beta) ? tiny_factor(beta, limits::far_reach)
                                                    : plain_factor(double_word<T>{beta, T(0)}, limits::far_reach);
    scaled_argument(x, factor, bounded, z, z_low);
    // 2^exponent, lowered, may be no normal number.
    const int least = number_format<T>::lowest_exponent, lowered_exponent = parts.exponent - guard<T>::exponent;
    const T first = two_to<T>(lowered_exponent < least ? lowered_exponent - least : 0),
            second = two_to<T>(lowered_exponent < least ? least : lowered_exponent);
    const V within = at_least(at_most(z, V(guard<T>::reach)), V(-guard<T>::reach));
    const V lead = at_least(at_most(x, V(parts.upper)), V(parts.lower));
    const double_word<T> inverse{parts.inverse.high * first, parts.inverse.low * first};
    // The sign of the result is that of β, also where it vanishes.
    const V nothing(copy_sign(T(0), beta));
    const V usual = softplus_sum(within, z_low, inverse, second, lead);
    const V result = from_bits<V>(bits_t<V>(to_bits(usual) | to_bits(nothing)));
    if (!is_tiny(beta)) return result;
    const V decayed = far_decay(z, z_low, V(parts.inverse.high), V(parts.inverse.low), parts.exponent);
    const T gone =
        at_least(T(least - number_format<T>::digits - parts.exponent - 2) * T(0.6931471805599453), limits::gone);
    return choose(z < V(limits::meeting), choose(z < V(gone), nothing, decayed), result);
}

/// max(x, 0) + log(1 + e^(−|β·x|))/β for a positive β, min(x, 0) + … for a negative one.
template <class V>
[[gnu::always_inline]] constexpr V softplus_value(const V& x, scalar_t<V> beta) {
    using T = scalar_t<V>;
    using limits = decay_limits<T>;
    const argument_factor<T> factor = plain_factor(double_word<T>{foldable(beta), T(0)});
    const double_word<T> inverse = reciprocal_word(factor.rest.high);
    // All lanes share β.
    if (!(beta >= limits::tiny && beta <= T(0x1p60))) [[unlikely]]
        return softplus_of_any(x, beta);
    V bounded, z, z_low;
    scaled_argument(x, factor, bounded, z, z_low);
    return softplus_sum(z, z_low, inverse, guard<T>::lowering, at_least(x, V(T(0))));
}

/// 1 − e^(−β·y), the product not rounded.
template <class V>
[[gnu::always_inline]] constexpr V softplus_slope_from_output(const V& y, scalar_t<V> beta) {
    using T = scalar_t<V>;
    // Beyond it the result is 1, and an infinite y has no product with a rest.
    const V limit(divide(T(64), beta));
    const V bounded = beta > 0 ? at_most(y, limit) : at_least(y, limit);
    V z, z_low;
    exact_product(bounded, V(beta), z, z_low);
    const V slope = opposite(expm1_or_x(V(opposite(z))));
    return multiply_add(z_low, V(V(T(1)) - slope), slope);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
