#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(swish, Swish)
#elif !defined(ACTIVATION_SWISH_HPP)
#define ACTIVATION_SWISH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/scaled_logistic.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Swish, f(x) = x·σ(beta·x);  f′(x) = σ(z) + z·σ(z)·σ(−z), z = beta·x.
///
/// Domain   any finite beta, negative ones and 0 (x/2) too.  Calls on ranges refuse others.
/// Edges    beta > 0: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
///          beta < 0: +∞ → +0, −∞ → −∞;  f′: +∞ → −0, −∞ → 1.
/// Error    beta 1 and 0.85, float, every input: f 0.81 ULP (at -0x1.6fdfccp+6), f′ 1.53 ULP (at 0x1.77f7p+0) of
///          max(|f′|, 1/16); without fused multiply-add 1.64 and 1.55 ULP. double, 10⁷ samples: 0.77 and 1.62 ULP;
///          without, 1.63 and 1.61.  Next to the root of f′, at beta·x = −1.278, that bound is many ULP of f′ itself:
///          7.2·10⁵ in float at -0x1.474974p+0.  Betas of every magnitude and sign, sampled: f 1.44, f′ 1.56 ULP;
///          without, 1.53 and 1.46.
/// Method   beta·x, e^(−|beta·x|), σ and its slope each with what was rounded away from it
///          (detail/math/scaled_logistic.hpp).
/// Shape    one value or one batch, lane by lane; function<Swish> takes ranges.
/// Source   Ramachandran, Zoph and Le, "Searching for activation functions", 2017.
template <class T = float>
struct Swish {
    static constexpr const char* name = "swish";
    static constexpr const char* parameter_names[] = {"beta"};
    static constexpr std::size_t interleave = 2;

    T beta = T(1);

    constexpr detail::refused_parameter refused() const noexcept { return detail::refused_unless_finite("beta", beta); }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::swish_value(x, beta);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::swish_derivative(x, beta);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// swish(x, y, {.beta = …}): see function for the call forms.
inline constexpr function<Swish> swish{};

namespace fast {
using activation::Swish;
using activation::swish;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
