#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(leaky_relu, LeakyReLU)
#elif !defined(ACTIVATION_LEAKY_RELU_HPP)
#define ACTIVATION_LEAKY_RELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/leaky_half_rounding.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Leaky rectified linear unit, f(x) = x if x > 0, else negative_slope·x;  f′(x) = 1 if x > 0, else negative_slope.
///
/// Domain   any finite negative_slope.  Calls on ranges refuse others.
/// Edges    for a positive negative_slope s: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −∞, NaN → NaN;
///          f′: ±0 → s, +∞ → 1, −∞ → s, NaN → NaN.
/// Error    one rounding of the product, ½ ULP; f′ exact.
/// Shape    one value or one batch, lane by lane; function<LeakyReLU> takes ranges.
/// Source   Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML 2013;
///          name and default of negative_slope are PyTorch's.
template <class T = float>
struct LeakyReLU {
    static constexpr const char* name = "leaky_relu";
    using half_rounding = detail::leaky_half_rounding;
    static constexpr const char* parameter_names[] = {"negative_slope"};
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    T negative_slope = detail::default_value<T>(0.01);

    constexpr detail::refused_parameter refused() const noexcept {
        return detail::refused_unless_finite("negative_slope", negative_slope);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::bent_at_zero(x, V(negative_slope));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::slope_by_sign(x, V(negative_slope));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x), whose sign is that of x as long as the slope is positive.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return derivative(y);
    }

    constexpr detail::positive_parameter needed_positive_from_output() const noexcept {
        return {"negative_slope", static_cast<double>(negative_slope)};
    }
};

/// leaky_relu(x, y, {.negative_slope = …}): see function for the call forms.
inline constexpr function<LeakyReLU> leaky_relu{};

namespace fast {
using activation::leaky_relu;
using activation::LeakyReLU;
}  // namespace fast

namespace exact {
using activation::leaky_relu;
using activation::LeakyReLU;
}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
