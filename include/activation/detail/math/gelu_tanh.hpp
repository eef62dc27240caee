#ifndef ACTIVATION_DETAIL_MATH_GELU_TANH_HPP
#define ACTIVATION_DETAIL_MATH_GELU_TANH_HPP

#include "activation/detail/math/near_gelu.hpp"
#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/math/sigmoid_kernel.hpp"

/// GELU in its tanh form, f(x) = x·σ(z(x)), z(x) = x·(linear + cubic·x²): SiLU with another argument.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class T>
struct gelu_tanh_unit : gelu_tanh_argument<T> {
    template <exp_polynomial which>
    static constexpr const auto& polynomial() {
        return excess_of<gelu_tanh_argument<T>, which>();
    }
};

/// z(x)/(x·unit) = linear + cubic·x² = sum + low.  Both coefficients are so short that nothing else is lost.
template <class V>
[[gnu::always_inline]] constexpr void gelu_tanh_steepness(const V& x, V& sum, V& low) {
    using constants = gelu_tanh_argument<scalar_t<V>>;
    const V cubic(constants::cubic);
    const V linear(constants::linear);
    const double_word<V> square = two_product(x, x);
    sum = multiply_add(square.high, cubic, linear);
    low = multiply_add(square.low, cubic, cancelling_multiply_add(square.high, cubic, V(linear - sum)));
}

/// e^(−z(x))·2^exponent = power·(1 + excess).
template <int exponent, exp_polynomial which, class V>
[[gnu::always_inline]] constexpr void gelu_tanh_exponential(const V& x, V& power, V& excess) {
    using unit = gelu_tanh_unit<scalar_t<V>>;
    V sum, low, rounded, remainder;
    gelu_tanh_steepness(x, sum, low);
    reduce_exp_product<unit>(x, sum, rounded, remainder);
    exp_factors_at<exponent>(unit::template polynomial<which>(), rounded, multiply_add(x, low, remainder), power,
                             excess);
}

/// z(a) for the derivative by table, see gelu_kernel.
struct gelu_with_tanh {
    template <class T>
    using table = gelu_tanh_table<T>;
    template <class T>
    using near_table = near_gelu_tanh_table<T>;

    template <exp_polynomial which, class V>
    [[gnu::always_inline]] static constexpr void exponential_of(const V& a, V& power, V& excess) {
        gelu_tanh_exponential<guard<scalar_t<V>>::exponent, which>(a, power, excess);
    }
};

/// For logistic_product.
template <class T>
struct gelu_tanh_product_argument {
    static constexpr T least = -gelu_tanh_table<T>::limit;
    static constexpr T largest = sizeof(T) == 4 ? T(0x1.fffffep+2) : T(0x1.fffffffffffffp+2);

    template <class V>
    [[gnu::always_inline]] constexpr void exponential(const V& x, V& power, V& excess) const {
        gelu_tanh_exponential<-guard<T>::exponent, exp_polynomial::coarse>(x, power, excess);
    }
};

/// f′ of the fast tier's double; z′ = linear + 3·cubic·x².
template <class V>
[[gnu::always_inline]] constexpr V short_gelu_tanh_derivative(const V& x) {
    using T = scalar_t<V>;
    using constants = gelu_tanh_argument<T>;
    constexpr gelu_tanh_product_argument<T> argument;
    const V bounded = clamp(x, V(argument.least), V(argument.largest));
    V power, excess;
    argument.exponential(bounded, power, excess);
    const V steepness = multiply_add(V(bounded * bounded), V(T(3) * constants::cubic * constants::unit),
                                     V(constants::linear * constants::unit));
    return short_product_derivative(power, excess, V(bounded * steepness), multiply_add(bounded, steepness, V(T(1))));
}

/// For the fast tier's float: e^(−z) = power·rest and the magnitude up to which z counts.
template <class V>
[[gnu::always_inline]] constexpr V short_gelu_tanh(const V& x) {
    using T = scalar_t<V>;
    constexpr T reach = T(0x1.3ep+3);
    using constants = gelu_tanh_argument<T>;
    constexpr T linear = T(-constants::linear * constants::steps), cubic = T(-constants::cubic * constants::steps);
    const V least = at_least(x, V(-reach)), bounded = at_most(least, V(reach));
    V power, rest;
    short_exp(bounded, multiply_add(V(bounded * bounded), V(cubic), V(linear)), power, rest);
    return short_logistic(least, power, rest);
}

template <class Policy, class V>
[[gnu::always_inline]] constexpr V gelu_tanh_derivative(const V& x) {
    using T = scalar_t<V>;
    if constexpr (Policy::compensates || looks_up_gelu<gelu_tanh_table<T>, Policy>)
        return gelu_way<gelu_with_tanh, T, Policy>::derivative(x);
    else
        return short_gelu_tanh_derivative(x);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
