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

/// Softsign, f(x) = x / (1 + |x|);  f′(x) = 1 / (1 + |x|)².
///
/// Edges    +0 → +0, −0 → −0, ±∞ → ±1, NaN → NaN;  f′: ±0 → 1, ±∞ → +0, NaN → NaN.  (PyTorch gives NaN for ±∞.)
/// Error    float, every input: f 1.25 ULP (at 0x1.ffb872p-1), f′ 1.00 ULP (at 0x1.1e2eaap-6); without fused
///          multiply-add 1.25 and 1.25 ULP. double, 10⁷ samples: 1.25 and 1.00 ULP; without, 1.25 and 1.24.
/// Method   |f| = m − m·q with m = min(|x|, 1) and q = m / (1 + |x|), whose errors count m times only;  f′ is the square of
///          a reciprocal whose residual, with that of 1 + |x|, is put right.
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
        return detail::copy_sign(detail::negative_multiply_add(m, quotient, m), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V one(T(1)), a = detail::at_most(detail::absolute(x), V(detail::largest_finite<T>));
        const detail::double_word<V> sum = detail::fast_two_sum(detail::at_least(a, one), detail::at_most(a, one));
        const V reciprocal = detail::divide(one, sum.high);
        const V short_of_one = detail::cancelling_multiply_add(detail::opposite(sum.high), reciprocal, one);
        const V remainder = short_of_one - detail::rounded_product(sum.low, reciprocal);
        const V square = detail::rounded_product(reciprocal, reciprocal);
        return detail::multiply_add(V(square + square), remainder, square);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// softsign(x, y): see function for the call forms.
inline constexpr function<Softsign> softsign{};

namespace fast {

/// The same as it stands in the formula, rounded as it goes.
///
/// Edges    as activation::Softsign.
/// Error    float, every input: f 1.50 ULP (at 0x1.ffd7fep+10) of max(|f|, 1/16), f′ 3.50 ULP (at 0x1.69ep-13) of
///          max(|f′|, 1/16); without fused multiply-add 1.50 and 3.50 ULP. double, 10⁷ samples: 1.50 and 3.49 ULP;
///          without, 1.50 and 3.49.
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
        const V reciprocal = detail::divide(V(T(1)), V(V(T(1)) + detail::absolute(x)));
        return reciprocal * reciprocal;
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
