#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(tanh, Tanh)
#elif !defined(ACTIVATION_TANH_HPP)
#define ACTIVATION_TANH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/tanh.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Tanh and fast::Tanh.
template <class T, class Policy>
struct tanh_functor {
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V magnitude = absolute(x);
        const auto sign = to_bits(x) ^ to_bits(magnitude);
        return from_bits<V>(to_bits(tanh_of<Policy>(magnitude)) | sign);
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
///          multiply-add 0.83 and 1.30 ULP. double, 10⁷ samples: 1.03 and 0.76 ULP; without, 1.60 and 0.84.
/// Method   one of eight polynomials in the distance from a centre, looked up by the leading bits of |x|, on top of a
///          leading part that is exact: min(|x|, 1) for f, two terms of few bits for a float's f′.  f needs
///          nothing else; f′ = 4σ′(2x) beyond |x| = 6, and a double's f′ everywhere (sigmoid.hpp).
/// Shape    one value or one batch, lane by lane; function<Tanh> takes ranges.
/// Source   the slots follow Tang, "Table-lookup algorithms for elementary functions", ARITH 10, 1991.
template <class T = float>
struct Tanh : detail::tanh_functor<T, detail::accurate_policy> {
    static constexpr const char* name = "tanh";
};

/// tanh(x, y): see function for the call forms.
inline constexpr function<Tanh> tanh{};

namespace fast {

/// The same with a polynomial of a lower degree for a float, and σ′ uncorrected (fast::Sigmoid).
///
/// Edges    as activation::Tanh; where |x| > 21.5, double 175, f′ is +0.
/// Error    float, every input: f 3.37 ULP (at 0x1.57e98ep+1), f′ 2.96 ULP (at 0x1.b78f3p+0) of max(|f′|, 1/16);
///          without fused multiply-add 3.37 and 3.34 ULP. double, 10⁷ samples: 1.03 and 2.50 ULP; without, 1.60 and
///          2.89.
template <class T = float>
struct Tanh : detail::tanh_functor<T, detail::fast_policy> {
    static constexpr const char* name = "fast::tanh";
};

/// fast::tanh(x, y): see function for the call forms.
inline constexpr function<Tanh> tanh{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
