#ifndef ACTIVATION_DETAIL_MATH_EXACT_TANHSHRINK_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_TANHSHRINK_HPP

#include "activation/detail/math/exact.hpp"
#include "activation/detail/math/exact_tanh.hpp"

/// The exact tier's tanhshrink, in double lanes: a³·P(a²)/Q(a²) where x and tanh x would cancel, and beyond with
/// e^−2a = T/W (a − 1) + 2T/(W + T), of which only the one quotient is divided that is wanted.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// a − tanh a for a ≥ 0.
///
/// P(0) is a trifle less than 1/3, which turns to the side on which they are those values that a double would have on the
/// middle between two floats, a³/3 of a few bits.  At 2²⁴, from where a − 1 is such a middle, the exponential must not
/// have vanished, and so a is bounded for it.
template <class V>
[[gnu::always_inline]] constexpr V exact_tanhshrink(const V& a) {
    using table = exact_tanhshrink_table;
    const V bounded = at_most(a, V(9.0)), square = bounded * bounded;
    const exact_decay<V> e = decay_of<table, 2>(bounded);
    const V cubic = V(bounded * square) * exact_polynomial(table::shrink_numerator, square);
    const auto cancels = a < V(table::limit);
    const V numerator = choose(cancels, cubic, V(e.tail + e.tail));
    const V denominator = choose(cancels, exact_polynomial(table::shrink_denominator, square), V(e.whole + e.tail));
    return divide(numerator, denominator) + choose(cancels, V(0.0), V(a - V(1.0)));
}

/// tanh² x; |x| ≤ 16.  It is below x², and where that is the middle between two floats, the even one is below as well:
/// squares of odd numbers end in 001.
template <class V>
[[gnu::always_inline]] constexpr V exact_tanhshrink_slope(const V& x) {
    const auto tanh = tanh_as_quotient<exact_tanh_table>(x);
    return divide(V(tanh.numerator * tanh.numerator), V(tanh.denominator * tanh.denominator));
}

/// tanhshrink and its derivative of floats.
struct exact_tanhshrink_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return with_sign_of(
            x, in_doubles(
                   absolute(x), [](const auto& d) __attribute__((always_inline)) { return exact_tanhshrink(d); }));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return in_doubles(
            within(x, 16.0f), [](const auto& d) __attribute__((always_inline)) { return exact_tanhshrink_slope(d); });
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
