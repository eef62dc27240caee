#ifndef ACTIVATION_DETAIL_MATH_SHORT_EXP_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_EXP_HPP

#include <type_traits>

#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/policy.hpp"
#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/table/short_exp_table.hpp"

/// The exponential of the fast tier's float: two factors whose errors add up to an ULP and a half of their product, in ten
/// operations.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Whether a policy takes it for the type.
template <class T, class Policy>
inline constexpr bool has_short_exp = Policy::short_exponentials&& requires {
    short_exp_table<T>::round;
};

/// What the fast tier takes: Short where the type has a short exponential, else Other.
template <class T, class Short, class Other>
using short_or = std::conditional_t<has_short_exp<T, fast_policy>, Short, Other>;

/// 2^((number + fraction)/8) = power·rest; number stands in the low bits.
template <class V>
[[gnu::always_inline]] constexpr void short_exp_at(const bits_t<V>& number, const V& fraction, V& power, V& rest) {
    using table = short_exp_table<scalar_t<V>>;
    power = from_bits<V>(bits_t<V>(to_bits(lookup(table::power, number)) + bits_t<V>(number << 20)));
    rest = horner<0, 3>(table::polynomial, fraction);
}

/// e^(x·steps·ln 2 / 8) = power·rest, rest in [1.7, 1.9]; a multiply-add of the two with something else spares the rounding of
/// their product.
///
/// Domain   where power is a normal number.  NaN → rest NaN.
/// Error    without fused multiply-add also that of x·steps, rounded, which grows with it: 1 ULP at an exponent of 3.
/// Method   x·steps = n + f: n is rounded off the product and f is the product less n, so that with fused multiply-add the
///          product is never rounded by itself.
template <class V>
[[gnu::always_inline]] constexpr void short_exp(const V& x, const V& steps, V& power, V& rest) {
    const V rounding(short_exp_table<scalar_t<V>>::round);
    const V rounded = multiply_add(x, steps, rounding);
    short_exp_at(to_bits(rounded), multiply_add(x, steps, V(rounding - rounded)), power, rest);
}

/// The same for steps in two parts, where x·steps is large or a parameter has made them.
template <class V>
[[gnu::always_inline]] constexpr void short_exp(const V& x, const V& steps, const V& steps_low, V& power, V& rest) {
    const V rounding(short_exp_table<scalar_t<V>>::round);
    const V rounded = multiply_add(x, steps, rounding);
    const V fraction = multiply_add(x, steps, V(rounding - rounded));
    short_exp_at(to_bits(rounded), multiply_add(x, steps_low, fraction), power, rest);
}

/// A divisor > 0 of x, its reciprocal and the square of that, and the steps of e^(times·x/divisor) in two parts.
template <class T>
struct short_divisor {
    T divisor, inverse, inverse_squared, steps, steps_low;

    /// times: 1 or another power of two, of either sign.
    explicit constexpr short_divisor(T number, T times = T(1))
        : divisor(number), inverse(0), inverse_squared(0), steps(0), steps_low(0) {
        using table = short_exp_table<T>;
        const double_word<T> reciprocal = reciprocal_word(number);
        const double_word<T> product = two_product(reciprocal.high, times * table::steps);
        inverse = reciprocal.high;
        inverse_squared = multiply_add(inverse, inverse, T(2) * inverse * reciprocal.low);
        steps = product.high;
        const T rest = multiply_add(reciprocal.low, times * table::steps, product.low);
        steps_low = multiply_add(reciprocal.high, times * table::steps_low, rest);
    }
};

/// The same times 2^exponent for any x for which power is a normal number then: without fused multiply-add, too, the product is
/// not rounded.
template <int exponent, class V>
[[gnu::always_inline]] constexpr void precise_short_exp(const V& x, const V& steps, const V& steps_low, V& power,
                                                        V& rest) {
    using T = scalar_t<V>;
    const V rounding(short_exp_table<T>::round + T(8 * exponent));
    const V rounded = multiply_add(x, steps, rounding);
    const V fraction = cancelling_multiply_add(x, steps, V(rounding - rounded));
    short_exp_at(to_bits(rounded), multiply_add(x, steps_low, fraction), power, rest);
}

/// eˣ = power·rest
template <class V>
[[gnu::always_inline]] constexpr void precise_short_exp(const V& x, V& power, V& rest) {
    using table = short_exp_table<scalar_t<V>>;
    precise_short_exp<0>(x, V(table::steps), V(table::steps_low), power, rest);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
