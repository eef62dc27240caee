#include "calls.hpp"
#include "dispatch.hpp"
#include "half_rows.hpp"

namespace activation_library {
namespace {

constexpr activation_row_options neutral = ACTIVATION_ROW_OPTIONS;

/// n elements in rows of that width, as the options would have them.
int check_shape(std::size_t n, std::size_t width, const activation_row_options& options) {
    if (options.inner == 0) return ACTIVATION_ERROR_INNER;
    if (n == 0) return 0;
    if (width == 0 || n % width != 0) return ACTIVATION_ERROR_WIDTH;
    return n / width % options.inner == 0 ? 0 : ACTIVATION_ERROR_INNER;
}

bool is_finite(double value) { return value - value == 0; }

int check_options(std::size_t n, std::size_t width, row_selection which, const activation_row_options& options) {
    if (const int error = check_shape(n, width, options)) return error;
    const bool is_representable = which.type == float64 || is_finite(static_cast<float>(options.scale));
    if (!is_finite(options.scale) || !is_representable) return ACTIVATION_ERROR_PARAMETER;
    if (options.mask_size != 0 && options.mask_size != width && options.mask_size != n) return ACTIVATION_ERROR_MASK;
    if (const int error = check_size(options.mask_size, size_of(which.type))) return error;
    if (const int error = check_size(options.lengths_size, sizeof(std::size_t))) return error;
    if (options.lengths_size == 0) return 0;
    if (options.lengths_size != (n == 0 ? 0 : n / width)) return ACTIVATION_ERROR_LENGTHS;
    if (options.lengths == nullptr) return ACTIVATION_ERROR_NULL;
    for (std::size_t row = 0; row < options.lengths_size; ++row)
        if (options.lengths[row] > width) return ACTIVATION_ERROR_LENGTHS;
    return 0;
}

/// The arrays of the options beside one of the call's.
int check_beside(const activation_row_options& options, std::size_t size, const array& of_call) {
    if (const int error = check_arrays(of_call, input(options.mask, options.mask_size * size))) return error;
    const array lengths = output(options.lengths, options.lengths_size * sizeof(std::size_t));
    return of_call.written ? check_arrays(of_call, lengths) : 0;
}

template <class... Arrays>
int check_rows(std::size_t n, std::size_t width, row_selection which, const activation_row_options& options,
               const Arrays&... arrays) {
    if (const int error = check_size(n, size_of(which.type))) return error;
    if (const int error = check_arrays(arrays...)) return error;
    if (const int error = check_options(n, width, which, options)) return error;
    int error = 0;
    static_cast<void>(((error = check_beside(options, size_of(which.type), arrays)) || ...));
    return error;
}

row_settings settings_of(const activation_row_options& o) {
    return {o.scale, o.mask, o.mask_size, o.lengths, o.lengths_size, o.causal != 0, o.inner};
}

int check_channels(std::size_t n, row_selection which, const channels& by) {
    const std::size_t size = size_of(which.type);
    if (const int error = check_size(n, size)) return error;
    if (const int error = check_size(by.count, size)) return error;
    if (by.count == 0 || by.inner == 0 || n % by.inner != 0 || n / by.inner % by.count != 0)
        return ACTIVATION_ERROR_CHANNELS;
    return 0;
}

}  // namespace

int rows_call(row_kernel row_kernels::*kernel, row_selection which, const void* x, void* y, std::size_t n,
              std::size_t width, const activation_row_options* options) {
    const std::size_t bytes = n * size_of(which.type);
    const activation_row_options& all = options != nullptr ? *options : neutral;
    if (const int error = check_rows(n, width, which, all, input(x, bytes), output(y, bytes))) return error;
    const row_settings settings = settings_of(all), *const given = options != nullptr ? &settings : nullptr;
    if (which.type >= computed_types) return rows_of_halves(kernel, nullptr, which, {nullptr, x, y}, n, width, given);
    const auto run = table().rows[which.type][which.tier]->*kernel;
    if (run == nullptr) return ACTIVATION_ERROR_UNSUPPORTED;
    run(x, y, n, width, given);
    return 0;
}

int rows_backward_call(row_backward_kernel row_kernels::*kernel, row_selection which, const void* grad_output,
                       const void* y, void* grad_input, std::size_t n, std::size_t width,
                       const activation_row_options* options) {
    const std::size_t bytes = n * size_of(which.type);
    const activation_row_options& all = options != nullptr ? *options : neutral;
    if (const int error =
            check_rows(n, width, which, all, input(grad_output, bytes), input(y, bytes), output(grad_input, bytes)))
        return error;
    const row_settings settings = settings_of(all), *const given = options != nullptr ? &settings : nullptr;
    if (which.type >= computed_types)
        return rows_of_halves(nullptr, kernel, which, {grad_output, y, grad_input}, n, width, given);
    const auto run = table().rows[which.type][which.tier]->*kernel;
    if (run == nullptr) return ACTIVATION_ERROR_UNSUPPORTED;
    run(grad_output, y, grad_input, n, width, given);
    return 0;
}

int channels_call(row_selection which, const void* x, void* y, std::size_t n, const channels& by) {
    if (const int error = check_channels(n, which, by)) return error;
    const std::size_t size = size_of(which.type);
    if (const int error = check_arrays(input(x, n * size), input(by.weights, by.count * size), output(y, n * size)))
        return error;
    const channel_kernel run = table().rows[which.type][which.tier]->prelu;
    if (run == nullptr) return ACTIVATION_ERROR_UNSUPPORTED;
    run(x, y, n, by);
    return 0;
}

int channels_backward_call(row_selection which, const void* grad_output, const void* x, void* grad_input,
                           void* grad_weights, std::size_t n, const channels& by) {
    if (const int error = check_channels(n, which, by)) return error;
    const std::size_t size = size_of(which.type);
    if (const int error =
            check_arrays(input(grad_output, n * size), input(x, n * size), input(by.weights, by.count * size),
                         output(grad_input, n * size), output(grad_weights, by.count * size)))
        return error;
    const channel_backward_kernel run = table().rows[which.type][which.tier]->prelu_backward;
    if (run == nullptr) return ACTIVATION_ERROR_UNSUPPORTED;
    run(grad_output, x, grad_input, grad_weights, n, by);
    return 0;
}

}  // namespace activation_library
