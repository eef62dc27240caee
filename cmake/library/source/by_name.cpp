#include <activation/activation.h>

#include "calls.hpp"
#include "dispatch.hpp"
#include "names.hpp"
#include "quick.hpp"

namespace activation_library {
namespace {

int check_tier(int tier) { return tier >= 0 && tier < tiers ? 0 : ACTIVATION_ERROR_TIER; }

int check_type(int type) { return type >= 0 && type < types ? 0 : ACTIVATION_ERROR_TYPE; }

int check_kind(int kind) { return kind >= 0 && kind < kinds ? 0 : ACTIVATION_ERROR_KIND; }

/// The exact tier does not have all of them.
int check_exact(int kind) {
    return table().elementwise[float32][exact][kind].forward != nullptr ? 0 : ACTIVATION_ERROR_UNSUPPORTED;
}

int check_options(int kind, const activation_options& options) {
    if (const int error = check_tier(options.tier)) return error;
    if (options.tier == ACTIVATION_EXACT)
        if (const int error = check_exact(kind)) return error;
    if (options.parameter_count > descriptions[kind].parameter_count) return ACTIVATION_ERROR_PARAMETER_COUNT;
    return options.parameter_count != 0 && options.parameters == nullptr ? ACTIVATION_ERROR_NULL : 0;
}

/// Call(selection, arguments…, parameters), once they are known to be there.
template <auto Call, class... Arguments>
[[gnu::always_inline]] inline int by_kind(int kind, const activation_options* options, int type,
                                          Arguments... arguments) {
    if (const int error = check_kind(kind)) return error;
    if (const int error = check_type(type)) return error;
    if (options == nullptr) return Call({kind, accurate, type}, arguments..., no_parameters);
    if (const int error = check_options(kind, *options)) return error;
    return Call({kind, options->tier, type}, arguments..., parameters{options->parameters, options->parameter_count});
}

template <class Call, class Kernel, class... Arguments>
int by_rows(Call call, Kernel row_kernels::*kernel, const activation_row_options* options, int type,
            Arguments... arguments) {
    const int tier = options != nullptr ? options->tier : ACTIVATION_ACCURATE;
    if (const int error = check_type(type)) return error;
    if (const int error = check_tier(tier)) return error;
    if (tier == ACTIVATION_EXACT) return ACTIVATION_ERROR_UNSUPPORTED;
    return call(kernel, {tier, type}, arguments..., options);
}

}  // namespace
}  // namespace activation_library

using namespace activation_library;

int activation_forward(int kind, const activation_options* options, int type, const void* x, void* y, size_t n) {
    return by_kind<quick_forward>(kind, options, type, x, y, n);
}

int activation_derivative(int kind, const activation_options* options, int type, const void* x, void* d, size_t n) {
    return by_kind<quick_derivative>(kind, options, type, x, d, n);
}

int activation_value_and_derivative(int kind, const activation_options* options, int type, const void* x, void* y,
                                    void* d, size_t n) {
    return by_kind<quick_value_and_derivative>(kind, options, type, x, y, d, n);
}

int activation_backward(int kind, const activation_options* options, int type, const void* grad_output, const void* x,
                        void* grad_input, size_t n) {
    return by_kind<quick_backward>(kind, options, type, grad_output, x, grad_input, n);
}

int activation_gated(int kind, const activation_options* options, int type, const void* activated, const void* linear,
                     void* y, size_t n) {
    return by_kind<gated_call>(kind, options, type, activated, linear, y, n);
}

int activation_gated_backward(int kind, const activation_options* options, int type, const void* grad_output,
                              const void* activated, const void* linear, void* grad_activated, void* grad_linear,
                              size_t n) {
    return by_kind<gated_backward_call>(kind, options, type, grad_output, activated, linear, grad_activated,
                                        grad_linear, n);
}

int activation_softmax(const activation_row_options* options, int type, const void* x, void* y, size_t n,
                       size_t width) {
    return by_rows(rows_call, &row_kernels::softmax, options, type, x, y, n, width);
}

int activation_softmax_backward(const activation_row_options* options, int type, const void* grad_output, const void* y,
                                void* grad_input, size_t n, size_t width) {
    return by_rows(rows_backward_call, &row_kernels::softmax_backward, options, type, grad_output, y, grad_input, n,
                   width);
}

int activation_log_softmax(const activation_row_options* options, int type, const void* x, void* y, size_t n,
                           size_t width) {
    return by_rows(rows_call, &row_kernels::log_softmax, options, type, x, y, n, width);
}

int activation_log_softmax_backward(const activation_row_options* options, int type, const void* grad_output,
                                    const void* y, void* grad_input, size_t n, size_t width) {
    return by_rows(rows_backward_call, &row_kernels::log_softmax_backward, options, type, grad_output, y, grad_input, n,
                   width);
}

int activation_prelu_channels(int tier, int type, const void* x, void* y, size_t n, const void* weights,
                              size_t weight_count, size_t inner) {
    if (const int error = check_type(type)) return error;
    if (const int error = check_tier(tier)) return error;
    return channels_call({tier, type}, x, y, n, {weights, weight_count, inner});
}

int activation_prelu_channels_backward(int tier, int type, const void* grad_output, const void* x, void* grad_input,
                                       size_t n, const void* weights, void* grad_weights, size_t weight_count,
                                       size_t inner) {
    if (const int error = check_type(type)) return error;
    if (const int error = check_tier(tier)) return error;
    return channels_backward_call({tier, type}, grad_output, x, grad_input, grad_weights, n,
                                  {weights, weight_count, inner});
}

const char* activation_target(void) { return table().name; }

const char* activation_version(void) { return ACTIVATION_LIBRARY_VERSION; }

const char* activation_error_text(int error) {
    switch (error) {
        case ACTIVATION_OK:
            return "no error";
        case ACTIVATION_ERROR_NULL:
            return "a null pointer to an array that is not empty";
        case ACTIVATION_ERROR_OVERLAP:
            return "two arrays overlap without being the same memory, or two outputs are the same memory";
        case ACTIVATION_ERROR_SIZE:
            return "an array reaches beyond the address space";
        case ACTIVATION_ERROR_KIND:
            return "no such kind of activation: activation_find gives them by name";
        case ACTIVATION_ERROR_TYPE:
            return "no such type of elements";
        case ACTIVATION_ERROR_TIER:
            return "no such tier";
        case ACTIVATION_ERROR_PARAMETER:
            return "a parameter is refused: NaN, infinite, or a value for which the function is not defined";
        case ACTIVATION_ERROR_PARAMETER_COUNT:
            return "more parameters than the activation has";
        case ACTIVATION_ERROR_UNSUPPORTED:
            return "this build of the library lacks the activation, or has it in other types and tiers";
        case ACTIVATION_ERROR_WIDTH:
            return "the elements are not whole rows of the width";
        case ACTIVATION_ERROR_INNER:
            return "the rows are not outer x inner, with an inner of at least 1";
        case ACTIVATION_ERROR_MASK:
            return "the mask must have the size of a row or of all rows";
        case ACTIVATION_ERROR_LENGTHS:
            return "there must be one length a row, from 0 to the width";
        case ACTIVATION_ERROR_CHANNELS:
            return "the elements are not whole groups of weight_count x inner, both at least 1";
        case ACTIVATION_ERROR_MEMORY:
            return "there is no memory for a row of halves as wide as this";
        default:
            return "no error of this library";
    }
}
