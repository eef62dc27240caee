#ifndef ACTIVATION_DETAIL_ARCH_NAMES_HPP
#define ACTIVATION_DETAIL_ARCH_NAMES_HPP

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {
namespace registers {

/// The operations on registers that xsimd 8.1 lacks or does not round once on every architecture.  Each family of
/// architectures overloads those it has, in a file of its own; what stands here fits no call.
///
/// fused_multiply_add(a, b, c)     a·b + c, rounded once
/// divide(a, b)                    a/b, rounded once, where xsimd's is an approximation or may be another object's
/// lookup(row, index)              row[index & 7] for each lane, by permutation inside registers
/// stream(to, value)               writes around the cache; `to` is aligned to the register
/// load_first(value, from, count)  the first count lanes, fewer than the register has; the others become 0
/// load_first_over(value, from, count)    the same, at most as many as the register has; the others stay as they are
/// store_first(to, value, count)   the first count lanes
/// load_few(value, from, count), store_few(to, value, count)    the same by loads and stores of these elements and no more
/// lesser(a, b), greater(a, b)     a < b ? a : b and a > b ? a : b: the second one where either is NaN
/// unordered(value)                all bits of a lane that is NaN, none of another
/// nan_of(x, value)                NaN where x is NaN, else the value
/// slope_by_sign(x, lower)         1 where x > 0, lower where x ≤ 0, NaN where x is NaN
/// widen(value, from)              doubles from as many floats
/// widen_halves(low, high, value)  the floats of one register as doubles in two
/// narrow_halves(value, low, high) the doubles of two registers as the floats of one
/// sum_in_halves(value)            lane l and lane l + half as one, for half the lanes, a quarter, …: their sum
/// largest_in_halves(value)        likewise the largest lane; of lanes that are NaN it may or may not be one
/// sums_in_halves(rows)            sum_in_halves of as many registers as one has lanes, side by side in one
/// lane_bits(mask)                 of a comparison of floats, bit i says whether it holds in lane i
/// lanes_that_hold(mask)           how many lanes of a comparison hold
/// store_narrowed(to, value)       doubles as so many floats in memory
/// load_bfloat16(value, from)      floats from as many bfloat16; load_float16 likewise
/// store_bfloat16(to, value)       floats as so many bfloat16, rounded to nearest even; store_float16 likewise;
///                                 of two registers one after the other where that is less work
/// kept_above(pairs, bound)        of two signed integers of 16 bits in the bits of each lane those above the bound, the others 0
/// keep(value)                     the optimiser must take the value as it stands
/// finish_streaming()              orders what was streamed before all later stores
///
/// A family also says of a batch B which of the three that no kernel does without it leaves to the lanes, one by one:
/// fused_one_by_one<B>, looked_up_one_by_one<B> and widened_one_by_one<B>.
void fused_multiply_add();
void divide();
void lookup();
void stream();
void load_first();
void load_first_over();
void store_first();
void load_few();
void store_few();
void unordered();
void nan_of();
void slope_by_sign();
void lesser();
void greater();
void widen();
void widen_halves();
void narrow_halves();
void sum_in_halves();
void sums_in_halves();
void lane_bits();
void lanes_that_hold();
void store_narrowed();
void largest_in_halves();
void load_bfloat16();
void load_float16();
void store_bfloat16();
void store_float16();
void kept_above();
void keep();

}  // namespace registers
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
