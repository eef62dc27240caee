#ifndef ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP
#define ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP

#include <iterator>

#include "activation/detail/math/short_exp.hpp"
#include "activation/detail/math/sigmoid_double_word.hpp"
#include "activation/detail/math/tanh.hpp"
#include "activation/detail/simd/masked.hpp"
#include "activation/detail/table/tanhshrink_table.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// 2σ(−2a) = high + low for a ≥ 0, what tanh a lacks of 1.
template <class V>
[[gnu::always_inline]] constexpr void tanh_complement(const V& a, V& high, V& low) {
    using T = scalar_t<V>;
    const V bounded = at_most(a, V(guard<T>::reach / 2)), doubled(2 * guard<T>::lowering);
    V power, excess, reciprocal, residual, quotient, error;
    half_logistic_of(V(bounded + bounded), power, excess, reciprocal, residual);
    exact_product(power, reciprocal, quotient, error);
    const V quotient_low = multiply_add(quotient, V(excess + residual), error);
    const V sum = quotient + quotient_low;
    high = rounded_product(sum, doubled);
    low = rounded_product(V(quotient_low - V(sum - quotient)), doubled);
}

/// a − tanh a for a ≥ 0 up to the table's limit.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_series(const V& a) {
    using T = scalar_t<V>;
    using table = tanhshrink_table<T>;
    const V covered = at_most(a, V(table::limit)), first(table::series[0]);
    V square, square_low, quotient, quotient_low;
    exact_product(covered, covered, square, square_low);
    const V bend = horner<1, std::size(table::series) - 1>(table::series, square);
    const V series = multiply_add(bend, square, first);
    const V series_low = cancelling_multiply_add(bend, square, V(first - series)) + V(table::series_low);
    exact_product(square, series, quotient, quotient_low);
    quotient_low = multiply_add(square_low, series, multiply_add(square, series_low, quotient_low));
    return multiply_add(covered, quotient, V(covered * quotient_low));
}

/// tanh a = lead − (rest + rest_low) for a ≥ 0, lead a where `is_small` and 1 elsewhere.
template <class V>
[[gnu::always_inline]] constexpr void tanh_below(const V& a, const mask_t<V>& is_small, V& rest, V& rest_low) {
    V high, low;
    tanh_complement(a, high, low);
    rest = choose(is_small, tanhshrink_series(a), high);
    rest_low = zero_where(is_small, low);
}

template <class V>
[[gnu::always_inline]] constexpr mask_t<V> is_small_for_tanhshrink(const V& a) {
    return a < V(tanhshrink_table<scalar_t<V>>::limit);
}

/// a − tanh a for a ≥ 0.  At infinity what is added is nothing.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_value(const V& a) {
    const auto is_small = is_small_for_tanhshrink(a);
    V rest, rest_low;
    tanh_below(a, is_small, rest, rest_low);
    return V(zero_where(is_small, V(a - V(scalar_t<V>(1)))) + rest) + rest_low;
}

/// tanh² a for a ≥ 0.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_derivative(const V& a) {
    const auto is_small = is_small_for_tanhshrink(a);
    V rest, rest_low;
    tanh_below(a, is_small, rest, rest_low);
    const V lead = choose(is_small, a, V(scalar_t<V>(1)));
    const V value = lead - rest;
    const V value_low = V(V(lead - value) - rest) - rest_low;
    return multiply_add(value, value, V(V(value + value) * value_low));
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
