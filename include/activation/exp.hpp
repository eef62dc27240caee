#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(exp, Exp)
#elif !defined(ACTIVATION_EXP_HPP)
#define ACTIVATION_EXP_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_elu.hpp"
#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/short_exp.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Exponential function, f(x) = eˣ;  f′(x) = eˣ.
///
/// Edges    ±0 → 1, +∞ → +∞, −∞ → +0, NaN → NaN;  f′ is f.
/// Error    float, every input: f 0.79 ULP (at -0x1.5ee9d2p+6), f′ 0.79 ULP (at -0x1.5ee9d2p+6); without fused
///          multiply-add 0.79 and 0.79 ULP. double, 10⁷ samples: 0.76 and 0.76 ULP; without, 0.76 and 0.76.
/// Method   2ⁿ · 2^(j/8) · (1 + p(r)), rounded once (detail/math/exp.hpp).
/// Shape    one value or one batch, lane by lane; function<Exp> takes ranges.
template <class T = float>
struct Exp {
    static constexpr const char* name = "exp";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::unbounded_exp(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        const V value = forward(x);
        return {value, value};
    }

    /// f′(x) from y = f(x), which is y.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return y;
    }
};

/// exp(x, y): see function for the call forms.
inline constexpr function<Exp> exp{};

namespace detail {

/// A float's in the fast tier.
template <class T>
struct short_exp_functor {
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        // The last x whose power is a number; a constant expression may not overflow.
        constexpr T last = T(0x1.62e42ep+6);
        V power, rest;
        precise_short_exp(clamp(x, V(T(-87)), V(last)), power, rest);
        return choose(x > V(last), V(infinity<T>), V(power * rest));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        const V value = forward(x);
        return {value, value};
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return y;
    }
};

}  // namespace detail

namespace fast {

/// A float's is a short exponential in which x counts from −87 on (detail/math/short_exp.hpp); a double's is activation::Exp.
///
/// Edges    as activation::Exp, but that a float's f and f′ are 10⁻³⁸ for −∞.
/// Error    float, every input: f 1.55 ULP (at 0x1.57cd4p+0) of max(|f|, 1/16), f′ 1.55 ULP (at 0x1.57cd4p+0) of
///          max(|f′|, 1/16); without fused multiply-add 1.61 and 1.61 ULP. double, 10⁷ samples: 0.61 and 0.61 ULP;
///          without, 0.65 and 0.65.
template <class T = float>
struct Exp : detail::short_or<T, detail::short_exp_functor<T>, activation::Exp<T>> {
    static constexpr const char* name = "fast::exp";
};

/// fast::exp(x, y): see function for the call forms.
inline constexpr function<Exp> exp{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float; a double's is activation::Exp.
///
/// Edges    as activation::Exp.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, 2ⁿ·p(r), p of degree 10 (detail/math/exact_elu.hpp).
template <class T = float>
struct Exp : detail::exact_or<T, detail::exact_functor<detail::exact_exp_functions>, activation::Exp<T>> {
    static constexpr const char* name = "exact::exp";
};

/// exact::exp(x, y): see function for the call forms.
inline constexpr function<Exp> exp{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
