#ifndef ACTIVATION_DETAIL_SIMD_LOOKUP_HPP
#define ACTIVATION_DETAIL_SIMD_LOOKUP_HPP

#include <cstddef>
#include <xsimd/xsimd.hpp>

#include "activation/detail/arch/avx_bits.hpp"
#include "activation/detail/arch/registers.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/value.hpp"

/// One of eight values for each lane, the same for float, double and xsimd::batch.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// row[index mod 8].
template <float_or_double V>
[[gnu::always_inline]] constexpr V lookup(const V (&row)[8], bits_t<V> index) {
    return row[index & 7];
}

/// Lane by lane through memory.
template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> lookup_one_by_one(
    const T (&row)[8], const xsimd::batch<typename lanes<T>::bits, A>& index) {
    using batch = xsimd::batch<T, A>;
    typename lanes<T>::bits slot[batch::size];
    T value[batch::size];
    index.store_unaligned(slot);
    for (std::size_t i = 0; i < batch::size; ++i) value[i] = row[slot[i] & 7];
    return batch::load_unaligned(value);
}

template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> lookup(const T (&row)[8],
                                                        const xsimd::batch<typename lanes<T>::bits, A>& index) {
    using batch = xsimd::batch<T, A>;
    if constexpr (registers::looked_up_one_by_one<batch>)
        return lookup_one_by_one(row, index);
    else
        return batch(registers::lookup(row, index.data));
}

template <class T, class A>
[[gnu::always_inline]] inline xsimd::batch<T, A> lookup(const T (&row)[8],
                                                        const avx_bits<typename lanes<T>::bits, A>& index) {
    T value[xsimd::batch<T, A>::size];
    for (std::size_t i = 0; i < xsimd::batch<T, A>::size; ++i) value[i] = row[index.data[i] & 7];
    return xsimd::batch<T, A>::load_unaligned(value);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
