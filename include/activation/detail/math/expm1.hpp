#ifndef ACTIVATION_DETAIL_MATH_EXPM1_HPP
#define ACTIVATION_DETAIL_MATH_EXPM1_HPP

#include <cstdint>
#include <type_traits>

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/parameter.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/table/elu_table.hpp"

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

/// What an alpha that calls on ranges refuse makes of the result for alpha 1.
template <class V>
[[gnu::always_inline]] constexpr V times_infinite(const V& value, scalar_t<V> alpha) {
    return finite(alpha) ? value : product(V(alpha), value);
}

/// alpha·(eˣ − 1) for x ≤ 0; expm1_or_x does the same for alpha 1 with less.
template <class V>
[[gnu::always_inline]] constexpr V scaled_expm1(const V& x, scalar_t<V> alpha) {
    const V factor(finite(alpha) ? alpha : scalar_t<V>(1));
    const double_word<V> scaled = two_product(factor, at_least(x, V(scalar_t<V>(-1))));
    const V sum = scaled.high + multiply_add(factor, expm1_rest(x), scaled.low);
    // −0 + 0, where alpha·lead vanishes, is +0.
    return times_infinite(copy_sign(sum, scaled.high), alpha);
}

/// Up to `moderate`, alpha times eˣ·2^raised_by is a normal number from `lowest` on, and alpha·eˣ rounds to 0 there.
/// `vanishing` is where alpha·eˣ rounds to 0 for |alpha| ≤ 1, and the other where it does for any alpha.
template <class T>
struct exp_limits;
template <>
struct exp_limits<float> {
    static constexpr int raised_by = 70;
    static constexpr float lowering = 0x1p-70f, moderate = 0x1p40f, lowest = -135;
    static constexpr float vanishing = -150, vanishing_times_largest = -195, room = 0x1p-64f;
    static constexpr std::uint32_t room_exponent = 64;
};
template <>
struct exp_limits<double> {
    static constexpr int raised_by = 128;
    static constexpr double lowering = 0x1p-128, moderate = 0x1p40, lowest = -775;
    static constexpr double vanishing = -800, vanishing_times_largest = -1460, room = 0x1p-512;
    static constexpr std::uint64_t room_exponent = 512;
};

/// alpha·eˣ for x ≤ 0 and an alpha that leaves no room for eˣ times a power of two.
template <class V>
[[gnu::always_inline]] constexpr V largely_scaled_exp(const V& x, scalar_t<V> alpha) {
    using limits = exp_limits<scalar_t<V>>;
    const auto e = exp_of(at_least(x, V(limits::vanishing_times_largest)));
    const V factor((finite(alpha) ? alpha : scalar_t<V>(1)) * limits::room);
    const V result = scale(multiply_add(factor, e.high, V(factor * e.low)),
                           bits_t<V>(e.exponent + bits_t<V>(limits::room_exponent)));
    return times_infinite(result, alpha);
}

/// alpha·eˣ for x ≤ 0.
template <class V>
[[gnu::always_inline]] constexpr V scaled_exp(const V& x, scalar_t<V> alpha) {
    using T = scalar_t<V>;
    using limits = exp_limits<T>;
    // All lanes share alpha.
    if (alpha > limits::moderate || alpha < -limits::moderate) return largely_scaled_exp(x, alpha);
    V power, excess;
    exp_factors_of<1, limits::raised_by>(at_least(x, V(limits::lowest)), power, excess);
    const V raised = same_number(alpha, scalar_t<V>(1))
                         ? multiply_add(power, excess, power)
                         : multiply_add(V(alpha), power, V(V(alpha) * V(power * excess)));
    return raised * V(limits::lowering);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
