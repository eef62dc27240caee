// Softmax over rows and prelu per channel in one type, ACTIVATION_LIBRARY_ELEMENT, for one instruction set,
// ACTIVATION_LIBRARY_TARGET.  CMake compiles this page once for each of both.
#include <activation/fast.hpp>
#include <cstddef>
#include <span>
#include <type_traits>

#include "channels.hpp"
#include "compiled.hpp"
#include "own_tables.hpp"

namespace activation_library {
namespace {

using element = ACTIVATION_LIBRARY_ELEMENT;

[[maybe_unused]] activation::row_options<element> options_of(const row_settings& settings) {
    activation::row_options<element> options;
    options.scale = static_cast<element>(settings.scale);
    if (settings.mask_size != 0) options.mask = input_of<element>(settings.mask, settings.mask_size);
    if (settings.lengths_size != 0) options.lengths = std::span(settings.lengths, settings.lengths_size);
    options.causal = settings.causal;
    options.inner = settings.inner;
    return options;
}

template <class Rows>
void rows(const void* x, void* y, std::size_t n, std::size_t width, const row_settings* settings) {
    if (settings == nullptr)
        Rows{}(input_of<element>(x, n), output_of<element>(y, n), width);
    else
        Rows{}(input_of<element>(x, n), output_of<element>(y, n), width, options_of(*settings));
}

template <class Rows>
void rows_backward(const void* grad_output, const void* y, void* grad_input, std::size_t n, std::size_t width,
                   const row_settings* settings) {
    if (settings == nullptr)
        Rows{}.backward(input_of<element>(grad_output, n), input_of<element>(y, n), output_of<element>(grad_input, n),
                        width);
    else
        Rows{}.backward(input_of<element>(grad_output, n), input_of<element>(y, n), output_of<element>(grad_input, n),
                        width, options_of(*settings));
}

/// The gradients of both tiers are one function, unless they differ.
template <template <class> class Kind, class Accurate, class Fast>
using gradients_of =
    std::conditional_t<std::is_same_v<typename Kind<activation::detail::accurate_policy>::template gradient<element>,
                                      typename Kind<activation::detail::fast_policy>::template gradient<element>>,
                       Accurate, Fast>;

using activation::log_softmax_function, activation::softmax_function;
using activation::fast::fast_log_softmax_function, activation::fast::fast_softmax_function;

template <class Softmax, class LogSoftmax, class SoftmaxGradient, class LogSoftmaxGradient, class PReLU>
constexpr row_kernels kernels_of() {
    row_kernels result = channel_kernels<element, PReLU>();
    if constexpr (compiled("softmax")) {
        result.softmax = rows<Softmax>;
        result.log_softmax = rows<LogSoftmax>;
        result.softmax_backward = rows_backward<SoftmaxGradient>;
        result.log_softmax_backward = rows_backward<LogSoftmaxGradient>;
    }
    return result;
}

}  // namespace

namespace ACTIVATION_LIBRARY_TARGET {

template <>
constinit const row_kernels parts<element, accurate>::rows =
    kernels_of<softmax_function, log_softmax_function, softmax_function, log_softmax_function,
               activation::function<activation::PReLU>>();
template <>
constinit const row_kernels parts<element, fast>::rows =
    kernels_of<fast_softmax_function, fast_log_softmax_function,
               gradients_of<activation::detail::softmax_kind, softmax_function, fast_softmax_function>,
               gradients_of<activation::detail::log_softmax_kind, log_softmax_function, fast_log_softmax_function>,
               activation::fast::fast_prelu_function>();

}  // namespace ACTIVATION_LIBRARY_TARGET
}  // namespace activation_library
