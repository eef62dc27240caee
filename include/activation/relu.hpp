#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(relu, ReLU)
#elif !defined(ACTIVATION_RELU_HPP)
#define ACTIVATION_RELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/half_rounding.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Rectified linear unit, f(x) = x if x > 0, else 0;  f′(x) = 1 if x > 0, else 0.
///
/// Edges    ±0 → +0, +∞ → +∞, −∞ → +0, NaN → NaN;  f′: ±0 → 0, +∞ → 1, −∞ → 0, NaN → NaN.
/// Error    exact.
/// Shape    one value or one batch, lane by lane; function<ReLU> takes ranges.
/// Source   Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML 2010; the
///          derivative at 0 is PyTorch's.
template <class T = float>
struct ReLU {
    static constexpr const char* name = "relu";
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;
    static constexpr bool unit_slope = true;
    using half_rounding = detail::relu_half_rounding;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        // The sum makes +0 of −0.
        return detail::at_least(x, V(T(0))) + V(T(0));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::slope_by_sign(x, V(T(0)));
    }

    /// Where no gradient passes, whatever it is: x ≤ 0.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return x <= V(T(0));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x).
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return derivative(y);
    }

    /// is_constant(x) from y = f(x).
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant_from_output(const V& y) const noexcept {
        return is_constant(y);
    }
};

/// relu(x, y): see function for the call forms.
inline constexpr function<ReLU> relu{};

namespace fast {
using activation::ReLU;
using activation::relu;
}  // namespace fast

namespace exact {
using activation::ReLU;
using activation::relu;
}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
