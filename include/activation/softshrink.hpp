#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(softshrink, Softshrink)
#elif !defined(ACTIVATION_SOFTSHRINK_HPP)
#define ACTIVATION_SOFTSHRINK_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/simd/bound.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Soft shrinkage, f(x) = x − lambd if x > lambd, x + lambd if x < −lambd, else 0;  f′(x) = 0 if |x| ≤ lambd, else 1.
///
/// Domain   lambd ≥ 0, +∞ too.  Calls on ranges refuse others.
/// Edges    ±0 → +0, +∞ → +∞, −∞ → −∞, NaN → NaN;  f′: 0 at both knees, 1 at ±∞ (a lambd of ∞: 0), NaN → NaN.
/// Error    one rounding of the difference, ½ ULP;  f′ exact.
/// Shape    one value or one batch, lane by lane; function<Softshrink> takes ranges.
/// Source   Donoho, "De-noising by soft-thresholding", IEEE Trans. Inf. Theory 41, 1995; name and default are PyTorch's.
template <class T = float>
struct Softshrink {
    static constexpr const char* name = "softshrink";
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
        const V bound(lambd);
        // What calls on ranges refuse: either of the first two cases holds.
        if (lambd < 0) [[unlikely]]
            return detail::choose(x > bound, detail::difference(x, bound), detail::difference(x, V(-lambd)));
        // The difference of two infinities would be none.
        if (lambd > detail::largest_finite<T>) [[unlikely]]
            return detail::nan_of(x, V(T(0)));
        return detail::difference_by_product(x, detail::clamp(x, V(-lambd), bound));
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

/// softshrink(x, y, {.lambd = …}): see function for the call forms.
inline constexpr function<Softshrink> softshrink{};

namespace fast {
using activation::Softshrink;
using activation::softshrink;
}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
