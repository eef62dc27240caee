#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(gelu, GELU)
#elif !defined(ACTIVATION_GELU_HPP)
#define ACTIVATION_GELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_gelu.hpp"
#include "activation/detail/math/half_rounding.hpp"
#include "activation/detail/math/near_gelu.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

/// GELU and fast::GELU.
template <class T, class Policy>
struct gelu_functor : with_two_parts<gelu_functor, T, Policy, has_near_gelu<T, Policy>> {
    static constexpr bool forward_is_deferred = has_near_gelu<T, Policy>;
    static constexpr std::size_t interleave = 4;
    static constexpr bool many_constants = !Policy::looks_up_directly;

    template <class V>
    [[gnu::always_inline]] static constexpr auto is_far(const V& x) noexcept {
        return gelu_way<gelu_exact, T, Policy>::is_far(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return gelu_way<gelu_exact, T, Policy>::forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return gelu_way<gelu_exact, T, Policy>::derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return gelu_way<gelu_exact, T, Policy>::value_and_derivative(x);
    }
};

}  // namespace detail

/// Gaussian error linear unit, f(x) = x·Φ(x), Φ the standard normal cumulative distribution function;
/// f′(x) = Φ(x) + x·φ(x), φ its density.
///
/// Edges    ±0 → ±0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
///          A result that underflows is −0.
/// Error    float, every input: f 1.00 ULP (at -0x1.87737ap+1), f′ 0.97 ULP (at -0x1.47cd1p+0); without fused
///          multiply-add 0.95 and 0.99 ULP. double, 10⁷ samples: 1.62 and 1.49 ULP; without, 1.93 and 1.50.
/// Method   f(x) = max(x, 0) − W(|x|), W(a) = a·Q(a), Q = 1 − Φ: W·e^(a²/2) and its derivative's counterpart are one of
///          eight polynomials in the distance from a centre, looked up by the leading bits of a, as a double word; a² is
///          not rounded (detail/math/gelu.hpp).  With fused multiply-add a float's W and its counterpart are, up to
///          a = 3.9, such polynomials themselves (detail/math/near_gelu.hpp), and beyond are put aside.
/// Shape    one value or one batch, lane by lane; function<GELU> takes ranges.
/// Source   Hendrycks and Gimpel, "Gaussian error linear units", arXiv 1606.08415, 2016; the slots follow Tang,
///          "Table-lookup algorithms for elementary functions", ARITH 10, 1991.
template <class T = float>
struct GELU : detail::gelu_functor<T, detail::accurate_policy> {
    static constexpr const char* name = "gelu";
    using half_rounding = detail::gelu_half_rounding;
};

/// gelu(x, y): see function for the call forms.
inline constexpr function<GELU> gelu{};

namespace fast {

/// The same without the low words; a float's f and f′ are polynomials themselves, without an exponential, of the slot of |x|
/// that both share and of |x| as far as 6 (detail/math/direct_gelu.hpp).
///
/// Edges    as activation::GELU, but that a float's f and f′ are tiny negative numbers for −∞, −3·10⁻⁹ and −2·10⁻⁸.
/// Error    float, every input: f 2.41 ULP (at -0x1.08a7ccp+1) of max(|f|, 1/16), f′ 3.23 ULP (at -0x1.04debp+1) of
///          max(|f′|, 1/16); without fused multiply-add 2.48 and 3.52 ULP. double, 10⁷ samples: 2.62 and 3.58 ULP;
///          without, 2.57 and 3.58.
template <class T = float>
struct GELU : detail::gelu_functor<T, detail::fast_policy> {
    static constexpr const char* name = "fast::gelu";
};

/// fast::gelu(x, y): see function for the call forms.
inline constexpr function<GELU> gelu{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::GELU.
///
/// Edges    as activation::GELU.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, max(x, 0) − a·e^(−a²/2)·P(a)/Q(a), P/Q and the exponential one quotient (detail/math/exact_gelu.hpp).
template <class T = float>
struct GELU : detail::exact_or<T, detail::exact_functor<detail::exact_gelu_functions>, activation::GELU<T>> {
    static constexpr const char* name = "exact::gelu";
    using half_rounding = detail::gelu_half_rounding;
};

/// exact::gelu(x, y): see function for the call forms.
inline constexpr function<GELU> gelu{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
