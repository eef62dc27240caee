#ifndef ACTIVATION_DETAIL_ARCH_X86_HALVES_HPP
#define ACTIVATION_DETAIL_ARCH_X86_HALVES_HPP

#if defined(__x86_64__) || defined(__i386__)

#include <immintrin.h>

#include <cstddef>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"

/// The registers of x86, halves and beginnings: what sums over rows need.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

#if defined(__SSE2__)
[[gnu::always_inline]] inline void widen_halves(__m128d& low, __m128d& high, __m128 value) {
    low = _mm_cvtps_pd(value);
    high = _mm_cvtps_pd(_mm_movehl_ps(value, value));
}
[[gnu::always_inline]] inline void narrow_halves(__m128& value, __m128d low, __m128d high) {
    value = _mm_movelh_ps(_mm_cvtpd_ps(low), _mm_cvtpd_ps(high));
}
#endif

#if defined(__SSE2__)
[[gnu::always_inline]] inline double sum_in_halves(__m128d value) {
    return _mm_cvtsd_f64(_mm_add_sd(value, _mm_unpackhi_pd(value, value)));
}
[[gnu::always_inline]] inline double largest_in_halves(__m128d value) {
    return _mm_cvtsd_f64(_mm_max_sd(value, _mm_unpackhi_pd(value, value)));
}
[[gnu::always_inline]] inline float largest_in_halves(__m128 value) {
    const __m128 two = _mm_max_ps(value, _mm_movehl_ps(value, value));
    return _mm_cvtss_f32(_mm_max_ss(two, _mm_shuffle_ps(two, two, 1)));
}
#endif

#if defined(__AVX__)
[[gnu::always_inline]] inline double sum_in_halves(__m256d value) {
    return sum_in_halves(_mm_add_pd(_mm256_castpd256_pd128(value), _mm256_extractf128_pd(value, 1)));
}
[[gnu::always_inline]] inline double largest_in_halves(__m256d value) {
    return largest_in_halves(_mm_max_pd(_mm256_castpd256_pd128(value), _mm256_extractf128_pd(value, 1)));
}
[[gnu::always_inline]] inline float largest_in_halves(__m256 value) {
    return largest_in_halves(_mm_max_ps(_mm256_castps256_ps128(value), _mm256_extractf128_ps(value, 1)));
}
#endif

/// The sums of as many registers as one has lanes, each added in halves, side by side.
#if defined(__SSE2__)
[[gnu::always_inline]] inline __m128d sums_in_halves(const __m128d (&row)[2]) {
    return _mm_add_pd(_mm_unpacklo_pd(row[0], row[1]), _mm_unpackhi_pd(row[0], row[1]));
}
#endif
#if defined(__AVX__)
[[gnu::always_inline]] inline __m256d sums_in_halves(const __m256d (&row)[4]) {
    const __m256d even =
        _mm256_add_pd(_mm256_permute2f128_pd(row[0], row[2], 0x20), _mm256_permute2f128_pd(row[0], row[2], 0x31));
    const __m256d odd =
        _mm256_add_pd(_mm256_permute2f128_pd(row[1], row[3], 0x20), _mm256_permute2f128_pd(row[1], row[3], 0x31));
    return _mm256_add_pd(_mm256_unpacklo_pd(even, odd), _mm256_unpackhi_pd(even, odd));
}
#endif
#if defined(__AVX512F__)
/// Half l and l + 1 of two rows, and quarter l and l + 2 of what that gives for two pairs, as one.
[[gnu::always_inline]] inline __m512d sums_of_halves(__m512d a, __m512d b) {
    return _mm512_add_pd(_mm512_maskz_shuffle_f64x2(0xff, a, b, 0x44), _mm512_maskz_shuffle_f64x2(0xff, a, b, 0xee));
}
[[gnu::always_inline]] inline __m512d sums_of_quarters(__m512d a, __m512d b) {
    return _mm512_add_pd(_mm512_maskz_shuffle_f64x2(0xff, a, b, 0x88), _mm512_maskz_shuffle_f64x2(0xff, a, b, 0xdd));
}
[[gnu::always_inline]] inline __m512d sums_in_halves(const __m512d (&row)[8]) {
    const __m512d even = sums_of_quarters(sums_of_halves(row[0], row[2]), sums_of_halves(row[4], row[6]));
    const __m512d odd = sums_of_quarters(sums_of_halves(row[1], row[3]), sums_of_halves(row[5], row[7]));
    return _mm512_add_pd(_mm512_maskz_unpacklo_pd(0xff, even, odd), _mm512_maskz_unpackhi_pd(0xff, even, odd));
}
#endif

/// Bit i says whether a comparison holds in lane i.
#if defined(__SSE2__)
[[gnu::always_inline]] inline unsigned lane_bits(__m128 mask) { return static_cast<unsigned>(_mm_movemask_ps(mask)); }
#endif
#if defined(__AVX__)
[[gnu::always_inline]] inline unsigned lane_bits(__m256 mask) {
    return static_cast<unsigned>(_mm256_movemask_ps(mask));
}
#endif
#if defined(__AVX512F__)
[[gnu::always_inline]] inline unsigned lane_bits(__mmask16 mask) { return mask; }
#endif

/// How many lanes of a comparison hold.
#if defined(__AVX__)
[[gnu::always_inline]] inline int lanes_that_hold(__m256 mask) { return __builtin_popcount(lane_bits(mask)); }
[[gnu::always_inline]] inline int lanes_that_hold(__m256d mask) {
    return __builtin_popcount(static_cast<unsigned>(_mm256_movemask_pd(mask)));
}
#endif
#if defined(__AVX512F__)
[[gnu::always_inline]] inline int lanes_that_hold(__mmask16 mask) { return __builtin_popcount(mask); }
[[gnu::always_inline]] inline int lanes_that_hold(__mmask8 mask) { return __builtin_popcount(mask); }
#endif

/// Doubles as floats, to memory.
#if defined(__SSE2__)
[[gnu::always_inline]] inline void store_narrowed(float* to, __m128d value) {
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_castps_si128(_mm_cvtpd_ps(value)));
}
#endif
#if defined(__AVX__)
[[gnu::always_inline]] inline void store_narrowed(float* to, __m256d value) {
    _mm_storeu_ps(to, _mm256_cvtpd_ps(value));
}
#endif
#if defined(__AVX512F__)
[[gnu::always_inline]] inline void store_narrowed(float* to, __m512d value) {
    _mm256_storeu_ps(to, _mm512_maskz_cvtpd_ps(0xff, value));
}
#endif

#if defined(__AVX__)
[[gnu::always_inline]] inline void widen_halves(__m256d& low, __m256d& high, __m256 value) {
    low = _mm256_cvtps_pd(_mm256_castps256_ps128(value));
    high = _mm256_cvtps_pd(_mm256_extractf128_ps(value, 1));
}
[[gnu::always_inline]] inline void narrow_halves(__m256& value, __m256d low, __m256d high) {
    value = _mm256_insertf128_ps(_mm256_castps128_ps256(_mm256_cvtpd_ps(low)), _mm256_cvtpd_ps(high), 1);
}
#endif

#if defined(__AVX2__)
[[gnu::always_inline]] inline void load_first_over(__m256& value, const float* from, std::size_t count) {
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    const __m256i mask = _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count)), lane);
    value = _mm256_blendv_ps(value, _mm256_maskload_ps(from, mask), _mm256_castsi256_ps(mask));
}
[[gnu::always_inline]] inline void load_first_over(__m256d& value, const double* from, std::size_t count) {
    const __m256i lane = _mm256_setr_epi64x(0, 1, 2, 3);
    const __m256i mask = _mm256_cmpgt_epi64(_mm256_set1_epi64x(static_cast<long long>(count)), lane);
    value = _mm256_blendv_pd(value, _mm256_maskload_pd(from, mask), _mm256_castsi256_pd(mask));
}
#endif

#if defined(__AVX512F__)
/// With a mask of all lanes: of the form without g++ 12 says that it is not initialised.
[[gnu::always_inline]] inline __m256d upper_half(__m512d value) { return _mm512_maskz_extractf64x4_pd(0xf, value, 1); }
[[gnu::always_inline]] inline void widen_halves(__m512d& low, __m512d& high, __m512 value) {
    const __m512d lanes = _mm512_castps_pd(value);
    low = _mm512_maskz_cvtps_pd(0xff, _mm256_castpd_ps(_mm512_castpd512_pd256(lanes)));
    high = _mm512_maskz_cvtps_pd(0xff, _mm256_castpd_ps(upper_half(lanes)));
}
[[gnu::always_inline]] inline void narrow_halves(__m512& value, __m512d low, __m512d high) {
    const __m512 lower = _mm512_castps256_ps512(_mm512_maskz_cvtpd_ps(0xff, low));
    const __m256d upper = _mm256_castps_pd(_mm512_maskz_cvtpd_ps(0xff, high));
    value = _mm512_castpd_ps(_mm512_maskz_insertf64x4(0xff, _mm512_castps_pd(lower), upper, 1));
}
[[gnu::always_inline]] inline double sum_in_halves(__m512d value) {
    return sum_in_halves(_mm256_add_pd(_mm512_castpd512_pd256(value), upper_half(value)));
}
[[gnu::always_inline]] inline double largest_in_halves(__m512d value) {
    return largest_in_halves(_mm256_max_pd(_mm512_castpd512_pd256(value), upper_half(value)));
}
[[gnu::always_inline]] inline float largest_in_halves(__m512 value) {
    const __m512d lanes = _mm512_castps_pd(value);
    return largest_in_halves(_mm256_max_ps(_mm512_castps512_ps256(value), _mm256_castpd_ps(upper_half(lanes))));
}
[[gnu::always_inline]] inline void load_first_over(__m512& value, const float* from, std::size_t count) {
    value = _mm512_mask_loadu_ps(value, static_cast<__mmask16>((1u << count) - 1), from);
}
[[gnu::always_inline]] inline void load_first_over(__m512d& value, const double* from, std::size_t count) {
    value = _mm512_mask_loadu_pd(value, static_cast<__mmask8>((1u << count) - 1), from);
}
#endif

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
