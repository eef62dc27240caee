#ifndef ACTIVATION_DETAIL_MATH_GUARD_HPP
#define ACTIVATION_DETAIL_MATH_GUARD_HPP

#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/lane.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// The power of two that keeps exponentials and what is made of them from underflow and overflow: they are computed
/// raised, times 2^exponent, or lowered, times 2^−exponent, and the last multiplication by the other one rounds once,
/// into the subnormals too.  Up to `reach`, e^(−x) raised and e^x lowered are normal numbers, and so is half of them;
/// from there on x·e^(−x) rounds to 0.
template <class T>
struct guard;
template <>
struct guard<float> {
    static constexpr int exponent = 54;
    static constexpr float raising = 0x1p54f, lowering = 0x1p-54f, reach = 124, least_normal = 0x1p-126f;
};
template <>
struct guard<double> {
    static constexpr int exponent = 128;
    static constexpr double raising = 0x1p128, lowering = 0x1p-128, reach = 790, least_normal = 0x1p-1022;
};

/// raised·lowering for raised ≥ 0, rounded once, with no operation whose result is subnormal, for one of which Intel's
/// processors take some 150 cycles.  Added to a power of two whose last place is the smallest subnormal, raised, a number is
/// rounded as it has to be, and the last bits of the sum are its own.
template <class V>
[[gnu::always_inline]] constexpr V lower(const V& raised) {
    using T = scalar_t<V>;
    constexpr T least = guard<T>::least_normal * guard<T>::raising;
    const auto underflows = raised < V(least);
    if (!any_lane(underflows)) [[likely]]
        return raised * V(guard<T>::lowering);
    const V sum = at_most(raised, V(least)) + V(least);
    const V subnormal = from_bits<V>(to_bits(sum) - bits_t<V>(to_bits(least)));
    return choose(underflows, subnormal, V(at_least(raised, V(least)) * V(guard<T>::lowering)));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
