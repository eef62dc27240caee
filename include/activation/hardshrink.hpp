#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(hardshrink, Hardshrink)
#elif !defined(ACTIVATION_HARDSHRINK_HPP)
#define ACTIVATION_HARDSHRINK_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Hard shrinkage, f(x) = 0 if |x| ≤ lambd, else x;  f′(x) = 0 if |x| ≤ lambd, else 1.
///
/// Domain   lambd ≥ 0, +∞ too.  Calls on ranges refuse others.
/// Edges    ±0 → +0, +∞ → +∞, −∞ → −∞, NaN → NaN;  f′: 0 at both knees, 1 at ±∞ (a lambd of ∞: 0), NaN → NaN.
/// Error    exact.
/// Shape    one value or one batch, lane by lane; function<Hardshrink> takes ranges.
/// Source   Donoho and Johnstone, "Ideal spatial adaptation by wavelet shrinkage", Biometrika 81, 1994; name and default
///          are PyTorch's.
template <class T = float>
struct Hardshrink {
    static constexpr const char* name = "hardshrink";
    static constexpr const char* parameter_names[] = {"lambd"};
    static constexpr std::size_t interleave = 4;
    static constexpr bool memory_bound = true;
    static constexpr bool unit_slope = true;

    T lambd = detail::default_value<T>(0.5);

    constexpr detail::refused_parameter refused() const noexcept {
        return detail::refused_unless(lambd >= 0, "lambd", lambd, "0 or more");
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::choose(detail::absolute(x) <= V(lambd), V(T(0)), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V one(T(1));
        return detail::choose(detail::absolute(x) <= V(lambd), V(T(0)), detail::choose(detail::is_number(x), one, x));
    }

    /// Where no gradient passes, whatever it is: |x| ≤ lambd.
    template <class V>
    [[gnu::always_inline]] constexpr detail::mask_t<V> is_constant(const V& x) const noexcept {
        return detail::absolute(x) <= V(lambd);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// hardshrink(x, y, {.lambd = …}): see function for the call forms.
inline constexpr function<Hardshrink> hardshrink{};

namespace fast {
using activation::Hardshrink;
using activation::hardshrink;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
