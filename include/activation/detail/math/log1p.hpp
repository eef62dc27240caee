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

/// The number that is as large as the bits, which are those of a small integer.
template <class D>
[[gnu::always_inline]] constexpr D integer_as_number(const bits_t<D>& bits) {
    constexpr bits_t<double> unit = to_bits(0x1p52);
    return from_bits<D>(bits_t<D>(bits + bits_t<D>(unit))) - D(0x1p52);
}

/// log(1 + x) for 0 ≤ x < 2^1022, once a row: C libraries do not agree on its last bit.
///
/// Edges    0 → 0, ∞ → ∞, NaN → NaN.
/// Error    0.69 ULP, 10⁷ samples (at 0x1.fb919a478d5c6p-1).
/// Method   1 + x = 2ᵏ·(1 + n) with 0 ≤ n < 1;  k·ln 2 + 2·artanh(n / (2 + n)), the quotient with what it rounds away.
template <class D>
[[gnu::always_inline]] constexpr D log1p_of(const D& x) {
    using table = log1p_table<double>;
    constexpr double ln2_high = 0x1.62e42fefa38p-1, ln2_low = 0x1.ef35793c7673p-45;
    constexpr bits_t<double> bias = 1023;
    const double_word<D> sum = two_sum(D(1.0), x);
    const bits_t<D> exponent = (to_bits(sum.high) >> 52) - bits_t<D>(bias);
    const D unit = from_bits<D>(bits_t<D>((bits_t<D>(bias) - exponent) << 52));
    const double_word<D> n = two_sum(D(product(sum.high, unit) - D(1.0)), product(sum.low, unit));
    const double_word<D> denominator = fast_two_sum(D(2.0), n.high);
    const D quotient = divide(n.high, denominator.high);
    const double_word<D> multiplied_back = two_product(quotient, denominator.high);
    const D left = D(D(n.high - multiplied_back.high) - multiplied_back.low) + n.low;
    const D lost = negative_multiply_add(quotient, denominator.low, left);
    const D square = quotient * quotient;
    const D bend = rounded_product(square, horner<0, std::size(table::artanh) - 1>(table::artanh, square));
    const D low = multiply_add(quotient, bend, divide(lost, denominator.high));
    const D k = integer_as_number<D>(exponent);
    const double_word<D> lead = two_sum(product(k, D(ln2_high)), D(quotient + quotient));
    const D result = lead.high + D(lead.low + multiply_add(k, D(ln2_low), D(low + low)));
    return choose((x >= D(0x1p-60)) & (x <= D(largest_finite<double>)), result, x);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
