#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(selu, SELU)
#elif !defined(ACTIVATION_SELU_HPP)
#define ACTIVATION_SELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_elu.hpp"
#include "activation/detail/math/expm1.hpp"
#include "activation/detail/math/short_expm1.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Scaled exponential linear unit, f(x) = λx if x > 0, else λα·(eˣ − 1);  f′(x) = λ if x > 0, else λα·eˣ;
/// λ = 1.0507009873554804934193349852946, α = 1.6732632423543772848170429916717.
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −λα, NaN → NaN;  f′: ±0 → λα, +∞ → λ, −∞ → +0, NaN → NaN.
/// Error    float, every input: f 1.43 ULP (at -0x1.ad45cap-1), f′ 0.88 ULP (at -0x1.4d31c4p-1) of max(f′, 1/16);
///          without fused multiply-add 1.70 and 0.93 ULP. double, 10⁷ samples: 1.29 and 0.69 ULP; without, 1.50 and
///          1.14.
/// Method   ELU's with alpha λα (detail/math/expm1.hpp).  What overflows is chosen and not computed, so that it is a
///          constant expression too.
/// Shape    one value or one batch, lane by lane; function<SELU> takes ranges.
/// Source   Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks", NeurIPS 2017.
template <class T = float>
struct SELU {
    static constexpr const char* name = "selu";
    static constexpr std::size_t interleave = 4;

    static constexpr T scale = T(1.0507009873554804934193349852946L);
    static constexpr T negative_scale = T(1.7580993408473768599402175208123L);

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V zero(T(0));
        const V of_negative = detail::scaled_expm1(detail::at_most(x, zero), negative_scale);
        return detail::choose(x > zero, of_positive(x), detail::choose(x >= zero, x, of_negative));
    }

    /// λ·x for x > 0.
    template <class V>
    [[gnu::always_inline]] static constexpr V of_positive(const V& x) noexcept {
        // λ·x rounds to a number up to largest_finite, scale·x only up to the number before it in float.
        constexpr bool single = sizeof(T) == sizeof(float);
        constexpr T largest = single ? T(0x1.e74b2ep+127) : T(0x1.e74b31afded6dp+1023);
        constexpr T largest_finite = single ? T(0x1.e74b30p+127) : largest;
        const V positive = V(scale) * detail::clamp(x, V(T(0)), V(largest));
        return detail::choose(x > V(largest_finite), V(detail::infinity<T>), positive);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V zero(T(0));
        const V decay = detail::scaled_exp(detail::at_most(x, zero), negative_scale);
        return detail::choose(x > zero, V(scale), detail::choose(x >= zero, V(negative_scale), decay));
    }

    /// f′(x) from y = f(x), y + λα where y ≤ 0, whose sign is that of x.  Of a y that has been
    /// rounded to −λα it is +0.  Error ≤ 0.7 ULP of that of the y at hand.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        // What λα is more than negative_scale.
        constexpr T rest =
            static_cast<T>(1.7580993408473768599402175208123L - static_cast<long double>(negative_scale));
        const V of_negative = detail::at_least(V(V(y + V(negative_scale)) + V(rest)), V(T(0)));
        return detail::choose(y > V(T(0)), V(scale), of_negative);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// selu(x, y): see function for the call forms.
inline constexpr function<SELU> selu{};

namespace detail {

/// A float's in the fast tier.
template <class T>
struct short_selu_functor {
    static constexpr std::size_t interleave = 4;
    using accurate = activation::SELU<T>;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V zero(T(0));
        const V of_negative = short_scaled_expm1(at_most(x, zero), accurate::negative_scale);
        return choose(x > zero, accurate::of_positive(x), of_negative);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V zero(T(0));
        const V of_negative = short_scaled_exp(at_most(x, zero), accurate::negative_scale);
        return choose(x > zero, V(accurate::scale), of_negative);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return accurate{}.derivative_from_output(y);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

namespace fast {

/// A float's without second words, and a short exponential in f′, where x counts as far as −87 (detail/math/short_expm1.hpp);
/// a double's is activation::SELU.
///
/// Edges    as activation::SELU, but that a float's f′(−∞) is 10⁻³⁸.
/// Error    float, every input: f 2.14 ULP (at -0x1.aab746p-1) of max(|f|, 1/16), f′ 2.61 ULP (at -0x1.5422dep+1) of
///          max(|f′|, 1/16); without fused multiply-add 2.42 and 4.17 ULP. double, 10⁷ samples: 1.29 and 0.69 ULP;
///          without, 1.50 and 1.14.
template <class T = float>
struct SELU : detail::short_or<T, detail::short_selu_functor<T>, activation::SELU<T>> {
    static constexpr const char* name = "fast::selu";
};

/// fast::selu(x, y): see function for the call forms.
inline constexpr function<SELU> selu{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::SELU.
///
/// Edges    as activation::SELU.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, as elu, times λ·α where x is negative (detail/math/exact_elu.hpp).
template <class T = float>
struct SELU : detail::exact_or<T, detail::exact_functor<detail::exact_selu_functions>, activation::SELU<T>> {
    static constexpr const char* name = "exact::selu";

    /// f′(x) from y = f(x): that of activation::SELU, an addition of two floats or three.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return activation::SELU<T>{}.derivative_from_output(y);
    }
};

/// exact::selu(x, y): see function for the call forms.
inline constexpr function<SELU> selu{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
