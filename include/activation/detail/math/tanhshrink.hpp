#ifndef ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP
#define ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP

#include <iterator>

#include "activation/detail/math/scaled_logistic.hpp"
#include "activation/detail/math/short_exp.hpp"
#include "activation/detail/math/tanh.hpp"
#include "activation/detail/table/tanhshrink_table.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// tanh a = lead − (rest + rest_low) for a ≥ 0, lead a where that is small and 1 elsewhere.
template <class V>
[[gnu::always_inline]] constexpr void tanh_below(const V& a, V& lead, V& rest, V& rest_low) {
    using T = scalar_t<V>;
    using table = tanhshrink_table<T>;
    const V covered = at_most(a, V(table::limit));
    V square, square_low, quotient, quotient_low;
    exact_product(covered, covered, square, square_low);
    const V bend = horner<1, std::size(table::series) - 1>(table::series, square);
    const V first(table::series[0]);
    const V series = multiply_add(bend, square, first);
    const V series_low = cancelling_multiply_add(bend, square, V(first - series)) + V(table::series_low);
    exact_product(square, series, quotient, quotient_low);
    quotient_low = multiply_add(square_low, series, multiply_add(square, series_low, quotient_low));
    const V by_series = multiply_add(covered, quotient, V(covered * quotient_low));

    const V bounded = at_most(a, V(guard<T>::reach / 2));
    V high, low, slope, slope_low;
    logistic_of_word(V(V(T(-2)) * bounded), V(T(0)), high, low, slope, slope_low);
    const V sum = high + low;
    const V doubled(2 * guard<T>::lowering);
    const auto is_small = a < V(table::limit);
    lead = choose(is_small, a, V(T(1)));
    rest = choose(is_small, by_series, rounded_product(sum, doubled));
    rest_low = choose(is_small, V(T(0)), rounded_product(V(low - V(sum - high)), doubled));
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
