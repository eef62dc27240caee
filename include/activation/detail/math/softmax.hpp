#ifndef ACTIVATION_DETAIL_MATH_SOFTMAX_HPP
#define ACTIVATION_DETAIL_MATH_SOFTMAX_HPP

#include "activation/detail/math/policy.hpp"
#include "activation/detail/math/row_exponentials.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/group.hpp"

/// Softmax, element by element once what is common to a row is known.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// 1/sum in two words, which a float holds exactly: the first is rounded to a float, and the second ends so early that it
/// is exact for every power of two in the sum.
template <class D>
[[gnu::always_inline]] inline double_word<D> reciprocal_of_sum(float, const double_word<D>& sum) {
    using bits = bits_t<double>;
    const bits_t<D> reciprocal = to_bits(divide(D(1.0), sum.high)) & bits_t<D>(~bits(0x7fff));
    const D high = from_bits<D>(bits_t<D>((reciprocal + bits_t<D>(bits(1) << 28)) & bits_t<D>(~bits(0) << 29)));
    return {high, D(from_bits<D>(reciprocal) - high)};
}

template <class D>
[[gnu::always_inline]] inline double_word<D> reciprocal_of_sum(double, const double_word<D>& sum) {
    const D high = divide(D(1.0), sum.high);
    const double_word<D> product = two_product(sum.high, high);
    return {high, D(D(D(D(1.0) - product.high) - product.low) - rounded_product(sum.low, high)) * high};
}

/// By how much a product in pieces is raised: far enough that no piece of it underflows, and no quotient overflows.
template <class T>
inline constexpr T raised_quotient = sizeof(T) == 4 ? T(0x1p64) : T(0x1p256);

/// A reciprocal as `normalised` takes it: without fused multiply-add raised, and its first word half as long, so that a
/// product of halves is exact.
template <class Policy, class T>
[[gnu::always_inline]] inline double_word<T> factor_of_quotients(const double_word<T>& reciprocal) {
    if constexpr (has_fused_multiply_add || !Policy::compensates) {
        return reciprocal;
    } else {
        const T high = leading_half(reciprocal.high);
        const T low = (reciprocal.high - high) + reciprocal.low;
        return {high * raised_quotient<T>, low * raised_quotient<T>};
    }
}

/// e/sum by the sum's reciprocal; rounded once to speak of, into subnormals too.
template <class Policy, class V>
[[gnu::always_inline]] inline V normalised(const V& e, const double_word<scalar_t<V>>& factor) {
    using T = scalar_t<V>;
    const V high(factor.high);
    if constexpr (!Policy::compensates) {
        return product(e, high);
    } else if constexpr (has_fused_multiply_add) {
        return multiply_add(e, high, rounded_product(e, V(factor.low)));
    } else {
        const V leading = leading_half(e);
        const V rest = multiply_add(V(e - leading), high, rounded_product(e, V(factor.low)));
        return multiply_add(leading, high, rest) * V(T(1) / raised_quotient<T>);
    }
}

/// Softmax of a row of one: NaN for what is infinite or no number, as in wider rows.
struct softmax_of_one {
    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        return {{V(V(in.item[0] - in.item[0]) + V(scalar_t<V>(1)))}};
    }
};

/// What the loops over a row are made of.
template <class T, class Policy>
struct softmax_math {
    using of_one = softmax_of_one;
    static constexpr bool compensates = Policy::compensates;
    using window = exponentials_in_window<T, Policy>;
    using below = exponentials_below<T, softmax_limits<T>, Policy>;

    /// Of one row or of several, one in each lane.
    template <class D>
    [[gnu::always_inline]] static double_word<D> reciprocal(const double_word<D>& sum) {
        return reciprocal_of_sum(T(0), sum);
    }
    [[gnu::always_inline]] static double_word<T> factor(const double_word<T>& reciprocal) {
        return factor_of_quotients<Policy>(reciprocal);
    }
    template <class V>
    [[gnu::always_inline]] static V normalised(const V& e, const double_word<T>& reciprocal) {
        return detail::normalised<Policy>(e, reciprocal);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
