#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/gradient_row.hpp"
#include "activation/detail/driver/row_place.hpp"

/// The gradients of softmax and its logarithm over one row; Operations are those of math/softmax_gradient.hpp.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The scale of rows without one.
struct no_scale {
    constexpr operator float() const { return 1; }
    constexpr operator double() const { return 1; }
};

/// grad_input = scale·(grad_output − Σ grad_output·y)·y for a row of gradients, as gradient_row.hpp has them.
template <class Operations, class Scale, class Row>
[[gnu::always_inline]] inline void softmax_backward(Scale scale, const Row& row) {
    using T = typename Row::element;
    const double quarter = row.quarter_of_dot();
    const bool vanishes = absolute(quarter) < Operations::vanishing_mean;
    const auto factors = Operations::softmax_factors(static_cast<T>(scale), vanishes, [&] { return row.largest(); });
    const auto factor = static_cast<double>(factors.gradient);
    double multiple_of_mean = quarter * factor * 4;
    if (sizeof(T) == sizeof(double) && vanishes) {
        const double raised = row.dot_of_multiples(0x1p600);
        if (finite(raised)) multiple_of_mean = raised * factor * 0x1p-600;
    }
    using operation = typename Operations::backward;
    if constexpr (!std::is_same_v<Scale, no_scale>)
        if (factors.rest >= Operations::most_rest) [[unlikely]] {
            const operation part{factors.gradient * T(0x1p-5), static_cast<T>(-multiple_of_mean * 0x1p-5),
                                 factors.rest};
            return row.apply(typename Operations::template scaled<operation>{part, T(1), T(0x1p5)});
        }
    row.apply(operation{factors.gradient, static_cast<T>(-multiple_of_mean), factors.rest});
}

/// apply(the operation for Σ grad_output = total / factor), gradients being multiplied by the factor.
template <class Operations, class Row, class Apply>
[[gnu::always_inline]] inline void with_log_backward(double total, typename Row::element factor, const Row& row,
                                                     Apply apply) {
    using T = typename Row::element;
    using limits = typename Operations::lift;
    const double scaled = total * static_cast<double>(factor);
    if (absolute(scaled) >= limits::usual_low && absolute(scaled) <= limits::usual_high) [[likely]]
        return apply(typename Operations::usual_log_backward{static_cast<T>(-scaled * limits::usual_unlifted)});
    if (scaled >= -1 && scaled <= 1)
        return apply(typename Operations::template log_backward<0>{static_cast<T>(-scaled)});
    if (scaled >= -limits::largest && scaled <= limits::largest)
        return apply(typename Operations::template log_backward<limits::moderate>{
            static_cast<T>(-scaled * limits::moderate_unlifted)});
    const double shrunk_total = finite(total) ? total * shrunk : row.shrunk_sum();
    apply(typename Operations::large_log_backward(shrunk_total * static_cast<double>(factor) * 0.5));
}

/// grad_input = scale·(grad_output − e^y·Σ grad_output)
template <class Operations, class Scale, class Row>
[[gnu::always_inline]] inline void log_softmax_backward(Scale scale, const Row& row) {
    using T = typename Row::element;
    const double total = row.sum();
    if constexpr (std::is_same_v<Scale, no_scale>) {
        with_log_backward<Operations>(total, T(1), row, [&](const auto& operation) { row.apply(operation); });
    } else {
        const auto factors = Operations::log_softmax_factors(scale, [&] { return row.largest(); });
        with_log_backward<Operations>(total, factors.gradient, row, [&](const auto& operation) {
            using operation_type = std::remove_cvref_t<decltype(operation)>;
            row.apply(typename Operations::template scaled<operation_type>{operation, factors.gradient, factors.rest});
        });
    }
}

/// The functions over one row, as gradient_rows takes them.
template <class Operations>
struct softmax_backward_of_row {
    template <class Scale, class Row>
    [[gnu::always_inline]] void operator()(Scale scale, const Row& row) const {
        softmax_backward<Operations>(scale, row);
    }
};
template <class Operations>
struct log_softmax_backward_of_row {
    template <class Scale, class Row>
    [[gnu::always_inline]] void operator()(Scale scale, const Row& row) const {
        log_softmax_backward<Operations>(scale, row);
    }
};

/// The rows of a call without options.
template <class T>
struct gradient_rows {
    const T* grad_output;
    std::size_t grad_output_stride;
    const T* y;
    std::size_t y_stride;
    T* grad_input;
    std::size_t grad_input_stride;
    std::size_t count;
    std::size_t width;

    template <class OfRow>
    void run(const OfRow& of_row) const {
        if (width <= row_block) return run_in_registers<1>(of_row);
        if (width <= 2 * row_block) return run_in_registers<2>(of_row);
        for (std::size_t i = 0; i < count; ++i)
            of_row(no_scale{}, gradient_row_in_memory<adjacent_row<const T>, adjacent_row<T>>{
                                   {grad_output + i * grad_output_stride},
                                   {y + i * y_stride},
                                   {grad_input + i * grad_input_stride},
                                   width});
    }

private:
    template <std::size_t blocks, class OfRow>
    void run_in_registers(const OfRow& of_row) const {
        for (std::size_t i = 0; i < count; ++i)
            of_row(no_scale{},
                   gradient_row_in_registers<T, blocks>(grad_output + i * grad_output_stride, y + i * y_stride,
                                                        grad_input + i * grad_input_stride, width));
    }
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
