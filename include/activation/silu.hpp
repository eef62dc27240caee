#ifndef ACTIVATION_SILU_HPP
#define ACTIVATION_SILU_HPP

#include "activation/detail/sigmoid_kernel.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Sigmoid linear unit, f(x) = x·σ(x) = x/(1 + e⁻ˣ);  f′(x) = σ(x)·(1 + x·σ(−x)).
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
/// Error    float, every input: f 0.81 ULP (at -0x1.6f8374p+6), f′ 0.89 ULP (at 0x1.4342cp-5); without fused
///          multiply-add 1.25 and 1.82 ULP.  double, 6·10⁵ samples: 0.76 and 0.84 ULP; without, 3·10⁵: 1.05 and 1.70.
/// Method   x times σ as a double word (sigmoid.hpp), rounded once; no branch.  f′(−a) = e·(1 − a + e)/(1 + e)² with
///          e = exp(−a), each factor with what was rounded away from it; next to its root, at a = 1.2784645427610738,
///          a polynomial around the rounded root.
/// Shape    one value or one batch, lane by lane; function<SiLU> takes ranges.
/// Source   Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units for neural network function approximation in
///          reinforcement learning", Neural Networks 107, 2018.
template <class T = float>
struct SiLU {
    static constexpr const char* name = "silu";
    static constexpr std::size_t interleave = 2;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::silu_value(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::silu_derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// silu(x, y): see function for the call forms.
inline constexpr function<SiLU> silu{};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
