#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(hardsigmoid, Hardsigmoid)
#elif !defined(ACTIVATION_HARDSIGMOID_HPP)
#define ACTIVATION_HARDSIGMOID_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/sixth.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Piecewise linear sigmoid, f(x) = 0 if x ≤ −3, 1 if x ≥ 3, else x / 6 + ½;  f′(x) = 1/6 if −3 < x < 3, else 0.
///
/// Edges    ±0 → ½, +∞ → 1, −∞ → +0, NaN → NaN;  f′: 0 at both knees and at ±∞, NaN → NaN.
/// Error    float, every input: f 1.00 ULP (at -0x1.8p+0), f′ 0.34 ULP (at 0x0p+0); without fused multiply-add 0.50 and
///          0.34 ULP. double, 10⁷ samples: 1.67 and 0.34 ULP; without, 0.50 and 0.34.
/// Method   x·⅙ + ½ in one rounding for ⅙ in one word, and x times what that lacks added; without fused multiply-add x + 3
///          and its rounding error, divided by 6 with the remainder put right (detail/math/sixth.hpp).
/// Shape    one value or one batch, lane by lane; function<Hardsigmoid> takes ranges.
/// Source   Courbariaux, Bengio and David, "BinaryConnect", NIPS 2015, with the slope of PyTorch (ONNX: alpha = 1/6).
template <class T = float>
struct Hardsigmoid {
    static constexpr const char* name = "hardsigmoid";
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::sixth_and_half(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::only_between(x, V(T(-3)), V(T(3)), V(T(1) / T(6)));
    }

    /// Where no gradient passes, whatever it is: at both knees and beyond.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return detail::absolute(x) >= V(T(3));
    }

    /// f′ where f is not constant.
    template <class V>
    [[gnu::always_inline]] constexpr V slope_where_moving(const V& x) const noexcept {
        return detail::nan_of(x, V(T(1) / T(6)));
    }

    /// f′(x) from y = f(x), exactly but where y has been rounded to a knee.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::only_between(y, V(T(0)), V(T(1)), V(T(1) / T(6)));
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

/// A float's is x/6 + ½, rounded once, between 0 and 1; a double's is activation::Hardsigmoid.
///
/// Edges    as activation::Hardsigmoid.
/// Error    float, every input: f 2.00 ULP (at -0x1.2p+1) of max(|f|, 1/16), f′ 0.34 ULP (at 0x0p+0) of max(|f′|,
///          1/16); without fused multiply-add 1.34 and 0.34 ULP. double, 10⁷ samples: 1.00 and 0.34 ULP; without, 0.50
///          and 0.34.
template <class T = float>
struct Hardsigmoid : activation::Hardsigmoid<T> {
    static constexpr const char* name = "fast::hardsigmoid";

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (sizeof(T) == sizeof(float))
            return detail::clamp(line(x), V(T(0)), V(T(1)));
        else
            return activation::Hardsigmoid<T>::forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), this->derivative(x)};
    }

private:
    /// x/6 + ½; without fused multiply-add the product would lose too much of it near −3.
    template <class V>
    [[gnu::always_inline]] static constexpr V line(const V& x) noexcept {
        const V sixth(T(1) / T(6));
        if constexpr (detail::has_fused_multiply_add)
            return detail::multiply_add(x, sixth, V(T(0.5)));
        else
            return detail::product(V(x + V(T(3))), sixth);
    }
};

/// fast::hardsigmoid(x, y): see function for the call forms.
inline constexpr function<Hardsigmoid> hardsigmoid{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
