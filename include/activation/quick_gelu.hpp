#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(quick_gelu, QuickGELU)
#elif !defined(ACTIVATION_QUICK_GELU_HPP)
#define ACTIVATION_QUICK_GELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_logistic.hpp"
#include "activation/detail/math/quick_gelu.hpp"
#include "activation/detail/math/swish.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class T>
struct quick_gelu_functor {
    static constexpr std::size_t interleave = 2, derivative_parts = sizeof(T) == 4 ? 2 : 0;
    static constexpr bool two_steps = true;

    template <class V>
    [[gnu::always_inline]] constexpr void prepare(const V& x, V& power, V& excess) const noexcept {
        prepare_logistic(quick_gelu_argument<T>{}, x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V& x, const V& power, const V& excess) const noexcept {
        return logistic_product<accurate_policy>(quick_gelu_argument<T>{}, x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return forward_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr void prepare_derivative(const V& x, V (&part)[2]) const noexcept {
        quick_gelu_decay(x, part[0], part[1]);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish_derivative(const V& x, const V (&part)[2]) const noexcept {
        return quick_gelu_derivative_from(x, part[0], part[1]);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (sizeof(T) == 4)
            return derivative_of_steps(*this, x);
        else
            return swish_slope<accurate_policy>::of(x, plain_factor(quick_gelu_factor<T>));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

/// GELU approximated by a sigmoid, f(x) = x·σ(1.702x);  f′(x) = σ(z) + z·σ(z)·σ(−z), z = 1.702x.
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
/// Error    float, every input: f 0.97 ULP (at -0x1.73fe9ep+3), f′ 1.95 ULP (at -0x1.70ba5cp+0) of max(|f′|, 1/16);
///          without fused multiply-add 0.98 and 1.95 ULP. double, 10⁷ samples: 0.77 and 1.63 ULP; without, 0.77 and
///          1.65. Of f′ itself that bound is many ULP next to the root, at 1.702x = −1.278.
/// Method   SiLU's product, the exponential's steps divided by 1.702 (detail/math/swish.hpp).  A float's f′ is
///          (1 + e·(1 + z))/(1 + e)², e = e^(−z), with what z, e, the sums and the quotient are rounded by
///          (detail/math/quick_gelu.hpp); a double's as Swish's with 1.702 in two parts.
/// Shape    one value or one batch, lane by lane; function<QuickGELU> takes ranges.
/// Source   Hendrycks and Gimpel, "Gaussian error linear units (GELUs)", 2016; the name is that of OpenAI's CLIP.
template <class T = float>
struct QuickGELU : detail::quick_gelu_functor<T> {
    static constexpr const char* name = "quick_gelu";
};

/// quick_gelu(x, y): see function for the call forms.
inline constexpr function<QuickGELU> quick_gelu{};

namespace detail {

/// A float's in the fast tier.
template <class T>
struct short_quick_gelu_functor {
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return short_quick_gelu(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return short_quick_gelu_derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

namespace fast {

/// A float's as fast::SiLU's, with an exponential of 1.702x (detail/math/short_quick_gelu.hpp); a double's is
/// activation::QuickGELU.
///
/// Edges    as activation::QuickGELU, but that a float's f and f′ are tiny negative numbers for −∞.
/// Error    float, every input: f 2.48 ULP (at -0x1.596846p+0) of max(|f|, 1/16), f′ 3.92 ULP (at -0x1.fa7fd4p-2) of
///          max(|f′|, 1/16); without fused multiply-add 3.95 and 5.77 ULP. double, 10⁷ samples: 0.60 and 1.63 ULP;
///          without, 0.60 and 1.65.
template <class T = float>
struct QuickGELU : detail::short_or<T, detail::short_quick_gelu_functor<T>, activation::QuickGELU<T>> {
    static constexpr const char* name = "fast::quick_gelu";
};

/// fast::quick_gelu(x, y): see function for the call forms.
inline constexpr function<QuickGELU> quick_gelu{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::QuickGELU.
///
/// Edges    as activation::QuickGELU.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, x·σ(z) from e^(−|z|), z = 1.702x, itself a quotient in x, by one division
///          (detail/math/exact_logistic.hpp).
template <class T = float>
struct QuickGELU
    : detail::exact_or<T, detail::exact_functor<detail::exact_quick_gelu_functions>, activation::QuickGELU<T>> {
    static constexpr const char* name = "exact::quick_gelu";
};

/// exact::quick_gelu(x, y): see function for the call forms.
inline constexpr function<QuickGELU> quick_gelu{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
