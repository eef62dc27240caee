#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(tanh, Tanh)
#elif !defined(ACTIVATION_TANH_HPP)
#define ACTIVATION_TANH_HPP

#include "activation/detail/arch/requirements.hpp"

#include <concepts>

#include "activation/detail/math/exact_tanh.hpp"
#include "activation/detail/math/half_rounding.hpp"
#include "activation/detail/math/tanh.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Tanh and fast::Tanh.
template <class T, class Policy>
struct tanh_functor : with_two_parts<tanh_functor, T, Policy> {
    static constexpr std::size_t interleave = 4;
    static constexpr bool value_comes_first = divides_for_tanh<T, Policy>;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return tanh_of<Policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr auto is_far(const V& x) noexcept {
        return is_far_for_sech_squared(absolute(x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return sech_squared_of<Policy>(absolute(x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) = 1 − y² from y = f(x): one rounding where multiply and add are fused; otherwise as a product, in which
    /// nothing cancels that was rounded before.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        const V one(T(1));
        if constexpr (has_fused_multiply_add)
            return negative_multiply_add(y, y, one);
        else
            return V(one - y) * V(one + y);
    }
};

}  // namespace detail

/// Hyperbolic tangent, f(x) = tanh x;  f′(x) = 1 / cosh² x.
///
/// Edges    ±0 → ±0, ±∞ → ±1, NaN → NaN;  f′: ±0 → 1, ±∞ → +0, NaN → NaN.
/// Error    float, every input: f 0.75 ULP (at 0x1.0042b2p+0), f′ 0.95 ULP (at 0x1.32f7b2p+0); without fused
///          multiply-add 0.83 and 1.30 ULP. double, 10⁷ samples: 1.03 and 0.76 ULP; without, 1.17 and 0.84.
/// Method   one of eight polynomials in the distance from a centre, looked up by the leading bits of |x|, on top of a
///          leading part that is exact: min(|x|, 1) for f, two terms of few bits for a float's f′.  f needs
///          nothing else; f′ = 4σ′(2x) beyond |x| = 6, and a double's f′ everywhere (sigmoid.hpp).
/// Shape    one value or one batch, lane by lane; function<Tanh> takes ranges.
/// Source   the slots follow Tang, "Table-lookup algorithms for elementary functions", ARITH 10, 1991.
template <class T = float>
struct Tanh : detail::tanh_functor<T, detail::accurate_policy> {
    static constexpr const char* name = "tanh";
    using half_rounding = detail::tanh_half_rounding;
    using float16_functor = detail::tanh_functor<T, detail::fast_policy>;
};

/// tanh(x, y): see function for the call forms.
inline constexpr function<Tanh> tanh{};

namespace fast {

/// A float's f is 2ND/(N² + D²), N/D a quotient of two polynomials for tanh(x/2), so that no error of theirs counts where
/// tanh is nearly 1, and is ±1 beyond |x| = 8.93; its f′ is 4e/(1 + e)², e = e^(−2|x|) a short exponential in which |x| counts as far as 21.5
/// (detail/math/short_logistic.hpp).  A double's f′ is 4σ′(2x) uncorrected.
///
/// Edges    as activation::Tanh, but that a float's f′(±∞) is 8·10⁻¹⁹; where |x| > 175 a double's f′ is +0.
/// Error    float, every input: f 3.98 ULP (at 0x1.f349bp-7), f′ 3.67 ULP (at 0x1.b3e014p+0) of max(|f′|, 1/16);
///          without fused multiply-add 3.98 and 3.73 ULP. double, 10⁷ samples: 1.03 and 2.50 ULP; without, 1.17 and
///          2.89.
template <class T = float>
struct Tanh : detail::tanh_functor<T, detail::fast_policy> {
    static constexpr const char* name = "fast::tanh";
};

/// fast::tanh(x, y): see function for the call forms.
inline constexpr function<Tanh> tanh{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::Tanh.
///
/// Edges    as activation::Tanh.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, a quotient of what makes e²ˣ, by one division (detail/math/exact_tanh.hpp).
template <class T = float>
struct Tanh : detail::exact_or<T, detail::exact_functor<detail::exact_tanh_functions>, activation::Tanh<T>> {
    static constexpr const char* name = "exact::tanh";
    using half_rounding = detail::tanh_half_rounding;

    /// f′(x) = 1 − y² from y = f(x), rounded once.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        if constexpr (std::same_as<T, float>)
            return detail::exact_tanh_functions::slope_from_value(y);
        else
            return activation::Tanh<T>::derivative_from_output(y);
    }
};

/// exact::tanh(x, y): see function for the call forms.
inline constexpr function<Tanh> tanh{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
