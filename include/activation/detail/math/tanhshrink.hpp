#ifndef ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP
#define ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP

#include <iterator>

#include "activation/detail/math/guard.hpp"
#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/math/tanh.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/masked.hpp"
#include "activation/detail/table/tanhshrink_table.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// x − tanh x for x ≥ 0 up to the table's limit; anything beyond.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_series(const V& x) {
    using T = scalar_t<V>;
    using table = tanhshrink_table<T>;
    // Without fused multiply-add the square of a large number has no rest.
    const V a = has_fused_multiply_add ? x : at_most(x, V(table::limit));
    V square, square_low, quotient, quotient_low;
    exact_product(a, a, square, square_low);
    const V bend = horner<1, std::size(table::series) - 1>(table::series, square);
    const V series = multiply_add_once(bend, square, V(table::series[0]));
    exact_product(square, series, quotient, quotient_low);
    quotient_low = multiply_add(square_low, series, quotient_low);
    if constexpr (has_fused_multiply_add) return multiply_add(a, quotient, product(a, quotient_low));
    // Raised, so that the rest of the product does not vanish.
    const V raised = a * V(guard<T>::raising);
    return product_with_rest(raised, quotient, V(raised * quotient_low)) * V(guard<T>::lowering);
}

/// a − tanh a for a ≥ 0: from the limit on what Tanh's table has on top of a or 1, whichever is less, which there does not
/// cancel.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_value(const V& a) {
    using table = tanh_table<scalar_t<V>>;
    const V rest = look_up_once<table>(at_most(a, V(table::limit)));
    const V beyond = V(a - leading_tanh(a)) - rest;
    return choose(a < V(tanhshrink_table<scalar_t<V>>::limit), tanhshrink_series(a), beyond);
}

/// tanh² a for a ≥ 0.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_derivative(const V& a) {
    using table = tanh_table<scalar_t<V>>;
    const V limit(table::limit), bounded = at_most(a, limit);
    const double_word<V> tanh = fast_two_sum(leading_tanh(bounded), look_up_once<table>(bounded));
    // At the limit tanh is rounded to 1, and so is its square.
    const V low = zero_where(a >= limit, tanh.low);
    return product_with_rest(tanh.high, tanh.high, V(V(tanh.high + tanh.high) * low));
}

/// x − tanh x of the fast tier's float.
template <class V>
[[gnu::always_inline]] constexpr V short_tanhshrink(const V& x) {
    using T = scalar_t<V>;
    using table = short_tanhshrink_table<T>;
    const V a = absolute(x), b = at_most(a, V(table::limit)), square = b * b;
    const V numerator = horner<0, std::size(table::numerator) - 1>(table::numerator, square);
    const V denominator = horner<0, std::size(table::denominator) - 1>(table::denominator, square);
    // Beyond the limit only x grows.
    return copy_sign(V(divide(V(V(b * square) * numerator), denominator) + V(a - b)), x);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
