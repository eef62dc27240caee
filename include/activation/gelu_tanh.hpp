#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(gelu_tanh, GELUTanh)
#elif !defined(ACTIVATION_GELU_TANH_HPP)
#define ACTIVATION_GELU_TANH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_logistic.hpp"
#include "activation/detail/math/gelu_tanh.hpp"
#include "activation/detail/math/half_rounding.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

/// GELUTanh and fast::GELUTanh.
template <class T, class Policy>
struct gelu_tanh_functor : with_two_parts<gelu_tanh_functor, T, Policy, has_near_gelu<T, Policy>> {
    static constexpr std::size_t interleave = 4;
    static constexpr bool two_steps = Policy::compensates;

    template <class V>
    [[gnu::always_inline]] constexpr void prepare(const V& x, V& power, V& excess) const noexcept {
        prepare_logistic(gelu_tanh_product_argument<T>{}, x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V& x, const V& power, const V& excess) const noexcept {
        return logistic_product<Policy>(gelu_tanh_product_argument<T>{}, x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (has_short_exp<T, Policy>)
            return short_gelu_tanh(x);
        else
            return forward_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr auto is_far(const V& x) noexcept {
        return gelu_way<gelu_with_tanh, T, Policy>::is_far(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return gelu_tanh_derivative<Policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

/// Gaussian error linear unit in its tanh form, f(x) = ½x(1 + tanh(√(2/π)(x + 0.044715x³))) = x·σ(z(x)),
/// z(x) = 2√(2/π)(x + 0.044715x³);  f′(x) = σ(z) + x·z′(x)·σ(z)·(1 − σ(z)).
///
/// Edges    ±0 → ±0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
///          A result that underflows is −0.
/// Error    float, every input: f 0.96 ULP (at -0x1.62192ep+1), f′ 0.97 ULP (at -0x1.483e3cp+0); without fused
///          multiply-add 0.96 and 1.05 ULP. double, 10⁷ samples: 0.77 and 1.27 ULP; without, 0.77 and 1.36.
/// Method   f is x/(1 + e^(−z)) like SiLU's (silu.hpp), z being a double word in a unit in which its coefficients are
///          short numbers: 0.044715 is 8943/200000.  f′(−a)·e^z is one of eight polynomials in the distance from a
///          centre, looked up by the leading bits of a, as a double word (detail/math/gelu.hpp).  With fused multiply-add
///          a float's f′(−a) is, up to a = 3.85, such a polynomial itself (detail/math/near_gelu.hpp).
/// Shape    one value or one batch, lane by lane; function<GELUTanh> takes ranges.
/// Source   Hendrycks and Gimpel, "Gaussian error linear units", arXiv 1606.08415, 2016; the slots follow Tang,
///          "Table-lookup algorithms for elementary functions", ARITH 10, 1991.
template <class T = float>
struct GELUTanh : detail::gelu_tanh_functor<T, detail::accurate_policy> {
    static constexpr const char* name = "gelu_tanh";
    using half_rounding = detail::gelu_tanh_half_rounding;
    using float16_functor = detail::gelu_tanh_functor<T, detail::fast_policy>;
};

/// gelu_tanh(x, y): see function for the call forms.
inline constexpr function<GELUTanh> gelu_tanh{};

namespace fast {

/// The same without the corrections.  A float's f is x/(1 + e^(−z)) with a short exponential and counts x as far as −9.94, its
/// f′ is one of eight polynomials itself, as far as −6 (detail/math/direct_gelu.hpp).  A double's f′ is
/// σ·(1 + x·z′·(1 − σ)) from the division that f has.
///
/// Edges    as activation::GELUTanh, but that a float's f and f′ are tiny negative numbers for −∞, −5·10⁻³⁷ and −4·10⁻¹⁰.
/// Error    float, every input: f 3.62 ULP (at -0x1.8ba2fep+0) of max(|f|, 1/16), f′ 2.48 ULP (at -0x1.049c26p+1) of
///          max(|f′|, 1/16); without fused multiply-add 5.27 and 2.75 ULP. double, 10⁷ samples: 2.42 and 4.74 ULP;
///          without, 2.42 and 5.40.
template <class T = float>
struct GELUTanh : detail::gelu_tanh_functor<T, detail::fast_policy> {
    static constexpr const char* name = "fast::gelu_tanh";
};

/// fast::gelu_tanh(x, y): see function for the call forms.
inline constexpr function<GELUTanh> gelu_tanh{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::GELUTanh.
///
/// Edges    as activation::GELUTanh.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, x·σ(z) from e^(−|z|), itself a quotient, by one division (detail/math/exact_logistic.hpp).
template <class T = float>
struct GELUTanh
    : detail::exact_or<T, detail::exact_functor<detail::exact_gelu_tanh_functions>, activation::GELUTanh<T>> {
    static constexpr const char* name = "exact::gelu_tanh";
    using half_rounding = detail::gelu_tanh_half_rounding;
};

/// exact::gelu_tanh(x, y): see function for the call forms.
inline constexpr function<GELUTanh> gelu_tanh{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
