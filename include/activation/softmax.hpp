#ifndef ACTIVATION_SOFTMAX_HPP
#define ACTIVATION_SOFTMAX_HPP

#include "activation/detail/arch/requirements.hpp"

#include <cstddef>

#include "activation/concepts.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/call/executor.hpp"
#include "activation/detail/call/fused_rows.hpp"
#include "activation/detail/call/refused.hpp"
#include "activation/detail/call/rows.hpp"
#include "activation/detail/math/log_softmax.hpp"
#include "activation/detail/math/policy.hpp"
#include "activation/detail/math/softmax.hpp"
#include "activation/detail/math/softmax_gradient.hpp"
#include "activation/row_options.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS

namespace detail {

/// Softmax in a tier, and its gradient from y = softmax(x), grad_input[i] = (grad_output[i] − Σ grad_output[j]·y[j])·y[i].
///
/// Error    of the gradient, of y as it is given: float and double 3.6 ULP of max(|grad_output|)·y[i], with and without
///          fused multiply-add, and ≤ 4 by its rounding errors; no difference of gradients overflows.  Of scaled rows ≤ 4,
///          times |scale|.
template <class Policy>
struct softmax_kind {
    template <class T>
    using row = rows_by_width<softmax_row<T, softmax_math<T, Policy>>>;
    template <class T>
    using gradient = softmax_backward_of_row<softmax_gradient_operations<T>>;
};

/// Its logarithm, and the gradient of that from y = log_softmax(x),
/// grad_input[i] = grad_output[i] − exp(y[i])·Σ grad_output[j].
///
/// Error    of the gradient, of y as it is given: float 1.81, double 1.96 ULP of
///          max(|grad_output[i]|, |Σ grad_output|·exp(y[i])); without fused multiply-add 2.70 and 2.78; ≤ 4 by its
///          rounding errors.  The sum may be larger than the largest number and may cancel: where doubling its precision is
///          not enough it is taken exactly.  Of scaled rows ≤ 4, times |scale|.
template <class Policy>
struct log_softmax_kind {
    template <class T>
    using row = rows_by_width<log_softmax_row<T, log_softmax_math<T, Policy>>>;
    template <class T>
    using gradient = log_softmax_backward_of_row<softmax_gradient_operations<T>>;
};

/// The calls of one of them, and the same with an execution policy before their arguments.
template <class Kind, const char* name, class Executor = direct>
struct row_calls : refused_row_calls<row_options> {
    using refused_row_calls<row_options>::operator();
    using refused_row_calls<row_options>::backward;

    /// Who runs the loop over rows.
    [[no_unique_address]] Executor executor{};

    constexpr row_calls() = default;
    constexpr explicit row_calls(const Executor& by) : executor(by) {}

    template <execution_policy P>
    static auto under_policy(const P& policy) {
        return row_calls<Kind, name, under<P>>(under<P>{policy});
    }

    template <readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void operator()(X&& x, Y&& y, std::size_t width) const {
        static constexpr call_site call{name, "(x, y, width)"};
        any_rows(executor, call, width, no_options<row_options<value_t<X>>>{},
                 typename Kind::template row<value_t<X>>{}, read(call, "x", x), write(call, "y", y));
    }

    template <readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void operator()(X&& x, Y&& y, std::size_t width, const row_options<value_t<X>>& options) const {
        static constexpr call_site call{name, "(x, y, width, options)"};
        any_rows(executor, call, width, options, typename Kind::template row<value_t<X>>{}, read(call, "x", x),
                 write(call, "y", y));
    }

    template <readable_range G, readable_range Y, writable_range R>
        requires same_value_type<Y, G, R>
    void backward(G&& grad_output, Y&& y, R&& grad_input, std::size_t width) const {
        static constexpr call_site call{name, ".backward(grad_output, y, grad_input, width)"};
        any_row_gradients(executor, call, width, no_options<row_options<value_t<Y>>>{},
                          typename Kind::template gradient<value_t<Y>>{}, read(call, "grad_output", grad_output),
                          read(call, "y", y), write(call, "grad_input", grad_input));
    }

    template <readable_range G, readable_range Y, writable_range R>
        requires same_value_type<Y, G, R>
    void backward(G&& grad_output, Y&& y, R&& grad_input, std::size_t width,
                  const row_options<value_t<Y>>& options) const {
        static constexpr call_site call{name, ".backward(grad_output, y, grad_input, width, options)"};
        any_row_gradients(executor, call, width, options, typename Kind::template gradient<value_t<Y>>{},
                          read(call, "grad_output", grad_output), read(call, "y", y),
                          write(call, "grad_input", grad_input));
    }

    template <execution_policy P, readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void operator()(const P& policy, X&& x, Y&& y, std::size_t width) const { under_policy(policy)(x, y, width); }

    template <execution_policy P, readable_range X, writable_range Y>
        requires same_value_type<X, Y>
    void operator()(const P& policy, X&& x, Y&& y, std::size_t width, const row_options<value_t<X>>& options) const {
        under_policy(policy)(x, y, width, options);
    }

    template <execution_policy P, readable_range G, readable_range Y, writable_range R>
        requires same_value_type<Y, G, R>
    void backward(const P& policy, G&& grad_output, Y&& y, R&& grad_input, std::size_t width) const {
        under_policy(policy).backward(grad_output, y, grad_input, width);
    }

    template <execution_policy P, readable_range G, readable_range Y, writable_range R>
        requires same_value_type<Y, G, R>
    void backward(const P& policy, G&& grad_output, Y&& y, R&& grad_input, std::size_t width,
                  const row_options<value_t<Y>>& options) const {
        under_policy(policy).backward(grad_output, y, grad_input, width, options);
    }
};

inline constexpr char softmax_name[] = "softmax", log_softmax_name[] = "log_softmax",
                      fast_softmax_name[] = "fast::softmax", fast_log_softmax_name[] = "fast::log_softmax";

}  // namespace detail

/// Softmax over rows, y[i] = exp(x[i]) / Σ exp(x[j]), the sum over the row of i.
///
/// Domain   any finite row, and −∞ beside finite values, which gives +0.
/// Edges    a row that holds NaN or +∞, or nothing but −∞, is NaN throughout, as PyTorch has it.
/// Error    float 1.42, double 1.43 ULP, with and without fused multiply-add (tests/rows, rows of fourteen kinds up to
///          50000 elements); 1.69 and 1.53 up to 2^20; the contract asks for 2 and 3.  The values of a row add up to 1
///          within 1 ULP.
/// Method   each exponential is taken once, times a power of two that keeps it normal; what a row's largest value would
///          have to be subtracted for is seen by the sum, and only such a row is taken again from its largest value.
///          The sum is taken in double, of exponentials before they are rounded, in a fixed number of lanes, so a
///          result does not depend on the width of the target's registers; its reciprocal has two words.
/// Options  row_options: with a scale and a mask the function of z = scale·x + mask, to the same bits as of rows of z, of
///          as many elements as take part; backward gives the gradient of x.
/// Shapes   x and y are rows × width, row-major, contiguous, of double, or of float and halves (storage.hpp), which are the
///          float results, rounded; y may be the same memory as x.  A policy for which detail::executor is specialised
///          may stand before the arguments.
/// Throws   std::invalid_argument before anything is written: sizes that do not agree or are not rows × width, ranges
///          that overlap without being the same memory; a scale that is not finite, a mask of another size than a row or
///          all, lengths that are not one a row from 0 to width, x that is not outer × width × inner.
/// Source   Bridle, "Probabilistic interpretation of feedforward classification network outputs", 1990.
struct softmax_function : detail::row_calls<detail::softmax_kind<detail::accurate_policy>, detail::softmax_name> {};

/// Logarithm of the softmax over rows, y[i] = x[i] − log Σ exp(x[j]).
///
/// Edges, Options, Shapes, Throws   those of softmax_function; −∞ beside finite values stays −∞.
/// Error    float 1.00, double 1.58 ULP, also of the value that dominates its row, whose logarithm is next to 0: the sum
///          is that of the other values.
struct log_softmax_function
    : detail::row_calls<detail::log_softmax_kind<detail::accurate_policy>, detail::log_softmax_name> {};

/// softmax(x, y, width[, options]), softmax.backward(grad_output, y, grad_input, width[, options])
inline constexpr softmax_function softmax{};
/// log_softmax(x, y, width[, options]), log_softmax.backward(grad_output, y, grad_input, width[, options])
inline constexpr log_softmax_function log_softmax{};

namespace fast {

/// As the accurate one, with a shorter polynomial, sums of floats a few at a time, and one word of the reciprocal.
///
/// Error    float 3.52, double 3.88 ULP (tests/rows); ≤ 8 by the contract.
struct fast_softmax_function : detail::row_calls<detail::softmax_kind<detail::fast_policy>, detail::fast_softmax_name> {
};

/// As the accurate one, with a shorter polynomial and sums of floats a few at a time.
///
/// Error    float 1.08, double 1.58 ULP of max(|y|, 1) (tests/rows); ≤ 8 by the contract.
struct fast_log_softmax_function
    : detail::row_calls<detail::log_softmax_kind<detail::fast_policy>, detail::fast_log_softmax_name> {};

/// softmax(x, y, width[, options]), softmax.backward(grad_output, y, grad_input, width[, options])
inline constexpr fast_softmax_function softmax{};
/// log_softmax(x, y, width[, options]), log_softmax.backward(grad_output, y, grad_input, width[, options])
inline constexpr fast_log_softmax_function log_softmax{};

}  // namespace fast

ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
