#ifndef ACTIVATION_TANH_HPP
#define ACTIVATION_TANH_HPP

#include "activation/detail/expm1.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Hyperbolic tangent, f(x) = tanh x;  f′(x) = 1 / cosh² x.
///
/// Edges    ±0 → ±0, ±∞ → ±1, NaN → NaN;  f′: ±0 → 1, ±∞ → +0, NaN → NaN.
/// Shape    one value or one batch, lane by lane; function<Tanh> takes ranges.
template <class T = float>
struct Tanh {
    static constexpr const char* name = "tanh";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V a = detail::absolute(x);
        const V bounded = detail::choose(a > V(T(20)), V(T(20)), a);
        const V t = detail::expm1_of(V(V(T(-2)) * bounded));
        return detail::copy_sign(V(V(-t) / V(t + V(T(2)))), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        constexpr T underflow = sizeof(T) == 4 ? T(55) : T(400);
        const V a = detail::absolute(x);
        const V bounded = detail::choose(a > V(underflow), V(underflow), a);
        const auto e = detail::exp_of(V(V(T(-2)) * bounded));
        const V mantissa = e.high + e.low;
        const V d = detail::scale(mantissa, e.exponent) + V(T(1));
        return detail::scale(V(V(V(T(4)) * mantissa) / V(d * d)), e.exponent);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x): 1 − y², exact to one rounding of the product.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return V(V(T(1)) - y) * V(V(T(1)) + y);
    }
};

/// tanh(x, y): see function for the call forms.
inline constexpr function<Tanh> tanh{};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
