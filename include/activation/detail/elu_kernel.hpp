#ifndef ACTIVATION_DETAIL_ELU_KERNEL_HPP
#define ACTIVATION_DETAIL_ELU_KERNEL_HPP

#include <cstdint>
#include <type_traits>

#include "activation/detail/bound.hpp"
#include "activation/detail/double_word.hpp"
#include "activation/detail/elu_table.hpp"
#include "activation/detail/exp.hpp"

/// What ELU, SELU and CELU share: alpha·(eˣ − 1) and alpha·eˣ for x ≤ 0.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// eˣ − 1 − max(x, −1) for x ≤ 0, which is small next to max(x, −1).
template <class V>
[[gnu::always_inline]] constexpr V expm1_rest(const V& x) {
    using table = elu_table<scalar_t<V>>;
    return look_up<table>(at_least(x, V(table::limit)));
}

/// x where x > 0, else eˣ − 1.
template <class V>
[[gnu::always_inline]] constexpr V expm1_or_x(const V& x) {
    using T = scalar_t<V>;
    return at_least(x, V(T(-1))) + expm1_rest(at_most(x, V(T(0))));
}

/// alpha·(eˣ − 1) for x ≤ 0.
template <class V>
[[gnu::always_inline]] constexpr V scaled_expm1(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    const V lead = at_least(x, V(T(-1)));
    const V rest = expm1_rest(x);
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
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
