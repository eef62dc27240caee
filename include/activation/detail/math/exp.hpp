#ifndef ACTIVATION_DETAIL_MATH_EXP_HPP
#define ACTIVATION_DETAIL_MATH_EXP_HPP

#include <cstddef>
#include <iterator>
#include <type_traits>

#include "activation/detail/math/polynomial.hpp"
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
    constexpr bits_t<T> above = (to_bits(exp_table<T>::round) >> 3) - 2 * bias;
    const bits_t<V> twice_biased = exponent - bits_t<V>(above);
    const bits_t<V> half = twice_biased >> 1;
    return product(product(value, power_of_two<V>(half)), power_of_two<V>(bits_t<V>(twice_biased - half)));
}

/// exp_table::power times 2^lift, with the bits taken away that the step number adds when it is shifted into place: its
/// own low three, and the bias that `round` gives it.
template <class T, int lift>
struct exp_power_row {
    T value[8];

    constexpr exp_power_row() : value{} {
        constexpr int shift = significand_bits<T> - 3;
        constexpr bits_t<T> bias = sizeof(T) == 4 ? 127 : 1023;
        for (bits_t<T> j = 0; j < 8; ++j)
            value[j] = from_bits<T>(to_bits(exp_table<T>::power[j]) - (j << shift) -
                                    ((bias - static_cast<bits_t<T>>(lift)) << significand_bits<T>));
    }
};

template <class T, int lift>
inline constexpr exp_power_row<T, lift> exp_lifted_power{};

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

/// One of exp_table's polynomials in sign·2^halvings·r.
template <class T, int sign, exp_polynomial which, int halvings>
struct exp_signed_excess {
    static constexpr const auto& unsigned_value = excess_of<exp_table<T>, which>();
    static constexpr std::size_t size = std::size(unsigned_value);
    T value[size];

    constexpr exp_signed_excess() : value{} {
        T factor = 1;
        for (std::size_t k = 0; k < size; ++k, factor *= T(sign) / T(1 << halvings))
            value[k] = factor * unsigned_value[k];
    }
};

template <class T, int sign, exp_polynomial which, int halvings = 0>
inline constexpr exp_signed_excess<T, sign, which, halvings> exp_excess_of_sign{};

/// The two factors from an argument that has been reduced, the polynomial being one in its remainder.
template <int lift, class V, std::size_t Size>
[[gnu::always_inline]] constexpr void exp_factors_at(const scalar_t<V> (&polynomial)[Size], const V& rounded,
                                                     const V& remainder, V& power, V& excess) {
    using T = scalar_t<V>;
    const bits_t<V> number = to_bits(rounded);
    const V row = lookup(exp_lifted_power<T, lift>.value, number);
    power = from_bits<V>(bits_t<V>(to_bits(row) + bits_t<V>(number << (significand_bits<T> - 3))));
    excess = horner<0, Size - 1>(polynomial, remainder);
}

/// e^(sign·x)·2^(lift − k) = power·(1 + excess), sign ±1, |excess| < 1/20: the exponent stands in power already.  `rounding`
/// is exp_table's `round` − 8k, where a whole row has its own k.
///
/// Domain   where the result and half of it are normal numbers.  NaN → excess NaN.
/// Error    as exp_of; with the coarse polynomial, float ≤ 2^−25.5.
template <int sign, int lift, exp_polynomial which = exp_polynomial::fine, class V>
[[gnu::always_inline]] constexpr void exp_factors_rounded_by(const V& rounding, const V& x, V& power, V& excess) {
    using T = scalar_t<V>;
    using table = exp_table<T>;
    const V rounded = multiply_add(x, V(T(sign) * table::steps), rounding);
    const V multiple = rounded - rounding;
    const V reduced = multiply_add(multiple, V(T(-sign) * table::step_high), x);
    const V remainder = multiply_add(multiple, V(T(-sign) * table::step_low), reduced);
    exp_factors_at<lift>(exp_excess_of_sign<T, sign, which>.value, rounded, remainder, power, excess);
}

/// The same for k = 0.
template <int sign, int lift, exp_polynomial which = exp_polynomial::fine, class V>
[[gnu::always_inline]] constexpr void exp_factors_of(const V& x, V& power, V& excess) {
    exp_factors_rounded_by<sign, lift, which>(V(exp_table<scalar_t<V>>::round), x, power, excess);
}

/// For reduce_exp_product: the product is twice the exponent.
template <class T>
struct half_unit {
    static constexpr T steps = exp_table<T>::steps / 2;
    static constexpr T step_high = exp_table<T>::step_high * 2, step_low = exp_table<T>::step_low * 2;
    template <exp_polynomial which>
    static constexpr const auto& polynomial() {
        return exp_excess_of_sign<T, -1, which, 1>.value;
    }
};

/// The argument −a·b in some unit, the product not rounded, for exp_factors_at with the Unit's polynomial; its steps,
/// step_high and step_low are exp_table's in that unit.  What is added to the remainder is added to a·b.
template <class Unit, class V>
[[gnu::always_inline]] constexpr void reduce_exp_product(const V& a, const V& b, V& rounded, V& remainder) {
    const V rounding(exp_table<scalar_t<V>>::round);
    rounded = multiply_add(rounded_product(a, b), V(-Unit::steps), rounding);
    const V multiple = rounded - rounding;
    const V reduced = cancelling_multiply_add(a, b, rounded_product(multiple, V(Unit::step_high)));
    remainder = multiply_add(multiple, V(Unit::step_low), reduced);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
