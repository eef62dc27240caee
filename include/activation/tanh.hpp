#ifndef ACTIVATION_TANH_HPP
#define ACTIVATION_TANH_HPP

#include "activation/detail/bound.hpp"
#include "activation/detail/exp.hpp"
#include "activation/detail/tanh_table.hpp"
#include "activation/function.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Where 4·e^(−2a) leaves the normal numbers, and where it rounds to 0.
template <class T>
inline constexpr T sech_squared_normal = sizeof(T) == 4 ? T(40) : T(350);
template <class T>
inline constexpr T sech_squared_vanishing = sizeof(T) == 4 ? T(53) : T(374);

/// (1 + e/4)⁻² = 1 + Σ series[k]·e^(k + 1), as far as it counts for e ≤ 4·exp(−12).
template <class T>
inline constexpr T sech_squared_series[1] = {T(-1) / 2};
template <>
inline constexpr double sech_squared_series<double>[3] = {-1.0 / 2, 3.0 / 16, -1.0 / 16};

/// sech² a = e·(1 + e/4)⁻² with e = 4·exp(−2a), for a > 6.
template <class V>
[[gnu::always_inline]] constexpr V sech_squared_far(const V& a) {
    using T = scalar_t<V>;
    constexpr std::size_t last = std::size(sech_squared_series<T>) - 1;
    const V normal(sech_squared_normal<T>);
    const V near = at_most(a, normal);
    V power, excess;
    exp_factors_of<-1, 2>(V(near + near), power, excess);
    const V e = multiply_add(power, excess, power);
    const V bend = rounded_product(e, horner<0, last>(sech_squared_series<T>, e));
    const V result = multiply_add(power, multiply_add(bend, V(V(T(1)) + excess), excess), power);
    if (!any_lane(a > normal)) return result;

    const V bounded = at_most(a, V(sech_squared_vanishing<T>));
    const auto tiny = exp_of(V(V(T(-2)) * bounded));
    const bits_t<V> exponent = tiny.exponent + bits_t<V>(bits_t<T>(2));
    return choose(a > normal, scale(V(tiny.high + tiny.low), exponent), result);
}

/// tanh a for a ≥ 0: a or 1, whichever is less, plus a correction that is small next to it.
template <class V>
[[gnu::always_inline]] constexpr V tanh_of(const V& magnitude) {
    using table = tanh_table<scalar_t<V>>;
    const V a = at_most(magnitude, V(table::limit));
    const bits_t<V> slot = slot_of<table>(a);
    const V h = from_centre(table::slots, slot, a);
    return horner<1, std::size(table::slots.row) - 1>(table::slots, slot, h) + at_most(a, V(table::lead));
}

/// sech² a for a ≥ 0.
template <class V>
[[gnu::always_inline]] constexpr V sech_squared_of(const V& magnitude) {
    using table = sech_squared_table<scalar_t<V>>;
    const V a = at_most(magnitude, V(table::limit));
    const bits_t<V> slot = slot_of<table>(a);
    const V h = from_centre(table::slots, slot, a);
    const V rest = horner<3, std::size(table::slots.row) - 1>(table::slots, slot, h);
    const V near = multiply_add(rest, h, horner<1, 2>(table::slots, slot, h));
    const auto far = magnitude > V(table::limit);
    if (!any_lane(far)) return near;

    const auto blend = [](const auto& a_far, const auto& otherwise) __attribute__((always_inline)) {
        using B = std::remove_cvref_t<decltype(a_far)>;
        return choose(a_far > B(table::limit), sech_squared_far(a_far), otherwise);
    };
    return batch_by_batch(blend, magnitude, near);
}

}  // namespace detail

/// Hyperbolic tangent, f(x) = tanh x;  f′(x) = 1 / cosh² x.
///
/// Edges    ±0 → ±0, ±∞ → ±1, NaN → NaN;  f′: ±0 → 1, ±∞ → +0, NaN → NaN.
/// Method   one of eight polynomials in the distance from a centre, looked up by the leading bits of |x|, on top of a
///          leading part that is exact: min(|x|, 1) for f, two terms of few bits for f′.  f needs nothing else; f′
///          beyond |x| = 6 is 4e^(−2|x|)·(1 + e^(−2|x|))⁻².
/// Shape    one value or one batch, lane by lane; function<Tanh> takes ranges.
/// Source   the slots follow Tang, "Table-lookup algorithms for elementary functions", ARITH 10, 1991.
template <class T = float>
struct Tanh {
    static constexpr const char* name = "tanh";
    static constexpr std::size_t interleave = 4;

    template <class V>
    [[gnu::always_inline]] constexpr V forward(const V& x) const noexcept {
        const V magnitude = detail::absolute(x);
        const auto sign = detail::to_bits(x) ^ detail::to_bits(magnitude);
        return detail::from_bits<V>(detail::to_bits(detail::tanh_of(magnitude)) | sign);
    }

    template <class V>
    [[gnu::always_inline]] constexpr V derivative(const V& x) const noexcept {
        return detail::sech_squared_of(detail::absolute(x));
    }

    template <class V>
    [[gnu::always_inline]] constexpr detail::value_and_derivative<V> value_and_derivative(const V& x) const noexcept {
        return {forward(x), derivative(x)};
    }

    /// f′(x) = 1 − y² from y = f(x): one rounding where multiply and add are fused; otherwise as a product, in which
    /// nothing cancels that was rounded before.
    template <class V>
    [[gnu::always_inline]] constexpr V derivative_from_output(const V& y) const noexcept {
        const V one(T(1));
        if constexpr (detail::has_fused_multiply_add)
            return detail::negative_multiply_add(y, y, one);
        else
            return V(one - y) * V(one + y);
    }
};

/// tanh(x, y): see function for the call forms.
inline constexpr function<Tanh> tanh{};

}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
