#ifndef ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP
#define ACTIVATION_DETAIL_SIGMOID_KERNEL_HPP

#include "activation/detail/double_word.hpp"
#include "activation/detail/exp.hpp"

/// What sigmoid and SiLU share: e = exp(−|x|), which never overflows, and 1 / (1 + e), both to twice the working
/// precision where it matters.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Where the formulas stop being normal numbers.
template <class T>
struct logistic_limits;

template <>
struct logistic_limits<float> {
    static constexpr float normal = 87;      ///< e^(−|x|) is a normal number up to here,
    static constexpr float vanishing = 110;  ///< and x·e^(−|x|) rounds to zero from here.
};

template <>
struct logistic_limits<double> {
    static constexpr double normal = 708;
    static constexpr double vanishing = 755;
};

/// e^(−|x|) and 1 / (1 + e^(−|x|)).
///
/// e^(−|x|) = high + low = (tail.high + tail.low)·2^tail.exponent; the former where it is a normal number.
/// 1 / (1 + e^(−|x|)) = reciprocal·(1 + residual).
template <class V>
struct logistic_parts {
    V negated;  ///< −|x|, at least −vanishing.
    exponential<V> tail;
    V high;
    V low;
    V reciprocal;
    V residual;
};

template <class V>
[[gnu::always_inline]] constexpr logistic_parts<V> logistic_parts_of(const V& x) {
    using T = scalar_t<V>;
    const V limit(logistic_limits<T>::vanishing);
    const V y = -V(choose(absolute(x) > limit, limit, absolute(x)));
    const exponential<V> e = exp_of(y);
    const V power = scale_normal(V(T(1)), e.exponent);
    const V high = e.high * power;
    const V low = rounded_product(e.low, power);
    const double_word<V> sum = fast_two_sum(V(T(1)), V(high + low));
    const V sum_low = sum.low + V(low - V(V(high + low) - high));
    const V reciprocal = V(T(1)) / sum.high;
    const double_word<V> product = two_product(sum.high, reciprocal);
    const V remainder = V(V(T(1)) - product.high) - product.low;
    return {y, e, high, low, reciprocal, negative_multiply_add(sum_low, reciprocal, remainder)};
}

/// ordinary, except where e^(−|x|) is no normal number any more: there `left` for x < 0 and `right` for x > 0.
template <class V, class Left>
[[gnu::always_inline]] constexpr V with_tails(const V& x, const V& ordinary, const Left& left, const V& right) {
    using T = scalar_t<V>;
    const mask_t<V> outside = absolute(x) > V(logistic_limits<T>::normal);
    if (!any_lane(outside)) [[likely]]
        return ordinary;
    return choose(outside, choose(x < V(T(0)), V(left()), right), ordinary);
}

template <class V>
[[gnu::always_inline]] constexpr V sigmoid_value(const V& x) {
    using T = scalar_t<V>;
    const logistic_parts<V> parts = logistic_parts_of(x);
    const mask_t<V> negative = x < V(T(0));
    const V high = choose(negative, parts.high, V(T(1)));
    const V low = choose(negative, parts.low, V(T(0)));
    const V correction = parts.reciprocal * multiply_add(high, parts.residual, low);
    const auto left = [&] { return scale(V(parts.tail.high + parts.tail.low), parts.tail.exponent); };
    return with_tails(x, multiply_add(high, parts.reciprocal, correction), left, V(T(1)));
}

template <class V>
[[gnu::always_inline]] constexpr V sigmoid_derivative(const V& x) {
    const logistic_parts<V> parts = logistic_parts_of(x);
    const V one_side = multiply_add(parts.reciprocal, parts.residual, parts.reciprocal);
    const V ordinary = V(V(parts.high + parts.low) * one_side) * one_side;
    const auto left = [&] { return scale(V(parts.tail.high + parts.tail.low), parts.tail.exponent); };
    return with_tails(V(-absolute(x)), ordinary, left, ordinary);
}

template <class V>
[[gnu::always_inline]] constexpr V silu_value(const V& x) {
    using T = scalar_t<V>;
    const logistic_parts<V> parts = logistic_parts_of(x);
    const mask_t<V> negative = x < V(T(0));
    const V high = choose(negative, parts.high, V(T(1)));
    const V low = choose(negative, parts.low, V(T(0)));
    const double_word<V> quotient = two_product(high, parts.reciprocal);
    const V correction = multiply_add(parts.reciprocal, multiply_add(high, parts.residual, low), quotient.low);
    const V bounded = copy_sign(parts.negated, x);
    const auto left = [&] {
        const V y = parts.negated;
        return scale(multiply_add(y, parts.tail.high, V(y * parts.tail.low)), parts.tail.exponent);
    };
    return with_tails(x, multiply_add(bounded, quotient.high, V(bounded * correction)), left, x);
}

template <class V>
[[gnu::always_inline]] constexpr V silu_derivative(const V& x) {
    using T = scalar_t<V>;
    const logistic_parts<V> parts = logistic_parts_of(x);
    const V one_side = multiply_add(parts.reciprocal, parts.residual, parts.reciprocal);
    const V negative_side =
        rounded_product(V(parts.high + parts.low) * one_side, multiply_add(parts.negated, one_side, V(T(1))));
    const V ordinary = choose(x > V(T(0)), V(V(T(1)) - negative_side), negative_side);
    const auto left = [&] {
        const V y = parts.negated;
        const V high = V(V(T(1)) + y) * V(parts.tail.high + parts.tail.low);
        return scale(high, parts.tail.exponent);
    };
    return with_tails(x, ordinary, left, V(T(1)));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
