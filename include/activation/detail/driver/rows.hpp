#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_HPP

#include <cmath>
#include <cstddef>
#include <limits>

#include "activation/detail/driver/channel_sum.hpp"
#include "activation/detail/driver/driver.hpp"
#include "activation/detail/math/exp.hpp"

/// What softmax and its logarithm do with one row.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// e^(x − largest) for x ≤ largest, the difference to twice the working precision; +0 where it underflows.
template <class T>
struct shifted_exponential_kernel {
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
        : high(static_cast<T>(value)),
          low(is_finite(value) ? static_cast<T>(value - static_cast<double>(high)) : T(0)) {}
};

/// e → e / sum, by the sum's reciprocal in two parts.
template <class T>
struct normalising_kernel {
    static constexpr std::size_t interleave = 4;
    double_word<T> reciprocal{};

    explicit normalising_kernel(double others) {
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
struct log_softmax_kernel {
    static constexpr std::size_t interleave = 4;
    T largest;
    split_double<T> logarithm;

    template <class V>
    [[gnu::always_inline]] group<V, 1> operator()(const group<V, 1>& in) const {
        const double_word<V> shifted = two_sum(in.item[0], V(-largest));
        const double_word<V> sum = two_sum(shifted.high, V(-logarithm.high));
        const V precise = sum.high + V(sum.low + V(shifted.low - V(logarithm.low)));
        const mask_t<V> infinite = shifted.high < V(-(std::numeric_limits<T>::max)());
        // −∞, or NaN where the row holds what makes the logarithm NaN.
        return {{choose(infinite, sum.high, precise)}};
    }
};

template <class T>
inline T largest_of_row(const T* x, std::size_t width) {
    T largest = x[0];
    for (std::size_t i = 1; i < width; ++i) largest = largest > x[i] ? largest : x[i];
    return largest;
}

/// Σ e^(x − largest) − 1: without the term of the largest value itself, which would swallow small ones.
template <class T>
inline double sum_of_others(const T* x, std::size_t width, T largest) {
    constexpr std::size_t block = 256;
    T terms[block];
    product_sums sums;
    std::size_t ones = 0;
    for (std::size_t i = 0; i < width; i += block) {
        const std::size_t count = width - i < block ? width - i : block;
        transform(shifted_exponential_kernel<T>{largest}, count, sinks(terms + 0), sources(x + i));
        for (std::size_t j = 0; j < count; ++j) {
            const bool one = terms[j] >= T(1);
            ones += one ? 1 : 0;
            terms[j] = one ? T(0) : terms[j];
        }
        sums.add_all(
            count, [&terms](std::size_t j) { return terms[j]; }, [](std::size_t) { return T(1); });
    }
    return sums.total() + (static_cast<double>(ones) - 1);
}

template <class T>
inline void softmax_of_row(const T* x, T* y, std::size_t width) {
    const T largest = largest_of_row(x, width);
    const normalising_kernel<T> normalise(sum_of_others(x, width, largest));
    transform(shifted_exponential_kernel<T>{largest}, width, sinks(y), sources(x));
    const T* const exponentials = y;
    transform(normalise, width, sinks(y), sources(exponentials));
}

template <class T>
inline void log_softmax_of_row(const T* x, T* y, std::size_t width) {
    const T largest = largest_of_row(x, width);
    const split_double<T> logarithm(std::log1p(sum_of_others(x, width, largest)));
    transform(log_softmax_kernel<T>{largest, logarithm}, width, sinks(y), sources(x));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
