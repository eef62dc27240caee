#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(sigmoid, Sigmoid)
#elif !defined(ACTIVATION_SIGMOID_HPP)
#define ACTIVATION_SIGMOID_HPP

#include "activation/detail/arch/requirements.hpp"

#include <concepts>

#include "activation/detail/math/exact_logistic.hpp"
#include "activation/detail/math/half_rounding.hpp"
#include "activation/detail/math/sigmoid_derivative.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {

/// Sigmoid and fast::Sigmoid.
template <class T, class Policy>
struct sigmoid_functor : with_two_parts<sigmoid_functor, T, Policy> {
    static constexpr std::size_t interleave = 4;
    static constexpr bool two_steps = Policy::compensates;

    template <class V>
    [[gnu::always_inline]] constexpr void prepare(const V& x, V& power, V& excess) const noexcept {
        prepare_logistic(silu_argument<T>{}, x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V&, const V& power, const V& excess) const noexcept {
        return prepared_sigmoid<Policy>(power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (has_short_exp<T, Policy>)
            return short_sigmoid(x);
        else
            return forward_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] static constexpr auto is_far(const V& x) noexcept {
        return is_far_for_sigmoid_derivative(absolute(x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return sigmoid_derivative<Policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// σ′(x) = y − y² from y = σ(x): one rounding where multiply and add are fused; otherwise y·(1 − y), with what 1 − y
    /// loses by rounding added back.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        if constexpr (has_fused_multiply_add) {
            return negative_multiply_add(y, y, y);
        } else {
            const double_word<V> complement = fast_two_sum(V(T(1)), V(-y));
            return multiply_add(y, complement.high, V(y * complement.low));
        }
    }
};

}  // namespace detail

/// Logistic sigmoid, σ(x) = 1/(1 + e⁻ˣ);  σ′(x) = σ(x)·σ(−x).
///
/// Edges    ±0 → ½, +∞ → 1, −∞ → +0, NaN → NaN;  σ′: ±0 → ¼, ±∞ → +0, NaN → NaN.
/// Error    float, every input: σ 0.94 ULP (at -0x1.5dd24ep+6), σ′ 0.95 ULP (at 0x1.7a74aep+3); without fused
///          multiply-add 0.92 and 1.20 ULP. double, 10⁷ samples: 0.77 and 0.76 ULP; without, 0.77 and 0.84.
/// Method   1/(1 + e⁻ˣ) by one division whose rounding, and that of the sum, is corrected; no branch.  What would be
///          subnormal is computed times a power of two and scaled last.  σ′ of a float is one of eight polynomials,
///          looked up by |x|, and beyond |x| = 7.5 a short form of e/(1 + e)², e = exp(−|x|); of a double it is that
///          quotient, corrected like σ.
/// Shape    one value or one batch, lane by lane; function<Sigmoid> takes ranges.
/// Source   Verhulst, "Notice sur la loi que la population suit dans son accroissement", 1838.
template <class T = float>
struct Sigmoid : detail::sigmoid_functor<T, detail::accurate_policy> {
    static constexpr const char* name = "sigmoid";
    using half_rounding = detail::sigmoid_half_rounding;
    using float16_functor = detail::sigmoid_functor<T, detail::fast_policy>;
};

/// sigmoid(x, y): see function for the call forms.
inline constexpr function<Sigmoid> sigmoid{};

namespace fast {

/// The same without the corrections: σ(x) = 1/(1 + e), σ′(x) = e/(1 + e)².  A float's e = e⁻ˣ is a short exponential in which x
/// counts as far as ±43 (detail/math/short_logistic.hpp); a double's is e^|x| in σ′.
///
/// Edges    as activation::Sigmoid, but that a float's σ(−∞) and σ′(±∞) are 2·10⁻¹⁹; where |x| > 350 a double's σ′ is +0.
/// Error    float, every input: σ 2.65 ULP (at -0x1.f2f8dcp+0) of max(|σ|, 1/16), σ′ 2.90 ULP (at -0x1.f317bap+0) of
///          max(|σ′|, 1/16); without fused multiply-add 4.08 and 4.10 ULP. double, 10⁷ samples: 2.02 and 2.37 ULP;
///          without, 2.01 and 2.62.
template <class T = float>
struct Sigmoid : detail::sigmoid_functor<T, detail::fast_policy> {
    static constexpr const char* name = "fast::sigmoid";
};

/// fast::sigmoid(x, y): see function for the call forms.
inline constexpr function<Sigmoid> sigmoid{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of σ′; a double's is activation::Sigmoid.
///
/// Edges    as activation::Sigmoid.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, 1/(1 + e^(−|x|)), the exponential itself a quotient, by one division (detail/math/exact_logistic.hpp).
template <class T = float>
struct Sigmoid : detail::exact_or<T, detail::exact_functor<detail::exact_sigmoid_functions>, activation::Sigmoid<T>> {
    static constexpr const char* name = "exact::sigmoid";
    using half_rounding = detail::sigmoid_half_rounding;

    /// σ′(x) = y − y² from y = σ(x), rounded once.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        if constexpr (std::same_as<T, float>)
            return detail::exact_sigmoid_functions::slope_from_value(y);
        else
            return activation::Sigmoid<T>::derivative_from_output(y);
    }
};

/// exact::sigmoid(x, y): see function for the call forms.
inline constexpr function<Sigmoid> sigmoid{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
