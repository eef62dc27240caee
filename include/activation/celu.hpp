#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(celu, CELU)
#elif !defined(ACTIVATION_CELU_HPP)
#define ACTIVATION_CELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/celu.hpp"
#include "activation/detail/math/short_expm1.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Continuously differentiable exponential linear unit, f(x) = x if x > 0, else alpha·(e^(x/alpha) − 1);
/// f′(x) = 1 if x > 0, else e^(x/alpha).
///
/// Domain   any finite alpha but 0, negative ones too.  Calls on ranges refuse others.
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −alpha, NaN → NaN;  f′: ±0 → 1, +∞ → 1, −∞ → +0, NaN → NaN.
///          alpha < 0: −∞ → −∞;  f′: −∞ → +∞.
/// Error    alpha 1 and 0.7, float, every input: f 1.36 ULP (at -0x1.67400ap-1), f′ 1.08 ULP (at -0x1.ad0a6ep+0) of
///          max(f′, 1/16); without fused multiply-add 1.73 and 1.09 ULP. double, 10⁷ samples: 1.38 and 1.04 ULP;
///          without, 1.76 and 1.05.  Alphas of every magnitude and sign, sampled: f 1.50, f′ 1.02 ULP; without, 1.86
///          and 1.03.
/// Method   ELU's parts at x/alpha (detail/math/celu.hpp): max(x, −alpha) is exact and alpha multiplies only what stands
///          on top of it; f′ puts right what the division rounded.  A negative alpha: those parts at −x/alpha times
///          e^(x/alpha).
/// Shape    one value or one batch, lane by lane; function<CELU> takes ranges.
/// Source   Barron, "Continuously differentiable exponential linear units", 2017; name and default are PyTorch's.
template <class T = float>
struct CELU {
    static constexpr const char* name = "celu";
    static constexpr const char* parameter_names[] = {"alpha"};
    static constexpr std::size_t interleave = 4;

    T alpha = T(1);

    constexpr detail::refused_parameter refused() const noexcept {
        return detail::refused_unless(detail::has_celu(alpha), "alpha", alpha, "finite and not 0");
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V zero(T(0));
        return detail::choose(x < zero, detail::celu_value(detail::at_most(x, zero), alpha), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V zero(T(0));
        return detail::choose(x > zero, V(T(1)), detail::celu_derivative(detail::at_most(x, zero), alpha));
    }

    /// f′(x) from y = f(x), (y + alpha)/alpha where y ≤ 0, whose sign is that of x as long as alpha is
    /// positive.  Error ≤ 1.5 ULP of that of the y at hand.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::choose(y > V(T(0)), V(T(1)), detail::divide(V(y + V(alpha)), V(alpha)));
    }

    constexpr detail::positive_parameter needed_positive_from_output() const noexcept {
        return {"alpha", static_cast<double>(alpha)};
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// celu(x, y, {.alpha = …}): see function for the call forms.
inline constexpr function<CELU> celu{};

namespace fast {

/// The same with 1/alpha as a factor and a short exponential of x/alpha in a float's f′, for alphas from 1/16 to 2⁴⁰
/// (detail/math/short_expm1.hpp).  For others, and in double, it is activation::CELU.
///
/// Edges    as activation::CELU, but that a float's f′(−∞) is 10⁻³⁸.
/// Error    float, every input: f 0.91 ULP (at -0x1.3c3884p-1) of max(|f|, 1/16), f′ 1.55 ULP (at -0x1.62ddfep-5) of
///          max(|f′|, 1/16); without fused multiply-add 1.04 and 2.74 ULP. double, 10⁷ samples: 0.94 and 0.59 ULP;
///          without, 0.95 and 0.63.
template <class T = float>
struct CELU {
    static constexpr const char* name = "fast::celu";
    static constexpr const char* parameter_names[] = {"alpha"};
    static constexpr std::size_t interleave = 4;

    T alpha = T(1);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if (detail::same_number(alpha, T(1))) return detail::expm1_or_x(x);
        if constexpr (detail::has_short_exp<T, detail::fast_policy>) {
            const V zero(T(0));
            const detail::short_divisor<T> divisor(detail::foldable(alpha));
            if (detail::is_short_divisor(alpha)) [[likely]]
                return detail::choose(x < zero, detail::short_celu(detail::at_most(x, zero), divisor), x);
        }
        return accurate().forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (detail::has_short_exp<T, detail::fast_policy>) {
            const V zero(T(0));
            const detail::short_divisor<T> divisor(detail::foldable(alpha));
            if (detail::is_short_divisor(alpha)) [[likely]]
                return detail::choose(x > zero, V(T(1)),
                                      detail::short_celu_derivative(detail::at_most(x, zero), divisor));
        }
        return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return accurate().derivative_from_output(y);
    }

    constexpr detail::positive_parameter needed_positive_from_output() const noexcept {
        return accurate().needed_positive_from_output();
    }

private:
    [[gnu::always_inline]] constexpr activation::CELU<T> accurate() const { return {alpha}; }
};

/// fast::celu(x, y, {.alpha = …}): see function for the call forms.
inline constexpr function<CELU> celu{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
