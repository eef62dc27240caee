#ifndef ACTIVATION_ELU_HPP
#define ACTIVATION_ELU_HPP

#include "activation/detail/expm1.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {

/// Exponential linear unit, f(x) = x if x > 0, else alpha·(eˣ − 1);  f′(x) = 1 if x > 0, else alpha·eˣ.
///
/// Edges    for a positive alpha a: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −a, NaN → NaN;
///          f′: ±0 → a, +∞ → 1, −∞ → +0, NaN → NaN.
/// Shape    one value or one batch, lane by lane; function<ELU> takes ranges.
/// Source   Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential linear
///          units", ICLR 2016; name and default of alpha are PyTorch's.
template <class T = float>
struct ELU {
    static constexpr const char* name = "elu";
    static constexpr std::size_t interleave = 4;

    T alpha = T(1);

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V negative = detail::choose(x > V(T(0)), V(T(0)), x);
        return detail::choose(x > V(T(0)), x, V(V(alpha) * detail::expm1_of(negative)));
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        constexpr T underflow = sizeof(T) == 4 ? T(-110) : T(-800);
        const V negative = detail::choose(x > V(T(0)), V(T(0)), detail::choose(x < V(underflow), V(underflow), x));
        const auto e = detail::exp_of(negative);
        const V decay = detail::scale(V(V(alpha) * V(e.high + e.low)), e.exponent);
        return detail::choose(x == V(T(0)), V(alpha), detail::step(x, decay, V(T(1))));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x), whose sign is that of x as long as alpha is positive.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::step(y, V(y + V(alpha)), V(T(1)));
    }

    constexpr detail::positive_parameter needed_positive_from_output() const noexcept {
        return {"alpha", static_cast<double>(alpha)};
    }
};

/// elu(x, y, {.alpha = …}): see function for the call forms.
inline constexpr function<ELU> elu{};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
