#ifndef ACTIVATION_DETAIL_MATH_SHORT_SWISH_HPP
#define ACTIVATION_DETAIL_MATH_SHORT_SWISH_HPP

#include "activation/detail/math/parameter.hpp"
#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/math/swish.hpp"
#include "activation/detail/simd/value_and_derivative.hpp"

/// x·σ(βx) of the fast tier's float, for a parameter β.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// A factor β of the argument of σ: the steps of e^(−βx), in two parts, and how far x counts on both sides.
template <class T>
struct short_factor {
    T beta, steps, steps_low, reach;

    explicit constexpr short_factor(T factor)
        : beta(factor), steps(0), steps_low(0), reach(short_logistic_reach<T> / absolute(factor)) {
        const double_word<T> product = two_product(-factor, short_exp_table<T>::steps);
        steps = product.high;
        steps_low = multiply_add(-factor, short_exp_table<T>::steps_low, product.low);
    }
};

/// Whether the errors of a short exponential of βx are those of one of x: where x·σ(βx) counts, βx is not large.
template <class T>
constexpr bool is_short_factor(T beta) {
    return absolute(beta) >= T(0.5) && absolute(beta) <= T(16);
}

/// x·σ(βx) for a short factor.
struct short_swish {
    template <class V>
    [[gnu::always_inline]] static constexpr V of(const V& x, const short_factor<scalar_t<V>>& factor) {
        using T = scalar_t<V>;
        const bool falls = factor.beta > 0;
        const T least = falls ? -factor.reach : -infinity<T>, largest = falls ? infinity<T> : factor.reach;
        V power, rest;
        short_exp(within(x, factor.reach), V(factor.steps), V(factor.steps_low), power, rest);
        return short_logistic(clamp(x, V(least), V(largest)), power, rest);
    }

    template <class V, class T>
    [[gnu::always_inline]] static constexpr V otherwise(const V& x, const T& accurate) {
        return accurate.forward(x);
    }
};

/// Its derivative.
struct short_swish_slope {
    template <class V>
    [[gnu::always_inline]] static constexpr V of(const V& x, const short_factor<scalar_t<V>>& factor) {
        V power, rest;
        const V bounded = within(x, factor.reach);
        short_exp(bounded, V(factor.steps), V(factor.steps_low), power, rest);
        const V one(scalar_t<V>(1));
        return short_product_slope(cancelling_multiply_add(bounded, V(factor.beta), one), power, rest);
    }

    template <class V, class T>
    [[gnu::always_inline]] static constexpr V otherwise(const V& x, const T& accurate) {
        return accurate.derivative(x);
    }
};

/// Both, of one exponential.
struct short_swish_and_slope {
    template <class V>
    [[gnu::always_inline]] static constexpr value_and_derivative<V> of(const V& x,
                                                                       const short_factor<scalar_t<V>>& factor) {
        return {short_swish::of(x, factor), short_swish_slope::of(x, factor)};
    }

    template <class V, class T>
    [[gnu::always_inline]] static constexpr value_and_derivative<V> otherwise(const V& x, const T& accurate) {
        return accurate.value_and_derivative(x);
    }
};

template <class Function, class V, class Accurate>
[[gnu::noinline, gnu::cold]] constexpr auto with_other_factor(const V& x, const Accurate& accurate) noexcept {
    return Function::otherwise(x, accurate);
}

/// A function of x and a short factor, or what the accurate functor makes of another one.  A function of its own for that:
/// among the usual code it would take registers from it.
template <class Function, class V, class Accurate>
[[gnu::always_inline]] constexpr auto with_short_factor(const V& x, const Accurate& accurate) {
    using T = scalar_t<V>;
    const short_factor<T> factor(foldable(accurate.beta));
    // All lanes share β.
    if (!is_short_factor(accurate.beta)) [[unlikely]]
        return with_other_factor<Function>(x, accurate);
    return Function::of(x, factor);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
