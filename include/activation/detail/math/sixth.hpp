#ifndef ACTIVATION_DETAIL_MATH_SIXTH_HPP
#define ACTIVATION_DETAIL_MATH_SIXTH_HPP

#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// x/6 + ½ and x/3 + ½, of which hardsigmoid and hardswish are made.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// 1/6 in two words that are both less than it or both more: 3 times the second is rounded to what 3 times the first is off
/// of a half, or a trifle more.
template <class T>
inline constexpr double_word<T> one_sixth = sizeof(T) == sizeof(float)
                                                ? double_word<T>{T(0x1.555554p-3), T(0x1.555556p-27)}
                                                : double_word<T>{T(0x1.5555555555554p-3), T(0x1.5555555555556p-55)};

/// x/6 + ½ from 0 to 1.  With fused multiply-add its one sum is rounded before the trifle is added that 1/6 lacks; without,
/// x + 3 has a rest, and the quotient a remainder.
template <class V>
[[gnu::always_inline]] constexpr V sixth_and_half(const V& x) {
    using T = scalar_t<V>;
    const V zero(T(0)), one(T(1)), three(T(3));
    if constexpr (has_fused_multiply_add) {
        const V most = multiply_add(x, V(one_sixth<T>.high), V(T(0.5)));
        return clamp(multiply_add(x, V(one_sixth<T>.low), most), zero, one);
    } else {
        const double_word<V> sum = fast_two_sum(three, clamp(x, opposite(three), three));
        const V quotient = divide(sum.high, V(T(6)));
        const double_word<V> product = two_product(quotient, V(T(6)));
        const V remainder = V(V(sum.high - product.high) - product.low) + sum.low;
        return multiply_add(remainder, V(T(1) / T(6)), quotient);
    }
}

/// x·(x/6 + ½), and x from 3 on, ∞ included; −0 for x ≤ −3.
template <class V>
[[gnu::always_inline]] constexpr V sixth_and_half_times(const V& x) {
    using T = scalar_t<V>;
    const V bounded = at_least(x, V(T(-3)));
    if constexpr (has_fused_multiply_add) {
        return bounded * sixth_and_half(x);
    } else {
        const V sum = at_most(bounded, V(T(3))) + V(T(3));
        return choose(sum >= V(T(6)), bounded, divide(product(bounded, sum), V(T(6))));
    }
}

/// (2x + 3)/6, which is x/3 + ½ and exact near its root.
template <class V>
[[gnu::always_inline]] constexpr V third_and_half(const V& x) {
    using T = scalar_t<V>;
    return product(multiply_add(x, V(T(2)), V(T(3))), V(T(1) / T(6)));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
