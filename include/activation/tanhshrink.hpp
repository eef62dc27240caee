#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(tanhshrink, Tanhshrink)
#elif !defined(ACTIVATION_TANHSHRINK_HPP)
#define ACTIVATION_TANHSHRINK_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_tanhshrink.hpp"
#include "activation/detail/math/tanhshrink.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
/// Hyperbolic tangent shrinkage, f(x) = x − tanh x;  f′(x) = tanh² x.
///
/// Edges    +0 → +0, −0 → −0, ±∞ → ±∞, NaN → NaN;  f′: ±0 → 0, ±∞ → 1, NaN → NaN.  (PyTorch gives +0 for −0 and
///          wherever x³/3 is below the last place of x.)
/// Error    float, every input: f 1.82 ULP (at 0x1.d10e2ep-12), f′ 1.46 ULP (at 0x1.b51d48p-3) of max(f′, 1/16);
///          without fused multiply-add 1.99 and 1.77 ULP. double, 10⁷ samples: 1.86 and 1.37 ULP; without, 1.86 and
///          1.37.
/// Method   a float's is one of eight polynomials, looked up by |x|, in which nothing cancels; next to 0 it is |x|³ times the
///          rest, and beyond 8.3 |x| alone grows.  A double's is x³ times a polynomial in x² for |x| < 0.625, and beyond what
///          Tanh's table has on top of min(|x|, lead), which cancels nothing there.  f′ is another of eight polynomials, next to
///          0 x² with what follows it; a double's is the square of tanh x in two words.
/// Shape    one value or one batch, lane by lane; function<Tanhshrink> takes ranges.
/// Source   name and definition are PyTorch's.
template <class T = float>
struct Tanhshrink {
    static constexpr const char* name = "tanhshrink";
    static constexpr std::size_t interleave = 4, forward_interleave = 2;
    static constexpr bool value_comes_first = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::with_sign_of(x, detail::tanhshrink_value(detail::absolute(x)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::tanhshrink_derivative(detail::absolute(x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// tanhshrink(x, y): see function for the call forms.
inline constexpr function<Tanhshrink> tanhshrink{};

namespace detail {

/// A float's in the fast tier.
template <class T>
struct short_tanhshrink_functor {
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return short_tanhshrink(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return tanhshrink_derivative(absolute(x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

namespace fast {

/// A float's f is a quotient of polynomials, x³·P(x²)/Q(x²), up to |x| = 8, beyond which only x grows; f′, and a double's, are
/// activation::Tanhshrink's.
///
/// Edges    as activation::Tanhshrink.
/// Error    float, every input: f 3.99 ULP (at 0x1.e77c72p+2) of max(|f|, 1/16), f′ 2.71 ULP (at 0x1.6a17ecp-6) of
///          max(|f′|, 1/16); without fused multiply-add 4.61 and 2.71 ULP. double, 10⁷ samples: 1.73 and 1.37 ULP;
///          without, 1.73 and 1.50.
template <class T = float>
struct Tanhshrink : detail::short_or<T, detail::short_tanhshrink_functor<T>, activation::Tanhshrink<T>> {
    static constexpr const char* name = "fast::tanhshrink";
};

/// fast::tanhshrink(x, y): see function for the call forms.
inline constexpr function<Tanhshrink> tanhshrink{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::Tanhshrink.
///
/// Edges    as activation::Tanhshrink.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, by one division: x³ times a quotient of polynomials in x² up to |x| = 0.6875, where x and tanh x
///          cancel, and beyond |x| − 1 + 2e/(1 + e), e = e^(−2|x|) itself a quotient; f′ the square of tanh's quotient
///          (detail/math/exact_tanhshrink.hpp).
/// Source   the quotients are tests/coefficients/exact_table.py's, chosen by exact_search.py.
template <class T = float>
struct Tanhshrink
    : detail::exact_or<T, detail::exact_functor<detail::exact_tanhshrink_functions>, activation::Tanhshrink<T>> {
    static constexpr const char* name = "exact::tanhshrink";
};

/// exact::tanhshrink(x, y): see function for the call forms.
inline constexpr function<Tanhshrink> tanhshrink{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
