#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(silu, SiLU)
#elif !defined(ACTIVATION_SILU_HPP)
#define ACTIVATION_SILU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_logistic.hpp"
#include "activation/detail/math/half_rounding.hpp"
#include "activation/detail/math/sigmoid_derivative.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

/// SiLU and fast::SiLU.
template <class T, class Policy>
struct silu_functor : with_two_parts<silu_functor, T, Policy> {
    static constexpr std::size_t interleave = 4;
    static constexpr bool two_steps = Policy::compensates;

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
        if constexpr (has_short_exp<T, Policy>)
            return short_silu(x);
        else
            return forward_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr auto is_far(const V& x) noexcept {
        return is_far_for_silu_derivative(absolute(x));
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
    using half_rounding = detail::silu_half_rounding;
    using float16_functor = detail::silu_functor<T, detail::fast_policy>;
};

/// silu(x, y): see function for the call forms.
inline constexpr function<SiLU> silu{};

namespace fast {

/// The same without the corrections.  A float's are f(x) = x/(1 + e), f′(x) = (1 + e·(1 + x))/(1 + e)², e = e⁻ˣ from a short
/// exponential in which x counts as far as −43 (detail/math/short_logistic.hpp); a double's f(x) = x·σ(x) and
/// f′(x) = σ(x)·(1 + x·(1 − σ(x))), both from one division.
///
/// Edges    as activation::SiLU, but that a float's f and f′ are tiny negative numbers for −∞, −9·10⁻¹⁸ both.
/// Error    float, every input: f 2.60 ULP (at -0x1.9feb5p+1) of max(|f|, 1/16), f′ 3.43 ULP (at -0x1.af2e98p-1) of
///          max(|f′|, 1/16); without fused multiply-add 4.92 and 4.89 ULP. double, 10⁷ samples: 2.44 and 3.40 ULP;
///          without, 2.44 and 3.40.
template <class T = float>
struct SiLU : detail::silu_functor<T, detail::fast_policy> {
    static constexpr const char* name = "fast::silu";
};

/// fast::silu(x, y): see function for the call forms.
inline constexpr function<SiLU> silu{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::SiLU.
///
/// Edges    as activation::SiLU.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, x·σ(x) from e^(−|x|), itself a quotient, by one division (detail/math/exact_logistic.hpp).
template <class T = float>
struct SiLU : detail::exact_or<T, detail::exact_functor<detail::exact_silu_functions>, activation::SiLU<T>> {
    static constexpr const char* name = "exact::silu";
    using half_rounding = detail::silu_half_rounding;
};

/// exact::silu(x, y): see function for the call forms.
inline constexpr function<SiLU> silu{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
