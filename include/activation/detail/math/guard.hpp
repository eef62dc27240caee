#ifndef ACTIVATION_DETAIL_MATH_GUARD_HPP
#define ACTIVATION_DETAIL_MATH_GUARD_HPP

#include "activation/detail/arch/target.hpp"

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
    static constexpr float raising = 0x1p54f, lowering = 0x1p-54f, reach = 124;
};
template <>
struct guard<double> {
    static constexpr int exponent = 128;
    static constexpr double raising = 0x1p128, lowering = 0x1p-128, reach = 790;
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
