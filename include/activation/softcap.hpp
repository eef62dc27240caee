#if defined(ACTIVATION_ENTRY)
ACTIVATION_ENTRY(softcap, Softcap)
#elif !defined(ACTIVATION_SOFTCAP_HPP)
#define ACTIVATION_SOFTCAP_HPP

#include "activation/detail/arch/requirements.hpp"

#include "activation/detail/math/short_softcap.hpp"
#include "activation/detail/math/softcap.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Soft cap of attention's logits, f(x) = cap·tanh(x/cap);  f′(x) = 1 / cosh²(x/cap).
///
/// Domain   any finite cap but 0; a negative one is as good as its magnitude.  Calls on ranges refuse others.
/// Edges    ±0 → ±0, ±∞ → ±|cap|, NaN → NaN;  f′: ±0 → 1, ±∞ → +0, NaN → NaN.
/// Error    cap 30 and 0.7, float, every input: f 1.07 ULP (at 0x1.e01a5cp+4), f′ 1.43 ULP (at 0x1.b49f62p-1) of
///          max(|f′|, 1/16); without fused multiply-add 1.30 and 1.74 ULP. double, 10⁷ samples: 1.77 and 1.18 ULP;
///          without, 1.89 and 1.22. Caps of every magnitude and sign, sampled: within 2 ULP.
/// Method   Tanh's table at |x|/cap: min(|x|, cap) is exact, and the cap multiplies only the correction on top of it; f′, by
///          the ways that Tanh's has, puts right what the quotient's rounding took away.
/// Shape    one value or one batch, lane by lane; function<Softcap> takes ranges.
/// Source   Bello et al., "Neural combinatorial optimization with reinforcement learning", 2016; the name and 30, that
///          of the last layer, are those of Gemma Team, "Gemma 2: improving open language models", 2024.
template <class T = float>
struct Softcap {
    static constexpr const char* name = "softcap";
    static constexpr const char* parameter_names[] = {"cap"};
    static constexpr std::size_t interleave = 4;

    T cap = T(30);

    constexpr detail::refused_parameter refused() const noexcept {
        const bool serves = detail::finite(cap) && !detail::magnitude_of<T>(cap).is_zero();
        return detail::refused_unless(serves, "cap", cap, "finite and not 0");
    }

    using near_part = detail::part_of_float<T, detail::part_for_lanes<Softcap, detail::near_policy>>;
    using far_part = detail::part_of_float<T, detail::part_for_lanes<Softcap, detail::far_policy>>;
    constexpr near_part near_lanes() const noexcept { return {*this}; }
    constexpr far_part far_lanes() const noexcept { return {*this}; }

    template <class V>
    [[gnu::always_inline]] constexpr auto is_far(const V& x) const noexcept {
        return detail::is_far_for_softcap(detail::absolute(x), word());
    }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return value_by<detail::accurate_policy>(x);
    }

    /// f as accurate as a tier has it.
    template <class Policy, class V>
    [[gnu::always_inline]] constexpr V value_by(const V& x) const noexcept {
        const V a = detail::absolute(x);
        const detail::cap_word<T> by = word();
        // All lanes share the cap.
        if (!detail::is_usual_cap(detail::absolute(cap))) [[unlikely]]
            return detail::copy_sign(detail::softcap_of_any(a, detail::absolute(cap)), x);
        return detail::copy_sign(detail::softcap_value<Policy>(a, by), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return derivative_by<detail::accurate_policy>(x);
    }

    /// f′ for the lanes of a policy.
    template <class Policy, class V>
    [[gnu::always_inline]] constexpr V derivative_by(const V& x) const noexcept {
        const V a = detail::absolute(x);
        const detail::cap_word<T> by = word();
        if (!detail::is_usual_cap(detail::absolute(cap))) [[unlikely]]
            return detail::softcap_derivative_of_any(a, detail::absolute(cap));
        return detail::softcap_derivative<Policy>(a, by);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    [[gnu::always_inline]] constexpr detail::cap_word<T> word() const noexcept {
        return detail::cap_word<T>(detail::foldable(detail::absolute(cap)));
    }
};

/// softcap(x, y, {.cap = …}): see function for the call forms.
inline constexpr function<Softcap> softcap{};

namespace fast {

/// A float's f is as activation::Softcap's with |x|·(1/cap) in place of |x|/cap; f′ is 4e/(1 + e)², e = e^(−2|x|/cap) a
/// short exponential, in which |x|/cap counts as far as 21.5 (detail/math/short_softcap.hpp). Of a cap whose magnitude
/// is not from 2⁻⁶⁰ to 2⁶⁰, and in double, it is activation::Softcap.
///
/// Edges    as activation::Softcap, but that a float's f′(±∞) is 8·10⁻¹⁹.
/// Error    float, every input: f 1.41 ULP (at 0x1.ebf85ap+4) of max(|f|, 1/16), f′ 3.05 ULP (at 0x1.983652p+5) of
///          max(|f′|, 1/16); without fused multiply-add 1.60 and 5.63 ULP. double, 10⁷ samples: 1.68 and 1.15 ULP;
///          without, 1.89 and 1.22.
template <class T = float>
struct Softcap {
    static constexpr const char* name = "fast::softcap";
    static constexpr const char* parameter_names[] = {"cap"};
    static constexpr std::size_t interleave = 4;

    T cap = T(30);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        return accurate().template value_by<detail::fast_policy>(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (is_short) {
            const T magnitude = detail::absolute(cap);
            const detail::short_divisor<T> by(detail::foldable(magnitude), T(-2));
            if (detail::is_usual_cap(magnitude)) [[likely]]
                return detail::short_softcap_derivative(detail::absolute(x), by);
        }
        return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    static constexpr bool is_short = detail::has_short_exp<T, detail::fast_policy>;

    [[gnu::always_inline]] constexpr activation::Softcap<T> accurate() const { return {cap}; }
};

/// fast::softcap(x, y, {.cap = …}): see function for the call forms.
inline constexpr function<Softcap> softcap{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
