#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(swish, Swish)
#elif !defined(ACTIVATION_SWISH_HPP)
#define ACTIVATION_SWISH_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/short_swish.hpp"
#include "activation/detail/math/swish.hpp"
#include "activation/function.hpp"
#include "activation/silu.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Swish, f(x) = x·σ(beta·x);  f′(x) = σ(z) + z·σ(z)·σ(−z), z = beta·x.
///
/// Domain   any finite beta, negative ones and 0 (x/2) too.  Calls on ranges refuse others.
/// Edges    beta > 0: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −0, NaN → NaN;  f′: ±0 → ½, +∞ → 1, −∞ → −0, NaN → NaN.
///          beta < 0: +∞ → +0, −∞ → −∞;  f′: +∞ → −0, −∞ → 1.
/// Error    beta 1 and 0.85, float, every input: f 0.98 ULP (at -0x1.6893b4p+6), f′ 1.29 ULP (at -0x1.411f8p-1) of
///          max(|f′|, 1/16); without fused multiply-add 1.00 and 1.55 ULP. double, 10⁷ samples: 0.78 and 1.62 ULP;
///          without, 0.77 and 1.61. Of a float's f′ itself 1.59 ULP (at -0x1.59b19ap+0); of a double's that bound is
///          many ULP next to the root, at beta·x = −1.278. Betas of every magnitude and sign, sampled: f 1.36, f′ 1.46
///          ULP, with and without.
/// Method   SiLU's product, which it is with beta 1, of an exponential of beta·x that is not rounded
///          (detail/math/swish.hpp).  f′ of a float is SiLU's, by its table and beyond it, at beta·x in two words; of a
///          double it is made of beta·x, e^(−|beta·x|), σ and its slope, each with what was rounded away from it
///          (detail/math/scaled_logistic.hpp).
/// Shape    one value or one batch, lane by lane; function<Swish> takes ranges.
/// Source   Ramachandran, Zoph and Le, "Searching for activation functions", 2017.
template <class T = float>
struct Swish {
    static constexpr const char* name = "swish";
    static constexpr const char* parameter_names[] = {"beta"};
    static constexpr std::size_t interleave = 4;
    static constexpr bool two_steps = true;

    T beta = T(1);

    constexpr detail::refused_parameter refused() const noexcept { return detail::refused_unless_finite("beta", beta); }

    using near_part = detail::part_of_float<T, detail::part_for_lanes<Swish, detail::near_policy>>;
    using far_part = detail::part_of_float<T, detail::part_for_lanes<Swish, detail::far_policy>>;
    constexpr near_part near_lanes() const noexcept { return {*this}; }
    constexpr far_part far_lanes() const noexcept { return {*this}; }

    template <class V>
    [[gnu::always_inline]] constexpr auto is_far(const V& x) const noexcept {
        return detail::is_far_for_swish_slope(x, beta);
    }

    /// A float's with beta 1.
    using shorter = detail::part_of_float<T, SiLU<T>>;
    constexpr bool is_short() const noexcept { return detail::to_bits(beta) == detail::to_bits(T(1)); }
    constexpr shorter in_short() const noexcept { return {}; }

    template <class V>
    [[gnu::always_inline]] constexpr void prepare(const V& x, V& power, V& excess) const noexcept {
        detail::prepare_logistic(argument(), detail::toward_positive_factor(x, beta), power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V& x, const V& power, const V& excess) const noexcept {
        // All lanes share beta.
        if (!detail::is_usual_swish(beta)) [[unlikely]]
            return detail::unusual_swish(x, beta);
        using policy = detail::accurate_policy;
        // −x·σ(beta·x) is (−x)·σ(−beta·(−x)).
        const V toward = detail::toward_positive_factor(x, beta);
        return detail::copy_sign(detail::logistic_product<policy>(argument(), toward, power, excess), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return detail::forward_of_steps(*this, x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return derivative_by<detail::accurate_policy>(x);
    }

    /// f′ for the lanes of a policy.
    template <class Policy, class V>
    [[gnu::always_inline]] constexpr V derivative_by(const V& x) const noexcept {
        return detail::with_factor<detail::swish_slope<Policy>>(x, beta);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    /// |beta|, and any other number where a call comes to nothing by it.
    constexpr detail::swish_argument<T> argument() const {
        return detail::swish_argument<T>(detail::foldable_swish(beta));
    }
};

/// swish(x, y, {.beta = …}): see function for the call forms.
inline constexpr function<Swish> swish{};

namespace fast {

/// A float's as fast::SiLU's, with an exponential of beta·x (detail/math/short_swish.hpp), for betas from ½ to 16 and from
/// −16 to −½; for others, and in double, it is activation::Swish.
///
/// Edges    as activation::Swish, but that a float's f and f′ may be tiny numbers of their sign where they vanish.
/// Error    float, every input: f 2.25 ULP (at -0x1.f66edcp+0) of max(|f|, 1/16), f′ 3.71 ULP (at -0x1.af136cp-1) of
///          max(|f′|, 1/16); without fused multiply-add 4.57 and 4.99 ULP. double, 10⁷ samples: 0.60 and 1.62 ULP;
///          without, 0.60 and 1.61.
template <class T = float>
struct Swish {
    static constexpr const char* name = "fast::swish";
    static constexpr const char* parameter_names[] = {"beta"};
    static constexpr bool is_short = detail::has_short_exp<T, detail::fast_policy>;
    static constexpr std::size_t interleave = is_short ? 4 : activation::Swish<T>::interleave;
    static constexpr bool two_steps = !is_short;

    T beta = T(1);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    template <class V>
    [[gnu::always_inline]] constexpr void prepare(const V& x, V& power, V& excess) const noexcept {
        accurate().prepare(x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V finish(const V& x, const V& power, const V& excess) const noexcept {
        return accurate().finish(x, power, excess);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (is_short)
            return detail::with_short_factor<detail::short_swish>(x, accurate());
        else
            return accurate().forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (is_short)
            return detail::with_short_factor<detail::short_swish_slope>(x, accurate());
        else
            return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        if constexpr (is_short)
            return detail::with_short_factor<detail::short_swish_and_slope>(x, accurate());
        else
            return accurate().value_and_derivative(x);
    }

private:
    [[gnu::always_inline]] constexpr activation::Swish<T> accurate() const { return {beta}; }
};

/// fast::swish(x, y, {.beta = …}): see function for the call forms.
inline constexpr function<Swish> swish{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
