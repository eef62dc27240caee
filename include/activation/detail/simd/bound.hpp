#ifndef ACTIVATION_DETAIL_SIMD_BOUND_HPP
#define ACTIVATION_DETAIL_SIMD_BOUND_HPP

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// Limits that NaN passes unchanged, in one instruction where the target has it (detail/arch), else compare and choose.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
/// limit where value > limit, else value, NaN included.
template <class V>
[[gnu::always_inline]] constexpr V at_most(const V& value, const V& limit) {
    return batch_by_batch(
        [](const auto& v, const auto& l) __attribute__((always_inline)) {
            if constexpr (requires { registers::lesser(l.data, v.data); })
                return std::remove_cvref_t<decltype(v)>(registers::lesser(l.data, v.data));
            else
                return choose(l < v, l, v);
        },
        value, limit);
}

/// limit where value < limit, else value, NaN included.
template <class V>
[[gnu::always_inline]] constexpr V at_least(const V& value, const V& limit) {
    return batch_by_batch(
        [](const auto& v, const auto& l) __attribute__((always_inline)) {
            if constexpr (requires { registers::greater(l.data, v.data); })
                return std::remove_cvref_t<decltype(v)>(registers::greater(l.data, v.data));
            else
                return choose(l > v, l, v);
        },
        value, limit);
}

/// x where x > 0, else slope·x, as one rounded sum of which one part is a zero that the other does not change.
template <class V>
[[gnu::always_inline]] constexpr V bent_at_zero(const V& x, const V& slope) {
    using T = scalar_t<V>;
    // −0 where x is not above it, NaN included.
    const V above = at_least(V(T(-0.0)), x);
    return multiply_add(slope, at_most(x, V(T(0))), above);
}

/// x between low and high, and high where high is below low; a zero keeps its sign where one of the two is the other, and NaN
/// stays.
template <class V>
[[gnu::always_inline]] constexpr V clamp(const V& x, const V& low, const V& high) {
    return at_most(at_least(x, low), high);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
