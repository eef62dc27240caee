#ifndef ACTIVATION_DETAIL_ARCH_X86_HPP
#define ACTIVATION_DETAIL_ARCH_X86_HPP

#if defined(__x86_64__) || defined(__i386__)

#include <immintrin.h>

#include <cstddef>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"

/// The registers of x86: SSE2, AVX, AVX2, FMA and AVX-512.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

#if defined(__FMA__)
[[gnu::always_inline]] inline __m128 fused_multiply_add(__m128 a, __m128 b, __m128 c) { return _mm_fmadd_ps(a, b, c); }
[[gnu::always_inline]] inline __m128d fused_multiply_add(__m128d a, __m128d b, __m128d c) {
    return _mm_fmadd_pd(a, b, c);
}
[[gnu::always_inline]] inline __m256 fused_multiply_add(__m256 a, __m256 b, __m256 c) {
    return _mm256_fmadd_ps(a, b, c);
}
[[gnu::always_inline]] inline __m256d fused_multiply_add(__m256d a, __m256d b, __m256d c) {
    return _mm256_fmadd_pd(a, b, c);
}
#endif

#if defined(__AVX512F__)
[[gnu::always_inline]] inline __m512 fused_multiply_add(__m512 a, __m512 b, __m512 c) {
    return _mm512_fmadd_ps(a, b, c);
}
[[gnu::always_inline]] inline __m512d fused_multiply_add(__m512d a, __m512d b, __m512d c) {
    return _mm512_fmadd_pd(a, b, c);
}
#endif

#if !defined(__OPTIMIZE__) || defined(__OPTIMIZE_SIZE__) || defined(__NO_INLINE__)
/// Where xsimd's quotient is a function of its own: under -ffast-math it is an approximation, which the linker may then
/// choose for an object without.
[[gnu::always_inline]] inline __m128 divide(__m128 a, __m128 b) { return _mm_div_ps(a, b); }
[[gnu::always_inline]] inline __m128d divide(__m128d a, __m128d b) { return _mm_div_pd(a, b); }
#if defined(__AVX__)
[[gnu::always_inline]] inline __m256 divide(__m256 a, __m256 b) { return _mm256_div_ps(a, b); }
[[gnu::always_inline]] inline __m256d divide(__m256d a, __m256d b) { return _mm256_div_pd(a, b); }
#endif
#if defined(__AVX512F__)
[[gnu::always_inline]] inline __m512 divide(__m512 a, __m512 b) { return _mm512_div_ps(a, b); }
[[gnu::always_inline]] inline __m512d divide(__m512d a, __m512d b) { return _mm512_div_pd(a, b); }
#endif
#endif

#if defined(__AVX2__)
[[gnu::always_inline]] inline __m256 lookup(const float* row, __m256i index) {
    return _mm256_permutevar8x32_ps(_mm256_loadu_ps(row), index);
}
[[gnu::always_inline]] inline __m256d lookup(const double* row, __m256i index) {
    // Four doubles a register, each moved as two floats; bit 2 of the index says which of the two registers.
    const __m256i twice = _mm256_slli_epi32(_mm256_shuffle_epi32(index, 0xa0), 1);
    const __m256i pair = _mm256_or_si256(twice, _mm256_set1_epi64x(1LL << 32));
    const __m256 first = _mm256_permutevar8x32_ps(_mm256_castpd_ps(_mm256_loadu_pd(row)), pair);
    const __m256 second = _mm256_permutevar8x32_ps(_mm256_castpd_ps(_mm256_loadu_pd(row + 4)), pair);
    const __m256d upper = _mm256_castsi256_pd(_mm256_slli_epi64(index, 61));
    return _mm256_blendv_pd(_mm256_castps_pd(first), _mm256_castps_pd(second), upper);
}
#endif

#if defined(__AVX512F__)
/// Here and below with a mask of all lanes: the forms without leave undefined what they would keep, each time anew, so that g++
/// sees no two that are the same, and g++ 12 warns.
[[gnu::always_inline]] inline __m512 lookup(const float* row, __m512i index) {
    const __m512d twice = _mm512_maskz_broadcast_f64x4(0xff, _mm256_castps_pd(_mm256_loadu_ps(row)));
    return _mm512_maskz_permutexvar_ps(0xffff, index, _mm512_castpd_ps(twice));
}
[[gnu::always_inline]] inline __m512d lookup(const double* row, __m512i index) {
    return _mm512_maskz_permutexvar_pd(0xff, index, _mm512_loadu_pd(row));
}
#endif

#if defined(__SSE2__)
[[gnu::always_inline]] inline void stream(float* to, __m128 value) { _mm_stream_ps(to, value); }
[[gnu::always_inline]] inline void stream(double* to, __m128d value) { _mm_stream_pd(to, value); }
#endif
#if defined(__AVX__)
[[gnu::always_inline]] inline void stream(float* to, __m256 value) { _mm256_stream_ps(to, value); }
[[gnu::always_inline]] inline void stream(double* to, __m256d value) { _mm256_stream_pd(to, value); }
#endif
#if defined(__AVX512F__)
[[gnu::always_inline]] inline void stream(float* to, __m512 value) { _mm512_stream_ps(to, value); }
[[gnu::always_inline]] inline void stream(double* to, __m512d value) { _mm512_stream_pd(to, value); }
#endif

/// AVX's masked store is left out: on AMD's processors it is far slower than a copy.
#if defined(__AVX2__)
[[gnu::always_inline]] inline void load_first(__m256& value, const float* from, std::size_t count) {
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    value = _mm256_maskload_ps(from, _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count)), lane));
}
[[gnu::always_inline]] inline void load_first(__m256d& value, const double* from, std::size_t count) {
    const __m256i lane = _mm256_setr_epi64x(0, 1, 2, 3);
    value = _mm256_maskload_pd(from, _mm256_cmpgt_epi64(_mm256_set1_epi64x(static_cast<long long>(count)), lane));
}
#endif
#if defined(__AVX512F__)
[[gnu::always_inline]] inline void load_first(__m512& value, const float* from, std::size_t count) {
    value = _mm512_maskz_loadu_ps(static_cast<__mmask16>((1u << count) - 1), from);
}
[[gnu::always_inline]] inline void load_first(__m512d& value, const double* from, std::size_t count) {
    value = _mm512_maskz_loadu_pd(static_cast<__mmask8>((1u << count) - 1), from);
}
[[gnu::always_inline]] inline void store_first(float* to, __m512 value, std::size_t count) {
    _mm512_mask_storeu_ps(to, static_cast<__mmask16>((1u << count) - 1), value);
}
[[gnu::always_inline]] inline void store_first(double* to, __m512d value, std::size_t count) {
    _mm512_mask_storeu_pd(to, static_cast<__mmask8>((1u << count) - 1), value);
}
#endif

/// Whether a batch B has no lookup above: without AVX2 no permutation reads its index from a register.
template <class B>
#if defined(__AVX2__)
inline constexpr bool looked_up_one_by_one = sizeof(B) < 32;
#else
inline constexpr bool looked_up_one_by_one = true;
#endif

/// Every register multiplies and adds with one rounding where the target does.
template <class B>
inline constexpr bool fused_one_by_one = false;

#if defined(__SSE2__)
[[gnu::always_inline]] inline __m128 lesser(__m128 a, __m128 b) { return _mm_min_ps(a, b); }
[[gnu::always_inline]] inline __m128 greater(__m128 a, __m128 b) { return _mm_max_ps(a, b); }
[[gnu::always_inline]] inline __m128d lesser(__m128d a, __m128d b) { return _mm_min_pd(a, b); }
[[gnu::always_inline]] inline __m128d greater(__m128d a, __m128d b) { return _mm_max_pd(a, b); }
#endif
#if defined(__AVX__)
[[gnu::always_inline]] inline __m256 lesser(__m256 a, __m256 b) { return _mm256_min_ps(a, b); }
[[gnu::always_inline]] inline __m256 greater(__m256 a, __m256 b) { return _mm256_max_ps(a, b); }
[[gnu::always_inline]] inline __m256d lesser(__m256d a, __m256d b) { return _mm256_min_pd(a, b); }
[[gnu::always_inline]] inline __m256d greater(__m256d a, __m256d b) { return _mm256_max_pd(a, b); }
#endif
#if defined(__AVX512F__)
/// Without exceptions, which nobody asks for, where g++ is newer than 14: the plain ones are a comparison and a choice to g++ 16,
/// which it joins with what stands beside them into more instructions than one.
#if defined(__clang__) || __GNUC__ < 15
inline constexpr int bounding = _MM_FROUND_CUR_DIRECTION;
#else
inline constexpr int bounding = _MM_FROUND_NO_EXC;
#endif
[[gnu::always_inline]] inline __m512 lesser(__m512 a, __m512 b) {
    return _mm512_maskz_min_round_ps(0xffff, a, b, bounding);
}
[[gnu::always_inline]] inline __m512 greater(__m512 a, __m512 b) {
    return _mm512_maskz_max_round_ps(0xffff, a, b, bounding);
}
[[gnu::always_inline]] inline __m512d lesser(__m512d a, __m512d b) {
    return _mm512_maskz_min_round_pd(0xff, a, b, bounding);
}
[[gnu::always_inline]] inline __m512d greater(__m512d a, __m512d b) {
    return _mm512_maskz_max_round_pd(0xff, a, b, bounding);
}
#endif

#if defined(__SSE2__)
[[gnu::always_inline]] inline __m128 unordered(__m128 value) { return _mm_cmpunord_ps(value, value); }
[[gnu::always_inline]] inline __m128d unordered(__m128d value) { return _mm_cmpunord_pd(value, value); }
#endif
#if defined(__AVX__)
[[gnu::always_inline]] inline __m256 unordered(__m256 value) { return _mm256_cmp_ps(value, value, _CMP_UNORD_Q); }
[[gnu::always_inline]] inline __m256d unordered(__m256d value) { return _mm256_cmp_pd(value, value, _CMP_UNORD_Q); }
#endif

#if defined(__AVX512F__)
/// One instruction looks up what each kind of x makes of a lane: four bits for, from the lowest, NaN, signalling NaN, zero,
/// one, −∞, +∞, negative and positive; 0 leaves the lane, 2 takes x as a quiet NaN, 10 is 1.
[[gnu::always_inline]] inline __m512 nan_of(__m512 x, __m512 value) {
    return _mm512_fixupimm_ps(value, x, _mm512_set1_epi32(0x22), 0);
}
[[gnu::always_inline]] inline __m512d nan_of(__m512d x, __m512d value) {
    return _mm512_fixupimm_pd(value, x, _mm512_set1_epi64(0x22), 0);
}
[[gnu::always_inline]] inline __m512 slope_by_sign(__m512 x, __m512 lower) {
    return _mm512_fixupimm_ps(lower, x, _mm512_set1_epi32(static_cast<int>(0xa0a0a022)), 0);
}
[[gnu::always_inline]] inline __m512d slope_by_sign(__m512d x, __m512d lower) {
    return _mm512_fixupimm_pd(lower, x, _mm512_set1_epi64(0xa0a0a022), 0);
}
#endif

template <class B>
inline constexpr bool widened_one_by_one = false;

#if defined(__SSE2__)
[[gnu::always_inline]] inline void widen(__m128d& value, const float* from) {
    value = _mm_cvtps_pd(_mm_castsi128_ps(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from))));
}
#endif
#if defined(__AVX__)
[[gnu::always_inline]] inline void widen(__m256d& value, const float* from) {
    value = _mm256_cvtps_pd(_mm_loadu_ps(from));
}
#endif
#if defined(__AVX512F__)
[[gnu::always_inline]] inline void widen(__m512d& value, const float* from) {
    value = _mm512_maskz_cvtps_pd(0xff, _mm256_loadu_ps(from));
}
#endif

#if defined(__FMA__)
[[gnu::always_inline]] inline void keep(float& value) { asm("" : "+x"(value)); }
[[gnu::always_inline]] inline void keep(double& value) { asm("" : "+x"(value)); }
template <class Register>
[[gnu::always_inline]] inline void keep(Register& value) {
#if defined(__AVX512F__)
    asm("" : "+v"(value));
#else
    asm("" : "+x"(value));
#endif
}
#endif

[[gnu::always_inline]] inline void finish_streaming() {
#if defined(__SSE2__)
    _mm_sfence();
#endif
}

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
