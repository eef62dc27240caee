#ifndef ACTIVATION_DETAIL_MATH_EXACT_ELU_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_ELU_HPP

#include "activation/detail/math/exact.hpp"
#include "activation/detail/math/exact_exp.hpp"

/// The exact tier's eˣ and eˣ − 1, in double lanes: polynomials, since there is no other division.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// |x| ≤ 150.
template <class table = exact_exp_table, class V>
[[gnu::always_inline]] constexpr V exact_exp(const V& x) {
    const exact_split<V> part = split_exactly<table, 1>(x);
    return exact_polynomial(table::exponential, part.remainder) * part.power;
}

/// 2ⁿ·(eʳ − 1) + (2ⁿ − 1); |x| ≤ 150.
template <class V>
[[gnu::always_inline]] constexpr V exact_expm1(const V& x) {
    using table = exact_expm1_table;
    const exact_split<V> part = split_exactly<table, 1>(x);
    const V excess = exact_polynomial(table::excess, part.remainder) * part.remainder;
    return multiply_add(excess, part.power, V(part.power - V(1.0)));
}

/// elu with alpha 1 and its derivative of floats.
struct exact_elu_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        const V negative = at_least(at_most(x, V(0.0f)), V(-150.0f));
        return choose(x < V(0.0f),
                      in_doubles(
                          negative, [](const auto& d) __attribute__((always_inline)) { return exact_expm1(d); }),
                      x);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        const V negative = at_least(at_most(x, V(0.0f)), V(-150.0f));
        return in_doubles(
            negative, [](const auto& d) __attribute__((always_inline)) { return exact_exp(d); });
    }
};

/// eˣ of floats, twice.
struct exact_exp_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return in_doubles(
            within(x, 150.0f), [](const auto& d) __attribute__((always_inline)) { return exact_exp(d); });
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return value(x);
    }
};

/// selu and its derivative of floats.
struct exact_selu_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        const V negative = at_least(at_most(x, V(0.0f)), V(-150.0f));
        const V below = in_doubles(
            negative, [](const auto& d) __attribute__((always_inline)) {
                using D = std::remove_cvref_t<decltype(d)>;
                return product(exact_expm1(d), D(exact_selu_table::negative_scale));
            });
        const V above = in_doubles(
            x, [](const auto& d) __attribute__((always_inline)) {
                using D = std::remove_cvref_t<decltype(d)>;
                return product(d, D(exact_selu_table::scale));
            });
        return choose(x < V(0.0f), below, above);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        const V negative = at_least(at_most(x, V(0.0f)), V(-150.0f));
        const V below = in_doubles(
            negative, [](const auto& d) __attribute__((always_inline)) { return exact_exp<exact_selu_table>(d); });
        constexpr float scale = static_cast<float>(exact_selu_table::scale);
        return choose(x > V(0.0f), V(scale), below);
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
