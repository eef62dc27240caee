#ifndef ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP
#define ACTIVATION_DETAIL_DRIVER_ROWS_GRADIENT_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/row_dot.hpp"
#include "activation/detail/driver/row_place.hpp"
#include "activation/detail/driver/row_values.hpp"

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

/// |x| of a row's values; behind its end 0.
template <class Row>
struct magnitudes {
    Row x;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return absolute(x.template load<V>(i));
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t i, std::size_t count) const {
        V value(scalar_t<V>(0));
        x.load_first_over(value, i, count);
        return absolute(value);
    }
};

template <class Row>
[[gnu::noinline]] typename Row::element largest_magnitude_of_row(const Row& x, std::size_t width) {
    return width == 0 ? 0 : largest_of_row<summed_t<typename Row::element>>(magnitudes<Row>{x}, width);
}

/// grad_input = scale·(grad_output − Σ grad_output·y)·y
template <class Operations, class Scale, class Row, class Place>
inline void softmax_backward_of_row(Scale scale, const Row& grad_output, const Row& y, const Place& grad_input,
                                    std::size_t width) {
    using T = typename Row::element;
    const double quarter = quarter_of_dot(grad_output, y, width);
    const bool vanishes = absolute(quarter) < Operations::vanishing_mean;
    const auto factors = Operations::softmax_factors(static_cast<T>(scale), vanishes,
                                                     [&] { return largest_magnitude_of_row(grad_output, width); });
    const auto factor = static_cast<double>(factors.gradient);
    double multiple_of_mean = quarter * factor * 4;
    if (sizeof(T) == sizeof(double) && vanishes) {
        const double raised = dot_of_multiples(0x1p600, grad_output, y, width);
        if (finite(raised)) multiple_of_mean = raised * factor * 0x1p-600;
    }
    using operation = typename Operations::backward;
    const auto run = [&](const auto& of_factors) __attribute__((always_inline)) {
        transform(of_factors, width, bundle_from(grad_input.place()), bundle_from(grad_output.place(), y.place()));
    };
    if constexpr (!std::is_same_v<Scale, no_scale>)
        if (factors.rest >= Operations::most_rest) [[unlikely]] {
            const operation part{factors.gradient * T(0x1p-5), static_cast<T>(-multiple_of_mean * 0x1p-5),
                                 factors.rest};
            return run(typename Operations::template scaled<operation>{part, T(1), T(0x1p5)});
        }
    run(operation{factors.gradient, static_cast<T>(-multiple_of_mean), factors.rest});
}

/// apply(the operation for Σ grad_output = total / factor), gradients being multiplied by the factor.
template <class Operations, class Row, class Apply>
inline void with_log_backward(double total, typename Row::element factor, const Row& grad_output, std::size_t width,
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
    const double shrunk_total = finite(total) ? total * shrunk : sum_of_row<true>(grad_output, width);
    apply(typename Operations::large_log_backward(shrunk_total * static_cast<double>(factor) * 0.5));
}

/// grad_input = scale·(grad_output − e^y·Σ grad_output)
template <class Operations, class Scale, class Row, class Place>
inline void log_softmax_backward_of_row(Scale scale, const Row& grad_output, const Row& y, const Place& grad_input,
                                        std::size_t width) {
    const auto run = [&](const auto& operation) __attribute__((always_inline)) {
        transform(operation, width, bundle_from(grad_input.place()), bundle_from(grad_output.place(), y.place()));
    };
    const double total = quick_sum_of_row(grad_output, width);
    using T = typename Row::element;
    if constexpr (std::is_same_v<Scale, no_scale>) {
        with_log_backward<Operations>(total, T(1), grad_output, width, run);
    } else {
        const auto factors =
            Operations::log_softmax_factors(scale, [&] { return largest_magnitude_of_row(grad_output, width); });
        with_log_backward<Operations>(total, factors.gradient, grad_output, width, [&](const auto& operation) {
            using operation_type = std::remove_cvref_t<decltype(operation)>;
            run(typename Operations::template scaled<operation_type>{operation, factors.gradient, factors.rest});
        });
    }
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
