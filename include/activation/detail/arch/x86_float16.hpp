#ifndef ACTIVATION_DETAIL_ARCH_X86_FLOAT16_HPP
#define ACTIVATION_DETAIL_ARCH_X86_FLOAT16_HPP

#if defined(__SSE2__) && (defined(__x86_64__) || defined(__i386__))

#include <cstdint>
#include <immintrin.h>

#include "activation/detail/arch/x86_half_width.hpp"

/// float16 in memory as floats in the registers of x86, by its conversions or else by integers.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

#if defined(__F16C__)
[[gnu::always_inline]] inline void widen_float16(__m128& value, __m128i halves) { value = _mm_cvtph_ps(halves); }
[[gnu::always_inline]] inline void widen_float16(__m256& value, __m128i halves) { value = _mm256_cvtph_ps(halves); }
[[gnu::always_inline]] inline __m128i narrowed_float16(__m128 value) {
    return _mm_cvtps_ph(value, _MM_FROUND_TO_NEAREST_INT);
}
[[gnu::always_inline]] inline __m128i narrowed_float16(__m256 value) {
    return _mm256_cvtps_ph(value, _MM_FROUND_TO_NEAREST_INT);
}
#elif defined(__AVX2__)
// Every processor that has AVX2 has these; their intrinsics want a compiler that was told of them, -mf16c.
template <class Register>
[[gnu::always_inline]] inline void widen_float16(Register& value, __m128i halves) {
    asm("vcvtph2ps %1, %0" : "=x"(value) : "x"(halves));
}
template <class Register>
[[gnu::always_inline]] inline __m128i narrowed_float16(const Register& value) {
    __m128i halves;
    asm("vcvtps2ph $0, %1, %0" : "=x"(halves) : "x"(value));
    return halves;
}
#endif

#if defined(__F16C__) || defined(__AVX2__)
[[gnu::always_inline]] inline void load_float16(float& value, const void* from) {
    std::uint16_t bits;
    __builtin_memcpy(&bits, from, sizeof bits);
    __m128 wide;
    widen_float16(wide, _mm_cvtsi32_si128(bits));
    value = _mm_cvtss_f32(wide);
}
[[gnu::always_inline]] inline void store_float16(void* to, float value) {
    const auto bits = static_cast<std::uint16_t>(_mm_cvtsi128_si32(narrowed_float16(_mm_set_ss(value))));
    __builtin_memcpy(to, &bits, sizeof bits);
}
[[gnu::always_inline]] inline void load_float16(__m128& value, const void* from) {
    widen_float16(value, load_four_halves(from));
}
[[gnu::always_inline]] inline void store_float16(void* to, __m128 value) {
    _mm_storel_epi64(static_cast<__m128i*>(to), narrowed_float16(value));
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

#if defined(__F16C__) || defined(__AVX2__)
[[gnu::always_inline]] inline void load_float16(__m256& value, const void* from) {
    widen_float16(value, _mm_loadu_si128(static_cast<const __m128i*>(from)));
}
[[gnu::always_inline]] inline void store_float16(void* to, __m256 value) {
    _mm_storeu_si128(static_cast<__m128i*>(to), narrowed_float16(value));
}
#elif defined(__AVX__)
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
#endif

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
