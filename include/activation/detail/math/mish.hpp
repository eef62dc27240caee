#ifndef ACTIVATION_DETAIL_MATH_MISH_HPP
#define ACTIVATION_DETAIL_MATH_MISH_HPP

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/guard.hpp"
#include "activation/detail/math/reciprocal.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// Mish of doubles as a rational function of w = eˣ.  What is small with w is computed raised (detail/math/guard.hpp).
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// f(x) rounds to x and f′(x) to 1 above it.
template <class T>
inline constexpr T mish_largest = T(24);

/// high + low = a·b of double words.
template <class V>
[[gnu::always_inline]] constexpr void multiply_words(const V& a, const V& a_low, const V& b, const V& b_low, V& high,
                                                     V& low) {
    V error;
    exact_product(a, b, high, error);
    low = multiply_add(a, b_low, multiply_add(a_low, b, error));
}

/// high + low = a + whole for a double word a and a whole number that is nothing but a + 0 is.
template <class V>
[[gnu::always_inline]] constexpr void add_number(const V& a, const V& a_low, scalar_t<V> number, V& high, V& low) {
    const V term(number);
    high = a + term;
    const V shadow = high - a;
    low = V(V(a - V(high - shadow)) + V(term - shadow)) + a_low;
}

/// What value and derivative share, w and the quotient n/(n + 2) raised, 1/(n + 2) not; all in two parts, the low part
/// of the reciprocal relative to the high one.
template <class V>
struct mish_parts {
    V w{}, w_low{}, quotient{}, quotient_low{}, reciprocal{}, residual{};

    [[gnu::always_inline]] constexpr explicit mish_parts(const V& bounded) {
        using T = scalar_t<V>;
        const V lowering(guard<T>::lowering), one(T(1));
        V power, excess;
        exp_factors_of<1, guard<T>::exponent>(bounded, power, excess);
        w = multiply_add(power, excess, power);
        w_low = multiply_add(power, excess, V(power - w));

        V sum, sum_low, n, n_low, denominator, denominator_low;
        add_number(V(w * lowering), V(w_low * lowering), T(2), sum, sum_low);
        multiply_words(w, w_low, sum, sum_low, n, n_low);
        add_number(V(n * lowering), V(n_low * lowering), T(2), denominator, denominator_low);
        reciprocal = divide(one, denominator);
        residual = reciprocal_residual(denominator, denominator_low, opposite(reciprocal));
        multiply_words(n, n_low, reciprocal, V(reciprocal * residual), quotient, quotient_low);
    }
};

template <class V>
[[gnu::always_inline]] constexpr V mish_value(const V& x) {
    using T = scalar_t<V>;
    const V bounded = at_least(at_most(x, V(mish_largest<T>)), V(-guard<T>::reach));
    const mish_parts<V> parts(bounded);
    const V raised = multiply_add(bounded, parts.quotient, V(bounded * parts.quotient_low));
    return choose(x > V(mish_largest<T>), x, copy_sign(V(raised * V(guard<T>::lowering)), x));
}

template <class V>
[[gnu::always_inline]] constexpr V mish_derivative(const V& x) {
    using T = scalar_t<V>;
    const V bounded = at_least(at_most(x, V(mish_largest<T>)), V(-guard<T>::reach));
    const mish_parts<V> parts(bounded);
    const V lowering(guard<T>::lowering), one(T(1));
    const V reciprocal_low = parts.reciprocal * parts.residual;
    V sum, sum_low, top, top_low, once, once_low, slope, slope_low, product, product_low;
    add_number(V(parts.w * lowering), V(parts.w_low * lowering), T(1), sum, sum_low);
    multiply_words(parts.w, parts.w_low, sum, sum_low, top, top_low);
    multiply_words(top, top_low, parts.reciprocal, reciprocal_low, once, once_low);
    multiply_words(once, once_low, parts.reciprocal, reciprocal_low, slope, slope_low);
    multiply_words(slope, slope_low, V(V(T(4)) * bounded), V(T(0)), product, product_low);
    const V result = V(V(product + parts.quotient) + V(product_low + parts.quotient_low)) * lowering;
    return choose(x > V(mish_largest<T>), one, result);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
