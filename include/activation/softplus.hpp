#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(softplus, Softplus)
#elif !defined(ACTIVATION_SOFTPLUS_HPP)
#define ACTIVATION_SOFTPLUS_HPP

#include "activation/detail/math/scaled_logistic.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Softplus, f(x) = log(1 + e^(beta·x))/beta, and x where beta·x > threshold;  f′(x) = σ(beta·x), and 1 there.
///
/// Domain   beta from 10⁻³⁰ to 10³⁰.
/// Edges    −∞ → +0, +∞ → +∞, NaN → NaN;  f′: −∞ → +0, ±0 → ½, +∞ → 1, NaN → NaN.
/// Error    beta 1 and 1.7, float, every input: f 1.27 ULP (at 0x1.ef0a9p-6), f′ 0.71 ULP (at -0x1.330446p+0) of
///          max(f′, 1/16); without fused multiply-add 1.73 and 0.75 ULP. double, 10⁷ samples: 1.16 and 0.66 ULP;
///          without, 1.64 and 0.69.
/// Method   max(x, 0) + log(1 + e)/beta, e = e^(−|beta·x|); the logarithm is twice artanh(e/(2 + e)), a polynomial, and
///          is not rounded before it is divided (detail/math/scaled_logistic.hpp).
/// Shape    one value or one batch, lane by lane; function<Softplus> takes ranges.
/// Source   Dugas et al., "Incorporating second-order functional knowledge for better option pricing", NeurIPS 2000;
///          names, defaults and the threshold are PyTorch's.
template <class T = float>
struct Softplus {
    static constexpr const char* name = "softplus";
    static constexpr std::size_t interleave = 2;

    T beta = T(1);
    T threshold = T(20);

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        using limits = detail::decay_limits<T>;
        const detail::double_word<T> inverse = reciprocal_of_beta();
        V bounded, z, z_low, high, low;
        detail::scaled_argument(x, {beta, T(0)}, bounded, z, z_low);
        detail::log1p_of_decay(z, z_low, high, low);
        const V rest = detail::multiply_add(low, V(inverse.high), V(high * V(inverse.low)));
        const V divided = detail::multiply_add(high, V(inverse.high), rest);
        const V result = detail::multiply_add(divided, V(limits::unlifted), detail::at_least(x, V(T(0))));
        return detail::choose(V(V(beta) * x) > V(threshold), x, result);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V result = detail::scaled_sigmoid(x, {beta, T(0)});
        return detail::choose(V(V(beta) * x) > V(threshold), V(T(1)), result);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    constexpr detail::double_word<T> reciprocal_of_beta() const {
        const T high = T(1) / beta;
        const detail::double_word<T> product = detail::two_product(high, beta);
        return {high, T((T(1) - product.high - product.low) * high)};
    }
};

/// softplus(x, y, {.beta = …, .threshold = …}): see function for the call forms.
inline constexpr function<Softplus> softplus{};

namespace fast {
using activation::Softplus;
using activation::softplus;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
