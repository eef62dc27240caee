#ifndef ACTIVATION_DETAIL_SIMD_BOUND_HPP
#define ACTIVATION_DETAIL_SIMD_BOUND_HPP

#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// Limits that NaN passes unchanged.  x86 does in one instruction what its definition in C++ says, a < b ? a : b with
/// the operands in this order; elsewhere compare and choose.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

/// Where a target has no overload below, these keep the names known and fit no call.
void lesser();
void greater();

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
[[gnu::always_inline]] inline __m512 lesser(__m512 a, __m512 b) { return _mm512_min_ps(a, b); }
[[gnu::always_inline]] inline __m512 greater(__m512 a, __m512 b) { return _mm512_max_ps(a, b); }
[[gnu::always_inline]] inline __m512d lesser(__m512d a, __m512d b) { return _mm512_min_pd(a, b); }
[[gnu::always_inline]] inline __m512d greater(__m512d a, __m512d b) { return _mm512_max_pd(a, b); }
#endif

}  // namespace registers

/// limit where value > limit, else value, NaN included.
template <class V>
[[gnu::always_inline]] constexpr V at_most(const V& value, const V& limit) {
    return batch_by_batch(
        [](const auto& v, const auto& l) __attribute__((always_inline)) {
            if constexpr (requires { registers::lesser(l.data, v.data); })
                return std::remove_cvref_t<decltype(v)>(registers::lesser(l.data, v.data));
            else
                return choose(l < v, l, v);
        },
        value, limit);
}

/// limit where value < limit, else value, NaN included.
template <class V>
[[gnu::always_inline]] constexpr V at_least(const V& value, const V& limit) {
    return batch_by_batch(
        [](const auto& v, const auto& l) __attribute__((always_inline)) {
            if constexpr (requires { registers::greater(l.data, v.data); })
                return std::remove_cvref_t<decltype(v)>(registers::greater(l.data, v.data));
            else
                return choose(l > v, l, v);
        },
        value, limit);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
