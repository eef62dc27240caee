#ifndef ACTIVATION_DETAIL_SIMD_HALF_PAIRS_HPP
#define ACTIVATION_DETAIL_SIMD_HALF_PAIRS_HPP

#include <cstddef>
#include <cstdint>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/half.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// Halves by their bits, two of them in the 32 bits of a float lane: what needs no arithmetic is done to both without
/// making floats of them.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// The bits of infinity.
template <format Format>
inline constexpr std::uint16_t infinity_bits = Format == format::bfloat16 ? 0x7f80 : 0x7c00;

/// x if x > 0 or NaN, else +0, of both halves.  As signed integers the negative numbers are below the negative NaNs.
template <format Format, class V>
[[gnu::always_inline]] constexpr V positive_half_pairs(const V& pairs) {
    return batch_by_batch(
        []<class B>(const B& x) __attribute__((always_inline)) {
            if constexpr (requires { registers::kept_above(x.data, std::int16_t{}); }) {
                return B(registers::kept_above(x.data, static_cast<std::int16_t>(infinity_bits<Format> - 0x8000)));
            } else {
                using bits = bits_t<B>;
                // A magnitude that is NaN's, and no other, reaches the sign's place.
                constexpr std::uint32_t beyond = 0x7fff - infinity_bits<Format>;
                const bits nan = (to_bits(x) & bits(0x7fff7fffu)) + bits(beyond << 16 | beyond);
                const bits negative = to_bits(x) & (nan ^ bits(0xffffffffu)) & bits(0x80008000u);
                const bits negative_magnitude = negative - (negative >> 15);
                return from_bits<B>(to_bits(x) & ((negative | negative_magnitude) ^ bits(0xffffffffu)));
            }
        },
        pairs);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
