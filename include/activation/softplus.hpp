#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(softplus, Softplus)
#elif !defined(ACTIVATION_SOFTPLUS_HPP)
#define ACTIVATION_SOFTPLUS_HPP

#include "activation/detail/arch/requirements.hpp"

#include <concepts>

#include "activation/detail/math/exact_softplus.hpp"
#include "activation/detail/math/short_softplus.hpp"
#include "activation/detail/math/softplus.hpp"
#include "activation/function.hpp"
#include "activation/sigmoid.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

namespace detail {
struct plain_softplus;
}  // namespace detail

/// Softplus, f(x) = log(1 + e^(beta·x))/beta, and x where beta·x > threshold;  f′(x) = σ(beta·x), and 1 there.
///
/// Domain   any finite beta but 0, negative ones too; any threshold, ±∞ too.  The product that is compared with it is not
///          rounded.  Calls on ranges refuse other parameters.
/// Edges    beta > 0: −∞ → +0, +∞ → +∞, NaN → NaN;  f′: −∞ → +0, ±0 → ½, +∞ → 1, NaN → NaN.
///          beta < 0: −∞ → −∞, +∞ → −0;  f′: −∞ → 1, +∞ → +0.
/// Error    beta 1, 1.7 and 0.5 threshold 3, float, every input: f 1.27 ULP (at 0x1.ef0a9p-6), f′ 0.87 ULP (at
///          -0x1.f311fp+0) of max(f′, 1/16); without fused multiply-add 1.73 and 0.88 ULP. double, 10⁷ samples: 1.16
///          and 0.56 ULP; without, 1.64 and 0.61. Betas of every magnitude and sign, sampled: within the same.
/// Method   max(x, 0) + log(1 + e)/beta, e = e^(−|beta·x|); the logarithm is twice artanh(e/(2 + e)), a polynomial, and
///          is not rounded before it is divided (detail/math/softplus.hpp).  f′ is Sigmoid of beta·x, its exponential that
///          of the product not rounded (detail/math/swish.hpp).
/// Shape    one value or one batch, lane by lane; function<Softplus> takes ranges.
/// Source   Dugas et al., "Incorporating second-order functional knowledge for better option pricing", NeurIPS 2000;
///          names, defaults and the threshold are PyTorch's.
template <class T = float>
struct Softplus {
    static constexpr const char* name = "softplus";
    static constexpr const char* parameter_names[] = {"beta", "threshold"};
    /// Four of 16 floats take calls of few elements twice as long, and those of many hardly less.
    static constexpr std::size_t interleave = detail::lanes<detail::native_t<float>>::size > 8 ? 2 : 4;
    static constexpr bool memory_bound = false, many_constants = true;

    T beta = T(1);
    T threshold = T(20);

    constexpr detail::refused_parameter refused() const noexcept {
        const bool fit = detail::finite(beta) && !detail::magnitude_of<T>(beta).is_zero();
        return fit ? detail::refused_if_nan("threshold", threshold)
                   : detail::refused_unless(false, "beta", beta, "finite and not 0");
    }

    /// A float's with beta 1 and a threshold beyond which it is x, and f′ is 1, as it is.
    using shorter = detail::part_of_float<T, detail::plain_softplus>;
    constexpr bool is_short() const noexcept {
        return detail::to_bits(beta) == detail::to_bits(T(1)) && threshold >= T(18);
    }
    constexpr shorter in_short() const noexcept { return {}; }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::choose(is_linear(x), x, detail::softplus_value(x, beta));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::choose(is_linear(x), V(T(1)), detail::scaled_sigmoid(x, beta));
    }

    /// f′(x) from y = f(x), 1 − e^(−beta·y), and 1 where beta·y > threshold.  Where beta·x is below the threshold and
    /// beta·y is not, the two are told apart by nothing, and it is 1.  Error ≤ 1.5 ULP of that of the y at hand; without
    /// fused multiply-add 1.8.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::choose(is_linear(y), V(T(1)), detail::softplus_slope_from_output(y, beta));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// beta·x > threshold, the product not rounded.
    template <class V>
    [[gnu::always_inline]] constexpr auto is_linear(const V& x) const {
        const T limit = detail::largest_within(threshold, detail::absolute(beta));
        return V(detail::copy_sign(T(1), beta)) * x > V(limit);
    }
};

namespace detail {

/// A float's without parameters.
struct plain_softplus {
    static constexpr std::size_t interleave = Softplus<float>::interleave;
    static constexpr bool many_constants = true;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return softplus_beside(V(at_least(x, V(0.0f))), x, 1.0f);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return Sigmoid<float>{}.forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return Softplus<float>{}.derivative_from_output(y);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }
};

}  // namespace detail

/// softplus(x, y, {.beta = …, .threshold = …}): see function for the call forms.
inline constexpr function<Softplus> softplus{};

namespace fast {

/// A float's is max(x, 0) + e·p(e)/beta, e = e^(−|beta·x|) a short exponential and p a polynomial of degree 8, f′ as
/// fast::Sigmoid's (detail/math/short_softplus.hpp), for betas from ½ to 16 and from −16 to −½; for others, and in double, it
/// is activation::Softplus.
///
/// Edges    as activation::Softplus, but that a float's f and f′ may be tiny numbers of their sign where they vanish.
/// Error    float, every input: f 3.00 ULP (at -0x1.048eccp+1) of max(|f|, 1/16), f′ 2.30 ULP (at -0x1.f6e3fep+0) of
///          max(|f′|, 1/16); without fused multiply-add 4.24 and 3.84 ULP. double, 10⁷ samples: 1.13 and 0.56 ULP;
///          without, 1.13 and 0.58.
template <class T = float>
struct Softplus {
    static constexpr const char* name = "fast::softplus";
    static constexpr const char* parameter_names[] = {"beta", "threshold"};
    static constexpr bool is_short = detail::has_short_exp<T, detail::fast_policy>;
    static constexpr std::size_t interleave = is_short ? 4 : activation::Softplus<T>::interleave;
    static constexpr bool memory_bound = false;

    T beta = T(1);
    T threshold = T(20);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (is_short)
            return linear_beyond(x, x, detail::with_short_factor<detail::short_softplus>(x, accurate()));
        else
            return accurate().forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (is_short)
            return linear_beyond(x, V(T(1)), detail::with_short_factor<detail::short_softplus_slope>(x, accurate()));
        else
            return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return accurate().derivative_from_output(y);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        if constexpr (is_short) {
            const auto both = detail::with_short_factor<detail::short_softplus_and_slope>(x, accurate());
            return {linear_beyond(x, x, both.value), linear_beyond(x, V(T(1)), both.derivative)};
        } else {
            return accurate().value_and_derivative(x);
        }
    }

private:
    [[gnu::always_inline]] constexpr activation::Softplus<T> accurate() const { return {beta, threshold}; }

    /// `linear` where beta·x > threshold.  From 18 on, `curved` is the same there.
    template <class V>
    [[gnu::always_inline]] constexpr V linear_beyond(const V& x, const V& linear, const V& curved) const {
        if (threshold >= T(18)) [[likely]]
            return curved;
        return detail::choose(accurate().is_linear(x), linear, curved);
    }
};

/// fast::softplus(x, y, {.beta = …, .threshold = …}): see function for the call forms.
inline constexpr function<Softplus> softplus{};

}  // namespace fast

namespace exact {

/// The correctly rounded value of every float, and of f′, where beta is 1 and the threshold 20 or more; else, and of
/// doubles, activation::Softplus.
///
/// Domain   as activation::Softplus.
/// Edges    as activation::Softplus.
/// Error    float, every input: none but the one rounding, ½ ULP.
/// Method   in doubles, max(x, 0) + log(1 + e), e = e^(−|x|) a quotient, its logarithm a polynomial of another, by one
///          division for both (detail/math/exact_softplus.hpp).  Beyond a threshold of 20 x is the rounded value.
///          Other parameters: that of activation::Softplus, and not the same on every target.
template <class T = float>
struct Softplus {
    static constexpr const char* name = "exact::softplus";
    static constexpr const char* parameter_names[] = {"beta", "threshold"};
    static constexpr std::size_t interleave = 2;

    T beta = T(1);
    T threshold = T(20);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (std::same_as<T, float>)
            if (is_exact()) return detail::exact_softplus_functions::value(x);
        return accurate().forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (std::same_as<T, float>)
            if (is_exact()) return detail::exact_softplus_functions::slope(x);
        return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x): that of activation::Softplus.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return accurate().derivative_from_output(y);
    }

private:
    [[gnu::always_inline]] constexpr activation::Softplus<T> accurate() const noexcept { return {beta, threshold}; }
    [[gnu::always_inline]] constexpr bool is_exact() const noexcept {
        return detail::same_number(beta, T(1)) && threshold >= T(20);
    }
};

/// exact::softplus(x, y, {.beta = …, .threshold = …}): see function for the call forms.
inline constexpr function<Softplus> softplus{};

}  // namespace exact

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
