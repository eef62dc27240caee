#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(hardswish, Hardswish)
#elif !defined(ACTIVATION_HARDSWISH_HPP)
#define ACTIVATION_HARDSWISH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/sixth.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// x times the piecewise linear sigmoid, f(x) = 0 if x ≤ −3, x if x ≥ 3, else x·(x + 3) / 6;
/// f′(x) = 0 if x ≤ −3, 1 if x ≥ 3, else x / 3 + ½.
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, −3 → 0, 3 → 1, +∞ → 1, −∞ → 0, NaN → NaN.
///          PyTorch's derivative at the knees has differed between versions; here the knees belong to the outer pieces.
/// Error    float, every input: f 1.50 ULP (at -0x1.7fec6ap+0), f′ 1.34 ULP (at 0x1.00000cp-1); without fused
///          multiply-add 1.92 and 1.34 ULP. double, 10⁷ samples: 1.67 and 1.34 ULP; without, 1.91 and 1.34. At its root
///          −1.5, f′ is 0.
/// Method   x times Hardsigmoid's value, without fused multiply-add x·(x + 3) / 6;  2x + 3 is exact near the root of f′, so
///          x / 3 + ½ is taken as (2x + 3)·⅙ (detail/math/sixth.hpp).
/// Shape    one value or one batch, lane by lane; function<Hardswish> takes ranges.
/// Source   Howard et al., "Searching for MobileNetV3", ICCV 2019.
template <class T = float>
struct Hardswish {
    static constexpr const char* name = "hardswish";
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::sixth_and_half_times(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::choose(x <= V(T(-3)), V(T(0)), slope_where_moving(x));
    }

    /// f′ where f is not constant.
    template <class V>
    [[gnu::always_inline]] constexpr V slope_where_moving(const V& x) const noexcept {
        return detail::choose(x >= V(T(3)), V(T(1)), detail::third_and_half(x));
    }

    /// Where no gradient passes, whatever it is: x ≤ −3, and not at the root of f′.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return x <= V(T(-3));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// hardswish(x, y): see function for the call forms.
inline constexpr function<Hardswish> hardswish{};

namespace fast {

/// A float's is x·((x + 3)·⅙), rounded as it goes; a double's is activation::Hardswish.
///
/// Edges    as activation::Hardswish.
/// Error    float, every input: f 2.49 ULP (at 0x1.fde802p-10) of max(|f|, 1/16), f′ 1.34 ULP (at 0x1.00000cp-1) of
///          max(|f′|, 1/16); without fused multiply-add 2.49 and 1.34 ULP. double, 10⁷ samples: 1.55 and 1.34 ULP;
///          without, 1.91 and 1.34.
template <class T = float>
struct Hardswish : activation::Hardswish<T> {
    static constexpr const char* name = "fast::hardswish";

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (sizeof(T) == sizeof(float)) {
            const V bounded = detail::at_least(x, V(T(-3)));
            const V sum = detail::at_most(V(bounded + V(T(3))), V(T(6)));
            return bounded * V(sum * V(T(1) / T(6)));
        } else {
            return activation::Hardswish<T>::forward(x);
        }
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), this->derivative(x)};
    }
};

/// fast::hardswish(x, y): see function for the call forms.
inline constexpr function<Hardswish> hardswish{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
