#ifndef ACTIVATION_DETAIL_ARCH_X86_HALF_WIDTH_HPP
#define ACTIVATION_DETAIL_ARCH_X86_HALF_WIDTH_HPP

#if defined(__SSE2__) && (defined(__x86_64__) || defined(__i386__))

#include <cstdint>
#include <immintrin.h>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"

/// bfloat16 and float16 in memory as floats in the registers of x86.
/// AVX-512's are in x86_half_width_512.hpp.  A bfloat16 is rounded by integers.
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

#if defined(__F16C__)
[[gnu::always_inline]] inline void load_float16(float& value, const void* from) {
    std::uint16_t bits;
    __builtin_memcpy(&bits, from, sizeof bits);
    value = _mm_cvtss_f32(_mm_cvtph_ps(_mm_cvtsi32_si128(bits)));
}
[[gnu::always_inline]] inline void store_float16(void* to, float value) {
    const __m128i rounded = _mm_cvtps_ph(_mm_set_ss(value), _MM_FROUND_TO_NEAREST_INT);
    const auto bits = static_cast<std::uint16_t>(_mm_cvtsi128_si32(rounded));
    __builtin_memcpy(to, &bits, sizeof bits);
}
[[gnu::always_inline]] inline void load_float16(__m128& value, const void* from) {
    value = _mm_cvtph_ps(load_four_halves(from));
}
[[gnu::always_inline]] inline void store_float16(void* to, __m128 value) {
    _mm_storel_epi64(static_cast<__m128i*>(to), _mm_cvtps_ph(value, _MM_FROUND_TO_NEAREST_INT));
}
#else
[[gnu::always_inline]] inline __m128i chosen(__m128i condition, __m128i yes, __m128i no) {
    return _mm_or_si128(_mm_and_si128(condition, yes), _mm_andnot_si128(condition, no));
}

/// A normal number's exponent has another bias.  A subnormal one is 2⁻¹⁴ + itself less 2⁻¹⁴, both exact.
[[gnu::always_inline]] inline void load_float16(__m128& value, const void* from) {
    const __m128i bits = _mm_unpacklo_epi16(load_four_halves(from), _mm_setzero_si128());
    const __m128i magnitude = _mm_and_si128(bits, _mm_set1_epi32(0x7fff)), moved = _mm_slli_epi32(magnitude, 13);
    const __m128i sign = _mm_slli_epi32(_mm_xor_si128(bits, magnitude), 16), least = _mm_set1_epi32(0x38800000);
    const __m128i normal = _mm_add_epi32(moved, _mm_set1_epi32(0x38000000));
    const __m128i subnormal =
        _mm_castps_si128(_mm_sub_ps(_mm_castsi128_ps(_mm_add_epi32(moved, least)), _mm_castsi128_ps(least)));
    const __m128i quiet = _mm_and_si128(_mm_cmpgt_epi32(magnitude, _mm_set1_epi32(0x7c00)), _mm_set1_epi32(0x400000));
    const __m128i no_number = _mm_or_si128(_mm_or_si128(moved, quiet), _mm_set1_epi32(0x7f800000));
    const __m128i finite = chosen(_mm_cmpgt_epi32(_mm_set1_epi32(0x400), magnitude), subnormal, normal);
    const __m128i result = chosen(_mm_cmpgt_epi32(magnitude, _mm_set1_epi32(0x7bff)), no_number, finite);
    value = _mm_castsi128_ps(_mm_or_si128(result, sign));
}

/// What becomes subnormal is rounded by a sum with ½, whose last bit is the least of them.
[[gnu::always_inline]] inline void store_float16(void* to, __m128 value) {
    const __m128i bits = _mm_castps_si128(value), magnitude = _mm_and_si128(bits, _mm_set1_epi32(0x7fffffff));
    const __m128i odd = _mm_and_si128(_mm_srli_epi32(magnitude, 13), _mm_set1_epi32(1));
    const __m128i rounded = _mm_add_epi32(_mm_add_epi32(magnitude, _mm_set1_epi32(0xfff - 0x38000000)), odd);
    const __m128i half = _mm_set1_epi32(0x3f000000);
    const __m128i sum = _mm_castps_si128(_mm_add_ps(_mm_castsi128_ps(magnitude), _mm_castsi128_ps(half)));
    const __m128i finite = chosen(_mm_cmpgt_epi32(_mm_set1_epi32(0x38800000), magnitude), _mm_sub_epi32(sum, half),
                                  _mm_srli_epi32(rounded, 13));
    const __m128i payload = _mm_and_si128(_mm_srli_epi32(magnitude, 13), _mm_set1_epi32(0x3ff));
    const __m128i nan = _mm_or_si128(payload, _mm_set1_epi32(0x7e00));
    const __m128i no_number =
        chosen(_mm_cmpgt_epi32(magnitude, _mm_set1_epi32(0x7f800000)), nan, _mm_set1_epi32(0x7c00));
    const __m128i result = chosen(_mm_cmpgt_epi32(_mm_set1_epi32(0x47800000), magnitude), finite, no_number);
    store_four_halves(to, _mm_or_si128(result, _mm_slli_epi32(_mm_srai_epi32(bits, 31), 15)));
}
#endif

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

#if defined(__AVX__) && !defined(__F16C__)
[[gnu::always_inline]] inline void load_float16(__m256& value, const void* from) {
    __m128 low, high;
    load_float16(low, from);
    load_float16(high, static_cast<const char*>(from) + 8);
    value = both_halves(low, high);
}
[[gnu::always_inline]] inline void store_float16(void* to, __m256 value) {
    store_float16(to, _mm256_castps256_ps128(value));
    store_float16(static_cast<char*>(to) + 8, _mm256_extractf128_ps(value, 1));
}
#elif defined(__AVX__)
[[gnu::always_inline]] inline void load_float16(__m256& value, const void* from) {
    value = _mm256_cvtph_ps(_mm_loadu_si128(static_cast<const __m128i*>(from)));
}
[[gnu::always_inline]] inline void store_float16(void* to, __m256 value) {
    _mm_storeu_si128(static_cast<__m128i*>(to), _mm256_cvtps_ph(value, _MM_FROUND_TO_NEAREST_INT));
}
#endif

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
