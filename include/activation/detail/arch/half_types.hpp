#ifndef ACTIVATION_DETAIL_ARCH_HALF_TYPES_HPP
#define ACTIVATION_DETAIL_ARCH_HALF_TYPES_HPP

#include "activation/detail/arch/target.hpp"

/// The compiler's own types of sixteen bits, std::float16_t and std::bfloat16_t among them; where it has none, a type that
/// nobody can have.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

// g++ 12 for ARM describes the type and has it in C alone.
#if defined(__FLT16_MANT_DIG__) && (defined(__clang__) || __GNUC__ > 12 || !defined(__aarch64__))
using compiler_float16 = _Float16;
#else
struct compiler_float16;
#endif

#if defined(__BFLT16_MANT_DIG__) || defined(__STDCPP_BFLOAT16_T__)
using compiler_bfloat16 = __bf16;
#else
struct compiler_bfloat16;
#endif

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
