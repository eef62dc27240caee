#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(hardswish, Hardswish)
#elif !defined(ACTIVATION_HARDSWISH_HPP)
#define ACTIVATION_HARDSWISH_HPP

#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// x times the piecewise linear sigmoid, f(x) = 0 if x ≤ −3, x if x ≥ 3, else x·(x + 3) / 6;
/// f′(x) = 0 if x ≤ −3, 1 if x ≥ 3, else x / 3 + ½.
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, −3 → 0, 3 → 1, +∞ → 1, −∞ → 0, NaN → NaN.
///          PyTorch's derivative at the knees has differed between versions; here the knees belong to the outer pieces.
/// Error    float 1.92 ULP at 0x1.5e5e04p+0, double not more;  f′ 1 ULP, at its root −1.5 too.
/// Method   2x + 3 is exact near the root, so x / 3 + ½ is taken as (2x + 3) / 6.
/// Shape    one value or one batch, lane by lane; function<Hardswish> takes ranges.
/// Source   Howard et al., "Searching for MobileNetV3", ICCV 2019.
template <class T = float>
struct Hardswish {
    static constexpr const char* name = "hardswish";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V within = detail::clamp(x, V(T(-3)), V(T(3)));
        const V middle = detail::divide(V(within * V(within + V(T(3)))), V(T(6)));
        return detail::choose(x >= V(T(3)), x, middle);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V within = detail::clamp(x, V(T(-3)), V(T(3)));
        const V middle = detail::divide(V(V(within + within) + V(T(3))), V(T(6)));
        return detail::between(x, V(T(-3)), V(T(3)), V(T(0)), middle, V(T(1)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// hardswish(x, y): see function for the call forms.
inline constexpr function<Hardswish> hardswish{};

namespace fast {
using activation::Hardswish;
using activation::hardswish;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
