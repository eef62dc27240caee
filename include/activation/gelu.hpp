#ifndef ACTIVATION_GELU_HPP
#define ACTIVATION_GELU_HPP

#include "activation/detail/gelu.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Gaussian error linear unit, f(x) = x·Φ(x), Φ the standard normal cumulative distribution function;
/// f′(x) = Φ(x) + x·φ(x), φ its density.
///
/// Edges    ±0 → ±0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
///          A result that underflows is −0.
/// Error    every 97th float: f ≤ 4.0 ULP, f′ ≤ 4.5 ULP of max(|f′|, 1/16) at -0x1.0e02b4p-1; without fused
///          multiply-add 4.2 and 4.8.  Next to its root at −0.7518 f′ has no relative accuracy yet.
/// Method   f(x) = relu(x) − |x|·Q(|x|), Q = 1 − Φ by a polynomial times e^(−x²/2), x² in two parts.
/// Shape    one value or one batch, lane by lane; function<GELU> takes ranges.
/// Source   Hendrycks and Gimpel, "Gaussian error linear units", arXiv 1606.08415, 2016.
template <class T = float>
struct GELU {
    static constexpr const char* name = "gelu";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return kernel::forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return kernel::derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return kernel::value_and_derivative(x);
    }

private:
    using kernel = detail::gelu_kernel<detail::normal_complement>;
};

/// gelu(x, y): see function for the call forms.
inline constexpr function<GELU> gelu{};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
