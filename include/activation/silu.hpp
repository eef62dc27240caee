#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(silu, SiLU)
#elif !defined(ACTIVATION_SILU_HPP)
#define ACTIVATION_SILU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/sigmoid_derivative.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

/// SiLU and fast::SiLU.
template <class T, class Policy>
struct silu_functor {
    static constexpr std::size_t interleave = Policy::compensates ? 3 : 4;
    /// A fast double gains nothing: its ways are short as they are.
    static constexpr bool two_steps = Policy::compensates || sizeof(T) == 4;

    template <class V>
    [[gnu::always_inline]] constexpr void prepare(const V& x, V& power, V& excess) const noexcept {
        prepare_logistic(silu_argument<T>{}, x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V& x, const V& power, const V& excess) const noexcept {
        return logistic_product<Policy>(silu_argument<T>{}, x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return forward_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return silu_derivative<Policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

/// Sigmoid linear unit, f(x) = x·σ(x) = x/(1 + e⁻ˣ);  f′(x) = σ(x)·(1 + x·σ(−x)).
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
/// Error    float, every input: f 0.97 ULP (at -0x1.6b75e2p+5), f′ 0.99 ULP (at -0x1.b4aeb6p+3); without fused
///          multiply-add 0.98 and 1.84 ULP. double, 10⁷ samples: 0.78 and 0.87 ULP; without, 0.77 and 1.68.
/// Method   x/(1 + e⁻ˣ) by one division whose rounding, and that of the sum, is corrected; no branch.  What x is above
///          32 is left out of the quotient and added last.  With a = |x|, f′(a) = 1 − f′(−a).  f′(−a) of a float is one
///          of eight polynomials, looked up by a; next to the root, at a = 1.2784645427610738, the distance from it
///          times the slope there is added last.  Beyond a = 6 a short form of e·(1 − a + e)/(1 + e)², e = exp(−a); of a
///          double it is that quotient, each factor with what was rounded away from it.
/// Shape    one value or one batch, lane by lane; function<SiLU> takes ranges.
/// Source   Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units for neural network function approximation in
///          reinforcement learning", Neural Networks 107, 2018.
template <class T = float>
struct SiLU : detail::silu_functor<T, detail::accurate_policy> {
    static constexpr const char* name = "silu";
};

/// silu(x, y): see function for the call forms.
inline constexpr function<SiLU> silu{};

namespace fast {

/// The same without the corrections: f(x) = x·σ(x), f′(x) = σ(x)·(1 + x·(1 − σ(x))), both from one division.
///
/// Edges    as activation::SiLU.
/// Error    float, every input: f 3.05 ULP (at -0x1.0b0ae6p+4), f′ 3.58 ULP (at -0x1.1b2fb4p-1) of max(|f′|, 1/16);
///          without fused multiply-add 3.10 and 3.69 ULP. double, 10⁷ samples: 2.44 and 3.40 ULP; without, 2.44 and
///          3.40.
template <class T = float>
struct SiLU : detail::silu_functor<T, detail::fast_policy> {
    static constexpr const char* name = "fast::silu";
};

/// fast::silu(x, y): see function for the call forms.
inline constexpr function<SiLU> silu{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
