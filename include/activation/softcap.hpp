#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(softcap, Softcap)
#elif !defined(ACTIVATION_SOFTCAP_HPP)
#define ACTIVATION_SOFTCAP_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/softcap.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Soft cap of attention's logits, f(x) = cap·tanh(x/cap);  f′(x) = 1 / cosh²(x/cap).
///
/// Domain   any finite cap but 0; a negative one is as good as its magnitude.  Calls on ranges refuse others.
/// Edges    ±0 → ±0, ±∞ → ±|cap|, NaN → NaN;  f′: ±0 → 1, ±∞ → +0, NaN → NaN.
/// Error    cap 30 and 0.7, float, every input: f 0.96 ULP (at 0x1.40408ap-1), f′ 1.43 ULP (at 0x1.b49f62p-1) of
///          max(|f′|, 1/16); without fused multiply-add 1.21 and 1.74 ULP. double, 10⁷ samples: 1.15 and 1.18 ULP;
///          without, 1.60 and 1.23.  Caps of every magnitude and sign, sampled: within 2 ULP.
/// Method   Tanh's table at |x|/cap: min(|x|, cap) is exact, and the cap multiplies only the correction on top of it,
///          so that no division rounds what is tiny; f′ puts right what the division rounded.
/// Shape    one value or one batch, lane by lane; function<Softcap> takes ranges.
/// Source   Bello et al., "Neural combinatorial optimization with reinforcement learning", 2016; the name and 30, that
///          of the last layer, are those of Gemma Team, "Gemma 2: improving open language models", 2024.
template <class T = float>
struct Softcap {
    static constexpr const char* name = "softcap";
    static constexpr const char* parameter_names[] = {"cap"};
    static constexpr std::size_t interleave = 4;

    T cap = T(30);

    constexpr detail::refused_parameter refused() const noexcept {
        const bool serves = detail::finite(cap) && !detail::magnitude_of<T>(cap).is_zero();
        return detail::refused_unless(serves, "cap", cap, "finite and not 0");
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::copy_sign(detail::softcap_value(detail::absolute(x), detail::absolute(cap)), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::softcap_derivative(detail::absolute(x), detail::absolute(cap));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// softcap(x, y, {.cap = …}): see function for the call forms.
inline constexpr function<Softcap> softcap{};

namespace fast {
using activation::Softcap;
using activation::softcap;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
