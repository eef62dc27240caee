#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(softplus, Softplus)
#elif !defined(ACTIVATION_SOFTPLUS_HPP)
#define ACTIVATION_SOFTPLUS_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/softplus.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Softplus, f(x) = log(1 + e^(beta·x))/beta, and x where beta·x > threshold;  f′(x) = σ(beta·x), and 1 there.
///
/// Domain   any finite beta but 0, negative ones too; any threshold, ±∞ too.  The product that is compared with it is not
///          rounded.  Calls on ranges refuse other parameters.
/// Edges    beta > 0: −∞ → +0, +∞ → +∞, NaN → NaN;  f′: −∞ → +0, ±0 → ½, +∞ → 1, NaN → NaN.
///          beta < 0: −∞ → −∞, +∞ → −0;  f′: −∞ → 1, +∞ → +0.
/// Error    beta 1, 1.7 and 0.5 threshold 3, float, every input: f 1.27 ULP (at 0x1.ef0a9p-6), f′ 0.71 ULP (at
///          -0x1.330446p+0) of max(f′, 1/16); without fused multiply-add 1.73 and 0.75 ULP. double, 10⁷ samples: 1.16
///          and 0.66 ULP; without, 1.64 and 0.69.  Betas of every magnitude and sign, sampled: within the same.
/// Method   max(x, 0) + log(1 + e)/beta, e = e^(−|beta·x|); the logarithm is twice artanh(e/(2 + e)), a polynomial, and
///          is not rounded before it is divided (detail/math/softplus.hpp).
/// Shape    one value or one batch, lane by lane; function<Softplus> takes ranges.
/// Source   Dugas et al., "Incorporating second-order functional knowledge for better option pricing", NeurIPS 2000;
///          names, defaults and the threshold are PyTorch's.
template <class T = float>
struct Softplus {
    static constexpr const char* name = "softplus";
    static constexpr const char* parameter_names[] = {"beta", "threshold"};
    static constexpr std::size_t interleave = 2;

    T beta = T(1);
    T threshold = T(20);

    constexpr detail::refused_parameter refused() const noexcept {
        const bool fit = detail::finite(beta) && !detail::magnitude_of<T>(beta).is_zero();
        return fit ? detail::refused_if_nan("threshold", threshold)
                   : detail::refused_unless(false, "beta", beta, "finite and not 0");
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::choose(is_linear(x), x, detail::softplus_value(x, beta));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::choose(is_linear(x), V(T(1)), detail::with_factor<detail::scaled_sigmoid>(x, beta));
    }

    /// f′(x) from y = f(x), 1 − e^(−beta·y), and 1 where beta·y > threshold.  Where beta·x is below the threshold and
    /// beta·y is not, the two are told apart by nothing, and it is 1.  Error ≤ 1.5 ULP of that of the y at hand; without
    /// fused multiply-add 1.8.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::choose(is_linear(y), V(T(1)), detail::softplus_slope_from_output(y, beta));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    /// beta·x > threshold, the product not rounded.
    template <class V>
    [[gnu::always_inline]] constexpr auto is_linear(const V& x) const {
        const T limit = detail::largest_within(threshold, detail::absolute(beta));
        return V(detail::copy_sign(T(1), beta)) * x > V(limit);
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
