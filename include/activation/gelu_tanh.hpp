#ifndef ACTIVATION_GELU_TANH_HPP
#define ACTIVATION_GELU_TANH_HPP

#include "activation/detail/gelu.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Gaussian error linear unit in its tanh form, f(x) = ½x(1 + tanh(√(2/π)(x + 0.044715x³))) = x·σ(z(x)),
/// z(x) = 2√(2/π)(x + 0.044715x³);  f′(x) = σ(z) + x·z′(x)·σ(z)·(1 − σ(z)).
///
/// Edges    ±0 → ±0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
///          A result that underflows is −0.
/// Error    every 97th float: f ≤ 3.3 ULP at -0x1.c85066p+1, f′ ≤ 7.1 ULP of max(|f′|, 1/16) at -0x1.3b59bep+0;
///          without fused multiply-add 3.3 and 7.4.  Next to its root at −0.7525 f′ has no relative accuracy yet.
/// Method   f(x) = relu(x) − |x|·σ(−z(|x|)), z in two parts.
/// Shape    one value or one batch, lane by lane; function<GELUTanh> takes ranges.
/// Source   Hendrycks and Gimpel, "Gaussian error linear units", arXiv 1606.08415, 2016.
template <class T = float>
struct GELUTanh {
    static constexpr const char* name = "gelu_tanh";
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
    using kernel = detail::gelu_kernel<detail::tanh_complement>;
};

/// gelu_tanh(x, y): see function for the call forms.
inline constexpr function<GELUTanh> gelu_tanh{};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
