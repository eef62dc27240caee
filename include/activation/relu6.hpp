#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(relu6, ReLU6)
#elif !defined(ACTIVATION_RELU6_HPP)
#define ACTIVATION_RELU6_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Rectified linear unit capped at 6, f(x) = min(max(x, 0), 6);  f′(x) = 1 if 0 < x < 6, else 0.
///
/// Edges    ±0 → +0, +∞ → 6, −∞ → +0, NaN → NaN;  f′: 0 at both knees, 0 and 6, and at ±∞; NaN → NaN.
/// Error    exact.
/// Shape    one value or one batch, lane by lane; function<ReLU6> takes ranges.
/// Source   Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010; the derivative at the knees is PyTorch's.
template <class T = float>
struct ReLU6 {
    static constexpr const char* name = "relu6";
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;
    static constexpr bool unit_slope = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        // Without its sign −0 is +0.
        return detail::absolute(detail::clamp(x, V(T(0)), V(T(6))));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::only_between(x, V(T(0)), V(T(6)), V(T(1)));
    }

    /// Where no gradient passes, whatever it is: at both knees and beyond.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return detail::outside(x, V(T(0)), V(T(6)));
    }

    /// f′(x) from y = f(x), exactly: y stands at a knee where x is at it or beyond.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return derivative(y);
    }

    /// is_constant(x) from y = f(x).
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant_from_output(const V& y) const noexcept {
        return is_constant(y);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// relu6(x, y): see function for the call forms.
inline constexpr function<ReLU6> relu6{};

namespace fast {
using activation::ReLU6;
using activation::relu6;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
