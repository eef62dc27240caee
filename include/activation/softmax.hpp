#ifndef ACTIVATION_SOFTMAX_HPP
#define ACTIVATION_SOFTMAX_HPP

#include "activation/detail/arch/requirements.hpp"

#include <cstddef>

#include "activation/concepts.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/call/refused.hpp"
#include "activation/detail/call/rows.hpp"
#include "activation/detail/math/log_softmax.hpp"
#include "activation/detail/math/softmax.hpp"
#include "activation/detail/math/softmax_gradient.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS

/// Softmax over rows, y[i] = exp(x[i]) / Σ exp(x[j]), the sum over the row of i.
///
/// Domain   any finite row, and −∞ beside finite values, which gives +0.
/// Edges    a row that holds NaN or +∞, or nothing but −∞, is NaN throughout, as PyTorch has it.
/// Error    float 1.46, double 1.39 ULP, without fused multiply-add 1.95 and 1.40 (tests/rows, rows of fourteen kinds);
///          ≤ 2 and ≤ 3 by the contract; the values of a row add up to 1 within 1 ULP.
/// Method   each exponential is taken once, times a power of two that keeps it normal; what a row's largest value would
///          have to be subtracted for is seen by the sum, and only such a row is taken again from its largest value.
///          The sum is taken in double, of exponentials before they are rounded, in a fixed number of lanes, so a
///          result does not depend on the width of the target's registers; its reciprocal has two words.
/// Shapes   x and y are rows × width, row-major, contiguous; y may be the same memory as x.
/// Throws   std::invalid_argument before anything is written: sizes that do not agree or are not rows × width, ranges
///          that overlap without being the same memory.
/// Source   Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.
struct softmax_function : detail::refused_row_calls {
    using detail::refused_row_calls::operator();
    using detail::refused_row_calls::backward;

    template <class X>
    using operations = detail::softmax_gradient_operations<element_t<X>>;
    template <class T>
    using row = detail::softmax_row<T, detail::softmax_math<T, detail::accurate_policy>>;

    template <readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void operator()(X&& x, Y&& y, std::size_t width) const {
        static constexpr detail::call_site call{"softmax", "(x, y, width)"};
        detail::for_each_row(call, width, row<element_t<X>>{}, detail::read(call, "x", x), detail::write(call, "y", y));
    }

    /// grad_input[i] = (grad_output[i] − Σ grad_output[j]·y[j])·y[i], from y = softmax(x).
    ///
    /// Error    of y as it is given: float and double 2.93 ULP of max(|grad_output|)·y[i], with and without fused
    ///          multiply-add, and ≤ 4 by its rounding errors; no difference of gradients overflows.
    template <readable_range G, readable_range Y, writable_range R>
        requires same_value_type<Y, G, R>
    void backward(G&& grad_output, Y&& y, R&& grad_input, std::size_t width) const {
        static constexpr detail::call_site call{"softmax", ".backward(grad_output, y, grad_input, width)"};
        detail::for_each_row(
            call, width,
            [](const auto* grad, const auto* from, auto* to, std::size_t count) {
                detail::softmax_backward_of_row<operations<Y>>(grad, from, to, count);
            },
            detail::read(call, "grad_output", grad_output), detail::read(call, "y", y),
            detail::write(call, "grad_input", grad_input));
    }
};

/// Logarithm of the softmax over rows, y[i] = x[i] − log Σ exp(x[j]).
///
/// Edges, Shapes, Throws   those of softmax_function; −∞ beside finite values stays −∞.
/// Error    float 1.00, double 1.58 ULP, also of the value that dominates its row, whose logarithm is next to 0: the sum
///          is that of the other values.
struct log_softmax_function : detail::refused_row_calls {
    using detail::refused_row_calls::operator();
    using detail::refused_row_calls::backward;

    template <class X>
    using operations = detail::softmax_gradient_operations<element_t<X>>;
    template <class T>
    using row = detail::log_softmax_row<T, detail::log_softmax_math<T, detail::accurate_policy>>;

    template <readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void operator()(X&& x, Y&& y, std::size_t width) const {
        static constexpr detail::call_site call{"log_softmax", "(x, y, width)"};
        detail::for_each_row(call, width, row<element_t<X>>{}, detail::read(call, "x", x), detail::write(call, "y", y));
    }

    /// grad_input[i] = grad_output[i] − exp(y[i])·Σ grad_output[j], from y = log_softmax(x).
    ///
    /// Error    of y as it is given: float 1.81, double 1.96 ULP of max(|grad_output[i]|, |Σ grad_output|·exp(y[i]));
    ///          without fused multiply-add 2.70 and 2.78; ≤ 4 by its rounding errors.  The sum may be larger than the
    ///          largest number and may cancel: where doubling its precision is not enough it is taken exactly.
    template <readable_range G, readable_range Y, writable_range R>
        requires same_value_type<Y, G, R>
    void backward(G&& grad_output, Y&& y, R&& grad_input, std::size_t width) const {
        static constexpr detail::call_site call{"log_softmax", ".backward(grad_output, y, grad_input, width)"};
        detail::for_each_row(
            call, width,
            [](const auto* grad, const auto* from, auto* to, std::size_t count) {
                detail::log_softmax_backward_of_row<operations<Y>>(grad, from, to, count);
            },
            detail::read(call, "grad_output", grad_output), detail::read(call, "y", y),
            detail::write(call, "grad_input", grad_input));
    }
};

/// softmax(x, y, width), softmax.backward(grad_output, y, grad_input, width)
inline constexpr softmax_function softmax{};
/// log_softmax(x, y, width), log_softmax.backward(grad_output, y, grad_input, width)
inline constexpr log_softmax_function log_softmax{};

ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
