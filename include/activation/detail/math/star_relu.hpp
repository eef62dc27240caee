#ifndef ACTIVATION_DETAIL_MATH_STAR_RELU_HPP
#define ACTIVATION_DETAIL_MATH_STAR_RELU_HPP

#include "activation/detail/math/parameter.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"

/// scale·x² + bias for x ≥ 0, also where the two all but cancel, and its slope.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// Parameters from `least` to `most` are usual ones; with them, or with their like in other units, the bias is nothing next
/// to scale·x² from `beyond` on.  At `overflows` scale·x does not overflow yet, and scale·x² does.
template <class T>
struct star_relu_range {
    static constexpr T least = T(0x1p-20), most = T(0x1p20), beyond = sizeof(T) == 4 ? T(0x1p40) : T(0x1p60),
                       overflows = sizeof(T) == 4 ? T(0x1p107) : T(0x1p1003);
};

/// scale·x² + bias from all words of the products, x not beyond `beyond`: the two largest may cancel, and then the next two.
template <class V>
[[gnu::always_inline]] constexpr V scaled_square_sum(const V& x, scalar_t<V> scale, scalar_t<V> bias) {
    if constexpr (has_fused_multiply_add) {
        // What cancels is exact but for what the product has lost.
        const V product = rounded_product(x, V(scale));
        const V lost = multiply_add(x, V(scale), opposite(product));
        return multiply_add(lost, x, multiply_add(product, x, V(bias)));
    }
    V square, square_low, high, low;
    all_of_product(x, x, square, square_low);
    all_of_product(square, V(scale), high, low);
    const double_word<V> sum = two_sum(high, V(bias));
    const double_word<V> rest = two_sum(sum.high, low);
    return cancelling_multiply_add(square_low, V(scale), rest.high) + V(rest.low + sum.low);
}

/// For parameters of any magnitude: scale·x² in powers of two that let x² neither vanish nor overflow, and close to the
/// bias all in units of the bias.
template <class V>
[[gnu::noinline, gnu::cold]] constexpr V star_relu_of_any(const V& x, scalar_t<V> scale, scalar_t<V> bias) noexcept {
    using T = scalar_t<V>;
    constexpr int least = number_format<T>::lowest_exponent;
    const V limit(star_relu_range<T>::beyond);
    if (!finite(scale) || !finite(bias) || magnitude_of<T>(scale).is_zero()) return multiply_add(V(scale), x, V(bias));

    const decomposed<T> factor = decompose(scale), unit = decompose(bias);
    const int odd = factor.exponent & 1;
    const V root = product(x, V(two_to<T>((factor.exponent - odd) / 2)));
    const V square = product(product(root, V(factor.part * T(1 + odd))), root);
    if (magnitude_of<T>(bias).is_zero()) return choose(x <= V(T(0)), V(scale * T(0) + bias), square);

    const int ratio = factor.exponent - unit.exponent, half = (ratio - (ratio & 1)) / 2;
    const int first = half < least ? least : half > -least ? -least : half;
    const V place = product(product(x, V(two_to<T>(first))), V(two_to<T>(half - first)));
    const V within = scaled_square_sum(at_most(place, limit), factor.part * T(1 + (ratio & 1)), unit.part);
    const int lower = unit.exponent < least ? least : unit.exponent;
    const V usual = product(product(within, V(two_to<T>(lower))), V(two_to<T>(unit.exponent - lower)));
    return choose(place > limit, square, usual);
}

template <class T>
constexpr bool is_usual_star_relu(T parameter) {
    return absolute(parameter) >= star_relu_range<T>::least && absolute(parameter) <= star_relu_range<T>::most;
}

/// scale·x² + bias for x ≥ 0.
template <class V>
[[gnu::always_inline]] constexpr V star_relu_value(const V& x, scalar_t<V> scale, scalar_t<V> bias) {
    // All lanes share them.
    if (!is_usual_star_relu(scale) || !is_usual_star_relu(bias)) [[unlikely]]
        return star_relu_of_any(x, scale, bias);
    using T = scalar_t<V>;
    if constexpr (has_fused_multiply_add)
        return scaled_square_sum(at_most(x, V(star_relu_range<T>::overflows)), scale, bias);
    const V limit(star_relu_range<T>::beyond);
    const V within = scaled_square_sum(at_most(x, limit), scale, bias);
    return choose(x > limit, product(product(x, V(scale)), x), within);
}

/// Whether scale·x² + bias keeps the fast tier's promise with one product rounded: where the two do not cancel, and for the
/// default parameters, with which it has been tried for every float.
template <class T>
constexpr bool is_short_star_relu(T scale, T bias) {
    const bool by_default = to_bits(scale) == to_bits(T(0.8944)) && to_bits(bias) == to_bits(T(-0.4472));
    return by_default || (is_usual_star_relu(scale) && (scale < 0 ? bias <= 0 : bias >= 0));
}

/// 2·scale·x, rounded once: the 2 goes to the one that it does not make infinite.
template <class V>
[[gnu::always_inline]] constexpr V star_relu_slope(const V& x, scalar_t<V> scale) {
    using T = scalar_t<V>;
    const bool doubles_scale = absolute(scale) <= T(1);
    const T factor = doubles_scale ? scale + scale : scale;
    return product(V(factor), product(x, V(doubles_scale ? T(1) : T(2))));
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
