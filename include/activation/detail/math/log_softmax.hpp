#ifndef ACTIVATION_DETAIL_MATH_LOG_SOFTMAX_HPP
#define ACTIVATION_DETAIL_MATH_LOG_SOFTMAX_HPP

#include "activation/detail/math/log1p.hpp"
#include "activation/detail/math/softmax.hpp"
#include "activation/detail/simd/widen.hpp"

/// The logarithm of softmax, element by element once what is common to a row is known.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// For the logarithm the raised ones must not show in a sum of others that is itself next to nothing.
template <class T>
struct log_softmax_limits;
template <>
struct log_softmax_limits<float> {
    static constexpr int raised_by = 100;
    static constexpr bool vanishes = false;
    static constexpr float reach = 150, moderate_low = -150, moderate_high = 300;
};
template <>
struct log_softmax_limits<double> {
    static constexpr int raised_by = 512;
    static constexpr bool vanishes = false;
    static constexpr double reach = 770, moderate_low = -770, moderate_high = 1490;
};

/// log(1 + more + sum/unit) for more ≥ 0, as a float needs it: relative error 2^−29, with one division.
///
/// Method   1 + more + sum/unit = 2ᵏ·(1 + n), where k is 0 below 2 so that what is next to 0 stays precise;
///          k·ln 2 + 2·artanh(n / (2 + n)).
template <class D>
[[gnu::always_inline]] inline D log1p_of_quotient(float, const double_word<D>& sum, const double_word<D>& unit,
                                                  const D& more) {
    using table = log1p_table<float>;
    constexpr bits_t<double> bias = 1023;
    const D beyond = multiply_add(more, unit.high, sum.high), all = unit.high + beyond;
    const mask_t<D> below_two = beyond < unit.high;
    const bits_t<D> octaves = (to_bits(all) >> 52) - (to_bits(unit.high) >> 52);
    const D k = choose(below_two, D(0.0), integer_as_number<D>(octaves));
    const D inverse_power = from_bits<D>(bits_t<D>((bits_t<D>(bias) - octaves) << 52));
    const D numerator = choose(below_two, beyond, multiply_add(all, inverse_power, opposite(unit.high)));
    const D quotient = divide(numerator, D(D(unit.high + unit.high) + numerator));
    const D square = quotient * quotient;
    D bend(static_cast<double>(table::artanh[4]));
    for (int i = 3; i >= 0; --i) bend = multiply_add(bend, square, D(static_cast<double>(table::artanh[i])));
    const D artanh = multiply_add(rounded_product(quotient, square), bend, quotient);
    return multiply_add(k, D(0x1.62e42fefa39efp-1), D(artanh + artanh));
}

/// The same to the precision of double: the quotient rounds once to speak of.
template <class D>
[[gnu::always_inline]] inline D log1p_of_quotient(double, const double_word<D>& sum, const double_word<D>& unit,
                                                  const D& more) {
    const D quotient = divide(sum.high, unit.high);
    const double_word<D> product = two_product(quotient, unit.high);
    const D left = D(D(sum.high - product.high) - product.low) + D(sum.low - rounded_product(quotient, unit.low));
    const double_word<D> total = two_sum(more, quotient);
    return log1p_of(D(total.high + D(total.low + divide(left, unit.high))));
}

/// largest + logarithm in two words of T, of one row or of several, one in each lane; the first is a number wherever the
/// logarithm is.
template <class T, class D>
[[gnu::always_inline]] inline double_word<D> offset_of(const D& largest, const D& logarithm) {
    const double_word<D> both = two_sum(largest, logarithm);
    const D high = rounded_to<T>(both.high);
    return {high, D(D(both.high - high) + both.low)};
}

/// x − largest − logarithm
template <class T>
struct log_softmax_offset {
    T high;
    T low;

    template <class V>
    [[gnu::always_inline]] V operator()(const V& x) const {
        return V(x - V(high)) - V(low);
    }
};

/// Of a row of one.
struct log_softmax_of_one {
    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        return {{V(in.item[0] - in.item[0])}};
    }
};

/// What the loops over a row are made of.
template <class T, class Policy>
struct log_softmax_math {
    using of_one = log_softmax_of_one;
    static constexpr bool compensates = Policy::compensates;
    using below = exponentials_below<T, log_softmax_limits<T>, Policy>;
    using offset = log_softmax_offset<T>;
    template <class D>
    [[gnu::always_inline]] static double_word<D> words_of_offset(const D& largest, const D& logarithm) {
        return offset_of<T>(largest, logarithm);
    }

    /// Of one row or of several, one in each lane.
    template <class D>
    [[gnu::always_inline]] static D logarithm(const double_word<D>& sum, const double_word<D>& unit, const D& more) {
        return log1p_of_quotient(T(0), sum, unit, more);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
