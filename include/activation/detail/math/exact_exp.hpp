#ifndef ACTIVATION_DETAIL_MATH_EXACT_EXP_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_EXP_HPP

#include <cstddef>

#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"
#include "activation/detail/table/exact_table.hpp"

/// The exponential of the exact tier, in double lanes, as a quotient that its users make part of their own.
///
/// Nothing here is exact.  Of a double a float is wanted, and all but a few thousand floats leave it 2¹³ and more units
/// in the last place to be wrong by.  For those few the coefficients were chosen (tests/exact).
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class V, std::size_t Size>
[[gnu::always_inline]] constexpr V exact_polynomial(const double (&coefficient)[Size], const V& h) {
    return horner<0, Size - 1>(coefficient, h);
}

/// unit·x = n·ln 2 + unit·remainder with |unit·remainder| ≤ ln 2 / 2 and a trifle, and power = 2ⁿ; the unit is a power of
/// two with a sign.
///
/// Domain   |n| ≤ 1000.  NaN → remainder NaN.
template <class V>
struct exact_split {
    V power;
    V remainder;
};

template <class Table, int unit, class V>
[[gnu::always_inline]] constexpr exact_split<V> split_exactly(const V& x) {
    const V rounded = multiply_add(x, V(unit * Table::steps), V(Table::round));
    const V multiple = rounded - V(Table::round);
    V remainder = multiply_add(multiple, V(-Table::step_high / unit), x);
    if constexpr (requires { Table::step_low; })
        remainder = multiply_add(multiple, V(-Table::step_low / unit), remainder);
    return {from_bits<V>(bits_t<V>(to_bits(rounded) << 52)), remainder};
}

/// eʳ = (even + odd·r)/(even − odd·r).
template <class V>
struct exact_halves {
    V even;
    V odd;
    V argument;

    [[gnu::always_inline]] constexpr V sum() const { return multiply_add(odd, argument, even); }
    [[gnu::always_inline]] constexpr V difference() const { return negative_multiply_add(odd, argument, even); }
};

template <class Table, class V>
[[gnu::always_inline]] constexpr exact_halves<V> halves_of_exp(const V& remainder) {
    const V square = remainder * remainder;
    return {exact_polynomial(Table::even, square), exact_polynomial(Table::odd, square), remainder};
}

/// e^−|unit·a| = tail/whole for a ≥ 0.
template <class V>
struct exact_decay {
    V tail;
    V whole;
};

/// Table::raise makes the tail a few units in the last place too large or too small, and so turns results that a double
/// would have on the middle between two floats to the side on which they are.
template <class Table, int unit = 1, class V>
[[gnu::always_inline]] constexpr exact_decay<V> decay_of(const V& a) {
    const exact_split<V> part = split_exactly<Table, -unit>(a);
    const exact_halves<V> halves = halves_of_exp<Table>(part.remainder);
    const bits_t<V> raise(static_cast<bits_t<double>>(Table::raise));
    return {rounded_product(halves.difference(), from_bits<V>(to_bits(part.power) + raise)), halves.sum()};
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
