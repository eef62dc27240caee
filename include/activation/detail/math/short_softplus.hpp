#ifndef ACTIVATION_DETAIL_MATH_SHORT_SOFTPLUS_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_SOFTPLUS_HPP

#include <iterator>

#include "activation/detail/math/short_swish.hpp"
#include "activation/detail/math/softplus.hpp"
#include "activation/detail/table/short_log1p_table.hpp"

/// log(1 + e^(−a)) of the fast tier's float, as Softplus and LogSigmoid have it.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// log(1 + e) = e·quotient for e = power·rest ≤ 1.
template <class V>
[[gnu::always_inline]] constexpr void short_log1p(const V& power, const V& rest, V& e, V& quotient) {
    using table = short_log1p_table<scalar_t<V>>;
    e = power * rest;
    quotient = horner<0, std::size(table::quotient) - 1>(table::quotient, e);
}

/// min(x, 0) − log(1 + e^(−|x|))
template <class V>
[[gnu::always_inline]] constexpr V short_log_sigmoid(const V& x) {
    using T = scalar_t<V>;
    V power, rest, e, quotient;
    short_decay(at_most(absolute(x), V(short_logistic_reach<T>)), power, rest);
    short_log1p(power, rest, e, quotient);
    return negative_multiply_add(e, quotient, at_most(x, V(T(0))));
}

/// σ(−x)
template <class V>
[[gnu::always_inline]] constexpr V short_log_sigmoid_derivative(const V& x) {
    using T = scalar_t<V>;
    V power, rest;
    short_exp(within_short_reach(x), V(short_exp_table<T>::steps), power, rest);
    return short_logistic(V(T(1)), power, rest);
}

/// max(x, 0) + log(1 + e^(−|βx|))/β for a short factor, of a negative one min(x, 0) + ….
struct short_softplus {
    template <class V>
    [[gnu::always_inline]] static constexpr V of(const V& x, const short_factor<scalar_t<V>>& factor) {
        using T = scalar_t<V>;
        const bool rises = factor.beta > 0;
        const T sign = rises ? T(1) : T(-1), lower = rises ? T(0) : -infinity<T>, upper = rises ? infinity<T> : T(-0.0);
        V power, rest, e, quotient;
        const V a = at_most(absolute(x), V(factor.reach));
        short_exp(a, V(sign * factor.steps), V(sign * factor.steps_low), power, rest);
        short_log1p(power, rest, e, quotient);
        const V lead = clamp(x, V(lower), V(upper));
        return multiply_add(V(e * quotient), V(T(1) / factor.beta), lead);
    }

    template <class V, class T>
    [[gnu::always_inline]] static constexpr V otherwise(const V& x, const T& accurate) {
        return softplus_value(x, accurate.beta);
    }
};

/// σ(βx)
struct short_softplus_slope {
    template <class V>
    [[gnu::always_inline]] static constexpr V of(const V& x, const short_factor<scalar_t<V>>& factor) {
        V power, rest;
        short_exp(within(x, factor.reach), V(factor.steps), V(factor.steps_low), power, rest);
        return short_logistic(V(scalar_t<V>(1)), power, rest);
    }

    template <class V, class T>
    [[gnu::always_inline]] static constexpr V otherwise(const V& x, const T& accurate) {
        return scaled_sigmoid(x, accurate.beta);
    }
};

/// Both, of one exponential.
struct short_softplus_and_slope {
    template <class V>
    [[gnu::always_inline]] static constexpr value_and_derivative<V> of(const V& x,
                                                                       const short_factor<scalar_t<V>>& factor) {
        return {short_softplus::of(x, factor), short_softplus_slope::of(x, factor)};
    }

    template <class V, class T>
    [[gnu::always_inline]] static constexpr value_and_derivative<V> otherwise(const V& x, const T& accurate) {
        return {short_softplus::otherwise(x, accurate), short_softplus_slope::otherwise(x, accurate)};
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
