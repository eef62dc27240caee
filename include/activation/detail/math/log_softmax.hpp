#ifndef ACTIVATION_DETAIL_MATH_LOG_SOFTMAX_HPP
#define ACTIVATION_DETAIL_MATH_LOG_SOFTMAX_HPP

#include <cstdint>

#include "activation/detail/math/log1p.hpp"
#include "activation/detail/math/softmax.hpp"

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
    static constexpr int lift = 100;
    static constexpr bool vanishes = false;
    static constexpr float reach = 150, moderate_low = -150, moderate_high = 300;
};
template <>
struct log_softmax_limits<double> {
    static constexpr int lift = 512;
    static constexpr bool vanishes = false;
    static constexpr double reach = 770, moderate_low = -770, moderate_high = 1490;
};

/// log(1 + more + sum/unit) for more ≥ 0, as a float needs it: relative error 2^−29, with one division.
///
/// Method   1 + more + sum/unit = 2ᵏ·(1 + n), where k is 0 below 2 so that what is next to 0 stays precise;
///          k·ln 2 + 2·artanh(n / (2 + n)).
inline double log1p_of_quotient(float, const double_word<double>& sum, const double_word<double>& unit, double more) {
    using table = log1p_table<float>;
    const double beyond = multiply_add(more, unit.high, sum.high), all = unit.high + beyond;
    const bool below_two = beyond < unit.high;
    const auto difference = static_cast<std::int64_t>((to_bits(all) >> 52) - (to_bits(unit.high) >> 52));
    const std::int64_t k = below_two ? 0 : difference;
    const double inverse_power = from_bits<double>(static_cast<std::uint64_t>(1023 - k) << 52);
    const double numerator = below_two ? beyond : multiply_add(all, inverse_power, -unit.high);
    const double quotient = divide(numerator, (unit.high + unit.high) + numerator);
    const double square = quotient * quotient;
    double bend = static_cast<double>(table::artanh[4]);
    for (int i = 3; i >= 0; --i) bend = multiply_add(bend, square, static_cast<double>(table::artanh[i]));
    const double artanh = multiply_add(rounded_product(quotient, square), bend, quotient);
    return multiply_add(static_cast<double>(k), 0x1.62e42fefa39efp-1, artanh + artanh);
}

/// The same to the precision of double: the quotient rounds once to speak of.
inline double log1p_of_quotient(double, const double_word<double>& sum, const double_word<double>& unit, double more) {
    const double quotient = divide(sum.high, unit.high);
    const double_word<double> product = two_product(quotient, unit.high);
    const double left = ((sum.high - product.high) - product.low) + (sum.low - rounded_product(quotient, unit.low));
    const double_word<double> total = two_sum(more, quotient);
    return log1p_of(total.high + (total.low + divide(left, unit.high)));
}

/// largest + logarithm in two words; the first is a number wherever the logarithm is.
template <class T>
struct log_softmax_offset {
    T high;
    T low;

    log_softmax_offset(T largest, double logarithm)
        : log_softmax_offset(two_sum(static_cast<double>(largest), logarithm)) {}

    /// x − largest − logarithm
    template <class V>
    [[gnu::always_inline]] V operator()(const V& x) const {
        return V(x - V(high)) - V(low);
    }

private:
    explicit log_softmax_offset(const double_word<double>& both)
        : high(static_cast<T>(both.high)), low(static_cast<T>((both.high - static_cast<double>(high)) + both.low)) {}
};

/// What the loops over a row are made of.
template <class T, class Policy>
struct log_softmax_math {
    static constexpr bool compensates = Policy::compensates;
    using below = exponentials_below<T, log_softmax_limits<T>, Policy>;
    using offset = log_softmax_offset<T>;

    static double logarithm(const double_word<double>& sum, const double_word<double>& unit, double more) {
        return log1p_of_quotient(T(0), sum, unit, more);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
