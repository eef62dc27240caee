#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(threshold, Threshold)
#elif !defined(ACTIVATION_THRESHOLD_HPP)
#define ACTIVATION_THRESHOLD_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Threshold, f(x) = x if x > threshold, else value;  f′(x) = 1 if x > threshold, else 0.
///
/// Domain   any threshold but NaN, which calls on ranges refuse; any value.
/// Edges    +∞ → +∞, −∞ → value, NaN → NaN;  f′: 0 at the threshold and at −∞, 1 at +∞, NaN → NaN.
/// Error    exact.
/// Shape    one value or one batch, lane by lane; function<Threshold> takes ranges.
/// Source   names and the derivative at the threshold are PyTorch's, which has no defaults; 0 and 0 make it relu.
template <class T = float>
struct Threshold {
    static constexpr const char* name = "threshold";
    static constexpr const char* parameter_names[] = {"threshold", "value"};
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;
    static constexpr bool unit_slope = true;

    T threshold = T(0);
    T value = T(0);

    constexpr detail::refused_parameter refused() const noexcept {
        return detail::refused_if_nan("threshold", threshold);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::choose(x <= V(threshold), V(value), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::nan_of(x, detail::choose(x > V(threshold), V(T(1)), V(T(0))));
    }

    /// Where no gradient passes, whatever it is: x ≤ threshold.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return x <= V(threshold);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// threshold(x, y, {.threshold = …, .value = …}): see function for the call forms.
inline constexpr function<Threshold> threshold{};

namespace fast {
using activation::Threshold;
using activation::threshold;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
