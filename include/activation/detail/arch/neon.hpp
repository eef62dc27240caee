#ifndef ACTIVATION_DETAIL_ARCH_NEON_HPP
#define ACTIVATION_DETAIL_ARCH_NEON_HPP

#if defined(__aarch64__) && defined(__ARM_NEON)

#include <arm_neon.h>

#include <cstdint>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"

/// The registers of NEON on 64-bit ARM.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

[[gnu::always_inline]] inline float32x4_t fused_multiply_add(float32x4_t a, float32x4_t b, float32x4_t c) {
    return vfmaq_f32(c, a, b);
}
[[gnu::always_inline]] inline float64x2_t fused_multiply_add(float64x2_t a, float64x2_t b, float64x2_t c) {
    return vfmaq_f64(c, a, b);
}

/// xsimd 8.1 multiplies by an approximate reciprocal.
[[gnu::always_inline]] inline float32x4_t divide(float32x4_t a, float32x4_t b) { return vdivq_f32(a, b); }

/// Bit i says whether a comparison holds in lane i.
[[gnu::always_inline]] inline unsigned lane_bits(uint32x4_t mask) {
    const uint32x4_t place = {1, 2, 4, 8};
    return vaddvq_u32(vandq_u32(mask, place));
}

template <class B>
inline constexpr bool fused_one_by_one = false;
template <class B>
inline constexpr bool looked_up_one_by_one = true;
template <class B>
inline constexpr bool widened_one_by_one = false;

[[gnu::always_inline]] inline void widen(float64x2_t& value, const float* from) {
    value = vcvt_f64_f32(vld1_f32(from));
}
[[gnu::always_inline]] inline void widen_halves(float64x2_t& low, float64x2_t& high, float32x4_t value) {
    low = vcvt_f64_f32(vget_low_f32(value));
    high = vcvt_high_f64_f32(value);
}
[[gnu::always_inline]] inline void narrow_halves(float32x4_t& value, float64x2_t low, float64x2_t high) {
    value = vcvt_high_f32_f64(vcvt_f32_f64(low), high);
}

[[gnu::always_inline]] inline void load_bfloat16(float32x4_t& value, const void* from) {
    value = vreinterpretq_f32_u32(vshll_n_u16(vld1_u16(static_cast<const std::uint16_t*>(from)), 16));
}
[[gnu::always_inline]] inline void store_bfloat16(void* to, float32x4_t value) {
    const uint32x4_t bits = vreinterpretq_u32_f32(value), odd = vandq_u32(vshrq_n_u32(bits, 16), vdupq_n_u32(1));
    const uint32x4_t rounded = vaddq_u32(vaddq_u32(bits, vdupq_n_u32(0x7fff)), odd);
    const uint32x4_t quiet = vorrq_u32(bits, vdupq_n_u32(0x400000));
    vst1_u16(static_cast<std::uint16_t*>(to), vshrn_n_u32(vbslq_u32(vceqq_f32(value, value), rounded, quiet), 16));
}
[[gnu::always_inline]] inline void load_float16(float32x4_t& value, const void* from) {
    value = vcvt_f32_f16(vreinterpret_f16_u16(vld1_u16(static_cast<const std::uint16_t*>(from))));
}
[[gnu::always_inline]] inline void store_float16(void* to, float32x4_t value) {
    vst1_u16(static_cast<std::uint16_t*>(to), vreinterpret_u16_f16(vcvt_f16_f32(value)));
}

[[gnu::always_inline]] inline float32x4_t kept_above(float32x4_t pairs, std::int16_t bound) {
    const int16x8_t values = vreinterpretq_s16_f32(pairs);
    const uint16x8_t above = vcgtq_s16(values, vdupq_n_s16(bound));
    return vreinterpretq_f32_u16(vandq_u16(vreinterpretq_u16_f32(pairs), above));
}

template <class Register>
[[gnu::always_inline]] inline void keep(Register& value) {
    asm("" : "+w"(value));
}

[[gnu::always_inline]] inline void finish_streaming() {}

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
