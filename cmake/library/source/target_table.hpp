#ifndef ACTIVATION_LIBRARY_TARGET_TABLE_HPP
#define ACTIVATION_LIBRARY_TARGET_TABLE_HPP

#include <cstddef>
#include <cstdint>

/// What the library has been compiled to once for each instruction set: a table of plain functions, which check nothing
/// but their parameters.  This header is the same for all of them and computes nothing.
namespace activation_library {

/// Values of the parameters in the functor's order; the others have their defaults.
struct parameters {
    const double* values;
    std::size_t count;
};

/// Elementwise over n elements of its type, (first, second) → (to, also_to) as far as the call has them.  Returns 0, or
/// the error that a parameter is refused or that the kernel is left out, and then nothing has been written.
using elementwise_kernel = int (*)(const void* first, const void* second, void* to, void* also_to, std::size_t n,
                                   const parameters& p);

/// (grad_output, activated, linear) → (grad_activated, grad_linear)
using gated_backward_kernel = void (*)(const void* grad_output, const void* activated, const void* linear,
                                       void* grad_activated, void* grad_linear, std::size_t n);

/// Those of one activation, in one tier and type; of one that the exact tier does not have, none.  A gated unit that has no
/// kernel of its own is composed of the others.
struct kernels {
    elementwise_kernel forward;
    elementwise_kernel derivative;
    elementwise_kernel value_and_derivative;
    elementwise_kernel backward;
    elementwise_kernel gated;
    gated_backward_kernel gated_backward;
};

/// row_options of the type, and with its lengths in std::size_t.
struct row_settings {
    double scale;
    const void* mask;
    std::size_t mask_size;
    const std::size_t* lengths;
    std::size_t lengths_size;
    bool causal;
    std::size_t inner;
};

using row_kernel = void (*)(const void* x, void* y, std::size_t n, std::size_t width, const row_settings* settings);
using row_backward_kernel = void (*)(const void* grad_output, const void* y, void* grad_input, std::size_t n,
                                     std::size_t width, const row_settings* settings);

/// What of a call has to do with channels.
struct channels {
    const void* weights;
    std::size_t count;
    std::size_t inner;
};

using channel_kernel = void (*)(const void* x, void* y, std::size_t n, const channels& by);
using channel_backward_kernel = void (*)(const void* grad_output, const void* x, void* grad_input, void* grad_weights,
                                         std::size_t n, const channels& by);

struct row_kernels {
    row_kernel softmax;
    row_kernel log_softmax;
    row_backward_kernel softmax_backward;
    row_backward_kernel log_softmax_backward;
    channel_kernel prelu;
    channel_backward_kernel prelu_backward;
};

/// Elements of two bytes to floats and, rounded to nearest even, back.  The kernels between them are from floats to floats.
struct half_kernels {
    void (*widen)(const std::uint16_t* from, float* to, std::size_t n);
    void (*narrow)(const float* from, std::uint16_t* to, std::size_t n);
};

enum tier { accurate, fast, exact, tiers };
enum type { float32, float64, computed_types, bfloat16 = computed_types, float16, types };

/// All of it for one instruction set: kernels by kind, which is the place of the activation in the catalogue.  Of halves the
/// elementwise ones are those that bring a result next to the right half; the others are null, and those of floats serve, as
/// they do for rows of softmax.
struct target_table {
    const char* name;
    const kernels* elementwise[types][tiers];
    const row_kernels* rows[types][tiers];
    half_kernels halves[types - computed_types];
};

}  // namespace activation_library

#endif
