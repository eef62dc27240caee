#ifndef ACTIVATION_DETAIL_ARCH_OTHER_HPP
#define ACTIVATION_DETAIL_ARCH_OTHER_HPP

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

/// Architectures without a file of their own: xsimd's batches, and what they lack lane by lane.
template <class B>
inline constexpr bool fused_one_by_one = true;
template <class B>
inline constexpr bool looked_up_one_by_one = true;
template <class B>
inline constexpr bool widened_one_by_one = true;

#if defined(__riscv) || defined(__s390x__)
[[gnu::always_inline]] inline void keep(float& value) { asm("" : "+f"(value)); }
[[gnu::always_inline]] inline void keep(double& value) { asm("" : "+f"(value)); }
#endif

[[gnu::always_inline]] inline void finish_streaming() {}

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
