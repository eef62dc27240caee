#ifndef ACTIVATION_DETAIL_MATH_MISH_HPP
#define ACTIVATION_DETAIL_MATH_MISH_HPP

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/reciprocal.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// Mish as a rational function of w = eˣ.  What is small with w is computed times 2^lift, so that nothing is subnormal
/// before the last multiplication, by 2^−lift.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// x·w rounds to 0 below `smallest`, and f(x) to x and f′(x) to 1 above `largest`.
template <class T>
struct mish_limits;
template <>
struct mish_limits<float> {
    static constexpr float smallest = -128, largest = 12, unlifted = 0x1p-64f;
    static constexpr int lift = 64;
};
template <>
struct mish_limits<double> {
    static constexpr double smallest = -790, largest = 24, unlifted = 0x1p-128;
    static constexpr int lift = 128;
};

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

/// What value and derivative share, w and the quotient n/(n + 2) lifted, 1/(n + 2) not; all in two parts, the low part of
/// the reciprocal relative to the high one.
template <class V>
struct mish_parts {
    V w{}, w_low{}, quotient{}, quotient_low{}, reciprocal{}, residual{};

    [[gnu::always_inline]] constexpr explicit mish_parts(const V& bounded) {
        using limits = mish_limits<scalar_t<V>>;
        const V unlifted(limits::unlifted), one(scalar_t<V>(1));
        V power, excess;
        exp_factors_of<1, limits::lift>(bounded, power, excess);
        w = multiply_add(power, excess, power);
        w_low = multiply_add(power, excess, V(power - w));

        V sum, sum_low, n, n_low, denominator, denominator_low;
        add_number(V(w * unlifted), V(w_low * unlifted), scalar_t<V>(2), sum, sum_low);
        multiply_words(w, w_low, sum, sum_low, n, n_low);
        add_number(V(n * unlifted), V(n_low * unlifted), scalar_t<V>(2), denominator, denominator_low);
        reciprocal = divide(one, denominator);
        residual = reciprocal_residual(denominator, denominator_low, opposite(reciprocal));
        multiply_words(n, n_low, reciprocal, V(reciprocal * residual), quotient, quotient_low);
    }
};

template <class V>
[[gnu::always_inline]] constexpr V mish_value(const V& x) {
    using limits = mish_limits<scalar_t<V>>;
    const V bounded = at_least(at_most(x, V(limits::largest)), V(limits::smallest));
    const mish_parts<V> parts(bounded);
    const V lifted = multiply_add(bounded, parts.quotient, V(bounded * parts.quotient_low));
    return choose(x > V(limits::largest), x, copy_sign(V(lifted * V(limits::unlifted)), x));
}

template <class V>
[[gnu::always_inline]] constexpr V mish_derivative(const V& x) {
    using limits = mish_limits<scalar_t<V>>;
    const V bounded = at_least(at_most(x, V(limits::largest)), V(limits::smallest));
    const mish_parts<V> parts(bounded);
    const V unlifted(limits::unlifted), one(scalar_t<V>(1));
    const V reciprocal_low = parts.reciprocal * parts.residual;
    V sum, sum_low, top, top_low, once, once_low, slope, slope_low, product, product_low;
    add_number(V(parts.w * unlifted), V(parts.w_low * unlifted), scalar_t<V>(1), sum, sum_low);
    multiply_words(parts.w, parts.w_low, sum, sum_low, top, top_low);
    multiply_words(top, top_low, parts.reciprocal, reciprocal_low, once, once_low);
    multiply_words(once, once_low, parts.reciprocal, reciprocal_low, slope, slope_low);
    multiply_words(slope, slope_low, V(V(scalar_t<V>(4)) * bounded), V(scalar_t<V>(0)), product, product_low);
    const V result = V(V(product + parts.quotient) + V(product_low + parts.quotient_low)) * unlifted;
    return choose(x > V(limits::largest), one, result);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
