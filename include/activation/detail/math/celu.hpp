#ifndef ACTIVATION_DETAIL_MATH_CELU_HPP
#define ACTIVATION_DETAIL_MATH_CELU_HPP

#include "activation/detail/math/expm1.hpp"

/// alpha·(e^(x/alpha) − 1) and e^(x/alpha) for x ≤ 0.  A negative alpha makes an exponential of them that grows without
/// end.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Octaves beyond which every result is infinite.
template <class T>
inline constexpr int celu_octaves = 3 - number_format<T>::lowest_exponent + 1;

/// x/alpha is before·x over value, which is neither tiny nor huge; before·x counts as far as `bound`.
template <class T>
struct celu_divisor {
    T before, value, inverse, bound;
};

/// For any alpha.  A negative one makes exponentials that are infinite from 2^octaves on.
template <class T>
constexpr celu_divisor<T> divisor_of(T alpha, int octaves) {
    constexpr int lowest = number_format<T>::lowest_exponent;
    const int exponent = decompose(alpha).exponent;
    const T before = two_to<T>(exponent < lowest ? -lowest : exponent > -lowest ? lowest : -exponent);
    const T value = alpha * before;
    const T reach = value < 0 ? T(octaves) * T(0.6931471805599453) : exp_limits<T>::vanishing;
    return {before, value, T(1) / value, value * reach};
}

/// x/alpha = high + low
template <class V>
[[gnu::always_inline]] constexpr double_word<V> celu_quotient(const V& x, const celu_divisor<scalar_t<V>>& divisor) {
    const V bounded = at_least(product(x, V(divisor.before)), V(divisor.bound));
    const V quotient = divide(bounded, V(divisor.value));
    const double_word<V> multiplied_back = two_product(quotient, V(divisor.value));
    const V lost = V(V(bounded - multiplied_back.high) - multiplied_back.low);
    return {quotient, V(lost * V(divisor.inverse))};
}

/// alpha·(e^(x/alpha) − 1) for x ≤ 0 and a positive alpha.
template <class V>
[[gnu::always_inline]] constexpr V falling_celu_value(const V& x, scalar_t<V> alpha) {
    const V rest = expm1_rest(divide(x, V(alpha)));
    return multiply_add(V(alpha), rest, at_least(x, V(-alpha)));
}

/// The same for a negative alpha: alpha·(1 − e^(−z))·e^z with z = x/alpha ≥ 0.
template <class V>
[[gnu::always_inline]] constexpr V rising_celu_value(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    const int exponent = decompose(alpha).exponent;
    const double_word<V> z = celu_quotient(x, divisor_of(alpha, celu_octaves<T> - exponent));
    // A small alpha and all that is compared with it are moved to where nothing is subnormal.
    constexpr int most = -number_format<T>::lowest_exponent;
    const int raised = exponent < -most ? most : exponent < 0 ? -exponent : 0;
    const T before = two_to<T>(raised);
    const V lead = at_least(product(x, V(before)), V(alpha * before));
    const V factor(-alpha * before), rest = expm1_rest(V(-z.high));
    const V high = multiply_add(factor, rest, lead);
    const V low = multiply_add(factor, rest, V(lead - high));
    const auto e = exp_of(z);
    const V lower = multiply_add(high, e.low, V(low * V(e.high + e.low)));
    return scale(multiply_add(high, e.high, lower), bits_t<V>(e.exponent - bits_t<V>(bits_t<T>(raised))));
}

template <class T>
constexpr bool has_celu(T alpha) {
    return finite(alpha) && !magnitude_of<T>(alpha).is_zero();
}

/// alpha·(e^(x/alpha) − 1) for x ≤ 0 and a negative alpha; with one that calls on ranges refuse, as its operations have it.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V unusual_celu_value(const V& x, scalar_t<V> alpha) noexcept {
    if (!has_celu(alpha)) return product(V(alpha), expm1_or_x(divide(x, V(alpha))));
    return rising_celu_value(x, alpha);
}

/// alpha·(e^(x/alpha) − 1) for x ≤ 0.
template <class V>
[[gnu::always_inline]] constexpr V celu_value(const V& x, scalar_t<V> alpha) {
    // All lanes share alpha.
    if (!(alpha > 0 && has_celu(alpha))) [[unlikely]]
        return unusual_celu_value(x, alpha);
    return falling_celu_value(x, alpha);
}

/// e^(x/alpha) for x ≤ 0 and a positive alpha.
template <class V>
[[gnu::always_inline]] constexpr V falling_celu_derivative(const V& x, const celu_divisor<scalar_t<V>>& divisor) {
    const double_word<V> z = celu_quotient(x, divisor);
    const V decay = scaled_exp(z.high, scalar_t<V>(1));
    return multiply_add(decay, z.low, decay);
}

/// e^(x/alpha) for x ≤ 0 and an alpha that is negative, tiny or huge.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V unusual_celu_derivative(const V& x, scalar_t<V> alpha) noexcept {
    using T = scalar_t<V>;
    if (!has_celu(alpha)) return scaled_exp(at_most(divide(x, V(alpha)), V(T(0))), T(1));
    if (alpha > 0) return falling_celu_derivative(x, divisor_of(alpha, celu_octaves<T>));
    const auto e = exp_of(celu_quotient(x, divisor_of(alpha, celu_octaves<T>)));
    return scale(V(e.high + e.low), e.exponent);
}

/// e^(x/alpha) for x ≤ 0.
template <class V>
[[gnu::always_inline]] constexpr V celu_derivative(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    const T value = foldable(alpha);
    const celu_divisor<T> divisor{T(1), value, T(1) / value, product(value, exp_limits<T>::vanishing)};
    // All lanes share alpha.
    if (!(alpha >= T(0x1p-60) && alpha <= T(0x1p60))) [[unlikely]]
        return unusual_celu_derivative(x, alpha);
    return falling_celu_derivative(x, divisor);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
