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
/// Error    float, every input: f 0.977 ULP (at -0x1.556462p+0), f′ 0.994 ULP (at -0x1.08373ep-1); without fused
///          multiply-add within 2 ULP.  double, 2·10⁶ samples: 1.52 ULP and within 2 ULP.
/// Method   f(x) = max(x, 0) − W(|x|), W(a) = a·σ(−z(a)): W·e^z and its derivative's counterpart are one of eight
///          polynomials in the distance from a centre, looked up by the leading bits of a, as a double word; z is
///          computed as one too; no branch (detail/gelu.hpp).
/// Shape    one value or one batch, lane by lane; function<GELUTanh> takes ranges.
/// Source   Hendrycks and Gimpel, "Gaussian error linear units", arXiv 1606.08415, 2016; the slots follow Tang,
///          "Table-lookup algorithms for elementary functions", ARITH 10, 1991.
template <class T = float>
struct GELUTanh : detail::gelu_functor<detail::gelu_with_tanh, detail::tier::accurate> {
    static constexpr const char* name = "gelu_tanh";
};

/// gelu_tanh(x, y): see function for the call forms.
inline constexpr function<GELUTanh> gelu_tanh{};

namespace fast {

template <class T = float>
struct GELUTanh : detail::gelu_functor<detail::gelu_with_tanh, detail::tier::fast> {
    static constexpr const char* name = "fast::gelu_tanh";
};

inline constexpr function<GELUTanh> gelu_tanh{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
