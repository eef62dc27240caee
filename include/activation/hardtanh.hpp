#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(hardtanh, Hardtanh)
#elif !defined(ACTIVATION_HARDTANH_HPP)
#define ACTIVATION_HARDTANH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Clamp, f(x) = min(max(x, min_val), max_val);  f′(x) = 1 if min_val < x < max_val, else 0.
///
/// Domain   min_val ≤ max_val, ±∞ too.  Calls on ranges refuse others.
/// Edges    +∞ → max_val, −∞ → min_val, NaN → NaN;  f′: 0 at both knees and at ±∞, NaN → NaN.
/// Error    exact.
/// Shape    one value or one batch, lane by lane; function<Hardtanh> takes ranges.
/// Source   Collobert, "Large scale machine learning", 2004; names, defaults and the derivative at the knees are PyTorch's.
template <class T = float>
struct Hardtanh {
    static constexpr const char* name = "hardtanh";
    static constexpr const char* parameter_names[] = {"min_val", "max_val"};
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;
    static constexpr bool unit_slope = true;

    T min_val = T(-1);
    T max_val = T(1);

    constexpr detail::refused_parameter refused() const noexcept {
        if (detail::magnitude_of<T>(max_val).is_nan()) return detail::refused_if_nan("max_val", max_val);
        return detail::refused_unless(min_val <= max_val, "min_val", min_val, "a number not above max_val");
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::clamp(x, V(min_val), V(max_val));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::only_between(x, V(min_val), V(max_val), V(T(1)));
    }

    /// Where no gradient passes, whatever it is: at both knees and beyond.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return detail::outside(x, V(min_val), V(max_val));
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

/// hardtanh(x, y, {.min_val = …, .max_val = …}): see function for the call forms.
inline constexpr function<Hardtanh> hardtanh{};

namespace fast {
using activation::Hardtanh;
using activation::hardtanh;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
