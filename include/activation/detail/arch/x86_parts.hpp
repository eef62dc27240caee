#ifndef ACTIVATION_DETAIL_ARCH_X86_PARTS_HPP
#define ACTIVATION_DETAIL_ARCH_X86_PARTS_HPP

#if defined(__SSE2__) && (defined(__x86_64__) || defined(__i386__))

#include <immintrin.h>

#include <cstddef>

#include "activation/detail/arch/names.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/arch/x86_halves.hpp"

/// Fewer elements than a register of x86 has, by loads and stores of no other bytes.  A masked load waits for whatever was
/// just written to the bytes that it leaves out, and a load waits for a masked store likewise: of a few elements with
/// their results beside them that took four times as long as the arithmetic.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

[[gnu::always_inline]] inline __m128 load_two(const float* from) {
    return _mm_castsi128_ps(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from)));
}
[[gnu::always_inline]] inline void store_two(float* to, __m128 value) {
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_castps_si128(value));
}

[[gnu::always_inline]] inline void load_few(__m128& value, const float* from, std::size_t count) {
    if (count >= 2)
        value = count == 2 ? load_two(from) : _mm_movelh_ps(load_two(from), _mm_load_ss(from + 2));
    else
        value = count == 1 ? _mm_load_ss(from) : _mm_setzero_ps();
}
[[gnu::always_inline]] inline void store_few(float* to, __m128 value, std::size_t count) {
    if (count >= 2) {
        store_two(to, value);
        if (count == 3) _mm_store_ss(to + 2, _mm_movehl_ps(value, value));
    } else if (count == 1) {
        _mm_store_ss(to, value);
    }
}
[[gnu::always_inline]] inline void load_few(__m128d& value, const double* from, std::size_t count) {
    value = count == 1 ? _mm_load_sd(from) : _mm_setzero_pd();
}
[[gnu::always_inline]] inline void store_few(double* to, __m128d value, std::size_t count) {
    if (count == 1) _mm_store_sd(to, value);
}

#if defined(__AVX__)
[[gnu::always_inline]] inline void load_few(__m256& value, const float* from, std::size_t count) {
    __m128 part;
    if (count >= 4) {
        load_few(part, from + 4, count - 4);
        value = _mm256_insertf128_ps(_mm256_castps128_ps256(_mm_loadu_ps(from)), part, 1);
    } else {
        load_few(part, from, count);
        value = _mm256_insertf128_ps(_mm256_setzero_ps(), part, 0);
    }
}
[[gnu::always_inline]] inline void store_few(float* to, __m256 value, std::size_t count) {
    __m128 part = _mm256_castps256_ps128(value);
    if (count >= 4) {
        _mm_storeu_ps(to, part);
        part = _mm256_extractf128_ps(value, 1);
        to += 4;
    }
    store_few(to, part, count & 3);
}
[[gnu::always_inline]] inline void load_few(__m256d& value, const double* from, std::size_t count) {
    __m128d part;
    if (count >= 2) {
        load_few(part, from + 2, count - 2);
        value = _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_loadu_pd(from)), part, 1);
    } else {
        load_few(part, from, count);
        value = _mm256_insertf128_pd(_mm256_setzero_pd(), part, 0);
    }
}
[[gnu::always_inline]] inline void store_few(double* to, __m256d value, std::size_t count) {
    __m128d part = _mm256_castpd256_pd128(value);
    if (count >= 2) {
        _mm_storeu_pd(to, part);
        part = _mm256_extractf128_pd(value, 1);
        to += 2;
    }
    store_few(to, part, count & 1);
}
#endif

#if defined(__AVX512F__)
/// With masks of all lanes: of the forms without g++ 12 says that they are not initialised.
[[gnu::always_inline]] inline __m512d with_upper_half(__m256d lower, __m256d upper) {
    return _mm512_maskz_insertf64x4(0xff, _mm512_castpd256_pd512(lower), upper, 1);
}
[[gnu::always_inline]] inline __m512d lower_half_alone(__m256d lower) {
    return _mm512_maskz_insertf64x4(0xff, _mm512_setzero_pd(), lower, 0);
}

[[gnu::always_inline]] inline void load_few(__m512d& value, const double* from, std::size_t count) {
    __m256d part;
    if (count >= 4) {
        load_few(part, from + 4, count - 4);
        value = with_upper_half(_mm256_loadu_pd(from), part);
    } else {
        load_few(part, from, count);
        value = lower_half_alone(part);
    }
}
[[gnu::always_inline]] inline void store_few(double* to, __m512d value, std::size_t count) {
    __m256d part = _mm512_castpd512_pd256(value);
    if (count >= 4) {
        _mm256_storeu_pd(to, part);
        part = upper_half(value);
        to += 4;
    }
    store_few(to, part, count & 3);
}
[[gnu::always_inline]] inline void load_few(__m512& value, const float* from, std::size_t count) {
    __m256 part;
    if (count >= 8) {
        load_few(part, from + 8, count - 8);
        value = _mm512_castpd_ps(with_upper_half(_mm256_castps_pd(_mm256_loadu_ps(from)), _mm256_castps_pd(part)));
    } else {
        load_few(part, from, count);
        value = _mm512_castpd_ps(lower_half_alone(_mm256_castps_pd(part)));
    }
}
[[gnu::always_inline]] inline void store_few(float* to, __m512 value, std::size_t count) {
    __m256 part = _mm512_castps512_ps256(value);
    if (count >= 8) {
        _mm256_storeu_ps(to, part);
        part = _mm256_castpd_ps(upper_half(_mm512_castps_pd(value)));
        to += 8;
    }
    store_few(to, part, count & 7);
}
#endif

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif

#endif
