#ifndef ACTIVATION_DETAIL_MATH_SIXTH_HPP
#define ACTIVATION_DETAIL_MATH_SIXTH_HPP

#include "activation/detail/simd/double_word.hpp"

/// A sixth of a sum and of a product, which hardsigmoid and hardswish are.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// 1/6, the first word rounded down so that both have one sign and six times it is a number.
template <class T>
inline constexpr double_word<T> one_sixth = sizeof(T) == sizeof(float)
                                                ? double_word<T>{T(0x1.555554p-3), T(0x1.555556p-27)}
                                                : double_word<T>{T(0x1.5555555555554p-3), T(0x1.5555555555555p-55)};

/// value / 6 to within an ULP, and what six times that lacks of the value, exactly.
template <class V>
[[gnu::always_inline]] constexpr V divided_by_six(const V& value) {
    using T = scalar_t<V>;
    if constexpr (has_fused_multiply_add)
        return rounded_product(value, V(T(1) / T(6)));
    else
        return divide(value, V(T(6)));
}
template <class V>
[[gnu::always_inline]] constexpr V rest_of_six(const V& value, const V& quotient) {
    using T = scalar_t<V>;
    if constexpr (has_fused_multiply_add) {
        return multiply_add(quotient, V(T(-6)), value);
    } else {
        const double_word<V> product = two_product(quotient, V(T(6)));
        return V(value - product.high) - product.low;
    }
}

/// sum / 6: the quotient, with the remainder put right.
template <class V>
[[gnu::always_inline]] constexpr V sixth_of(const double_word<V>& sum) {
    using T = scalar_t<V>;
    const V quotient = divided_by_six(sum.high);
    const V remainder = rest_of_six(sum.high, quotient) + sum.low;
    return multiply_add(remainder, V(T(1) / T(6)), quotient);
}

/// a·b / 6 for b from 0 to 6.  a meets the sixth of b in two words, which at 6 is 1 to more digits than a has: it is then a
/// itself, infinity included, and −0 for a negative a and b = 0.
template <class V>
[[gnu::always_inline]] constexpr V sixth_of_product(const V& a, const V& b) {
    using T = scalar_t<V>;
    constexpr double_word<T> sixth = one_sixth<T>;
    if constexpr (has_fused_multiply_add) {
        const V factor = rounded_product(b, V(sixth.high));
        const V lost = multiply_add(b, V(sixth.low), multiply_add(b, V(sixth.high), opposite(factor)));
        return multiply_add(a, factor, V(a * lost));
    } else {
        return choose(b >= V(T(6)), a, divide(product(a, b), V(T(6))));
    }
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
