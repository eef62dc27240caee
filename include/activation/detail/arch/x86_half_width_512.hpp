#ifndef ACTIVATION_DETAIL_ARCH_X86_HALF_WIDTH_512_HPP
#define ACTIVATION_DETAIL_ARCH_X86_HALF_WIDTH_512_HPP

#if defined(__AVX512F__)

#include <cstdint>
#include <immintrin.h>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"

/// x86_half_width.hpp for AVX-512, whose own conversion to bfloat16, where it has one, takes subnormal numbers for zeros: of
/// those alone, and of all where it has none, a bfloat16 is rounded by integers.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

/// With masks of all lanes: of the forms without g++ 12 says that they are not initialised.
[[gnu::always_inline]] inline void load_bfloat16(__m512& value, const void* from) {
    const __m512i wide = _mm512_maskz_cvtepu16_epi32(0xffff, _mm256_loadu_si256(static_cast<const __m256i*>(from)));
    value = _mm512_castsi512_ps(_mm512_maskz_slli_epi32(0xffff, wide, 16));
}
[[gnu::always_inline]] inline __m512i rounded_to_bfloat16(__m512 value) {
    // 3 where value is NaN: the one that stands for no result, whose lower bits are 0.
    const __m512i bits = _mm512_castps_si512(_mm512_fixupimm_ps(value, value, _mm512_set1_epi32(0x33), 0));
    const __m512i rounded = _mm512_add_epi32(bits, _mm512_set1_epi32(0x7fff));
    const __mmask16 odd = _mm512_test_epi32_mask(bits, _mm512_set1_epi32(0x10000));
    return _mm512_maskz_srai_epi32(0xffff, _mm512_mask_sub_epi32(rounded, odd, rounded, _mm512_set1_epi32(-1)), 16);
}
[[gnu::always_inline]] inline __m256i narrowed_by_integers(__m512 value) {
    return _mm512_maskz_cvtepi32_epi16(0xffff, rounded_to_bfloat16(value));
}
#if defined(__AVX512BW__)
[[gnu::always_inline]] inline __m512 kept_above(__m512 pairs, std::int16_t bound) {
    const __m512i values = _mm512_castps_si512(pairs);
    return _mm512_castsi512_ps(
        _mm512_maskz_mov_epi16(_mm512_cmpgt_epi16_mask(values, _mm512_set1_epi16(bound)), values));
}
[[gnu::always_inline]] inline __m512i narrowed_by_integers(__m512 first, __m512 second) {
    const __m512i quarters = _mm512_setr_epi64(0, 2, 4, 6, 1, 3, 5, 7);
    const __m512i both = _mm512_maskz_packs_epi32(0xffffffff, rounded_to_bfloat16(first), rounded_to_bfloat16(second));
    return _mm512_maskz_permutexvar_epi64(0xff, quarters, both);
}
#endif
#if defined(__AVX512BF16__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
[[gnu::always_inline]] inline __mmask16 subnormal_lanes(__m512 value) { return _mm512_fpclass_ps_mask(value, 0x20); }
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m512 value) {
    const __mmask16 subnormal = subnormal_lanes(value);
    const __m256bh rounded = _mm512_cvtneps_pbh(value);
    __m256i result;
    __builtin_memcpy(&result, &rounded, sizeof result);
    if (subnormal != 0) [[unlikely]]
        result = _mm256_mask_blend_epi16(subnormal, result, narrowed_by_integers(value));
    _mm256_storeu_si256(static_cast<__m256i*>(to), result);
}
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m512 first, __m512 second) {
    const __mmask32 subnormal = _mm512_kunpackw(subnormal_lanes(second), subnormal_lanes(first));
    const __m512bh rounded = _mm512_cvtne2ps_pbh(second, first);
    __m512i result;
    __builtin_memcpy(&result, &rounded, sizeof result);
    if (subnormal != 0) [[unlikely]]
        result = _mm512_mask_blend_epi16(subnormal, result, narrowed_by_integers(first, second));
    _mm512_storeu_si512(to, result);
}
#else
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m512 value) {
    _mm256_storeu_si256(static_cast<__m256i*>(to), narrowed_by_integers(value));
}
#if defined(__AVX512BW__)
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m512 first, __m512 second) {
    _mm512_storeu_si512(to, narrowed_by_integers(first, second));
}
#endif
#endif
[[gnu::always_inline]] inline void load_float16(__m512& value, const void* from) {
    value = _mm512_maskz_cvtph_ps(0xffff, _mm256_loadu_si256(static_cast<const __m256i*>(from)));
}
[[gnu::always_inline]] inline void store_float16(void* to, __m512 value) {
    _mm256_storeu_si256(static_cast<__m256i*>(to), _mm512_maskz_cvtps_ph(0xffff, value, _MM_FROUND_TO_NEAREST_INT));
}

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
