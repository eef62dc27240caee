#ifndef ACTIVATION_DETAIL_MATH_PARAMETER_HPP
#define ACTIVATION_DETAIL_MATH_PARAMETER_HPP

#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/lane.hpp"

/// What a kernel needs to know of a parameter once a call: it may be of any magnitude, and all lanes share it.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The format of a float or double: 2^(lowest_exponent) is its smallest normal number.
template <class T>
struct number_format {
    static constexpr int digits = sizeof(T) == 4 ? 24 : 53;
    static constexpr int lowest_exponent = sizeof(T) == 4 ? -126 : -1022;
    static constexpr int bias = 1 - lowest_exponent;
};

/// 2^exponent, which must be a normal number.
template <float_or_double T>
constexpr T two_to(int exponent) {
    using format = number_format<T>;
    return from_bits<T>(static_cast<bits_t<T>>(exponent + format::bias) << (format::digits - 1));
}

/// part·2^exponent, 1 ≤ |part| < 2; what is 0 or not finite stands in part as it is.
template <class T>
struct decomposed {
    T part;
    int exponent;
};

template <float_or_double T>
constexpr decomposed<T> decompose(T number) {
    using format = number_format<T>;
    const magnitude_of<T> magnitude(number);
    if (magnitude.is_zero() || !magnitude.is_finite()) return {number, 0};
    const bool subnormal = magnitude.value >> (format::digits - 1) == 0;
    const bits_t<T> bits = to_bits(subnormal ? number * two_to<T>(format::digits) : number);
    constexpr bits_t<T> field = magnitude_of<T>::infinity;
    const int exponent = static_cast<int>((bits & field) >> (format::digits - 1)) - format::bias;
    return {from_bits<T>((bits & ~field) | to_bits(T(1))), subnormal ? exponent - format::digits : exponent};
}

/// The number; in a constant expression 1 where it is 0, tiny or not finite, the products of which might be no numbers.  At
/// run time what is computed of a parameter stands before any branch that asks what it is like: a compiler takes out of a
/// loop only what every turn of it computes.
template <float_or_double T>
constexpr T foldable(T number) {
    if (__builtin_is_constant_evaluated())
        if (!finite(number) || absolute(number) < T(0x1p-60)) return T(1);
    return number;
}

/// The largest power of two that is not above a normal number > 0.
template <float_or_double T>
constexpr T leading_power(T number) {
    return from_bits<T>(to_bits(number) & magnitude_of<T>::infinity);
}

/// A power of two that brings a number > 0 next to 1, or as near as normal powers do.
template <class T>
constexpr T power_toward_one(T number) {
    constexpr bits_t<T> field = magnitude_of<T>::infinity, one = to_bits(T(1)),
                        least = to_bits(two_to<T>(number_format<T>::lowest_exponent));
    const bits_t<T> exponent = to_bits(number) & field, largest = 2 * one - least;
    return from_bits<T>(2 * one - (exponent < least ? least : exponent > largest ? largest : exponent));
}

/// 1/number in two parts, where neither is tiny or huge.
template <float_or_double T>
constexpr double_word<T> reciprocal_word(T number) {
    const T high = divide(T(1), number);
    const double_word<T> one = two_product(high, number);
    return {high, T((T(1) - one.high - one.low) * high)};
}

/// The number before a finite one or +∞.
template <float_or_double T>
constexpr T number_before(T number) {
    const bits_t<T> bits = to_bits(number), sign = to_bits(T(-0.0));
    if (magnitude_of<T>(number).is_zero()) return from_bits<T>(sign | 1);
    return from_bits<T>((bits & sign) != 0 ? bits + 1 : bits - 1);
}

/// largest_within where the limit, the factor or their quotient is infinite or no number.
template <float_or_double T>
constexpr T infinite_limit(T limit, T factor, T quotient) {
    if (magnitude_of<T>(factor).is_zero()) return infinity_of_sign<T>(limit < 0);
    const bool beyond = finite(limit) && finite(factor) && limit > 0;
    return beyond ? number_before(quotient) : quotient;
}

/// The largest number whose exact product with a factor ≥ 0 is not above the limit.
template <float_or_double T>
constexpr T largest_within(T limit, T factor) {
    const T quotient = divide(limit, factor);
    if (__builtin_is_constant_evaluated())
        if (!finite(quotient) || !finite(factor)) return infinite_limit(limit, factor, quotient);
    const T excess = cancelling_multiply_add(factor, quotient, -limit);
    const bool usual = finite(quotient) && finite(limit) && finite(factor);
    if (!usual) [[unlikely]]
        return infinite_limit(limit, factor, quotient);
    return excess > 0 ? number_before(quotient) : quotient;
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
