#ifndef ACTIVATION_DETAIL_MATH_EXACT_GELU_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_GELU_HPP

#include "activation/detail/math/exact_logistic.hpp"

/// The exact tier's gelu, in double lanes: Φ(−a) = e^(−a²/2)·P(a)/Q(a), P/Q one quotient of polynomials for all a, and its
/// division that of the exponential as well.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// e^(−a²/2); a² of a float is exact.
template <class Table, class V>
[[gnu::always_inline]] constexpr exact_decay<V> exact_gauss(const V& a) {
    return decay_of<Table>(V(V(a * a) * V(0.5)));
}

/// max(x, 0) − a·Φ(−a), a = |x|; −0 → +0.
template <class V>
[[gnu::always_inline]] constexpr V exact_gelu(const V& x) {
    using table = exact_gelu_table;
    const V a = at_most(absolute(x), V(15.0));
    const exact_decay<V> e = exact_gauss<table>(a);
    const V numerator = exact_polynomial(table::mills_numerator, a) * a;
    const V denominator = exact_polynomial(table::mills_denominator, a) * e.whole;
    const V part = divide(multiply_add(numerator, e.tail, V(-above_ties)), denominator);
    return difference(at_least(x, V(0.0)), part);
}

/// e^(−a²/2)·(P/Q − a/√(2π)), a = |x|, and where x is positive 1 less that.  |x| ≤ 15.
template <class V>
[[gnu::always_inline]] constexpr V exact_gelu_slope(const V& x) {
    using table = exact_gelu_slope_table;
    const V a = absolute(x);
    const exact_decay<V> e = exact_gauss<table>(a);
    const V under = exact_polynomial(table::mills_denominator, a);
    const V over = negative_multiply_add(V(a * V(table::density)), under, exact_polynomial(table::mills_numerator, a));
    const V below = divide(V(over * e.tail), V(under * e.whole));
    return choose(x < V(0.0), below, V(V(1.0) - below));
}

/// gelu and its derivative of floats.
struct exact_gelu_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return with_sign_of(x, in_doubles(
                                   x, [](const auto& d) __attribute__((always_inline)) { return exact_gelu(d); }));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        const V y = in_doubles(
            within(x, 15.0f), [](const auto& d) __attribute__((always_inline)) { return exact_gelu_slope(d); });
        if constexpr (has_fused_multiply_add)
            return y;
        else
            return but_at(-0x1.ec0b9cp+2f, -0x1.f03be2p-42f, x, y);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
