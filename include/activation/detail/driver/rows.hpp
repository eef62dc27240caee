#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_HPP

#include <cstddef>

#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/row_sum.hpp"

/// What softmax and its logarithm do with one row; Operations are those of math/softmax.hpp.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class T>
inline T largest_of_row(const T* x, std::size_t width) {
    T largest = x[0];
    for (std::size_t i = 1; i < width; ++i) largest = largest > x[i] ? largest : x[i];
    return largest;
}

/// Σ e^(x − largest) − 1: without the term of the largest value itself, which would swallow small ones.
template <class Operations, class T>
inline double sum_of_others(const T* x, std::size_t width, T largest) {
    constexpr std::size_t block = 256;
    T terms[block];
    product_sums sums;
    std::size_t ones = 0;
    for (std::size_t i = 0; i < width; i += block) {
        const std::size_t count = width - i < block ? width - i : block;
        transform(typename Operations::exponential{largest}, count, sinks(terms + 0), sources(x + i));
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

template <class Operations, class T>
inline void softmax_of_row(const T* x, T* y, std::size_t width) {
    const T largest = largest_of_row(x, width);
    const typename Operations::normalise normalise(sum_of_others<Operations>(x, width, largest));
    transform(typename Operations::exponential{largest}, width, sinks(y), sources(x));
    const T* const exponentials = y;
    transform(normalise, width, sinks(y), sources(exponentials));
}

template <class Operations, class T>
inline void log_softmax_of_row(const T* x, T* y, std::size_t width) {
    const T largest = largest_of_row(x, width);
    const double others = sum_of_others<Operations>(x, width, largest);
    transform(typename Operations::logarithm(largest, others), width, sinks(y), sources(x));
}

template <class Operations, class T>
inline void softmax_backward_of_row(const T* grad_output, const T* y, T* grad_input, std::size_t width) {
    const typename Operations::backward operation{static_cast<T>(-quarter_of_dot(grad_output, y, width))};
    transform(operation, width, sinks(grad_input), sources(grad_output, y));
}

template <class Operations, class T>
inline void log_softmax_backward_of_row(const T* grad_output, const T* y, T* grad_input, std::size_t width) {
    using limits = typename Operations::lift;
    const auto apply = [&](const auto& operation) {
        transform(operation, width, sinks(grad_input), sources(grad_output, y));
    };
    const double total = sum_of_row(grad_output, width);
    if (total >= -1 && total <= 1) return apply(typename Operations::template log_backward<0>{static_cast<T>(-total)});
    if (total >= -limits::largest && total <= limits::largest)
        return apply(typename Operations::template log_backward<limits::moderate>{
            static_cast<T>(-total * limits::moderate_unlifted)});
    const double shrunk_total = finite(total) ? total * shrunk : sum_of_row<true>(grad_output, width);
    apply(typename Operations::large_log_backward(shrunk_total * 0.5));
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
