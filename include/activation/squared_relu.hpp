#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(squared_relu, SquaredReLU)
#elif !defined(ACTIVATION_SQUARED_RELU_HPP)
#define ACTIVATION_SQUARED_RELU_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Squared rectified linear unit, f(x) = x² if x > 0, else 0;  f′(x) = 2x if x > 0, else 0.
///
/// Edges    ±0 → +0, +∞ → +∞, −∞ → +0, NaN → NaN;  f′: ±0 → 0, +∞ → +∞, −∞ → 0, NaN → NaN.
/// Error    one rounding of the square, ½ ULP;  f′ exact.
/// Shape    one value or one batch, lane by lane; function<SquaredReLU> takes ranges.
/// Source   So et al., "Primer: searching for efficient transformers for language modeling", NeurIPS 2021.
template <class T = float>
struct SquaredReLU {
    static constexpr const char* name = "squared_relu";
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V positive = detail::at_least(x, V(T(0)));
        return detail::product(positive, positive);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        // The sum makes +0 of −0.
        return slope_where_moving(V(detail::at_least(x, V(T(0))) + V(T(0))));
    }

    /// f′ where f is not constant.
    template <class V>
    [[gnu::always_inline]] constexpr V slope_where_moving(const V& x) const noexcept {
        return detail::product(V(T(2)), x);
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
};

/// squared_relu(x, y): see function for the call forms.
inline constexpr function<SquaredReLU> squared_relu{};

namespace fast {
using activation::squared_relu;
using activation::SquaredReLU;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
