#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(hardswish, Hardswish)
#elif !defined(ACTIVATION_HARDSWISH_HPP)
#define ACTIVATION_HARDSWISH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// x times the piecewise linear sigmoid, f(x) = 0 if x ≤ −3, x if x ≥ 3, else x·(x + 3) / 6;
/// f′(x) = 0 if x ≤ −3, 1 if x ≥ 3, else x / 3 + ½.
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, −3 → 0, 3 → 1, +∞ → 1, −∞ → 0, NaN → NaN.
///          PyTorch's derivative at the knees has differed between versions; here the knees belong to the outer pieces.
/// Error    float, every input: f 1.42 ULP (at 0x1.5f4cc4p+0), f′ 1.00 ULP (at 0x1.000014p-1), at its root −1.5 too;
///          without fused multiply-add 1.92 and 1.00 ULP. double, 10⁷ samples: 1.42 and 1.00 ULP; without, 1.91 and
///          1.00.
/// Method   x·(x + 3) with its rounding error, times 1/6 in two words;  2x + 3 is exact near the root of f′, so
///          x / 3 + ½ is taken as (2x + 3) / 6.
/// Shape    one value or one batch, lane by lane; function<Hardswish> takes ranges.
/// Source   Howard et al., "Searching for MobileNetV3", ICCV 2019.
template <class T = float>
struct Hardswish {
    static constexpr const char* name = "hardswish";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V within = detail::at_most(detail::at_least(x, V(T(-3))), V(T(3)));
        return detail::choose(x >= V(T(3)), x, sixth_of_product(within, V(within + V(T(3)))));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V within = detail::at_most(detail::at_least(x, V(T(-3))), V(T(3)));
        const V middle = detail::divide(V(V(within + within) + V(T(3))), V(T(6)));
        return detail::between(x, V(T(-3)), V(T(3)), V(T(0)), middle, V(T(1)));
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

private:
    /// 1/6, the first word rounded down so that both have one sign.
    static constexpr detail::double_word<T> sixth =
        sizeof(T) == sizeof(float) ? detail::double_word<T>{T(0x1.555554p-3), T(0x1.555556p-27)}
                                   : detail::double_word<T>{T(0x1.5555555555555p-3), T(0x1.5555555555555p-57)};

    /// a·b / 6.  With fused multiply-add the product's rounding error costs one operation, and a factor in two words
    /// less than a division; the terms are of one sign where the product is −0, so that it stays −0.
    template <class V>
    [[gnu::always_inline]] static constexpr V sixth_of_product(const V& a, const V& b) noexcept {
        if constexpr (detail::has_fused_multiply_add) {
            const V product = detail::rounded_product(a, b);
            const V excess = detail::negative_multiply_add(a, b, product);
            const V lost = detail::multiply_add(product, V(sixth.low), V(excess * V(-sixth.high)));
            return detail::multiply_add(product, V(sixth.high), lost);
        } else {
            return detail::divide(V(a * b), V(T(6)));
        }
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
