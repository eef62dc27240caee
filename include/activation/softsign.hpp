#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(softsign, Softsign)
#elif !defined(ACTIVATION_SOFTSIGN_HPP)
#define ACTIVATION_SOFTSIGN_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/short_logistic.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

/// 1 / (a·(a + 2) + 1), a = |x|.
template <class Policy, class V>
[[gnu::always_inline]] constexpr V softsign_slope(const V& x) {
    using T = scalar_t<V>;
    // Lowered, a square is a number for every a of which the slope is not 0; from `largest` on it is.
    constexpr T lowering = sizeof(T) == 4 ? T(0x1p-64) : T(0x1p-512);
    constexpr T largest = sizeof(T) == 4 ? T(0x1p76) : T(0x1p540);
    if constexpr (Policy::compensates) {
        const V a = at_most(absolute(x), V(largest)), two(T(2)), sum = a + two;
        // Below 2 the rest is not exact, and counts for little.
        const V rest = two - V(sum - a), lowered = rounded_product(a, V(lowering));
        return divide(V(lowering), multiply_add_once(lowered, sum, multiply_add(lowered, rest, V(lowering))));
    } else {
        const V a = absolute(x), sum = multiply_add(a, V(lowering), V(2 * lowering));
        return divide(V(lowering), multiply_add(a, sum, V(lowering)));
    }
}

}  // namespace detail

/// Softsign, f(x) = x / (1 + |x|);  f′(x) = 1 / (1 + |x|)².
///
/// Edges    +0 → +0, −0 → −0, ±∞ → ±1, NaN → NaN;  f′: ±0 → 1, ±∞ → +0, NaN → NaN.  (PyTorch gives NaN for ±∞.)
/// Error    float, every input: f 1.25 ULP (at 0x1.ffb872p-1), f′ 1.99 ULP (at 0x1.01731ep+0); without fused
///          multiply-add 1.25 and 1.99 ULP. double, 10⁷ samples: 1.25 and 1.91 ULP; without, 1.25 and 1.91.
/// Method   |f| = m − m·q with m = min(|x|, 1) and q = m / (1 + |x|), whose errors count m times only;  f′ divides by
///          |x|·(|x| + 2) + 1, where |x| is small a square that is hardly rounded, with what |x| + 2 loses where it is large.
/// Shape    one value or one batch, lane by lane; function<Softsign> takes ranges.
/// Source   Turian, Bergstra and Bengio, "Quadratic features and deep architectures for chunking", NAACL 2009.
template <class T = float>
struct Softsign {
    static constexpr const char* name = "softsign";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V a = detail::absolute(x);
        const V m = detail::at_most(a, V(T(1)));
        const V quotient = detail::divide(m, V(V(T(1)) + a));
        return detail::with_sign_of(x, detail::negative_multiply_add(m, quotient, m));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::softsign_slope<detail::accurate_policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// softsign(x, y): see function for the call forms.
inline constexpr function<Softsign> softsign{};

namespace fast {

/// The same as it stands in the formula, rounded as it goes, the square as |x|·(|x| + 2) + 1.
///
/// Edges    as activation::Softsign.
/// Error    float, every input: f 1.50 ULP (at 0x1.ffd7fep+10) of max(|f|, 1/16), f′ 2.07 ULP (at 0x1.00b66ep+1) of
///          max(|f′|, 1/16); without fused multiply-add 1.50 and 2.46 ULP. double, 10⁷ samples: 1.50 and 1.95 ULP;
///          without, 1.50 and 2.36.
template <class T = float>
struct Softsign {
    static constexpr const char* name = "fast::softsign";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        // From here on f is 1, and the quotient of two infinities would be NaN.
        const V bounded = detail::within(x, T(0x1p60));
        return detail::divide(bounded, V(V(T(1)) + detail::absolute(bounded)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::softsign_slope<detail::fast_policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// fast::softsign(x, y): see function for the call forms.
inline constexpr function<Softsign> softsign{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
