#ifndef ACTIVATION_DETAIL_MATH_EXACT_TANH_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_TANH_HPP

#include "activation/detail/math/exact.hpp"
#include "activation/detail/math/exact_logistic.hpp"

/// The exact tier's tanh, in double lanes, a quotient that tanhshrink has as well.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// tanh x = numerator/denominator.
template <class V>
struct exact_tanh_quotient {
    V numerator;
    V denominator;
};

/// With e²ˣ = 2ⁿ·(p + q·r)/(p − q·r): (2ⁿ − 1)·p + (2ⁿ + 1)·q·r over (2ⁿ + 1)·p + (2ⁿ − 1)·q·r, in which nothing is lost
/// for small x, and −0 is −0.  |x| ≤ 16.
template <class Table, class V>
[[gnu::always_inline]] constexpr exact_tanh_quotient<V> tanh_as_quotient(const V& x) {
    const exact_split<V> part = split_exactly<Table, 2>(x);
    const exact_halves<V> halves = halves_of_exp<Table>(part.remainder);
    const V odd = halves.odd * halves.argument;
    const V more = part.power + V(1.0), less = V(1.0) - part.power;
    return {negative_multiply_add(less, halves.even, rounded_product(more, odd)),
            negative_multiply_add(less, odd, rounded_product(more, halves.even))};
}

/// |x| ≤ 16.
template <class V>
[[gnu::always_inline]] constexpr V exact_tanh(const V& x) {
    const auto tanh = tanh_as_quotient<exact_tanh_table>(x);
    return divide(tanh.numerator, tanh.denominator);
}

/// tanh and its derivative of floats.
struct exact_tanh_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return in_doubles(
            within(x, 16.0f), [](const auto& d) __attribute__((always_inline)) { return exact_tanh(d); });
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return in_doubles(
            at_most(absolute(x), V(75.0f)),
            [](const auto& d) __attribute__((always_inline)) { return exact_bell<exact_tanh_table, 2>(d); });
    }

    /// The derivative from y, the value: 1 − y², whose product is exact in double.
    template <class V>
    [[gnu::always_inline]] static constexpr V slope_from_value(const V& y) {
        return in_doubles(
            y, [](const auto& d) __attribute__((always_inline)) {
                return negative_multiply_add(d, d, std::remove_cvref_t<decltype(d)>(1.0));
            });
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
