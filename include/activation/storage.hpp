#ifndef ACTIVATION_STORAGE_HPP
#define ACTIVATION_STORAGE_HPP

#include "activation/detail/arch/requirements.hpp"

/// Elements of sixteen bits.
///
/// Types    activation::bfloat16 and activation::float16; std::bfloat16_t, std::float16_t, _Float16 and __bf16 where the
///          compiler has them; any trivially copyable type of two bytes for which activation::storage says the format.
/// Values   are computed in float, with parameters of float, and rounded once to nearest even where they are stored: NaN
///          stays NaN, what is too large becomes infinite, subnormal numbers stay what they are.
/// Mixing   the ranges of one call may hold float, bfloat16 and float16 freely; double mixes with nothing.
/// Calls    all of them, on ranges, on pointers and on one value; the mask of a call over rows likewise.
/// Bits     the same on every target with fused multiply-add, whether its processor converts or its integers do.
#include "activation/detail/simd/half.hpp"

#endif
