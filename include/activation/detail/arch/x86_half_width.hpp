#ifndef ACTIVATION_DETAIL_ARCH_X86_HALF_WIDTH_HPP
#define ACTIVATION_DETAIL_ARCH_X86_HALF_WIDTH_HPP

#if defined(__SSE2__) && (defined(__x86_64__) || defined(__i386__))

#include <cstdint>
#include <immintrin.h>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"

/// bfloat16 in memory as floats in the registers of x86, rounded by integers; float16 is in x86_float16.hpp, what AVX-512 has
/// of its own in x86_half_width_512.hpp.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

[[gnu::always_inline]] inline __m128i load_four_halves(const void* from) {
    return _mm_loadl_epi64(static_cast<const __m128i*>(from));
}
/// Integers of 32 bits that are those of 16 with their sign.
[[gnu::always_inline]] inline void store_four_halves(void* to, __m128i lanes) {
    _mm_storel_epi64(static_cast<__m128i*>(to), _mm_packs_epi32(lanes, lanes));
}

[[gnu::always_inline]] inline void load_bfloat16(__m128& value, const void* from) {
    value = _mm_castsi128_ps(_mm_unpacklo_epi16(_mm_setzero_si128(), load_four_halves(from)));
}

/// The upper 16 bits once rounded, with their sign; all bits of NaN.
[[gnu::always_inline]] inline __m128i rounded_to_bfloat16(__m128 value) {
    const __m128i bits = _mm_castps_si128(value), odd = _mm_and_si128(_mm_srli_epi32(bits, 16), _mm_set1_epi32(1));
    const __m128i rounded = _mm_add_epi32(_mm_add_epi32(bits, _mm_set1_epi32(0x7fff)), odd);
    return _mm_srai_epi32(_mm_or_si128(rounded, _mm_castps_si128(_mm_cmpunord_ps(value, value))), 16);
}
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m128 value) {
    store_four_halves(to, rounded_to_bfloat16(value));
}
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m128 first, __m128 second) {
    _mm_storeu_si128(static_cast<__m128i*>(to),
                     _mm_packs_epi32(rounded_to_bfloat16(first), rounded_to_bfloat16(second)));
}

[[gnu::always_inline]] inline __m128 kept_above(__m128 pairs, std::int16_t bound) {
    const __m128i values = _mm_castps_si128(pairs);
    return _mm_castsi128_ps(_mm_and_si128(values, _mm_cmpgt_epi16(values, _mm_set1_epi16(bound))));
}

#if defined(__AVX__)
[[gnu::always_inline]] inline __m256 both_halves(__m128 low, __m128 high) {
    return _mm256_insertf128_ps(_mm256_castps128_ps256(low), high, 1);
}
#endif

#if defined(__AVX2__)
[[gnu::always_inline]] inline __m256 kept_above(__m256 pairs, std::int16_t bound) {
    const __m256i values = _mm256_castps_si256(pairs);
    return _mm256_castsi256_ps(_mm256_and_si256(values, _mm256_cmpgt_epi16(values, _mm256_set1_epi16(bound))));
}
[[gnu::always_inline]] inline void load_bfloat16(__m256& value, const void* from) {
    const __m256i wide = _mm256_cvtepu16_epi32(_mm_loadu_si128(static_cast<const __m128i*>(from)));
    value = _mm256_castsi256_ps(_mm256_slli_epi32(wide, 16));
}
[[gnu::always_inline]] inline __m256i rounded_to_bfloat16(__m256 value) {
    const __m256i bits = _mm256_castps_si256(value);
    const __m256i odd = _mm256_and_si256(_mm256_srli_epi32(bits, 16), _mm256_set1_epi32(1));
    const __m256i rounded = _mm256_add_epi32(_mm256_add_epi32(bits, _mm256_set1_epi32(0x7fff)), odd);
    const __m256i nan = _mm256_castps_si256(_mm256_cmp_ps(value, value, _CMP_UNORD_Q));
    return _mm256_srai_epi32(_mm256_or_si256(rounded, nan), 16);
}
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m256 value) {
    const __m256i upper = rounded_to_bfloat16(value);
    _mm_storeu_si128(static_cast<__m128i*>(to),
                     _mm_packs_epi32(_mm256_castsi256_si128(upper), _mm256_extracti128_si256(upper, 1)));
}
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m256 first, __m256 second) {
    // Half by half of the two: the quarters in the middle have to change places.
    const __m256i both = _mm256_packs_epi32(rounded_to_bfloat16(first), rounded_to_bfloat16(second));
    _mm256_storeu_si256(static_cast<__m256i*>(to), _mm256_permute4x64_epi64(both, 0xd8));
}
#elif defined(__AVX__)
[[gnu::always_inline]] inline __m256 kept_above(__m256 pairs, std::int16_t bound) {
    return both_halves(kept_above(_mm256_castps256_ps128(pairs), bound),
                       kept_above(_mm256_extractf128_ps(pairs, 1), bound));
}
[[gnu::always_inline]] inline void load_bfloat16(__m256& value, const void* from) {
    __m128 low, high;
    load_bfloat16(low, from);
    load_bfloat16(high, static_cast<const char*>(from) + 8);
    value = both_halves(low, high);
}
[[gnu::always_inline]] inline void store_bfloat16(void* to, __m256 value) {
    store_bfloat16(to, _mm256_castps256_ps128(value));
    store_bfloat16(static_cast<char*>(to) + 8, _mm256_extractf128_ps(value, 1));
}
#endif

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
