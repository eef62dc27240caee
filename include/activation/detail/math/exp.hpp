#ifndef ACTIVATION_DETAIL_MATH_EXP_HPP
#define ACTIVATION_DETAIL_MATH_EXP_HPP

#include <cstddef>
#include <iterator>
#include <type_traits>

#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/table/exp_table.hpp"

/// The exponential function, in the one form that all kernels share: a value near 1 in two parts, and apart from it
/// the power of two, so that whatever it is multiplied by is rounded once, into subnormals too.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// (high + low)·2^exponent, .95 < high + low < 2.  low is not below the last place of high, it is up to high / 21:
/// high + low rounds once.  exponent is for power_of_two and scale to read; integers may be added to it.
template <class V>
struct exponential {
    V high;
    V low;
    bits_t<V> exponent;
};

/// x = multiple·ln 2 / 8 + remainder, |remainder| ≤ ln 2 / 16 and a trifle; `rounded` holds multiple in its low bits.
template <class V>
struct exp_argument {
    V rounded;
    V remainder;
};

template <class V>
[[gnu::always_inline]] constexpr exp_argument<V> reduce_exp_argument(const V& x) {
    using table = exp_table<scalar_t<V>>;
    const V rounded = multiply_add(x, V(table::steps), V(table::round));
    const V multiple = rounded - V(table::round);
    const V reduced = negative_multiply_add(multiple, V(table::step_high), x);
    return {rounded, negative_multiply_add(multiple, V(table::step_low), reduced)};
}

template <class V>
[[gnu::always_inline]] constexpr exp_argument<V> reduce_exp_argument(const double_word<V>& x) {
    using table = exp_table<scalar_t<V>>;
    const V rounded = multiply_add(x.high, V(table::steps), V(table::round));
    const V multiple = rounded - V(table::round);
    const V reduced = negative_multiply_add(multiple, V(table::step_high), x.high);
    return {rounded, V(reduced + negative_multiply_add(multiple, V(table::step_low), x.low))};
}

/// e^x for x one value or a double word: `exp_of(V(-a))`, `exp_of(double_word<V>{high, low})`.
///
/// Domain   float |x| ≤ 200, double |x| ≤ 1500; the caller clamps, and decides what stands beyond.  NaN → high and low NaN.
/// Error    high + low, unrounded: relative, float ≤ 2^−26.3, double ≤ 2^−55.5, given the exact value of x (for a
///          double word of high + low); without fused multiply-add the same, as every product that matters is exact.
/// Method   x = (8n + j)·ln 2 / 8 + r;  eˣ = 2ⁿ · κ2^(j/8) · (1 + p(r)), where κ is chosen so that the eight powers are
///          nearly representable and p absorbs 1/κ.
/// Source   the choice of κ carries Gal's accurate tables ("An accurate elementary mathematical library", ACM TOMS 17,
///          1991) over to a table of powers.
template <class Argument>
[[gnu::always_inline]] constexpr auto exp_of(const Argument& x) {
    const auto argument = reduce_exp_argument(x);
    using V = std::remove_const_t<decltype(argument.remainder)>;
    using T = scalar_t<V>;
    using table = exp_table<T>;
    constexpr std::size_t degree = std::size(table::excess) - 1;
    const bits_t<V> number = to_bits(argument.rounded);
    const V high = lookup(table::power, number);
    const V excess = horner<0, degree>(table::excess, argument.remainder);
    return exponential<V>{high, rounded_product(high, excess), bits_t<V>(number >> 3)};
}

/// Bits below the exponent field.
template <class T>
inline constexpr int significand_bits = sizeof(T) == 4 ? 23 : 52;

/// 2^exponent where it is a normal number.  The low bits of the exponent are biased like an exponent field, and the
/// others fall off the left end.
template <class V>
[[gnu::always_inline]] constexpr V power_of_two(const bits_t<V>& exponent) {
    return from_bits<V>(bits_t<V>(exponent << significand_bits<scalar_t<V>>));
}

/// value·2^exponent, rounded once, for results into the subnormals and below and up to infinity.
///
/// Domain   |exponent| ≤ 252 for float, 2044 for double; value·2^(exponent / 2) must be normal, as it is for a value
///          anywhere near 1.
template <class V>
[[gnu::always_inline]] constexpr V scale(const V& value, const bits_t<V>& exponent) {
    using T = scalar_t<V>;
    constexpr bits_t<T> bias = (bits_t<T>(1) << (sizeof(T) == 4 ? 7 : 10)) - 1;
    constexpr bits_t<T> exponent_offset = (to_bits(exp_table<T>::round) >> 3) - 2 * bias;
    const bits_t<V> twice_biased = exponent - bits_t<V>(exponent_offset);
    const bits_t<V> half = twice_biased >> 1;
    return product(product(value, power_of_two<V>(half)), power_of_two<V>(bits_t<V>(twice_biased - half)));
}

/// Beyond these eˣ rounds to 0 and to infinity.
template <class T>
struct exp_range;
template <>
struct exp_range<float> {
    static constexpr float lowest = -104, largest = 89;
};
template <>
struct exp_range<double> {
    static constexpr double lowest = -746, largest = 710;
};

/// eˣ for any x.
template <class V>
[[gnu::always_inline]] constexpr V unbounded_exp(const V& x) {
    using range = exp_range<scalar_t<V>>;
    const auto e = exp_of(at_least(at_most(x, V(range::largest)), V(range::lowest)));
    return scale(V(e.high + e.low), e.exponent);
}

/// exp_table::power times 2^exponent, with the bits taken away that the step number adds when it is shifted into place:
/// its own low three, and the bias that `round` gives it.
template <class T, int exponent>
struct exp_power_row {
    T value[8];

    constexpr exp_power_row() : value{} {
        constexpr int shift = significand_bits<T> - 3;
        constexpr bits_t<T> bias = sizeof(T) == 4 ? 127 : 1023;
        for (bits_t<T> j = 0; j < 8; ++j)
            value[j] = from_bits<T>(to_bits(exp_table<T>::power[j]) - (j << shift) -
                                    ((bias - static_cast<bits_t<T>>(exponent)) << significand_bits<T>));
    }
};

template <class T, int exponent>
inline constexpr exp_power_row<T, exponent> exp_shifted_power{};

/// How good a polynomial for the excess is: coarse_excess is enough where rounding errors stand beside its own.
enum class exp_polynomial { fine, coarse };

/// Of a table's two polynomials the one.
template <class Table, exp_polynomial which>
constexpr const auto& excess_of() {
    if constexpr (which == exp_polynomial::fine)
        return Table::excess;
    else
        return Table::coarse_excess;
}

/// One of exp_table's polynomials in unit·r.
template <class T, exp_polynomial which>
struct exp_scaled_excess {
    static constexpr const auto& unscaled = excess_of<exp_table<T>, which>();
    static constexpr std::size_t size = std::size(unscaled);
    T value[size];

    explicit constexpr exp_scaled_excess(T unit) : value{} {
        T factor = 1;
        for (std::size_t k = 0; k < size; ++k, factor = product(factor, unit)) value[k] = product(factor, unscaled[k]);
    }
};

template <class T, int sign, exp_polynomial which>
inline constexpr exp_scaled_excess<T, which> exp_excess_of_sign{T(sign)};

/// The two factors from an argument that has been reduced, the polynomial being one in its remainder.
template <int exponent, class V, std::size_t Size>
[[gnu::always_inline]] constexpr void exp_factors_at(const scalar_t<V> (&polynomial)[Size], const V& rounded,
                                                     const V& remainder, V& power, V& excess) {
    using T = scalar_t<V>;
    const bits_t<V> number = to_bits(rounded);
    const V row = lookup(exp_shifted_power<T, exponent>.value, number);
    power = from_bits<V>(bits_t<V>(to_bits(row) + bits_t<V>(number << (significand_bits<T> - 3))));
    excess = horner<0, Size - 1>(polynomial, remainder);
}

/// The two factors of e^(sign·x) for an x in some unit, whose steps, step_high and step_low are exp_table's in that unit, and
/// the polynomial is one in the remainder in that unit.
template <int sign, int exponent, class Unit, class V, std::size_t Size>
[[gnu::always_inline]] constexpr void exp_factors_in(const Unit& unit, const scalar_t<V> (&polynomial)[Size],
                                                     const V& rounding, const V& x, V& power, V& excess) {
    using T = scalar_t<V>;
    const V rounded = multiply_add(x, V(T(sign) * unit.steps), rounding);
    const V multiple = rounded - rounding;
    const V reduced = multiply_add(multiple, V(T(-sign) * unit.step_high), x);
    const V remainder = multiply_add(multiple, V(T(-sign) * unit.step_low), reduced);
    exp_factors_at<exponent>(polynomial, rounded, remainder, power, excess);
}

/// e^(sign·x)·2^(exponent − k) = power·(1 + excess), sign ±1, |excess| < 1/20: the exponent stands in power already.
/// `rounding` is exp_table's `round` − 8k, where a whole row has its own k.
///
/// Domain   where the result and half of it are normal numbers.  NaN → excess NaN.
/// Error    as exp_of; with the coarse polynomial, float ≤ 2^−25.5.
template <int sign, int exponent, exp_polynomial which = exp_polynomial::fine, class V>
[[gnu::always_inline]] constexpr void exp_factors_rounded_by(const V& rounding, const V& x, V& power, V& excess) {
    using T = scalar_t<V>;
    exp_factors_in<sign, exponent>(exp_table<T>{}, exp_excess_of_sign<T, sign, which>.value, rounding, x, power,
                                   excess);
}

/// The same for k = 0.
template <int sign, int exponent, exp_polynomial which = exp_polynomial::fine, class V>
[[gnu::always_inline]] constexpr void exp_factors_of(const V& x, V& power, V& excess) {
    exp_factors_rounded_by<sign, exponent, which>(V(exp_table<scalar_t<V>>::round), x, power, excess);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
