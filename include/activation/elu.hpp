#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(elu, ELU)
#elif !defined(ACTIVATION_ELU_HPP)
#define ACTIVATION_ELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include <concepts>

#include "activation/detail/math/exact_elu.hpp"
#include "activation/detail/math/expm1.hpp"
#include "activation/detail/math/short_expm1.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
/// Exponential linear unit, f(x) = x if x > 0, else alpha·(eˣ − 1);  f′(x) = 1 if x > 0, else alpha·eˣ.
///
/// Domain   any finite alpha.  Calls on ranges refuse others.
/// Edges    for a positive alpha a: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −a, NaN → NaN;
///          f′: ±0 → a, +∞ → 1, −∞ → +0, NaN → NaN.
/// Error    alpha 1, float, every input: f 0.91 ULP (at -0x1.3c3884p-1), f′ 0.80 ULP (at -0x1.5d86fap+6); without fused
///          multiply-add 1.04 and 0.79 ULP. double, 10⁷ samples: 0.94 and 0.78 ULP; without, 0.95 and 0.76.
///          alpha 0.3 and 1.67, float, every input: f 1.29 ULP (at -0x1.c6747cp-1), f′ 0.81 ULP (at -0x1.595d04p+6);
///          without fused multiply-add 1.70 and 1.31 ULP. double, 10⁷ samples: 1.30 and 0.80 ULP; without, 1.51 and
///          1.64.  Alphas of every magnitude and sign, sampled: within the same.
/// Method   eˣ − 1 is one of eight polynomials in the distance from a centre, looked up by the leading bits of x, on
///          top of max(x, −1), which is exact; eˣ is a power of two, a table of eight and a polynomial (detail/math/exp.hpp).
///          alpha multiplies their two parts before they are added.
/// Shape    one value or one batch, lane by lane; function<ELU> takes ranges.
/// Source   Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential linear
///          units", ICLR 2016; name and default of alpha are PyTorch's.
template <class T = float>
struct ELU {
    static constexpr const char* name = "elu";
    static constexpr const char* parameter_names[] = {"alpha"};
    static constexpr std::size_t interleave = 4;

    T alpha = T(1);

    constexpr detail::refused_parameter refused() const noexcept {
        return detail::refused_unless_finite("alpha", alpha);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if (detail::same_number(alpha, T(1))) return detail::expm1_or_x(x);
        const V zero(T(0));
        return detail::choose(x < zero, detail::scaled_expm1(detail::at_most(x, zero), alpha), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V zero(T(0));
        const V decay = detail::scaled_exp(detail::at_most(x, zero), alpha);
        return detail::choose(x > zero, V(T(1)), detail::choose(x >= zero, V(alpha), decay));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x), whose sign is that of x as long as alpha is positive.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::choose(y > V(T(0)), V(T(1)), V(y + V(alpha)));
    }

    constexpr detail::positive_parameter needed_positive_from_output() const noexcept {
        return {"alpha", static_cast<double>(alpha)};
    }
};

/// elu(x, y, {.alpha = …}): see function for the call forms.
inline constexpr function<ELU> elu{};

namespace fast {

/// The same with a short exponential in a float's f′, where x counts as far as −87, and without second words for an alpha that
/// is not 1; |alpha| up to 4 (detail/math/short_expm1.hpp).  For larger ones, and in double, it is activation::ELU.
///
/// Edges    as activation::ELU, but that a float's f′(−∞) is alpha·10⁻³⁸.
/// Error    float, every input: f 0.91 ULP (at -0x1.3c3884p-1) of max(|f|, 1/16), f′ 1.89 ULP (at -0x1.11b83ap+1) of
///          max(|f′|, 1/16); without fused multiply-add 1.04 and 3.16 ULP. double, 10⁷ samples: 0.94 and 0.59 ULP;
///          without, 0.95 and 0.63.
template <class T = float>
struct ELU {
    static constexpr const char* name = "fast::elu";
    static constexpr const char* parameter_names[] = {"alpha"};
    static constexpr std::size_t interleave = 4;

    T alpha = T(1);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if (detail::same_number(alpha, T(1))) return detail::expm1_or_x(x);
        if (!is_short()) return accurate().forward(x);
        const V zero(T(0));
        // Where both its parts underflow, their sum loses the sign.
        const V of_negative = detail::short_scaled_expm1(detail::at_most(x, zero), alpha);
        return detail::choose(x < zero, detail::copy_sign(of_negative, V(-alpha)), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (detail::has_short_exp<T, detail::fast_policy>) {
            const V zero(T(0));
            if (is_short()) [[likely]]
                return detail::choose(x > zero, V(T(1)), detail::short_scaled_exp(detail::at_most(x, zero), alpha));
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
    [[gnu::always_inline]] constexpr activation::ELU<T> accurate() const { return {alpha}; }
    [[gnu::always_inline]] constexpr bool is_short() const {
        return sizeof(T) == sizeof(float) && detail::is_short_alpha(alpha);
    }
};

/// fast::elu(x, y, {.alpha = …}): see function for the call forms.
inline constexpr function<ELU> elu{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′, where alpha is 1; else, and of doubles, activation::ELU.
///
/// Domain   as activation::ELU.
/// Edges    as activation::ELU.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, 2ⁿ·(eʳ − 1) + (2ⁿ − 1) and 2ⁿ·eʳ by polynomials of degree 11 and 10 (detail/math/exact_elu.hpp).
///          Another alpha: that of activation::ELU, and not the same on every target.
template <class T = float>
struct ELU {
    static constexpr const char* name = "exact::elu";
    static constexpr const char* parameter_names[] = {"alpha"};
    static constexpr std::size_t interleave = 2;

    T alpha = T(1);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (std::same_as<T, float>)
            if (detail::same_number(alpha, T(1))) return detail::exact_elu_functions::value(x);
        return accurate().forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (std::same_as<T, float>)
            if (detail::same_number(alpha, T(1))) return detail::exact_elu_functions::slope(x);
        return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x), whose sign is that of x as long as alpha is positive.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return accurate().derivative_from_output(y);
    }

    constexpr detail::positive_parameter needed_positive_from_output() const noexcept {
        return accurate().needed_positive_from_output();
    }

private:
    [[gnu::always_inline]] constexpr activation::ELU<T> accurate() const noexcept { return {alpha}; }
};

/// exact::elu(x, y, {.alpha = …}): see function for the call forms.
inline constexpr function<ELU> elu{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
