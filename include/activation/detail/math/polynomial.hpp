#ifndef ACTIVATION_DETAIL_MATH_POLYNOMIAL_HPP
#define ACTIVATION_DETAIL_MATH_POLYNOMIAL_HPP

#include <cstddef>
#include <iterator>
#include <type_traits>

#include "activation/detail/math/policy.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/lookup.hpp"
#include "activation/detail/simd/pack.hpp"
#include "activation/detail/table/piecewise.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// scale·x + offset, the leading bits of which are the slot.
template <class Table, class V>
[[gnu::always_inline]] constexpr V slot_position(const V& x) {
    using T = scalar_t<V>;
    if constexpr (same_number(Table::scale, T(1)))
        return x + V(T(Table::offset));
    else
        return multiply_add(x, V(T(Table::scale)), V(T(Table::offset)));
}

/// The slot of each lane, of which lookup takes the last three bits.
template <class Table, class V>
[[gnu::always_inline]] constexpr bits_t<V> slot_of(const V& x) {
    if constexpr (Table::shift == 0)
        return to_bits(slot_position<Table>(x));
    else
        return to_bits(slot_position<Table>(x)) >> Table::shift;
}

/// x − row[0], the distance from the centre of the slot.
template <class V, std::size_t Rows>
[[gnu::always_inline]] constexpr V from_centre(const piecewise<scalar_t<V>, Rows>& table, const bits_t<V>& slot,
                                               const V& x) {
    const auto distance = [&table](const auto& value, const auto& index) __attribute__((always_inline)) {
        return std::remove_cvref_t<decltype(value)>(value - lookup(table.row[0], index));
    };
    return batch_by_batch(distance, x, slot);
}

/// Σ row[k]·h^(k − First) for k in [First, Last], by Horner's rule, in the slot of each lane.
template <std::size_t First, std::size_t Last, class V, std::size_t Rows>
[[gnu::always_inline]] constexpr V horner(const piecewise<scalar_t<V>, Rows>& table, const bits_t<V>& slot,
                                          const V& h) {
    static_assert(First <= Last && Last < Rows);
    if constexpr (First == Last) {
        return lookup(table.row[Last], slot);
    } else {
        // Named, so that it comes before the lookup: all rows looked up ahead would not fit into the registers.
        const V higher = horner<First + 1, Last>(table, slot, h);
        const auto add_row = [&table](const auto& sum, const auto& factor, const auto& index)
            __attribute__((always_inline)) {
            return multiply_add(sum, factor, lookup(table.row[First], index));
        };
        return batch_by_batch(add_row, higher, h, slot);
    }
}

/// outside(x) where `out`, else within(x); of the two only what a lane needs is computed, or what the policy asks for.  A
/// chance of .3 is what makes g++ lay out within without a jump and yet not take outside for code that hardly ever runs.
template <class Policy, class Mask, class V, class Within, class Outside>
[[gnu::always_inline]] constexpr V beyond(const Mask& out, const V& x, Within within, Outside outside) {
    if constexpr (Policy::lanes == lane_set::near_lanes) return within(x);
    if constexpr (Policy::lanes == lane_set::far_lanes) return outside(x);
    const bool some = __builtin_expect_with_probability(any_lane(out), true, .3);
    V otherwise = x;
    if (some) {
        otherwise = outside(x);
        if (all_lanes(out)) return otherwise;
    }
    const V inside = within(x);
    return some ? choose(out, otherwise, inside) : inside;
}

/// The polynomial of the slot of x, Σ pieces.row[k + 1]·hᵏ with h = x − pieces.row[0].
template <class Table, class V>
[[gnu::always_inline]] constexpr V look_up(const V& x) {
    const bits_t<V> slot = slot_of<Table>(x);
    const V h = from_centre(Table::pieces, slot, x);
    return horner<1, std::size(Table::pieces.row) - 1>(Table::pieces, slot, h);
}

/// The same for what stands alone and not on top of something larger: without fused multiply-add, too, its last two sums are
/// rounded but once.
template <class Table, class V>
[[gnu::always_inline]] constexpr V look_up_once(const V& x) {
    const bits_t<V> slot = slot_of<Table>(x);
    const V h = from_centre(Table::pieces, slot, x);
    const V higher = horner<3, std::size(Table::pieces.row) - 1>(Table::pieces, slot, h);
    const V slope = multiply_add_once(higher, h, lookup(Table::pieces.row[2], slot));
    return multiply_add_once(slope, h, lookup(Table::pieces.row[1], slot));
}

/// row[1]·h + Σ row[k + 2]·hᵏ with h = x − row[0]: in the slot of a root what is added last is the distance from it times
/// the slope there.  Of a double word x + low, both count in h.
template <class Table, class V, class... Low>
[[gnu::always_inline]] constexpr V look_up_with_slope(const V& x, const Low&... low) {
    const bits_t<V> slot = slot_of<Table>(x);
    const V h((from_centre(Table::pieces, slot, x) + ... + low));
    const V rest = horner<2, std::size(Table::pieces.row) - 1>(Table::pieces, slot, h);
    return multiply_add(h, lookup(Table::pieces.row[1], slot), rest);
}

/// Σ coefficient[k]·h^(k − First) for k in [First, Last], the same polynomial in every lane.
template <std::size_t First, std::size_t Last, class V, std::size_t Rows>
[[gnu::always_inline]] constexpr V horner(const scalar_t<V> (&coefficient)[Rows], const V& h) {
    static_assert(First <= Last && Last < Rows);
    if constexpr (First == Last)
        return V(coefficient[Last]);
    else
        return multiply_add(horner<First + 1, Last>(coefficient, h), h, V(coefficient[First]));
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
