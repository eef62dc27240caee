#ifndef ACTIVATION_LIBRARY_KERNELS_HPP
#define ACTIVATION_LIBRARY_KERNELS_HPP

#include <activation/activation.h>

#include <activation/fast.hpp>
#include <cstddef>
#include <iterator>

#include "target_table.hpp"

/// The headers' loops as plain functions.  All of it belongs to the object that includes it: another one may be compiled for
/// another instruction set.
namespace activation_library {
namespace {

using activation::detail::sinks;
using activation::detail::sources;
using activation::detail::transform;

/// How many parameters a functor has.
template <class F>
constexpr std::size_t parameter_count = 0;
template <class F>
    requires requires { F::parameter_names; }
constexpr std::size_t parameter_count<F> = sizeof F::parameter_names / sizeof F::parameter_names[0];

/// The functor with these parameters, of which it is an aggregate.
template <class F, class T>
F functor_with(const parameters& p) {
    F functor{};
    if constexpr (parameter_count<F> != 0) {
        struct values {
            T at[parameter_count<F>];
        };
        static_assert(sizeof(values) == sizeof(F));
        auto members = __builtin_bit_cast(values, functor);
        for (std::size_t i = 0; i < parameter_count<F>; ++i)
            if (i < p.count) members.at[i] = static_cast<T>(p.values[i]);
        functor = __builtin_bit_cast(F, members);
    }
    return functor;
}

template <class T>
const T* read(const void* from) {
    return static_cast<const T*>(from);
}

template <class T>
T* write(void* to) {
    return static_cast<T*>(to);
}

/// run(kernel) with the functor in Kernel, unless its parameters are refused.
template <template <class> class Kernel, class F, class T, class Run>
int with_parameters(const parameters& p, Run run) {
    const Kernel<F> kernel{functor_with<F, T>(p)};
    if (activation::detail::refused_by(kernel).name != nullptr) return ACTIVATION_ERROR_PARAMETER;
    run(kernel);
    return 0;
}

/// The four calls of an activation.
template <class F, class T>
struct calls {
    static int forward(const void* x, const void*, void* y, void*, std::size_t n, const parameters& p) {
        return with_parameters<activation::detail::forward_kernel, F, T>(
            p, [&](const auto& kernel) { transform(kernel, n, sinks(write<T>(y)), sources(read<T>(x))); });
    }

    static int derivative(const void* x, const void*, void* d, void*, std::size_t n, const parameters& p) {
        return with_parameters<activation::detail::derivative_kernel, F, T>(
            p, [&](const auto& kernel) { transform(kernel, n, sinks(write<T>(d)), sources(read<T>(x))); });
    }

    static int value_and_derivative(const void* x, const void*, void* y, void* d, std::size_t n, const parameters& p) {
        return with_parameters<activation::detail::value_and_derivative_kernel, F, T>(
            p, [&](const auto& kernel) { transform(kernel, n, sinks(write<T>(y), write<T>(d)), sources(read<T>(x))); });
    }

    static int backward(const void* grad_output, const void* x, void* grad_input, void*, std::size_t n,
                        const parameters& p) {
        return with_parameters<activation::detail::backward_kernel, F, T>(p, [&](const auto& kernel) {
            transform(kernel, n, sinks(write<T>(grad_input)), sources(read<T>(grad_output), read<T>(x)));
        });
    }

    static constexpr kernels table{forward, derivative, value_and_derivative, backward, nullptr, nullptr};
};

/// Those, and of a gated unit.
template <class F, class T>
struct gated_calls : calls<F, T> {
    static int gated(const void* activated, const void* linear, void* y, void*, std::size_t n, const parameters&) {
        transform(activation::detail::gated_kernel<F>{}, n, sinks(write<T>(y)),
                  sources(read<T>(activated), read<T>(linear)));
        return 0;
    }

    static void gated_backward(const void* grad_output, const void* activated, const void* linear, void* grad_activated,
                               void* grad_linear, std::size_t n) {
        transform(activation::detail::gated_backward_kernel<F>{}, n,
                  sinks(write<T>(grad_activated), write<T>(grad_linear)),
                  sources(read<T>(grad_output), read<T>(activated), read<T>(linear)));
    }

    using own = calls<F, T>;
    static constexpr kernels table{own::forward,  own::derivative, own::value_and_derivative,
                                   own::backward, gated,           gated_backward};
};

/// In the place of kernels that are not compiled.
inline int not_compiled(const void*, const void*, void*, void*, std::size_t, const parameters&) {
    return ACTIVATION_ERROR_UNSUPPORTED;
}
constexpr kernels left_out{not_compiled, not_compiled, not_compiled, not_compiled, nullptr, nullptr};

template <class F, class T, bool Compiled, bool Gates>
constexpr kernels kernels_of() {
    if constexpr (!Compiled)
        return left_out;
    else if constexpr (Gates)
        return gated_calls<F, T>::table;
    else
        return calls<F, T>::table;
}

}  // namespace
}  // namespace activation_library

#endif
