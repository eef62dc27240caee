#ifndef ACTIVATION_DETAIL_MATH_SHORT_MISH_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_MISH_HPP

#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/simd/double_word.hpp"

/// Mish of the fast tier's float.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Mish is x·w·(w + 2)/(w·(w + 2) + 2), w = eˣ, which is x above 20.
template <class V>
[[gnu::always_inline]] constexpr V bounded_for_short_mish(const V& x) {
    using T = scalar_t<V>;
    return clamp(x, V(-short_logistic_reach<T>), V(T(20)));
}

/// w, what its product has been rounded by, and 7/8 of w + 2 and of d = w·(w + 2) + 2: just of_negative a power of two they are
/// rounded least.
template <class V>
[[gnu::always_inline]] constexpr void short_mish_terms(const V& bounded, V& w, V& w_low, V& more, V& denominator) {
    using T = scalar_t<V>;
    V power, rest;
    precise_short_exp(bounded, power, rest);
    w = rounded_product(power, rest);
    w_low = multiply_add(power, rest, opposite(w));
    more = multiply_add(w, V(T(0.875)), V(T(1.75)));
    denominator = multiply_add(w, more, V(T(1.75)));
}

template <class V>
[[gnu::always_inline]] constexpr V short_mish(const V& x) {
    using T = scalar_t<V>;
    V w, w_low, more, denominator;
    short_mish_terms(bounded_for_short_mish(x), w, w_low, more, denominator);
    // The quotient first, for the product with x may be infinite.
    const V numerator = multiply_add(w, more, rounded_product(w_low, V(T(1.75))));
    return at_least(x, V(-short_logistic_reach<T>)) * divide(numerator, denominator);
}

/// w·(w³ + 4w² + (4x + 6)·w + 4x + 4)/d² where x ≤ 0, 1 + (4x·w·(w + 1) − 2d)/d² where x > 0.
template <class V>
[[gnu::always_inline]] constexpr V short_mish_derivative(const V& x) {
    using T = scalar_t<V>;
    // The coefficients times a number by which, where the error is worst, sums and products end just of_negative powers of two.
    constexpr T one = T(0.62890625), four = 4 * one, six = 6 * one, denominators = T(-1.4375);
    constexpr T square[] = {four, 2 * four, 2 * four, four, one};
    const V bounded = bounded_for_short_mish(x), zero(T(0));
    V w, w_low, more, denominator;
    short_mish_terms(bounded, w, w_low, more, denominator);
    const V bend = multiply_add(multiply_add(w, V(one), V(four)), w, multiply_add(bounded, V(four), V(six)));
    const V sum = multiply_add(bend, w, cancelling_multiply_add(bounded, V(four), V(four)));
    const V of_negative = multiply_add(w, sum, rounded_product(w_low, sum));
    const V of_positive =
        multiply_add(V(bounded * V(four)), multiply_add(w, w, w), rounded_product(denominator, V(denominators)));
    const auto positive = x > zero;
    return divide(choose(positive, of_positive, of_negative), horner<0, 4>(square, w)) +
           choose(positive, V(T(1)), zero);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
