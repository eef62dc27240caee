#ifndef ACTIVATION_DETAIL_MATH_SOFTMAX_HPP
#define ACTIVATION_DETAIL_MATH_SOFTMAX_HPP

#include <cstddef>

#include "activation/detail/math/exp.hpp"
#include "activation/detail/math/log1p.hpp"
#include "activation/detail/simd/bound.hpp"
#include "activation/detail/simd/double_word.hpp"
#include "activation/detail/simd/group.hpp"

/// Softmax, its logarithm and their gradients, element by element once what is common to a row is known.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// e^(x − largest) for x ≤ largest, the difference to twice the working precision; +0 where it underflows.
template <class T>
struct shifted_exponential_operation {
    static constexpr std::size_t interleave = 4;
    T largest;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        constexpr T vanishing = sizeof(T) == 4 ? T(-110) : T(-800);
        const double_word<V> shifted = two_sum(in.item[0], V(-largest));
        const mask_t<V> gone = shifted.high < V(vanishing);
        const auto e =
            exp_of(double_word<V>{choose(gone, V(vanishing), shifted.high), choose(gone, V(T(0)), shifted.low)});
        return {{scale(V(e.high + e.low), e.exponent)}};
    }
};

/// A double as a value of type T and what is left.
template <class T>
struct split_double {
    T high;
    T low;

    explicit split_double(double value)
        : high(static_cast<T>(value)), low(finite(value) ? static_cast<T>(value - static_cast<double>(high)) : T(0)) {}
};

/// e → e / sum, by the sum's reciprocal in two parts.
template <class T>
struct normalising_operation {
    static constexpr std::size_t interleave = 4;
    double_word<T> reciprocal{};

    explicit normalising_operation(double others) {
        const double_word<double> sum = fast_two_sum(1.0 > others ? 1.0 : others, 1.0 > others ? others : 1.0);
        const double high = 1.0 / sum.high;
        const double_word<double> product = two_product(sum.high, high);
        const double low = (((1.0 - product.high) - product.low) - rounded_product(sum.low, high)) * high;
        reciprocal.high = static_cast<T>(high);
        reciprocal.low = static_cast<T>((high - static_cast<double>(reciprocal.high)) + low);
    }

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        const V& e = in.item[0];
        return {{multiply_add(e, V(reciprocal.high), rounded_product(e, V(reciprocal.low)))}};
    }
};

/// x → (x − largest) − logarithm
template <class T>
struct log_softmax_operation {
    static constexpr std::size_t interleave = 4;
    T largest;
    split_double<T> logarithm;

    log_softmax_operation(T largest_of_row, double sum_of_others)
        : largest(largest_of_row), logarithm(log1p_of(sum_of_others)) {}

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        const double_word<V> shifted = two_sum(in.item[0], V(-largest));
        const double_word<V> sum = two_sum(shifted.high, V(-logarithm.high));
        const V precise = sum.high + V(sum.low + V(shifted.low - V(logarithm.low)));
        const mask_t<V> infinite = shifted.high < V(-largest_finite<T>);
        // −∞, or NaN where the row holds what makes the logarithm NaN.
        return {{choose(infinite, sum.high, precise)}};
    }
};

/// (grad_output, y) → (grad_output − mean)·y, of a quarter of the gradients: their difference may overflow, but not what
/// y makes of it.
template <class T>
struct softmax_backward_operation {
    static constexpr std::size_t interleave = 4;
    T opposite_quarter;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        const V quarter = multiply_add(in.item[0], V(T(0.25)), V(opposite_quarter));
        return {{V(quarter * V(in.item[1] * V(T(4))))}};
    }
};

/// e^y·2^lift for y ≤ 0.
template <int lift, class V>
[[gnu::always_inline]] constexpr V lifted_exponential(const V& y) {
    const V vanishing(scalar_t<V>(sizeof(scalar_t<V>) == 4 ? -150 : -1110));
    const auto e = exp_of(at_least(y, vanishing));
    return scale(V(e.high + e.low), bits_t<V>(e.exponent + bits_t<V>(bits_t<scalar_t<V>>(lift))));
}

/// How the product e^y·total is split: a total of up to 1 meets e^y itself, one of up to `largest` an e^y that is lifted
/// so far that it is normal wherever the product is.
template <class T>
struct gradient_lift;
template <>
struct gradient_lift<float> {
    static constexpr int moderate = 64, large = 40;
    static constexpr double largest = 0x1p64, moderate_unlifted = 0x1p-64, large_unlifted = 0x1p-40;
    static constexpr double far_below = -88, exponential_of_far = 0x1.07b7112bc1ffep-127;
};
template <>
struct gradient_lift<double> {
    static constexpr int moderate = 512, large = 256;
    static constexpr double largest = 0x1p512, moderate_unlifted = 0x1p-512, large_unlifted = 0x1p-256;
    static constexpr double far_below = -700, exponential_of_far = 0x1.14f2b0fb9307fp-1010;
};

/// (grad_output, y) → grad_output − e^y·total for total = −opposite·2^lift.
template <class T, int lift>
struct log_softmax_backward_operation {
    static constexpr std::size_t interleave = 4;
    T opposite;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        return {{multiply_add(lifted_exponential<lift>(in.item[1]), V(opposite), in.item[0])}};
    }
};

/// The same for totals near the largest number and beyond it: halves are subtracted, for e^y·total may overflow where the
/// difference does not, and what is far below 0 has a factor of its own, for e^y may underflow where the product does not.
template <class T>
struct large_log_softmax_backward_operation {
    using limits = gradient_lift<T>;
    static constexpr std::size_t interleave = 2;
    T opposite;
    T opposite_far;

    /// From half·2^64, half the total.
    explicit large_log_softmax_backward_operation(double half)
        : opposite(static_cast<T>(-half * (0x1p64 * limits::large_unlifted))),
          opposite_far(static_cast<T>(-half * limits::exponential_of_far * (0x1p64 * limits::large_unlifted))) {}

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 2>& in) const {
        const V& y = in.item[1];
        const mask_t<V> is_far = y < V(static_cast<T>(limits::far_below));
        const V e = lifted_exponential<limits::large>(choose(is_far, V(y + V(static_cast<T>(-limits::far_below))), y));
        const V factor = choose(is_far, V(opposite_far), V(opposite));
        const V half = multiply_add(e, factor, V(in.item[0] * V(T(0.5))));
        return {{V(half + half)}};
    }
};

/// What the loops over a row of softmax and its logarithm are made of.
template <class T>
struct softmax_operations {
    using exponential = shifted_exponential_operation<T>;
    using normalise = normalising_operation<T>;
    using backward = softmax_backward_operation<T>;
    using logarithm = log_softmax_operation<T>;
    template <int lift>
    using log_backward = log_softmax_backward_operation<T, lift>;
    using large_log_backward = large_log_softmax_backward_operation<T>;
    using lift = gradient_lift<T>;
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
