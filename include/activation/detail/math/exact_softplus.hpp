#ifndef ACTIVATION_DETAIL_MATH_EXACT_SOFTPLUS_HPP
#define ACTIVATION_DETAIL_MATH_EXACT_SOFTPLUS_HPP

#include "activation/detail/math/exact.hpp"
#include "activation/detail/math/exact_logistic.hpp"

/// The exact tier's softplus, in double lanes: with e = e^−|x| = T/W, log(1 + e) = 2·artanh(s), s = T/(2W + T), and so one
/// division for the exponential and the logarithm.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// max(x, 0) + log(1 + e^−|x|)
template <class V>
[[gnu::always_inline]] constexpr V exact_softplus(const V& x) {
    using table = exact_softplus_table;
    const exact_decay<V> e = decay_of<table>(at_most(absolute(x), V(150.0)));
    const V s = divide(e.tail, multiply_add(e.whole, V(2.0), e.tail));
    return multiply_add(exact_polynomial(table::series, V(s * s)), s, at_least(x, V(0.0)));
}

/// softplus with beta 1, which from a threshold of 20 on rounds to x beyond it, and its derivative of floats.
struct exact_softplus_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return in_doubles(
            x, [](const auto& d) __attribute__((always_inline)) { return exact_softplus(d); });
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return exact_sigmoid_functions::value(x);
    }
};

/// log_sigmoid, −softplus(−x), and its derivative of floats.
struct exact_log_sigmoid_functions {
    template <class V>
    [[gnu::always_inline]] static constexpr V value(const V& x) {
        return opposite(exact_softplus_functions::value(V(-x)));
    }

    template <class V>
    [[gnu::always_inline]] static constexpr V slope(const V& x) {
        return exact_sigmoid_functions::value(V(-x));
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
