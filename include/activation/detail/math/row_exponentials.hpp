#ifndef ACTIVATION_DETAIL_MATH_ROW_EXPONENTIALS_HPP
#define ACTIVATION_DETAIL_MATH_ROW_EXPONENTIALS_HPP

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/policy.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/masked.hpp"

/// The exponentials of a row are taken times a power of two that keeps them normal: e^(x − shift)·2^(raised_by − k).
/// A row whose largest value is moderate needs no shift, for there e^x itself is within reach, and k is what brings the
/// largest exponential next to 2^raised_by; beyond, the shift is the largest value, k is 0.  Either way x − shift is exact
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
    static constexpr int raised_by = 44;
    static constexpr bool vanishes = true;
    static constexpr float reach = 110, moderate_low = -110, moderate_high = 220;
    static constexpr float window_low = -117, window_high = 56;
    static constexpr double sum_low = 0x1p27, sum_high = 0x1p110;
};
template <>
struct softmax_limits<double> {
    static constexpr int raised_by = 512;
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
    /// What a row's largest value decides, for one row or for several, one in each lane.
    template <class V>
    struct constants {
        V shift;
        V lowest;
        /// 8k, by which exp_table's `round` is lowered.
        V steps;

        [[gnu::always_inline]] static constants of(const V& largest) {
            const mask_t<V> is_moderate(
                mask_t<V>((largest > V(Limits::moderate_low)) & (largest < V(Limits::moderate_high))));
            const V shift = choose(is_moderate, V(T(0)), largest);
            return {shift, V(V(largest - shift) - V(Limits::reach)),
                    choose(is_moderate, V(octaves_of(largest) * V(T(8))), V(T(0)))};
        }
    };

    T shift;
    T lowest;
    T steps;

    explicit exponentials_below(T largest) : exponentials_below(constants<T>::of(largest)) {}
    explicit exponentials_below(const constants<T>& of) : shift(of.shift), lowest(of.lowest), steps(of.steps) {}

    /// e^(x − shift)·2^(raised_by − k) = power·(1 + excess)
    template <class V>
    [[gnu::always_inline]] void operator()(const V& x, V& power, V& excess) const {
        const V shifted = x - V(shift);
        const V rounding(exp_table<T>::round - steps);
        exp_factors_rounded_by<1, Limits::raised_by, polynomial_of<Policy>>(rounding, at_least(shifted, V(lowest)),
                                                                            power, excess);
        if constexpr (Limits::vanishes) power = zero_where(shifted < V(lowest), power);
    }

    /// What is known of a row's largest value from this, for one row or for several.
    template <class D>
    struct largest_value {
        /// Less the shift.
        D shifted;
        D steps;
    };

    /// The exponential of the largest value in two words of double, its power and the rest.
    template <class D>
    [[gnu::always_inline]] static double_word<D> of_largest(const largest_value<D>& value) {
        D power, excess;
        const D rounding = D(exp_table<double>::round) - value.steps;
        exp_factors_rounded_by<1, Limits::raised_by>(rounding, value.shifted, power, excess);
        const D high = multiply_add(power, excess, power);
        return {high, multiply_add(power, excess, D(power - high))};
    }

private:
    /// largest/ln 2, rounded to an integer.
    template <class V>
    [[gnu::always_inline]] static V octaves_of(const V& largest) {
        constexpr T integer = sizeof(T) == 4 ? T(0x1.8p23) : T(0x1.8p52);
        return multiply_add(largest, V(T(1.4426950408889634)), V(integer)) - V(integer);
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
        exp_factors_of<1, limits::raised_by, polynomial_of<Policy>>(clamp(x, low, V(limits::window_high)), power,
                                                                    excess);
        power = zero_where(x < low, power);
    }

    /// Of one sum, or of several, one in each lane.
    template <class D>
    [[gnu::always_inline]] static bool within_reach(const D& sum) {
        return !any_lane(mask_t<D>((sum < D(limits::sum_low)) | (sum > D(limits::sum_high))));
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
