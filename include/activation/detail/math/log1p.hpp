#ifndef ACTIVATION_DETAIL_MATH_LOG1P_HPP
#define ACTIVATION_DETAIL_MATH_LOG1P_HPP

#include <cstdint>
#include <iterator>

#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/table/log1p_table.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// log(1 + x) for 0 ≤ x < 2^1022, once a row: C libraries do not agree on its last bit.
///
/// Edges    0 → 0, ∞ → ∞, NaN → NaN.
/// Error    0.69 ULP, 10⁷ samples (at 0x1.fb919a478d5c6p-1).
/// Method   1 + x = 2ᵏ·(1 + n) with 0 ≤ n < 1;  k·ln 2 + 2·artanh(n / (2 + n)), the quotient with what it rounds away.
constexpr double log1p_of(double x) {
    using table = log1p_table<double>;
    constexpr double ln2_high = 0x1.62e42fefa38p-1, ln2_low = 0x1.ef35793c7673p-45;
    if (!(x >= 0x1p-60) || !finite(x)) return x;
    const double_word<double> sum = two_sum<double>(1, x);
    const auto exponent = static_cast<int>(to_bits(sum.high) >> 52) - 1023;
    const double unit = from_bits<double>(static_cast<std::uint64_t>(1023 - exponent) << 52);
    const double_word<double> n = two_sum(sum.high * unit - 1.0, sum.low * unit);
    const double_word<double> denominator = fast_two_sum<double>(2, n.high);
    const double quotient = divide(n.high, denominator.high);
    const double_word<double> product = two_product(quotient, denominator.high);
    const double lost = multiply_add(-quotient, denominator.low, ((n.high - product.high) - product.low) + n.low);
    const double square = quotient * quotient;
    const double bend = square * horner<0, std::size(table::artanh) - 1>(table::artanh, square);
    const double low = multiply_add(quotient, bend, divide(lost, denominator.high));
    const double k = exponent;
    const double_word<double> lead = two_sum(k * ln2_high, quotient + quotient);
    return lead.high + (lead.low + multiply_add(k, ln2_low, low + low));
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
