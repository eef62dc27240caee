#ifndef ACTIVATION_DETAIL_ARCH_AVX_BITS_HPP
#define ACTIVATION_DETAIL_ARCH_AVX_BITS_HPP

#include <cstdint>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#include "activation/detail/arch/target.hpp"

/// The integer lanes of AVX without AVX2, which has floating-point operations only on its registers.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

#if defined(__AVX__) && !defined(__AVX2__)
template <class B>
concept lacks_integers = sizeof(B) == 32 && requires {
    typename B::batch_bool_type;
};
#else
template <class B>
concept lacks_integers = false;
#endif

typedef std::uint32_t avx_uint32 __attribute__((vector_size(32)));
typedef std::uint64_t avx_uint64 __attribute__((vector_size(32)));

/// Unsigned integers beside the floating-point lanes of A, in one register.  In place of xsimd's batch, which is computed
/// as two of SSE2: where nothing is inlined, xsimd before version 13 leaves a function of theirs to the linker, which may
/// then run this target's in an object that is compiled for SSE2.
template <class U, class A>
struct avx_bits {
    using value_type = U;
    using register_type = std::conditional_t<sizeof(U) == 4, avx_uint32, avx_uint64>;
    /// That of the floating-point lanes.
    using mask = xsimd::batch_bool<std::conditional_t<sizeof(U) == 4, float, double>, A>;

    register_type data;

    avx_bits() = default;
    [[gnu::always_inline]] explicit avx_bits(register_type lanes) : data(lanes) {}
    [[gnu::always_inline]] explicit avx_bits(U value) : data(register_type{} + value) {}

    [[gnu::always_inline]] friend avx_bits operator+(const avx_bits& a, const avx_bits& b) {
        return avx_bits(a.data + b.data);
    }
    [[gnu::always_inline]] friend avx_bits operator-(const avx_bits& a, const avx_bits& b) {
        return avx_bits(a.data - b.data);
    }
    [[gnu::always_inline]] friend avx_bits operator&(const avx_bits& a, const avx_bits& b) {
        return avx_bits(a.data & b.data);
    }
    [[gnu::always_inline]] friend avx_bits operator|(const avx_bits& a, const avx_bits& b) {
        return avx_bits(a.data | b.data);
    }
    [[gnu::always_inline]] friend avx_bits operator^(const avx_bits& a, const avx_bits& b) {
        return avx_bits(a.data ^ b.data);
    }
    [[gnu::always_inline]] friend avx_bits operator<<(const avx_bits& a, int count) {
        return avx_bits(a.data << count);
    }
    [[gnu::always_inline]] friend avx_bits operator>>(const avx_bits& a, int count) {
        return avx_bits(a.data >> count);
    }
    [[gnu::always_inline]] friend mask operator==(const avx_bits& a, const avx_bits& b) {
        return mask(__builtin_bit_cast(typename mask::register_type, a.data == b.data));
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
