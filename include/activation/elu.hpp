#ifndef ACTIVATION_ELU_HPP
#define ACTIVATION_ELU_HPP

#include <cstdint>
#include <iterator>

#include "activation/detail/bound.hpp"
#include "activation/detail/double_word.hpp"
#include "activation/detail/elu_table.hpp"
#include "activation/detail/exp.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// alpha·(eˣ − 1) for x ≤ 0: of x or −1, whichever is greater, plus a correction that is small next to it.
template <class V>
[[gnu::always_inline]] constexpr V scaled_expm1(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    using table = elu_table<T>;
    const V bounded = at_least(x, V(table::limit));
    const V lead = at_least(bounded, V(T(-1)));
    const bits_t<V> slot = slot_of<table>(bounded);
    const V h = from_centre(table::slots, slot, bounded);
    const V rest = horner<1, std::size(table::slots.row) - 1>(table::slots, slot, h);
    // All lanes share alpha, so this costs nothing; the general case gives the same.
    if (alpha == 1) return lead + rest;
    const double_word<V> scaled = two_product(V(alpha), lead);
    const V sum = scaled.high + multiply_add(V(alpha), rest, scaled.low);
    // −0 + 0, where alpha·lead vanishes, is +0.
    return copy_sign(sum, scaled.high);
}

/// Where eˣ leaves the normal numbers, and where alpha·eˣ rounds to 0 for |alpha| ≤ 1 and for any alpha.
template <class T>
struct exp_limits;
template <>
struct exp_limits<float> {
    static constexpr float normal = -80, vanishing = -150, vanishing_times_largest = -195, room = 0x1p-64f;
    static constexpr std::uint32_t room_exponent = 64;
};
template <>
struct exp_limits<double> {
    static constexpr double normal = -700, vanishing = -800, vanishing_times_largest = -1460, room = 0x1p-512;
    static constexpr std::uint64_t room_exponent = 512;
};

/// alpha·eˣ for x below the normal range of eˣ, which a large alpha may lift into it again.
template <class V>
[[gnu::always_inline]] constexpr V scaled_exp_far(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    using limits = exp_limits<T>;
    const bool large = alpha > 1 || alpha < -1;
    const auto e = exp_of(at_least(x, V(large ? limits::vanishing_times_largest : limits::vanishing)));
    const V factor(large ? alpha * limits::room : alpha);
    const bits_t<V> exponent = e.exponent + bits_t<V>(large ? limits::room_exponent : bits_t<T>(0));
    return scale(multiply_add(factor, e.high, V(factor * e.low)), exponent);
}

/// alpha·eˣ for x ≤ 0.
template <class V>
[[gnu::always_inline]] constexpr V scaled_exp(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    const V normal(exp_limits<T>::normal);
    V power, excess;
    exp_factors_of<1, 0>(at_least(x, normal), power, excess);
    const V near = alpha == 1 ? multiply_add(power, excess, power)
                              : multiply_add(V(alpha), power, V(V(alpha) * V(power * excess)));
    const auto far = x < normal;
    if (!any_lane(far)) return near;
    const auto blend = [alpha](const auto& below, const auto& otherwise) __attribute__((always_inline)) {
        using B = std::remove_cvref_t<decltype(below)>;
        return choose(below < B(exp_limits<T>::normal), scaled_exp_far(below, alpha), otherwise);
    };
    return batch_by_batch(blend, x, near);
}

}  // namespace detail

/// Exponential linear unit, f(x) = x if x > 0, else alpha·(eˣ − 1);  f′(x) = 1 if x > 0, else alpha·eˣ.
///
/// Edges    for a positive alpha a: +0 → +0, −0 → −0, +∞ → +∞, −∞ → −a, NaN → NaN;
///          f′: ±0 → a, +∞ → 1, −∞ → +0, NaN → NaN.
/// Error    alpha 1, float, every input: f 0.91 ULP (at -0x1.3c3884p-1), f′ 0.79 ULP (at -0x1.5ee9d2p+6); without fused
///          multiply-add 1.04 and 0.79 ULP.  double, 3·10⁶ samples: 0.92 and 0.76 ULP, with and without.
///          alpha 0.3 and 1.67, float, every input: f 1.29 ULP (at -0x1.c6747cp-1), f′ 0.81 ULP (at -0x1.595d04p+6);
///          without fused multiply-add 1.70 and 1.31 ULP.  double: 1.30 and 0.76 ULP; without, 1.51 and 1.61.
/// Method   eˣ − 1 is one of eight polynomials in the distance from a centre, looked up by the leading bits of x, on
///          top of max(x, −1), which is exact; eˣ is a power of two, a table of eight and a polynomial (detail/exp.hpp).
///          alpha multiplies their two parts before they are added.
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
        const V zero(T(0));
        return detail::choose(x < zero, detail::scaled_expm1(detail::at_most(x, zero), alpha), x);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        const V zero(T(0));
        const V decay = detail::scaled_exp(detail::at_most(x, zero), alpha);
        return detail::choose(x > zero, V(T(1)), detail::choose(x == zero, V(alpha), decay));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) from y = f(x), whose sign is that of x as long as alpha is positive.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        return detail::choose(y > V(T(0)), V(T(1)), V(y + V(alpha)));
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
