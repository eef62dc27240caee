#ifndef ACTIVATION_LIBRARY_CHANNELS_HPP
#define ACTIVATION_LIBRARY_CHANNELS_HPP

#include <activation/fast.hpp>
#include <cstddef>
#include <span>

#include "compiled.hpp"
#include "target_table.hpp"

/// Prelu with a weight for each channel, of elements E.  All of it belongs to the object that includes it.
namespace activation_library {
namespace {

template <class E>
std::span<const E> input_of(const void* from, std::size_t n) {
    return {static_cast<const E*>(from), n};
}

template <class E>
std::span<E> output_of(void* to, std::size_t n) {
    return {static_cast<E*>(to), n};
}

template <class E>
void prelu(const void* x, void* y, std::size_t n, const channels& by) {
    activation::prelu(input_of<E>(x, n), output_of<E>(y, n), input_of<E>(by.weights, by.count), by.inner);
}

template <class E, class PReLU>
void prelu_backward(const void* grad_output, const void* x, void* grad_input, void* grad_weights, std::size_t n,
                    const channels& by) {
    PReLU{}.backward(input_of<E>(grad_output, n), input_of<E>(x, n), output_of<E>(grad_input, n),
                     input_of<E>(by.weights, by.count), output_of<E>(grad_weights, by.count), by.inner);
}

/// The kernels of rows that are prelu's.
template <class E, class PReLU>
constexpr row_kernels channel_kernels() {
    row_kernels result{};
    if constexpr (compiled("prelu")) {
        result.prelu = prelu<E>;
        result.prelu_backward = prelu_backward<E, PReLU>;
    }
    return result;
}

}  // namespace
}  // namespace activation_library

#endif
