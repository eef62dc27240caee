#ifndef ACTIVATION_DETAIL_MATH_INVERSE_SQUARE_HPP
#define ACTIVATION_DETAIL_MATH_INVERSE_SQUARE_HPP

#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/double_word.hpp"

/// What is divided by (1 + e)², the square of the logistic function's denominator, with what was rounded away from it.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// 1/(1 + s·(e + e_low))² = reciprocal·(1 − excess) for e ≥ 0 and a power of two s, where its square is a number.
template <class V>
[[gnu::always_inline]] constexpr void inverse_square_of_one_and(const V& e, const V& e_low, scalar_t<V> scale,
                                                                V& reciprocal, V& excess) {
    const V one(scalar_t<V>(1)), times(scale), sum = multiply_add(e, times, one);
    const V sum_low = multiply_add(e_low, times, multiply_add(e, times, V(one - sum)));
    V square, error;
    exact_product(sum, sum, square, error);
    const V square_low = multiply_add(V(sum + sum), sum_low, error);
    reciprocal = divide(one, square);
    excess = multiply_add(square_low, reciprocal, cancelling_multiply_add(reciprocal, square, opposite(one)));
}

/// (value + value_low)·reciprocal·(1 − excess)
template <class V>
[[gnu::always_inline]] constexpr V product_with_reciprocal(const V& value, const V& value_low, const V& reciprocal,
                                                           const V& excess) {
    const V low = negative_multiply_add(value, excess, value_low);
    return product_with_rest(value, reciprocal, V(low * reciprocal));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
