#ifndef ACTIVATION_DETAIL_MATH_SOFTMAX_HPP
#define ACTIVATION_DETAIL_MATH_SOFTMAX_HPP

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/policy.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/group.hpp"
#include "activation/detail/simd/masked.hpp"

/// Softmax, element by element once what is common to a row is known.
///
/// The exponentials of a row are taken times a power of two that keeps them normal numbers: e^(x − shift)·2^(lift − k).
/// A row whose largest value is moderate needs no shift, for there e^x itself is within reach, and k is what brings the
/// largest exponential next to 2^lift; beyond, the shift is the largest value and k is 0.  Either way x − shift is exact
/// wherever its exponential matters, so one word is enough for it.  A power of two changes no bit of a quotient, so k
/// need not be the same for the same bits: often none is needed, see exponentials_in_window.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What is more than `reach` below a row's largest value is raised to there: its exponential does not show in the result.
/// Where it would be multiplied by something it vanishes, for what underflows there takes a hundred times as long.  A
/// largest value between moderate_low and moderate_high needs no shift.
template <class T>
struct softmax_limits;
template <>
struct softmax_limits<float> {
    static constexpr int lift = 44;
    static constexpr bool vanishes = true;
    static constexpr float reach = 110, moderate_low = -110, moderate_high = 220;
    static constexpr float window_low = -117, window_high = 56;
    static constexpr double sum_low = 0x1p27, sum_high = 0x1p110;
};
template <>
struct softmax_limits<double> {
    static constexpr int lift = 512;
    static constexpr bool vanishes = true;
    static constexpr double reach = 746, moderate_low = -746, moderate_high = 1490;
    static constexpr double window_low = -1060, window_high = 300;
    static constexpr double sum_low = 0x1p60, sum_high = 0x1p900;
};

/// The polynomial that a tier takes.
template <class Policy>
inline constexpr exp_polynomial polynomial_of = Policy::compensates ? exp_polynomial::fine : exp_polynomial::coarse;

/// The exponentials of a row from its largest value.
template <class T, class Limits, class Policy>
struct exponentials_below {
    T shift;
    T lowest;
    /// 8k, by which exp_table's `round` is lowered.
    T steps;

    explicit exponentials_below(T largest)
        : shift(is_moderate(largest) ? T(0) : largest),
          lowest((largest - shift) - Limits::reach),
          steps(is_moderate(largest) ? octaves_of(largest) * T(8) : T(0)) {}

    /// e^(x − shift)·2^(lift − k) = power·(1 + excess)
    template <class V>
    [[gnu::always_inline]] void operator()(const V& x, V& power, V& excess) const {
        const V shifted = x - V(shift);
        const V rounding(exp_table<T>::round - steps);
        exp_factors_rounded_by<1, Limits::lift, polynomial_of<Policy>>(rounding, at_least(shifted, V(lowest)), power,
                                                                       excess);
        if constexpr (Limits::vanishes) power = zero_where(shifted < V(lowest), power);
    }

    /// What is known of a row's largest value from this, for one row or for several.
    template <class D>
    struct largest_value {
        /// Less the shift.
        D shifted;
        D steps;
    };

    [[gnu::always_inline]] largest_value<T> largest(T value) const { return {value - shift, steps}; }

    /// The exponential of the largest value in two words of double, its power and the rest.
    template <class D>
    [[gnu::always_inline]] static double_word<D> of_largest(const largest_value<D>& value) {
        D power, excess;
        const D rounding = D(exp_table<double>::round) - value.steps;
        exp_factors_rounded_by<1, Limits::lift>(rounding, value.shifted, power, excess);
        const D high = multiply_add(power, excess, power);
        return {high, multiply_add(power, excess, D(power - high))};
    }

private:
    static bool is_moderate(T largest) { return largest > Limits::moderate_low && largest < Limits::moderate_high; }
    /// largest/ln 2, rounded to an integer.
    static T octaves_of(T largest) {
        constexpr T integer = sizeof(T) == 4 ? T(0x1.8p23) : T(0x1.8p52);
        return multiply_add(largest, T(1.4426950408889634), integer) - integer;
    }
};

/// The exponentials of a row whose largest value is not known: without a shift, as far as numbers reach.  They are those
/// of exponentials_below times a power of two if their sum is within_reach; NaN, from what is no number or infinite, is.
template <class T, class Policy>
struct exponentials_in_window {
    using limits = softmax_limits<T>;

    template <class V>
    [[gnu::always_inline]] void operator()(const V& x, V& power, V& excess) const {
        const V low(limits::window_low);
        exp_factors_of<1, limits::lift, polynomial_of<Policy>>(at_most(at_least(x, low), V(limits::window_high)), power,
                                                               excess);
        power = zero_where(x < low, power);
    }

    static bool within_reach(double sum) { return !(sum < limits::sum_low || sum > limits::sum_high); }
};

/// 1/sum in two words, of which the second ends so early that it is exact for every power of two in the sum.
[[gnu::always_inline]] inline double_word<float> reciprocal_of_sum(float, const double_word<double>& sum) {
    const double reciprocal = from_bits<double>(to_bits(1.0 / sum.high) & ~bits_t<double>(0x7fff));
    const auto high = static_cast<float>(reciprocal);
    return {high, static_cast<float>(reciprocal - static_cast<double>(high))};
}

[[gnu::always_inline]] inline double_word<double> reciprocal_of_sum(double, const double_word<double>& sum) {
    const double high = 1.0 / sum.high;
    const double_word<double> product = two_product(sum.high, high);
    return {high, (((1.0 - product.high) - product.low) - rounded_product(sum.low, high)) * high};
}

/// By how much a product in pieces is raised: far enough that no piece of it underflows, and no quotient overflows.
template <class T>
inline constexpr T raised_quotient = sizeof(T) == 4 ? T(0x1p64) : T(0x1p256);

/// A reciprocal as `normalised` takes it: without fused multiply-add raised, and its first word half as long, so that a
/// product of halves is exact.
template <class Policy, class T>
[[gnu::always_inline]] inline double_word<T> factor_of_quotients(const double_word<T>& reciprocal) {
    if constexpr (has_fused_multiply_add || !Policy::compensates) {
        return reciprocal;
    } else {
        const T high = leading_half(reciprocal.high);
        const T low = (reciprocal.high - high) + reciprocal.low;
        return {high * raised_quotient<T>, low * raised_quotient<T>};
    }
}

/// e/sum by the sum's reciprocal; rounded once to speak of, into subnormals too.
template <class Policy, class V>
[[gnu::always_inline]] inline V normalised(const V& e, const double_word<scalar_t<V>>& factor) {
    using T = scalar_t<V>;
    const V high(factor.high);
    if constexpr (!Policy::compensates) {
        return product(e, high);
    } else if constexpr (has_fused_multiply_add) {
        return multiply_add(e, high, rounded_product(e, V(factor.low)));
    } else {
        const V leading = leading_half(e);
        const V rest = multiply_add(V(e - leading), high, rounded_product(e, V(factor.low)));
        return multiply_add(leading, high, rest) * V(T(1) / raised_quotient<T>);
    }
}

/// Softmax of a row of one: NaN for what is infinite or no number, as in wider rows.
struct softmax_of_one {
    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        return {{V(V(in.item[0] - in.item[0]) + V(scalar_t<V>(1)))}};
    }
};

/// What the loops over a row are made of.
template <class T, class Policy>
struct softmax_math {
    using of_one = softmax_of_one;
    static constexpr bool compensates = Policy::compensates;
    using window = exponentials_in_window<T, Policy>;
    using below = exponentials_below<T, softmax_limits<T>, Policy>;

    [[gnu::always_inline]] static double_word<T> reciprocal(const double_word<double>& sum) {
        return factor_of_quotients<Policy>(reciprocal_of_sum(T(0), sum));
    }
    template <class V>
    [[gnu::always_inline]] static V normalised(const V& e, const double_word<T>& reciprocal) {
        return detail::normalised<Policy>(e, reciprocal);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
