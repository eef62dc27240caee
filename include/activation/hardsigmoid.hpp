#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(hardsigmoid, Hardsigmoid)
#elif !defined(ACTIVATION_HARDSIGMOID_HPP)
#define ACTIVATION_HARDSIGMOID_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/simd/double_word.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Piecewise linear sigmoid, f(x) = 0 if x ≤ −3, 1 if x ≥ 3, else x / 6 + ½;  f′(x) = 1/6 if −3 < x < 3, else 0.
///
/// Edges    ±0 → ½, +∞ → 1, −∞ → +0, NaN → NaN;  f′: 0 at both knees and at ±∞, NaN → NaN.
/// Error    ½ ULP;  f′ correctly rounded.
/// Method   x + 3 and its rounding error, divided by 6 with the remainder put right.
/// Shape    one value or one batch, lane by lane; function<Hardsigmoid> takes ranges.
/// Source   Courbariaux, Bengio and David, "BinaryConnect", NIPS 2015, with the slope of PyTorch (ONNX: alpha = 1/6).
template <class T = float>
struct Hardsigmoid {
    static constexpr const char* name = "hardsigmoid";
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V within = detail::clamp(x, V(T(-3)), V(T(3)));
        const detail::double_word<V> sum = detail::two_sum(within, V(T(3)));
        const V quotient = detail::divide(sum.high, V(T(6)));
        const detail::double_word<V> product = detail::two_product(quotient, V(T(6)));
        const V remainder = V(V(sum.high - product.high) - product.low) + sum.low;
        return detail::multiply_add(remainder, V(T(1) / T(6)), quotient);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::between(x, V(T(-3)), V(T(3)), V(T(0)), V(T(1) / T(6)), V(T(0)));
    }

    /// Where no gradient passes, whatever it is: at both knees and beyond.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return detail::outside(x, V(T(-3)), V(T(3)));
    }

    /// f′(x) from y = f(x), exactly but where y has been rounded to a knee.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::between(y, V(T(0)), V(T(1)), V(T(0)), V(T(1) / T(6)), V(T(0)));
    }

    /// is_constant(x) from y = f(x).
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant_from_output(const V& y) const noexcept {
        return detail::outside(y, V(T(0)), V(T(1)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// hardsigmoid(x, y): see function for the call forms.
inline constexpr function<Hardsigmoid> hardsigmoid{};

namespace fast {
using activation::Hardsigmoid;
using activation::hardsigmoid;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
