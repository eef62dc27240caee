#ifndef ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP
#define ACTIVATION_DETAIL_MATH_TANHSHRINK_HPP

#include <iterator>

#include "activation/detail/math/guard.hpp"
#include "activation/detail/math/polynomial.hpp"
#include "activation/detail/math/tanh.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/masked.hpp"
#include "activation/detail/table/tanhshrink_table.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// x − tanh x for x ≥ 0 up to the table's limit; anything beyond.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_series(const V& x) {
    using T = scalar_t<V>;
    using table = tanhshrink_table<T>;
    // Without fused multiply-add the square of a large number has no rest.
    const V a = has_fused_multiply_add ? x : at_most(x, V(table::limit));
    V square, square_low, quotient, quotient_low;
    exact_product(a, a, square, square_low);
    const V bend = horner<1, std::size(table::series) - 1>(table::series, square);
    const V series = multiply_add_once(bend, square, V(table::series[0]));
    exact_product(square, series, quotient, quotient_low);
    quotient_low = multiply_add(square_low, series, quotient_low);
    if constexpr (has_fused_multiply_add) return multiply_add(a, quotient, product(a, quotient_low));
    // Raised, so that the rest of the product does not vanish.
    const V raised = a * V(guard<T>::raising);
    return product_with_rest(raised, quotient, V(raised * quotient_low)) * V(guard<T>::lowering);
}

/// a − tanh a of a float a ≥ 0.  In the slot next to 0 nothing is left but the square times the curve; beyond the limit only a
/// grows.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_by_table(const V& a) {
    using table = tanhshrink_table<scalar_t<V>>;
    constexpr auto& pieces = table::pieces;
    const V b = at_most(a, V(table::limit));
    const bits_t<V> slot = slot_of<table>(b);
    const V h = from_centre(pieces, slot, b);
    V square, square_low;
    exact_product(h, h, square, square_low);
    const V bend =
        multiply_add(horner<5, std::size(pieces.row) - 1>(pieces, slot, h), square, lookup(pieces.row[3], slot));
    const V curve = product_with_rest(h, lookup(pieces.row[4], slot), bend);
    const V line = multiply_add_once(h, lookup(pieces.row[2], slot), lookup(pieces.row[1], slot));
    const V raised = multiply_add_once(square, curve, multiply_add(square_low, curve, line));
    return multiply_add(raised, V(table::lowering), V(a - b));
}

/// a − tanh a for a ≥ 0: a double's from the limit on what Tanh's table has on top of a or 1, whichever is less, which there
/// does not cancel.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_value(const V& a) {
    using T = scalar_t<V>;
    if constexpr (sizeof(T) == sizeof(float)) {
        return tanhshrink_by_table(a);
    } else {
        const V beyond = V(a - leading_tanh(a)) - look_up_once<tanh_table<T>>(at_most(a, V(tanh_table<T>::limit)));
        return choose(a < V(tanhshrink_table<T>::limit), tanhshrink_series(a), beyond);
    }
}

/// tanh² a for a ≥ 0: a float's from a table of its own, a double's the square of tanh in two words.
template <class V>
[[gnu::always_inline]] constexpr V tanhshrink_derivative(const V& a) {
    using T = scalar_t<V>;
    if constexpr (sizeof(T) == sizeof(float)) {
        return look_up<tanh_squared_table<T>>(at_most(a, V(tanh_squared_table<T>::limit)));
    } else {
        using table = tanh_table<T>;
        const V limit(table::limit), bounded = at_most(a, limit), lead = leading_tanh(bounded), one(T(1));
        const V rest = look_up_once<table>(bounded), tanh = lead + rest;
        const V square = product_with_rest(tanh, tanh, V(V(tanh + tanh) * V(rest - V(tanh - lead))));
        // At the limit tanh is rounded to 1, and so is its square.
        return choose(a >= limit, one, square);
    }
}

/// x − tanh x of the fast tier's float.
template <class V>
[[gnu::always_inline]] constexpr V short_tanhshrink(const V& x) {
    using T = scalar_t<V>;
    using table = short_tanhshrink_table<T>;
    const V limit(table::limit);
    const V b = clamp(x, opposite(limit), limit), square = b * b;
    const V numerator = horner<0, std::size(table::numerator) - 1>(table::numerator, square);
    const V denominator = horner<0, std::size(table::denominator) - 1>(table::denominator, square);
    // Beyond the limit only x grows.  Subtracted: −0 less +0 is −0.
    return divide(V(V(b * square) * numerator), denominator) - V(b - x);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
