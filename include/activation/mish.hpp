#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(mish, Mish)
#elif !defined(ACTIVATION_MISH_HPP)
#define ACTIVATION_MISH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_mish.hpp"
#include "activation/detail/math/mish.hpp"
#include "activation/detail/math/short_mish.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

template <class T>
struct mish_functor {
    static constexpr std::size_t interleave = 4;
    static constexpr bool two_steps = true, value_comes_first = false;
    static constexpr std::size_t derivative_parts = 3;

    template <class V>
    [[gnu::always_inline]] constexpr void prepare(const V& x, V& n, V& n_low) const noexcept {
        V power, excess, square;
        mish_exponential(bounded_for_mish(x), power, excess, square);
        mish_numerator(power, excess, square, n, n_low);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V& x, const V& n, const V& n_low) const noexcept {
        return mish_from(x, n, n_low);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return forward_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr void prepare_derivative(const V& x, V (&part)[3]) const noexcept {
        mish_exponential(bounded_for_mish(x), part[0], part[1], part[2]);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish_derivative(const V& x, const V (&part)[3]) const noexcept {
        return mish_derivative_from(x, part[0], part[1], part[2]);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return derivative_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

/// Mish, f(x) = x·tanh(log(1 + eˣ)) = x·n/(n + 2), n = w·(w + 2), w = eˣ;
/// f′(x) = n/(n + 2) + 4x·w·(w + 1)/(n + 2)².
///
/// Edges    +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → 0.6, +∞ → 1, −∞ → −0, NaN → NaN.
/// Error    float, every input: f 1.88 ULP (at -0x1.d261a2p-3), f′ 1.54 ULP (at -0x1.d1cb3ep-1) of max(|f′|, 1/16);
///          without fused multiply-add 1.90 and 1.62 ULP. double, 10⁷ samples: 1.63 and 1.14 ULP; without, 1.68 and
///          1.15. Of f′ itself that bound is many ULP next to the root, at −1.192.
/// Method   n from the two factors of w, and x·n/(n + 2) by one division, with what the sums and the quotient are rounded
///          by;  f′ is (n + w·(w + 1)·4x/(n + 2))/(n + 2), likewise, each product in two parts, for the two terms cancel
///          (detail/math/mish.hpp).
/// Shape    one value or one batch, lane by lane; function<Mish> takes ranges.
/// Source   Misra, "Mish: a self regularized non-monotonic activation function", BMVC 2020.
template <class T = float>
struct Mish : detail::mish_functor<T> {
    static constexpr const char* name = "mish";
};

/// mish(x, y): see function for the call forms.
inline constexpr function<Mish> mish{};

namespace detail {

/// A float's in the fast tier.
template <class T>
struct short_mish_functor {
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return short_mish(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return short_mish_derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

namespace fast {

/// A float's without the corrections, f′ as w·(w³ + 4w² + (4x + 6)·w + 4x + 4)/(n + 2)², w a short exponential in which x
/// counts from −43 to 20 (detail/math/short_mish.hpp); a double's is activation::Mish.
///
/// Edges    as activation::Mish, but that a float's f and f′ are tiny negative numbers for −∞.
/// Error    float, every input: f 3.99 ULP (at -0x1.a2365p+1) of max(|f|, 1/16), f′ 3.96 ULP (at -0x1.ac148p-1) of
///          max(|f′|, 1/16); without fused multiply-add 4.21 and 5.22 ULP. double, 10⁷ samples: 1.63 and 1.14 ULP;
///          without, 1.68 and 1.15.
template <class T = float>
struct Mish : detail::short_or<T, detail::short_mish_functor<T>, activation::Mish<T>> {
    static constexpr const char* name = "fast::mish";
};

/// fast::mish(x, y): see function for the call forms.
inline constexpr function<Mish> mish{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::Mish.
///
/// Edges    as activation::Mish.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, x·w·(w + 2)/(w² + 2w + 2), w = eˣ itself a quotient, by one division (detail/math/exact_mish.hpp).
template <class T = float>
struct Mish : detail::exact_or<T, detail::exact_functor<detail::exact_mish_functions>, activation::Mish<T>> {
    static constexpr const char* name = "exact::mish";
};

/// exact::mish(x, y): see function for the call forms.
inline constexpr function<Mish> mish{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
