#ifndef ACTIVATION_DETAIL_EXPM1_HPP
#define ACTIVATION_DETAIL_EXPM1_HPP

#include "activation/detail/exp.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// 1/(k + 2)! for the powers k of x in (eˣ − 1 − x)/x².
template <class T>
inline constexpr T expm1_series[11] = {T(1) / 2,       T(1) / 6,        T(1) / 24,       T(1) / 120,
                                       T(1) / 720,     T(1) / 5040,     T(1) / 40320,    T(1) / 362880,
                                       T(1) / 3628800, T(1) / 39916800, T(1) / 479001600};

/// eˣ − 1 for x ≤ 0, relative accuracy next to zero and down to −1.
template <class V>
[[gnu::always_inline]] constexpr V expm1_of(const V& x) {
    using T = scalar_t<V>;
    const V saturated = V(sizeof(T) == 4 ? T(-20) : T(-40));
    const V bounded = choose(x < saturated, saturated, x);
    const auto e = exp_of(bounded);
    const V far = V(scale_normal(e.high, e.exponent) - V(T(1))) + scale(e.low, e.exponent);
    const V bend = rounded_product(V(bounded * bounded), horner<0, 10>(expm1_series<T>, bounded));
    const V near = choose(bounded == V(T(0)), bounded, V(bounded + bend));
    return choose(bounded > V(T(-0.25)), near, far);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
