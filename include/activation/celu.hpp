#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(celu, CELU)
#elif !defined(ACTIVATION_CELU_HPP)
#define ACTIVATION_CELU_HPP

#include "activation/detail/math/expm1.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Continuously differentiable exponential linear unit, f(x) = x if x > 0, else alpha·(e^(x/alpha) − 1);
/// f′(x) = 1 if x > 0, else e^(x/alpha).
///
/// Domain   alpha > 0.
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −alpha, NaN → NaN;  f′: ±0 → 1, +∞ → 1, −∞ → +0, NaN → NaN.
/// Error    alpha 1 and 0.7, float, every input: f 1.36 ULP (at -0x1.67400ap-1), f′ 1.08 ULP (at -0x1.ad0a6ep+0) of
///          max(f′, 1/16); without fused multiply-add 1.73 and 1.09 ULP. double, 10⁷ samples: 1.38 and 1.04 ULP;
///          without, 1.76 and 1.05.
/// Method   ELU's parts at x/alpha (detail/math/expm1.hpp): max(x, −alpha) is exact and alpha multiplies only what
///          stands on top of it; f′ puts right what the division rounded.
/// Shape    one value or one batch, lane by lane; function<CELU> takes ranges.
/// Source   Barron, "Continuously differentiable exponential linear units", 2017; name and default are PyTorch's.
template <class T = float>
struct CELU {
    static constexpr const char* name = "celu";
    static constexpr std::size_t interleave = 4;

    T alpha = T(1);

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V bounded = within_reach(x);
        const V rest = detail::expm1_rest(detail::divide(bounded, V(alpha)));
        const V lead = detail::at_least(bounded, V(-alpha));
        const V below = detail::multiply_add(V(alpha), rest, lead);
        return detail::choose(x < V(T(0)), below, x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V bounded = within_reach(x);
        const V quotient = detail::divide(bounded, V(alpha));
        const detail::double_word<V> product = detail::two_product(quotient, V(alpha));
        const V lost = V(V(V(bounded - product.high) - product.low) * V(T(1) / alpha));
        const V decay = detail::scaled_exp(quotient, T(1));
        return detail::choose(x > V(T(0)), V(T(1)), detail::multiply_add(decay, lost, decay));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    /// x ≤ 0 as far down as e^(x/alpha) is not 0.
    template <class V>
    [[gnu::always_inline]] constexpr V within_reach(const V& x) const noexcept {
        constexpr T limit = detail::exp_limits<T>::vanishing;
        return detail::at_least(detail::at_most(x, V(T(0))), V(alpha * limit));
    }
};

/// celu(x, y, {.alpha = …}): see function for the call forms.
inline constexpr function<CELU> celu{};

namespace fast {
using activation::CELU;
using activation::celu;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
