#ifndef ACTIVATION_DETAIL_GELU_TANH_HPP
#define ACTIVATION_DETAIL_GELU_TANH_HPP

#include "activation/detail/gelu.hpp"
#include "activation/detail/sigmoid_kernel.hpp"

/// GELU in its tanh form, f(x) = x·σ(z(x)), z(x) = x·(linear + cubic·x²): SiLU with another argument.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// z(x)/x = sum + low.  linear is short enough for `linear - sum` to be exact.
template <class V>
[[gnu::always_inline]] constexpr void gelu_tanh_steepness(const V& x, V& sum, V& low) {
    using constants = gelu_tanh_argument<scalar_t<V>>;
    const V cubic(constants::cubic);
    const V linear(constants::linear);
    const double_word<V> square = two_product(x, x);
    sum = multiply_add(square.high, cubic, linear);
    const V lost = cancelling_multiply_add(square.high, cubic, V(linear - sum));
    const V rest = multiply_add(square.high, V(constants::cubic_low), V(constants::linear_low));
    low = multiply_add(square.low, cubic, rest) + lost;
}

/// e^(−z(x))·2^lift = power·(1 + excess).
template <int lift, exp_polynomial which, class V>
[[gnu::always_inline]] constexpr void gelu_tanh_exponential(const V& x, V& power, V& excess) {
    V sum, low, rounded, remainder;
    gelu_tanh_steepness(x, sum, low);
    reduce_exp_product<0>(x, sum, rounded, remainder);
    exp_factors_at<-1, lift, which>(rounded, V(multiply_add(x, low, remainder)), power, excess);
}

/// z(a) for the derivative by table, see gelu_kernel.
struct gelu_with_tanh {
    template <class T>
    using table = gelu_tanh_table<T>;

    template <exp_polynomial which, class V>
    [[gnu::always_inline]] static constexpr void exponential_of(const V& a, V& power, V& excess) {
        gelu_tanh_exponential<gelu_lift<scalar_t<V>>, which>(a, power, excess);
    }
};

/// Above it σ(z(x)) rounds to 1; the last number before a power of two, like logistic_limits::largest.
template <class T>
inline constexpr T gelu_tanh_largest = sizeof(T) == 4 ? T(0x1.fffffep+2) : T(0x1.fffffffffffffp+2);

template <tier accuracy, class V>
[[gnu::always_inline]] constexpr V gelu_tanh_value(const V& x) {
    using T = scalar_t<V>;
    const V above = at_least(x, V(-gelu_tanh_table<T>::limit));
    const V bounded = at_most(above, V(gelu_tanh_largest<T>));
    V power, excess;
    gelu_tanh_exponential<-logistic_limits<T>::lift, exp_polynomial::coarse>(bounded, power, excess);
    return logistic_product<accuracy>(above, bounded, power, excess);
}

/// f′ of the fast tier's double; z′ = linear + 3·cubic·x².
template <class V>
[[gnu::always_inline]] constexpr V short_gelu_tanh_derivative(const V& x) {
    using T = scalar_t<V>;
    using constants = gelu_tanh_argument<T>;
    const V bounded = at_most(at_least(x, V(-gelu_tanh_table<T>::limit)), V(gelu_tanh_largest<T>));
    V power, excess;
    gelu_tanh_exponential<-logistic_limits<T>::lift, exp_polynomial::coarse>(bounded, power, excess);
    const V steepness =
        multiply_add(V(bounded * bounded), V(T(3) * constants::cubic), V(constants::linear + constants::linear_low));
    return short_product_derivative(power, excess, V(bounded * steepness), multiply_add(bounded, steepness, V(T(1))));
}

template <tier accuracy, class V>
[[gnu::always_inline]] constexpr V gelu_tanh_derivative(const V& x) {
    if constexpr (accuracy == tier::accurate || looks_up_derivative<gelu_tanh_table<scalar_t<V>>, accuracy>)
        return gelu_kernel<gelu_with_tanh, accuracy>::derivative(x);
    else
        return short_gelu_tanh_derivative(x);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
