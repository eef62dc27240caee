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
/// Error    cap 30 and 0.7, float, every input: f 1.41 ULP (at 0x1.ebf85ap+4), f′ 1.44 ULP (at 0x1.315414p+0) of
///          max(|f′|, 1/16); without fused multiply-add 1.60 and 1.45 ULP. double, 10⁷ samples: 1.77 and 1.18 ULP;
///          without, 1.89 and 1.22. Caps of every magnitude and sign, sampled: within 2 ULP.
/// Method   Tanh's table at |x|·(1/cap), of a double |x|/cap: min(|x|, cap) is exact, and the cap multiplies only the
///          correction on top of it.  A float's f′ is 4e/(1 + e)², e = e^(−2|x|/cap), with what e, the sum, its square
///          and the quotient are rounded by (detail/math/short_softcap.hpp); a double's, by the way that Tanh's goes, puts
///          right what the rounding of |x|/cap took away.
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

    /// A float's whose reciprocal and what is made of it are normal numbers.
    using shorter = detail::part_of_float<T, detail::usual_softcap>;
    constexpr bool is_short() const noexcept { return detail::is_usual_cap(magnitude()); }
    constexpr auto in_short() const noexcept { return shorter{detail::short_divisor<T>(magnitude(), T(-2))}; }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V a = detail::absolute(x);
        const T usual = detail::foldable(magnitude()), inverse = detail::divide(T(1), usual);
        // All lanes share the cap.
        if (!detail::is_usual_cap(magnitude())) [[unlikely]]
            return detail::copy_sign(detail::softcap_of_any(a, magnitude()), x);
        return detail::with_sign_of(x, detail::softcap_value(a, usual, inverse));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V a = detail::absolute(x);
        if (!detail::is_usual_cap(magnitude())) [[unlikely]]
            return detail::softcap_derivative_of_any(a, magnitude());
        return detail::softcap_derivative(a, detail::foldable(magnitude()));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    constexpr T magnitude() const noexcept { return detail::absolute(cap); }
};

/// softcap(x, y, {.cap = …}): see function for the call forms.
inline constexpr function<Softcap> softcap{};

namespace fast {

/// A float's f is fast::Tanh's quotient, with x in place of x/cap in the numerator; f′ is 4e/(1 + e)², e = e^(−2|x|/cap) a
/// short exponential, in which |x|/cap counts as far as 21.5 (detail/math/short_softcap.hpp). Of a cap whose magnitude
/// is not from 2⁻⁶⁰ to 2⁶⁰, and in double, it is activation::Softcap.
///
/// Edges    as activation::Softcap, but that a float's f′(±∞) is 8·10⁻¹⁹.
/// Error    float, every input: f 3.77 ULP (at 0x1.ff8e9cp+0) of max(|f|, 1/16), f′ 3.05 ULP (at 0x1.983652p+5) of
///          max(|f′|, 1/16); without fused multiply-add 3.77 and 5.63 ULP. double, 10⁷ samples: 1.77 and 1.15 ULP;
///          without, 1.89 and 1.22.
template <class T = float>
struct Softcap {
    static constexpr const char* name = "fast::softcap";
    static constexpr const char* parameter_names[] = {"cap"};
    static constexpr std::size_t interleave = 4;

    T cap = T(30);

    constexpr detail::refused_parameter refused() const noexcept { return accurate().refused(); }

    using shorter = detail::part_of_float<T, detail::short_usual_softcap>;
    constexpr bool is_short() const noexcept { return detail::is_usual_cap(detail::absolute(cap)); }
    constexpr auto in_short() const noexcept { return shorter{divisor()}; }

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        if constexpr (is_float)
            if (is_short()) [[likely]]
                return in_short().forward(x);
        return accurate().forward(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        if constexpr (is_float)
            if (is_short()) [[likely]]
                return in_short().derivative(x);
        return accurate().derivative(x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

private:
    static constexpr bool is_float = detail::has_short_exp<T, detail::fast_policy>;

    [[gnu::always_inline]] constexpr detail::short_divisor<T> divisor() const {
        return detail::short_divisor<T>(detail::foldable(detail::absolute(cap)), T(-2));
    }
    [[gnu::always_inline]] constexpr activation::Softcap<T> accurate() const { return {cap}; }
};

/// fast::softcap(x, y, {.cap = …}): see function for the call forms.
inline constexpr function<Softcap> softcap{};

}  // namespace fast

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
