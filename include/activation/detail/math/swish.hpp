#ifndef ACTIVATION_DETAIL_MATH_SWISH_HPP
#define ACTIVATION_DETAIL_MATH_SWISH_HPP

#include "activation/detail/math/exp_unit.hpp"
#include "activation/detail/math/scaled_logistic.hpp"
#include "activation/detail/math/sigmoid_kernel.hpp"

/// x·σ(βx), SiLU's product with another argument, and σ(βx), Sigmoid's.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// So much of a step that any multiple of it that an exponent has is exact.
template <class T>
constexpr T leading_of_step(T size) {
    constexpr int dropped = sizeof(T) == 4 ? 12 : 16;
    return from_bits<T>(to_bits(size) & (~bits_t<T>(0) << dropped));
}

/// For logistic_product: a β > 0 that is neither tiny nor huge.  The exponent is β times the argument.
template <class T>
struct swish_argument {
    T least, largest, steps, step_high, step_low;
    exp_scaled_excess<T, exp_polynomial::coarse> excess;

    /// `largest` is the number before a power of two, where βx is more than 35 or 76 divided by 2.
    explicit constexpr swish_argument(T beta) : swish_argument(beta, divide(T(1), beta)) {}

    template <class V>
    [[gnu::always_inline]] constexpr void exponential(const V& x, V& power, V& excess_of_x) const {
        exp_factors_in<-1, -guard<T>::exponent>(*this, excess.value, V(exp_table<T>::round), x, power, excess_of_x);
    }

private:
    constexpr swish_argument(T beta, T inverse)
        : least(product(-guard<T>::reach, inverse)),
          largest(number_before(leading_power(product(T(sizeof(T) == 4 ? 35 : 76), inverse)))),
          steps(product(exp_table<T>::steps, beta)),
          step_high(leading_of_step(product(exp_table<T>::step_high, inverse))),
          step_low(0),
          excess(-beta) {
        T covered{}, rest{};
        exact_product(step_high, beta, covered, rest);
        step_low = product(exp_table<T>::step_high - covered - rest + exp_table<T>::step_low, inverse);
    }
};

/// The x at which |β| makes of it what β makes of x.
template <class V>
[[gnu::always_inline]] constexpr V toward_positive_factor(const V& x, scalar_t<V> beta) {
    using bits = bits_t<scalar_t<V>>;
    const bits sign = to_bits(beta) & to_bits(scalar_t<V>(-0.0));
    return from_bits<V>(bits_t<V>(to_bits(x) ^ bits_t<V>(sign)));
}

/// x·σ(β·x) where β is tiny and x so large that its product with the raised σ might overflow.  A function of its own,
/// as all that is for tiny factors: among the usual code it would take registers from it.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V swish_of_tiny(const V& x, scalar_t<V> beta) noexcept {
    using T = scalar_t<V>;
    using limits = decay_limits<T>;
    const argument_factor<T> factor = tiny_factor(beta, limits::far_reach);
    V bounded, z, z_low, high, low, slope, slope_low;
    scaled_argument(x, factor, bounded, z, z_low);
    const V within = at_least(at_most(z, V(guard<T>::reach)), V(-guard<T>::reach));
    logistic_of_word(within, z_low, high, low, slope, slope_low);
    const V usual = product(x, V(V(high + low) * V(guard<T>::lowering)));
    const V decayed = far_decay(z, z_low, bounded, V(T(0)), limits::shrink);
    const V result = choose(z < V(limits::meeting), choose(z < V(limits::gone), V(T(0)), decayed), usual);
    return choose(z > V(-limits::meeting), x, copy_sign(result, x));
}

/// The powers of a larger β, by which the exponential's polynomial goes, may overflow.
template <class T>
inline constexpr T swish_largest_beta = sizeof(T) == 4 ? T(0x1p20) : static_cast<T>(0x1p100);

/// x·σ(β·x) for such a β, which from 1 on is x or nothing, in units in which β is next to 1.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V swish_of_huge(const V& x, scalar_t<V> beta) noexcept {
    using T = scalar_t<V>;
    const T unit = power_toward_one(absolute(beta));
    const V one(T(1)), toward = toward_positive_factor(x, beta);
    const V within = product(clamp(toward, opposite(one), one), V(T(1) / unit));
    const swish_argument<T> argument(product(absolute(beta), unit));
    V power, excess;
    prepare_logistic(argument, within, power, excess);
    const V result = product(logistic_product<accurate_policy>(argument, within, power, excess), V(unit));
    return copy_sign(choose(toward > one, toward, result), x);
}

/// Whether x·σ(β·x) is SiLU's product without more ado.
template <class T>
constexpr bool is_usual_swish(T beta) {
    return absolute(beta) >= decay_limits<T>::tiny && absolute(beta) <= swish_largest_beta<T>;
}

/// |β|; in a constant expression 1 for any other, the products of which might be no numbers (see foldable).
template <class T>
constexpr T foldable_swish(T beta) {
    return __builtin_is_constant_evaluated() && !is_usual_swish(beta) ? T(1) : absolute(beta);
}

/// x·σ(β·x) for any other β.
template <class V>
[[gnu::always_inline]] constexpr V unusual_swish(const V& x, scalar_t<V> beta) {
    return is_tiny(beta) ? swish_of_tiny(x, beta) : swish_of_huge(x, beta);
}

/// σ(β·x) for any other β.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V unusual_scaled_sigmoid(const V& x, scalar_t<V> beta) noexcept {
    return with_factor<word_of_scaled_sigmoid>(x, beta);
}

/// σ(β·x)
template <class V>
[[gnu::always_inline]] constexpr V scaled_sigmoid(const V& x, scalar_t<V> beta) {
    using T = scalar_t<V>;
    const swish_argument<T> argument(foldable_swish(beta));
    // All lanes share β.
    if (!is_usual_swish(beta)) [[unlikely]]
        return unusual_scaled_sigmoid(x, beta);
    V power, excess;
    prepare_logistic(argument, toward_positive_factor(x, beta), power, excess);
    return prepared_sigmoid<accurate_policy>(power, excess);
}

/// 1.702
template <class T>
inline constexpr double_word<T> quick_gelu_factor = sizeof(T) == sizeof(float)
                                                        ? double_word<T>{T(0x1.b3b646p+0), T(-0x1.78d4fep-26)}
                                                        : double_word<T>{T(0x1.b3b645a1cac08p+0),
                                                                         T(0x1.89374bc6a7efap-55)};

/// The exponent is 1.702 times the argument.
template <class T>
struct quick_gelu_unit {
    static constexpr double_word<T> factor = quick_gelu_factor<T>;
    static constexpr T steps = exp_table<T>::steps * factor.high;
    static constexpr T step_high = leading_half(T(exp_table<T>::step_high / factor.high));
    static constexpr double_word<T> covered = two_product(step_high, factor.high);
    static constexpr T step_low =
        (exp_table<T>::step_high - covered.high - covered.low + (exp_table<T>::step_low - step_high * factor.low)) /
        factor.high;
    static constexpr exp_scaled_excess<T, exp_polynomial::coarse> excess{-factor.high};
};

/// For logistic_product.  1.702x is 27 or 54 where σ is taken for 1.
template <class T>
struct quick_gelu_argument {
    static constexpr T least = -guard<T>::reach / quick_gelu_factor<T>.high;
    static constexpr T largest = sizeof(T) == 4 ? T(0x1.fffffep+3) : T(0x1.fffffffffffffp+4);

    template <class V>
    [[gnu::always_inline]] constexpr void exponential(const V& x, V& power, V& excess) const {
        using unit = quick_gelu_unit<T>;
        exp_factors_in<-1, -guard<T>::exponent>(unit{}, unit::excess.value, V(exp_table<T>::round), x, power, excess);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
