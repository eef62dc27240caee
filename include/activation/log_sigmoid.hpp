#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(log_sigmoid, LogSigmoid)
#elif !defined(ACTIVATION_LOG_SIGMOID_HPP)
#define ACTIVATION_LOG_SIGMOID_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/exact_softplus.hpp"
#include "activation/detail/math/short_softplus.hpp"
#include "activation/detail/math/softplus.hpp"
#include "activation/function.hpp"
#include "activation/sigmoid.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Logarithm of the logistic sigmoid, f(x) = log σ(x) = −log(1 + e⁻ˣ);  f′(x) = σ(−x).
///
/// Edges    +∞ → −0, −∞ → −∞, NaN → NaN;  f′: −∞ → 1, ±0 → ½, +∞ → +0, NaN → NaN.  (PyTorch gives +0 where the exact
///          value, which is negative, underflows.)
/// Error    float, every input: f 1.20 ULP (at -0x1.39268ep-2), f′ 0.87 ULP (at 0x1.f311fp+0) of max(f′, 1/16); without
///          fused multiply-add 1.20 and 0.88 ULP. double, 10⁷ samples: 1.13 and 0.56 ULP; without, 1.14 and 0.57.
/// Method   min(x, 0) − log(1 + e), e = e^(−|x|); the logarithm is twice artanh(e/(2 + e)), a polynomial
///          (detail/math/softplus.hpp).  f′ is Sigmoid's.
/// Shape    one value or one batch, lane by lane; function<LogSigmoid> takes ranges.
/// Source   name and definition are PyTorch's.
template <class T = float>
struct LogSigmoid {
    static constexpr const char* name = "log_sigmoid";
    static constexpr std::size_t interleave = 4;
    static constexpr bool many_constants = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        // −0 where x is positive, so that what underflows is −0.
        return detail::softplus_beside(V(detail::at_most(x, V(T(-0.0)))), x, T(-1));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return Sigmoid<T>{}.forward(V(-x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

/// log_sigmoid(x, y): see function for the call forms.
inline constexpr function<LogSigmoid> log_sigmoid{};

namespace detail {

/// A float's in the fast tier.
template <class T>
struct short_log_sigmoid_functor {
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return short_log_sigmoid(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return short_log_sigmoid_derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

namespace fast {

/// A float's is min(x, 0) − e·p(e), e = e^(−|x|) a short exponential and p a polynomial of degree 8, f′ fast::Sigmoid's
/// (detail/math/short_softplus.hpp); a double's is activation::LogSigmoid.
///
/// Edges    as activation::LogSigmoid, but that a float's f and f′ are tiny numbers for +∞, −2·10⁻¹⁹ and 2·10⁻¹⁹.
/// Error    float, every input: f 3.16 ULP (at 0x1.463816p+0) of max(|f|, 1/16), f′ 2.65 ULP (at 0x1.f2f8dcp+0) of
///          max(|f′|, 1/16); without fused multiply-add 3.81 and 4.08 ULP. double, 10⁷ samples: 1.13 and 0.56 ULP;
///          without, 1.14 and 0.57.
template <class T = float>
struct LogSigmoid : detail::short_or<T, detail::short_log_sigmoid_functor<T>, activation::LogSigmoid<T>> {
    static constexpr const char* name = "fast::log_sigmoid";
};

/// fast::log_sigmoid(x, y): see function for the call forms.
inline constexpr function<LogSigmoid> log_sigmoid{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′; a double's is activation::LogSigmoid.
///
/// Edges    as activation::LogSigmoid.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   −softplus(−x) in doubles (detail/math/exact_softplus.hpp), and Sigmoid's.
template <class T = float>
struct LogSigmoid
    : detail::exact_or<T, detail::exact_functor<detail::exact_log_sigmoid_functions>, activation::LogSigmoid<T>> {
    static constexpr const char* name = "exact::log_sigmoid";
};

/// exact::log_sigmoid(x, y): see function for the call forms.
inline constexpr function<LogSigmoid> log_sigmoid{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
