#ifndef ACTIVATION_DETAIL_ARCH_SVE_HPP
#define ACTIVATION_DETAIL_ARCH_SVE_HPP

#if defined(__ARM_FEATURE_SVE) && defined(__ARM_FEATURE_SVE_BITS) && __ARM_FEATURE_SVE_BITS > 0

#include <arm_sve.h>

#include <type_traits>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/neon.hpp"
#include "activation/detail/arch/target.hpp"

/// The registers of SVE of a width that the compiler knows (-msve-vector-bits), which xsimd has from version 13 on.  What is not
/// here is done lane by lane.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

using sve_float = svfloat32_t __attribute__((arm_sve_vector_bits(__ARM_FEATURE_SVE_BITS)));
using sve_double = svfloat64_t __attribute__((arm_sve_vector_bits(__ARM_FEATURE_SVE_BITS)));

[[gnu::always_inline]] inline sve_float fused_multiply_add(sve_float a, sve_float b, sve_float c) {
    return svmla_f32_x(svptrue_b32(), c, a, b);
}
[[gnu::always_inline]] inline sve_double fused_multiply_add(sve_double a, sve_double b, sve_double c) {
    return svmla_f64_x(svptrue_b64(), c, a, b);
}

#if defined(__clang__)
/// clang's assembly takes no register of a width that it knows.
[[gnu::always_inline]] inline void keep(sve_float& value) {
    svfloat32_t any_width = value;
    asm("" : "+w"(any_width));
    value = any_width;
}
[[gnu::always_inline]] inline void keep(sve_double& value) {
    svfloat64_t any_width = value;
    asm("" : "+w"(any_width));
    value = any_width;
}
#endif

/// Halves of a register are no registers.
template <class B>
    requires(std::is_same_v<decltype(B::data), sve_float> || std::is_same_v<decltype(B::data), sve_double>)
inline constexpr bool widened_one_by_one<B> = true;

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
