#ifndef ACTIVATION_LIBRARY_QUICK_HPP
#define ACTIVATION_LIBRARY_QUICK_HPP

#include <cstddef>
#include <cstdint>

#include "calls.hpp"
#include "dispatch.hpp"

/// The calls once more, inline and for arguments that are fit at first sight, which go to the kernel at once: all others, and
/// halves, take the long way, which says what is wrong.
namespace activation_library {

/// Not null, and in the lower half of the address space, so that no size that a call may have leads beyond its end.
inline bool in_memory(const void* p) { return reinterpret_cast<std::intptr_t>(p) > 0; }

inline bool apart(const void* a, const void* b, std::size_t bytes) {
    const std::uintptr_t ahead = reinterpret_cast<std::uintptr_t>(b) - reinterpret_cast<std::uintptr_t>(a);
    return ahead >= bytes && std::uintptr_t{0} - ahead >= bytes;
}

inline bool apart_or_same(const void* a, const void* b, std::size_t bytes) { return a == b || apart(a, b, bytes); }

/// Some elements, and no more than memory has; of a type that kernels compute.
inline bool fit(selection which, std::size_t n) {
    return which.type < computed_types && n - 1 < static_cast<std::size_t>(PTRDIFF_MAX) / sizeof(double);
}

inline const kernels& kernels_of(selection which) { return table().elementwise[which.type][which.tier][which.kind]; }

[[gnu::always_inline]] inline int quick_forward(selection which, const void* x, void* y, std::size_t n,
                                                const parameters& p) {
    if (fit(which, n) && in_memory(x) && in_memory(y) && apart_or_same(x, y, n * size_of(which.type))) [[likely]]
        return kernels_of(which).forward(x, nullptr, y, nullptr, n, p);
    return forward_call(which, x, y, n, p);
}

[[gnu::always_inline]] inline int quick_derivative(selection which, const void* x, void* d, std::size_t n,
                                                   const parameters& p) {
    if (fit(which, n) && in_memory(x) && in_memory(d) && apart_or_same(x, d, n * size_of(which.type))) [[likely]]
        return kernels_of(which).derivative(x, nullptr, d, nullptr, n, p);
    return derivative_call(which, x, d, n, p);
}

[[gnu::always_inline]] inline int quick_value_and_derivative(selection which, const void* x, void* y, void* d,
                                                             std::size_t n, const parameters& p) {
    const std::size_t bytes = n * size_of(which.type);
    if (fit(which, n) && in_memory(x) && in_memory(y) && in_memory(d) && apart_or_same(x, y, bytes) &&
        apart_or_same(x, d, bytes) && apart(y, d, bytes)) [[likely]]
        return kernels_of(which).value_and_derivative(x, nullptr, y, d, n, p);
    return value_and_derivative_call(which, x, y, d, n, p);
}

[[gnu::always_inline]] inline int quick_backward(selection which, const void* grad_output, const void* x,
                                                 void* grad_input, std::size_t n, const parameters& p) {
    const std::size_t bytes = n * size_of(which.type);
    if (fit(which, n) && in_memory(grad_output) && in_memory(x) && in_memory(grad_input) &&
        apart_or_same(grad_output, x, bytes) && apart_or_same(grad_output, grad_input, bytes) &&
        apart_or_same(x, grad_input, bytes)) [[likely]]
        return kernels_of(which).backward(grad_output, x, grad_input, nullptr, n, p);
    return backward_call(which, grad_output, x, grad_input, n, p);
}

}  // namespace activation_library

#endif
