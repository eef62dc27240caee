#ifndef ACTIVATION_DETAIL_MATH_MISH_HPP
#define ACTIVATION_DETAIL_MATH_MISH_HPP

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/guard.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// Mish as a rational function of w = eˣ, with what each sum and product has been rounded by.  What is small with w is computed
/// raised (detail/math/guard.hpp).
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Above mish_largest f(x) is x, and above mish_slope_largest f′(x) rounds to 1.
template <class T>
inline constexpr T mish_largest = sizeof(T) == 4 ? T(8.625) : T(18.625);
template <class T>
inline constexpr T mish_slope_largest = sizeof(T) == 4 ? T(12) : T(24);

template <class V>
[[gnu::always_inline]] constexpr V bounded_for_mish(const V& x) {
    using T = scalar_t<V>;
    return clamp(x, V(-guard<T>::reach), V(mish_slope_largest<T>));
}

/// w² and the two factors of w = power·(1 + excess), all times 2^guard::exponent.
template <class V>
[[gnu::always_inline]] constexpr void mish_exponential(const V& bounded, V& power, V& excess, V& square) {
    using T = scalar_t<V>;
    exp_factors_of<1, guard<T>::exponent, exp_polynomial::coarse>(bounded, power, excess);
    const V w = multiply_add(power, excess, power);
    square = w * V(w * V(guard<T>::lowering));
}

/// w·(w + 1) for the power of w and w·(w + 2) for twice that, and what it is rounded by where w is not large, beyond which that
/// counts for nothing.
template <class V>
[[gnu::always_inline]] constexpr void mish_product(const V& power, const V& excess, const V& square, V& product,
                                                   V& product_low) {
    const V rest = multiply_add(power, excess, square);
    product = power + rest;
    product_low = rest - V(product - power);
}

/// n = w·(w + 2)
template <class V>
[[gnu::always_inline]] constexpr void mish_numerator(const V& power, const V& excess, const V& square, V& n, V& n_low) {
    mish_product(V(power + power), excess, square, n, n_low);
}

/// 1/(n + 2), divided by 2^guard::exponent, and what it is off by, relative to it.
template <class V>
[[gnu::always_inline]] constexpr void mish_reciprocal(const V& n, const V& n_low, V& reciprocal, V& excess) {
    using T = scalar_t<V>;
    const V two(T(2) * guard<T>::raising), denominator = n + two, denominator_low = n - V(denominator - two);
    reciprocal = divide(V(T(1)), denominator);
    const V beyond_one = cancelling_multiply_add(reciprocal, denominator, V(T(-1)));
    excess = multiply_add(V(denominator_low + n_low), reciprocal, beyond_one);
}

/// (value + value_low)·reciprocal, without fused multiply-add raised so that the rest of the product does not vanish.
template <class V>
[[gnu::always_inline]] constexpr V mish_quotient(const V& value, const V& value_low, const V& reciprocal) {
    using T = scalar_t<V>;
    constexpr T raising = has_fused_multiply_add ? T(1) : guard<T>::raising;
    const V raised = reciprocal * V(raising);
    return product_with_rest(value, raised, V(raised * value_low)) * V(T(1) / raising);
}

/// f(x) from n of x.
template <class V>
[[gnu::always_inline]] constexpr V mish_from(const V& x, const V& n, const V& n_low) {
    using T = scalar_t<V>;
    V reciprocal, excess;
    mish_reciprocal(n, n_low, reciprocal, excess);
    const V bounded = bounded_for_mish(x);
    const V product = rounded_product(bounded, n);
    const V low = negative_multiply_add(product, excess, V(bounded * n_low));
    const V value = mish_quotient(product, low, reciprocal);
    return choose(x > V(mish_largest<T>), x, with_sign_of(x, value));
}

/// f′(x) from w of x.
template <class V>
[[gnu::always_inline]] constexpr V mish_derivative_from(const V& x, const V& power, const V& rest, const V& square) {
    using T = scalar_t<V>;
    const V bounded = bounded_for_mish(x);
    V n, n_low, reciprocal, excess;
    mish_numerator(power, rest, square, n, n_low);
    mish_reciprocal(n, n_low, reciprocal, excess);
    // w·(w + 1) and 4x/(n + 2)
    V part, part_low, product, product_low, sum, sum_low;
    mish_product(power, rest, square, part, part_low);
    const V factor = bounded * V(T(4) * guard<T>::raising);
    V ratio, ratio_low;
    exact_product(factor, reciprocal, ratio, ratio_low);
    ratio_low = negative_multiply_add(ratio, excess, ratio_low);
    exact_product(ratio, part, product, product_low);
    product_low = multiply_add(ratio_low, part, multiply_add(ratio, part_low, product_low));
    sum_and_error(n, product, sum, sum_low);
    const V low = negative_multiply_add(sum, excess, V(sum_low + V(product_low + n_low)));
    return mish_quotient(sum, low, reciprocal);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
