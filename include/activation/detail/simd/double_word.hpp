#ifndef ACTIVATION_DETAIL_SIMD_DOUBLE_WORD_HPP
#define ACTIVATION_DETAIL_SIMD_DOUBLE_WORD_HPP

#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// Numbers as an unevaluated sum of two values, for the few places where one value's precision is not enough.
/// Source: Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18, 1971.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class V>
struct double_word {
    V high;
    V low;
};

/// a + b exactly, for |a| ≥ |b| or a = 0.
template <class V>
[[gnu::always_inline]] constexpr double_word<V> fast_two_sum(const V& a, const V& b) {
    const V sum = a + b;
    return {sum, V(b - V(sum - a))};
}

/// sum + error = a + b exactly.  Through references: g++ keeps a returned structure of packs in memory.
template <class V>
[[gnu::always_inline]] constexpr void sum_and_error(const V& a, const V& b, V& sum, V& error) {
    sum = a + b;
    const V shadow = sum - a;
    error = V(a - V(sum - shadow)) + V(b - shadow);
}

/// The same as one word.
template <class V>
[[gnu::always_inline]] constexpr double_word<V> two_sum(const V& a, const V& b) {
    double_word<V> result{};
    sum_and_error(a, b, result.high, result.low);
    return result;
}

/// The leading half of the significand: 12 bits of a float, 26 of a double.
template <class V>
[[gnu::always_inline]] constexpr V leading_half(const V& value) {
    using bits = bits_t<scalar_t<V>>;
    constexpr int dropped = sizeof(bits) == 4 ? 12 : 27;
    return from_bits<V>(to_bits(value) & bits_t<V>(bits(~bits(0) << dropped)));
}

/// The same, rounded to nearest: what it leaves of a double has 26 bits too, and a sign.
template <class V>
[[gnu::always_inline]] constexpr V nearest_half(const V& value) {
    using bits = bits_t<scalar_t<V>>;
    constexpr int dropped = sizeof(bits) == 4 ? 12 : 27;
    return leading_half(from_bits<V>(to_bits(value) + bits_t<V>(bits(1) << (dropped - 1))));
}

/// a·b − product, of the halves of a and b.
template <class V>
[[gnu::always_inline]] constexpr V error_of_product(const V& a, const V& b, const V& a_high, const V& b_high,
                                                    const V& product) {
    const V a_low = a - a_high, b_low = b - b_high;
    return V(V(V(a_high * b_high - product) + a_high * b_low) + a_low * b_high) + a_low * b_low;
}

/// product + error = a·b exactly where the target has fused multiply-add or the product is far from underflow; of doubles
/// without fused multiply-add the last bit may be missing.  Through references: g++ keeps a returned structure of packs in
/// memory.
template <class V>
[[gnu::always_inline]] constexpr void exact_product(const V& a, const V& b, V& product, V& error) {
    product = rounded_product(a, b);
    if constexpr (has_fused_multiply_add)
        error = multiply_add(a, b, opposite(product));
    else
        error = error_of_product(a, b, leading_half(a), leading_half(b), product);
}

/// The same with the last bit.
template <class V>
[[gnu::always_inline]] constexpr void all_of_product(const V& a, const V& b, V& product, V& error) {
    product = rounded_product(a, b);
    if constexpr (has_fused_multiply_add)
        error = multiply_add(a, b, opposite(product));
    else
        error = error_of_product(a, b, nearest_half(a), nearest_half(b), product);
}

/// The same as one word.
template <class V>
[[gnu::always_inline]] constexpr double_word<V> two_product(const V& a, const V& b) {
    double_word<V> result{};
    exact_product(a, b, result.high, result.low);
    return result;
}

/// a·b + c where the sum all but cancels: without fused multiply-add, too, nothing of the product is lost.
template <class V>
[[gnu::always_inline]] constexpr V cancelling_multiply_add(const V& a, const V& b, const V& c) {
    if constexpr (has_fused_multiply_add) {
        return multiply_add(a, b, c);
    } else {
        const double_word<V> product = two_product(a, b);
        return V(product.high + c) + product.low;
    }
}

/// a·b + c: without fused multiply-add, too, it rounds but once to speak of.
template <class V>
[[gnu::always_inline]] constexpr V multiply_add_once(const V& a, const V& b, const V& c) {
    if constexpr (has_fused_multiply_add) {
        return multiply_add(a, b, c);
    } else {
        const double_word<V> product = two_product(a, b), sum = two_sum(product.high, c);
        return sum.high + V(sum.low + product.low);
    }
}

/// a·b + c for a small c: without fused multiply-add, too, it rounds but once to speak of.
template <class V>
[[gnu::always_inline]] constexpr V product_with_rest(const V& a, const V& b, const V& c) {
    if constexpr (has_fused_multiply_add) {
        return multiply_add(a, b, c);
    } else {
        const double_word<V> product = two_product(a, b);
        return product.high + V(product.low + c);
    }
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
