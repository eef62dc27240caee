#ifndef ACTIVATION_DETAIL_MATH_LEAKY_HALF_ROUNDING_HPP
#define ACTIVATION_DETAIL_MATH_LEAKY_HALF_ROUNDING_HPP

#include "activation/detail/math/half_rounding.hpp"
#include "activation/detail/simd/double_word.hpp"

/// half_rounding.hpp for products with any slope, where which of them are next to halfway is not known beforehand.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// What rounding a·b to `rounded` took away, or its sign where that is less than any number.
template <class V>
[[gnu::always_inline]] constexpr V rest_of_product(const V& a, const V& b, const V& rounded) {
    if constexpr (has_fused_multiply_add) {
        return multiply_add(a, b, opposite(rounded));
    } else {
        const double_word<V> exact = two_product(a, b);
        return V(exact.high - rounded) + exact.low;
    }
}

/// a·b rounded to odd: a number of an odd last bit stands for all that is not one, so that rounding again rounds once.
/// A small product is taken raised by a power of two, by which the smaller factor is multiplied.
template <format Format, class V>
[[gnu::always_inline]] constexpr V product_to_odd(const V& a, const V& b, const V& rounded) {
    V rest;
    if constexpr (Format == format::bfloat16) {
        const V raising = choose(absolute(rounded) < V(0x1p-90f), V(0x1p64f), V(1.0f));
        const V b_raised = choose(absolute(b) <= absolute(a), raising, V(1.0f));
        const V a_raised = choose(absolute(b) <= absolute(a), V(1.0f), raising);
        rest = rest_of_product(V(a * a_raised), V(b * b_raised), V(rounded * raising));
    } else {
        rest = rest_of_product(a, b, rounded);
    }
    // One where there is a rest, of which an infinite product has none, and where it points to 0.
    const V zero(0.0f);
    const bits_t<V> inexact = to_bits(choose(absolute(rest) > zero, from_bits<V>(bits_t<V>(1u)), zero));
    const bits_t<V> too_far = inexact & ((to_bits(rest) ^ to_bits(rounded)) >> 31);
    return from_bits<V>(bits_t<V>((to_bits(rounded) - too_far) | inexact));
}

/// Whether a float's lower half says that it is halfway between two bfloat16.
template <class V>
[[gnu::always_inline]] constexpr auto is_middle_of_bfloat16(const V& value) {
    return bits_t<V>(to_bits(value) << 16) == bits_t<V>(0x80000000u);
}

/// x if x > 0, else slope·x.  A float16's product is always taken to odd: more of them are subnormal, and look alike.
struct leaky_half_rounding : keeps_slope {
    template <format Format, class F, class V>
    [[gnu::always_inline]] static constexpr V value(const F& functor, const V& x, const V& y) {
        if constexpr (Format == format::bfloat16)
            if (!any_lane(is_middle_of_bfloat16(y))) [[likely]]
                return y;
        return to_odd<Format>(slope_of(functor, x), x, y);
    }

private:
    template <format Format, class V>
    [[gnu::always_inline]] static constexpr V to_odd(const V& slope, const V& x, const V& y) {
        return choose(x > V(0.0f), x, product_to_odd<Format>(slope, x, y));
    }
    template <class F, class V>
    [[gnu::always_inline]] static constexpr V slope_of(const F& functor, const V&) {
        if constexpr (requires { functor.weight; })
            return V(functor.weight);
        else
            return V(functor.negative_slope);
    }
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
