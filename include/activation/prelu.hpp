#ifndef ACTIVATION_PRELU_HPP
#define ACTIVATION_PRELU_HPP

#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Parametric rectified linear unit: a leaky one whose slope is learned, f(x) = x if x > 0, else weight·x;  f′(x) = 1 if x > 0, else weight.
///
/// Edges    for a positive weight s: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −∞, NaN → NaN;
///          f′: ±0 → s, +∞ → 1, −∞ → s, NaN → NaN.
/// Error    one rounding of the product, ½ ULP; f′ exact.
/// Shape    one value or one batch, lane by lane; function<PReLU> takes ranges.
/// Source   He et al., "Delving deep into rectifiers", ICCV 2015;
///          name and default of weight are PyTorch's.
template <class T = float>
struct PReLU {
    static constexpr const char* name = "prelu";
    static constexpr std::size_t interleave = 4;

    T weight = T(0.25);

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::choose(x > V(T(0)), x, V(V(weight) * x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::step(x, V(weight), V(T(1)));
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
        return {"weight", static_cast<double>(weight)};
    }
};

/// prelu(x, y, {.weight = …}): see function for the call forms.
inline constexpr function<PReLU> prelu{};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
