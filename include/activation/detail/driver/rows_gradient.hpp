#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP

#include <cstddef>

#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/row_dot.hpp"

/// The gradients of softmax and its logarithm over one row; Operations are those of math/softmax_gradient.hpp.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

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
    const double total = quick_sum_of_row(grad_output, width);
    if (absolute(total) >= limits::usual_low && absolute(total) <= limits::usual_high) [[likely]]
        return apply(typename Operations::usual_log_backward{static_cast<T>(-total * limits::usual_unlifted)});
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
