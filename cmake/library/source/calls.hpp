#ifndef ACTIVATION_LIBRARY_CALLS_HPP
#define ACTIVATION_LIBRARY_CALLS_HPP

#include <activation/activation.h>

#include <cstddef>

#include "checks.hpp"
#include "target_table.hpp"

/// The calls of the interface, typed ones and those by name alike, once it is known which kernel they are for.
namespace activation_library {

/// Which one: all three are in range.
struct selection {
    int kind;
    int tier;
    int type;
};

constexpr parameters no_parameters{nullptr, 0};

int forward_call(selection which, const void* x, void* y, std::size_t n, const parameters& p);
int derivative_call(selection which, const void* x, void* d, std::size_t n, const parameters& p);
int value_and_derivative_call(selection which, const void* x, void* y, void* d, std::size_t n, const parameters& p);
int backward_call(selection which, const void* grad_output, const void* x, void* grad_input, std::size_t n,
                  const parameters& p);
int gated_call(selection which, const void* activated, const void* linear, void* y, std::size_t n, const parameters& p);
int gated_backward_call(selection which, const void* grad_output, const void* activated, const void* linear,
                        void* grad_activated, void* grad_linear, std::size_t n, const parameters& p);

/// The rows of softmax and prelu's channels, of which there is one each.
struct row_selection {
    int tier;
    int type;
};

int rows_call(row_kernel row_kernels::*kernel, row_selection which, const void* x, void* y, std::size_t n,
              std::size_t width, const activation_row_options* options);
int rows_backward_call(row_backward_kernel row_kernels::*kernel, row_selection which, const void* grad_output,
                       const void* y, void* grad_input, std::size_t n, std::size_t width,
                       const activation_row_options* options);
int channels_call(row_selection which, const void* x, void* y, std::size_t n, const channels& by);
int channels_backward_call(row_selection which, const void* grad_output, const void* x, void* grad_input,
                           void* grad_weights, std::size_t n, const channels& by);

}  // namespace activation_library

#endif
