#ifndef ACTIVATION_DETAIL_MATH_RECIPROCAL_HPP
#define ACTIVATION_DETAIL_MATH_RECIPROCAL_HPP

#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/double_word.hpp"

/// Reciprocals whose rounding, and that of what they divide by, is known.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// What −1/(denominator + lost) is off from opposite_reciprocal, relative to it.
template <class V>
[[gnu::always_inline]] constexpr V reciprocal_residual(const V& denominator, const V& lost,
                                                       const V& opposite_reciprocal) {
    const V short_of_one = cancelling_multiply_add(opposite_reciprocal, denominator, V(scalar_t<V>(1)));
    return multiply_add(opposite_reciprocal, lost, short_of_one);
}

/// 1/(larger + scaled·(1 + excess)) = reciprocal·(1 + residual) for 0 ≤ scaled·(1 + excess) ≤ larger.
template <class V>
[[gnu::always_inline]] constexpr void reciprocal_of(const V& scaled, const V& excess, scalar_t<V> larger, V& reciprocal,
                                                    V& residual) {
    const V denominator = multiply_add(scaled, excess, V(scaled + V(larger)));
    const V lost = multiply_add(scaled, excess, V(scaled - V(denominator - V(larger))));
    const V opposite_reciprocal = divide(V(scalar_t<V>(-1)), denominator);
    residual = reciprocal_residual(denominator, lost, opposite_reciprocal);
    reciprocal = opposite(opposite_reciprocal);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
