#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(quick_gelu, QuickGELU)
#elif !defined(ACTIVATION_QUICK_GELU_HPP)
#define ACTIVATION_QUICK_GELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/scaled_logistic.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// GELU approximated by a sigmoid, f(x) = x·σ(1.702x);  f′(x) = σ(z) + z·σ(z)·σ(−z), z = 1.702x.
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
/// Error    float, every input: f 0.82 ULP (at -0x1.ae3c3ep+5), f′ 1.53 ULP (at 0x1.785f04p-1) of max(|f′|, 1/16);
///          without fused multiply-add 1.63 and 1.54 ULP. double, 10⁷ samples: 0.77 and 1.63 ULP; without, 1.60 and
///          1.62.  Next to the root of f′, at 1.702x = −1.278, that bound is many ULP of f′ itself: 2·10⁵ in float at
///          -0x1.809748p-1.
/// Method   Swish's with 1.702 in two parts (detail/math/scaled_logistic.hpp).
/// Shape    one value or one batch, lane by lane; function<QuickGELU> takes ranges.
/// Source   Hendrycks and Gimpel, "Gaussian error linear units (GELUs)", 2016; the name is that of OpenAI's CLIP.
template <class T = float>
struct QuickGELU {
    static constexpr const char* name = "quick_gelu";
    static constexpr std::size_t interleave = 2;

    /// 1.702
    static constexpr detail::double_word<T> factor =
        sizeof(T) == sizeof(float) ? detail::double_word<T>{T(0x1.b3b646p+0), T(-0x1.78d4fep-26)}
                                   : detail::double_word<T>{T(0x1.b3b645a1cac08p+0), T(0x1.89374bc6a7efap-55)};

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::swish_value(x, detail::plain_factor(factor));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::swish_derivative(x, detail::plain_factor(factor));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// quick_gelu(x, y): see function for the call forms.
inline constexpr function<QuickGELU> quick_gelu{};

namespace fast {
using activation::quick_gelu;
using activation::QuickGELU;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
