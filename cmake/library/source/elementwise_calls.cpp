#include "calls.hpp"
#include "dispatch.hpp"
#include "halves.hpp"

namespace activation_library {
namespace {

/// Of halves it may be that of floats.
elementwise_kernel kernel_of(selection which, elementwise_kernel kernels::*member) {
    const auto& all = table().elementwise;
    const elementwise_kernel own = all[which.type][which.tier][which.kind].*member;
    return own != nullptr ? own : all[float32][which.tier][which.kind].*member;
}

const half_kernels& half_of(selection which) { return table().halves[which.type - computed_types]; }

bool is_half(selection which) { return which.type >= computed_types; }

/// One input, one output.
int map(elementwise_kernel kernels::*member, selection which, const void* x, void* y, std::size_t n,
        const parameters& p) {
    const std::size_t size = size_of(which.type);
    if (const int error = check_size(n, size)) return error;
    if (const int error = check_arrays(input(x, n * size), output(y, n * size))) return error;
    const elementwise_kernel kernel = kernel_of(which, member);
    if (!is_half(which)) return kernel(x, nullptr, y, nullptr, n, p);
    return by_blocks<1, 1>(half_of(which), {{x}, {y}}, n, [&](const auto& from, auto& to, std::size_t count) {
        return kernel(from[0], nullptr, to[0], nullptr, count, p);
    });
}

}  // namespace

int forward_call(selection which, const void* x, void* y, std::size_t n, const parameters& p) {
    return map(&kernels::forward, which, x, y, n, p);
}

int derivative_call(selection which, const void* x, void* d, std::size_t n, const parameters& p) {
    return map(&kernels::derivative, which, x, d, n, p);
}

int value_and_derivative_call(selection which, const void* x, void* y, void* d, std::size_t n, const parameters& p) {
    const std::size_t size = size_of(which.type);
    if (const int error = check_size(n, size)) return error;
    if (const int error = check_arrays(input(x, n * size), output(y, n * size), output(d, n * size))) return error;
    const elementwise_kernel kernel = kernel_of(which, &kernels::value_and_derivative);
    if (!is_half(which)) return kernel(x, nullptr, y, d, n, p);
    return by_blocks<1, 2>(half_of(which), {{x}, {y, d}}, n, [&](const auto& from, auto& to, std::size_t count) {
        return kernel(from[0], nullptr, to[0], to[1], count, p);
    });
}

int backward_call(selection which, const void* grad_output, const void* x, void* grad_input, std::size_t n,
                  const parameters& p) {
    const std::size_t size = size_of(which.type);
    if (const int error = check_size(n, size)) return error;
    if (const int error = check_arrays(input(grad_output, n * size), input(x, n * size), output(grad_input, n * size)))
        return error;
    const elementwise_kernel kernel = kernel_of(which, &kernels::backward);
    if (!is_half(which)) return kernel(grad_output, x, grad_input, nullptr, n, p);
    return by_blocks<2, 1>(half_of(which), {{grad_output, x}, {grad_input}}, n,
                           [&](const auto& from, auto& to, std::size_t count) {
                               return kernel(from[0], from[1], to[0], nullptr, count, p);
                           });
}

}  // namespace activation_library
