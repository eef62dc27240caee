#ifndef ACTIVATION_DETAIL_MATH_EXACT_LOGISTIC_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_LOGISTIC_HPP

#include "activation/detail/math/exact.hpp"
#include "activation/detail/math/exact_exp.hpp"
#include "activation/detail/simd/bound.hpp"

/// σ and what is x·σ(z) in the exact tier, in double lanes, with e^−|z| = tail/whole.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What decides ties: of an x below 2^−126 the product x·σ(z) is x/2, which a float may not have, and a trifle more.  Half
/// of this, the least that such a double shows, is added to every result.
inline constexpr double above_ties = 0x1p-174;

/// |x| ≤ 150.
template <class V>
[[gnu::always_inline]] constexpr V exact_sigmoid(const V& x) {
    const exact_decay<V> e = decay_of<exact_sigmoid_table>(absolute(x));
    return divide(choose(x < V(0.0), e.tail, e.whole), V(e.tail + e.whole));
}

/// σ′(unit·a)·unit² for a ≥ 0.
template <class Table, int unit = 1, class V>
[[gnu::always_inline]] constexpr V exact_bell(const V& a) {
    const exact_decay<V> e = decay_of<Table, unit>(a);
    const V sum = e.tail + e.whole;
    return divide(V(V(e.tail * V(unit * unit)) * e.whole), V(sum * sum));
}

/// x·σ(z) from e^−|z|, z of the sign of x; −0 → +0.
template <class V>
[[gnu::always_inline]] constexpr V exact_gated(const V& x, const exact_decay<V>& e) {
    const V numerator = multiply_add(choose(x < V(0.0), e.tail, e.whole), x, V(above_ties));
    return divide(numerator, V(e.tail + e.whole));
}

/// x ≥ −150; −0 → +0.
template <class V>
[[gnu::always_inline]] constexpr V exact_silu(const V& x) {
    return exact_gated(x, decay_of<exact_silu_table>(at_most(absolute(x), V(150.0))));
}

/// With z = x or gelu_tanh's argument, and `rise` the magnitude of x·z′: D = σ(−|z|)·(1 − rise·σ(|z|)), and 1 − D where x
/// is positive.
template <class V>
[[gnu::always_inline]] constexpr V exact_gated_slope(const V& x, const exact_decay<V>& e, const V& slope) {
    const V sum = e.tail + e.whole;
    const V below = divide(V(e.tail * slope), V(sum * sum));
    return choose(x < V(0.0), below, V(V(1.0) - below));
}

/// |x| ≤ 150.
template <class V>
[[gnu::always_inline]] constexpr V exact_silu_slope(const V& x) {
    const V a = absolute(x);
    const exact_decay<V> e = decay_of<exact_silu_slope_table>(a);
    return exact_gated_slope(x, e, negative_multiply_add(a, e.whole, V(e.tail + e.whole)));
}

/// a·(linear + cubic·a²)
template <class V>
[[gnu::always_inline]] constexpr V exact_cubic(const V& a, double linear, double cubic) {
    return rounded_product(multiply_add(V(a * a), V(cubic), V(linear)), a);
}

/// x ≥ −15; −0 → +0.
template <class V>
[[gnu::always_inline]] constexpr V exact_gelu_tanh(const V& x) {
    using table = exact_gelu_tanh_table;
    const V a = at_most(absolute(x), V(15.0));
    return exact_gated(x, decay_of<table>(exact_cubic(a, table::linear, table::cubic)));
}

/// x ≥ −95; −0 → +0.
template <class V>
[[gnu::always_inline]] constexpr V exact_quick_gelu(const V& x) {
    return exact_gated(x, decay_of<exact_quick_gelu_table>(at_most(absolute(x), V(95.0))));
}

/// |x| ≤ 95.
template <class V>
[[gnu::always_inline]] constexpr V exact_quick_gelu_slope(const V& x) {
    using table = exact_quick_gelu_slope_table;
    const V a = absolute(x);
    const exact_decay<V> e = decay_of<table>(a);
    const V rise = rounded_product(a, V(table::factor));
    return exact_gated_slope(x, e, negative_multiply_add(rise, e.whole, V(e.tail + e.whole)));
}

/// |x| ≤ 15.
template <class V>
[[gnu::always_inline]] constexpr V exact_gelu_tanh_slope(const V& x) {
    using table = exact_gelu_tanh_slope_table;
    const V a = absolute(x);
    const exact_decay<V> e = decay_of<table>(exact_cubic(a, table::linear, table::cubic));
    const V rise = exact_cubic(a, table::linear_slope, table::cubic_slope);
    return exact_gated_slope(x, e, multiply_add(V(V(1.0) - rise), e.whole, e.tail));
}

/// σ and σ′ of floats.
struct exact_sigmoid_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return in_doubles(
            within(x, 150.0f), [](const auto& d) __attribute__((always_inline)) { return exact_sigmoid(d); });
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return in_doubles(
            at_most(absolute(x), V(150.0f)),
            [](const auto& d) __attribute__((always_inline)) { return exact_bell<exact_sigmoid_slope_table>(d); });
    }

    /// The derivative from y, the value: y − y², whose product is exact in double.
    template <class V>
    [[gnu::always_inline]] static constexpr V slope_from_value(const V& y) {
        return in_doubles(
            y, [](const auto& d) __attribute__((always_inline)) { return negative_multiply_add(d, d, d); });
    }
};

/// silu and its derivative of floats.
struct exact_silu_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return with_sign_of(x, in_doubles(
                                   at_least(x, V(-150.0f)),
                                   [](const auto& d) __attribute__((always_inline)) { return exact_silu(d); }));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        const V y = in_doubles(
            within(x, 150.0f), [](const auto& d) __attribute__((always_inline)) { return exact_silu_slope(d); });
        return but_at(0x1.184a0ep-9f, 0x1.008c26p-1f, x, y);
    }
};

/// quick_gelu and its derivative of floats.
struct exact_quick_gelu_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return with_sign_of(x, in_doubles(
                                   at_least(x, V(-95.0f)),
                                   [](const auto& d) __attribute__((always_inline)) { return exact_quick_gelu(d); }));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        const V y = in_doubles(
            within(x, 95.0f), [](const auto& d) __attribute__((always_inline)) { return exact_quick_gelu_slope(d); });
        return but_at(0x1.69a2fp+0f, 0x1.198efep+0f, x, y);
    }
};

/// gelu_tanh and its derivative of floats.
struct exact_gelu_tanh_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return with_sign_of(x, in_doubles(
                                   at_least(x, V(-15.0f)),
                                   [](const auto& d) __attribute__((always_inline)) { return exact_gelu_tanh(d); }));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return in_doubles(
            within(x, 15.0f), [](const auto& d) __attribute__((always_inline)) { return exact_gelu_tanh_slope(d); });
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
