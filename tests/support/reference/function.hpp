#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_FUNCTION_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_FUNCTION_HPP

#include <array>

namespace reference {

/// The activations, as the references know them: by name, apart from the library.
enum class function {
    relu,
    leaky_relu,
    prelu,
    elu,
    gelu,
    gelu_tanh,
    silu,
    sigmoid,
    tanh,
    selu,
    celu,
    softplus,
    log_sigmoid,
    swish,
    quick_gelu,
    mish,
    tanhshrink,
    relu6,
    squared_relu,
    threshold,
    hardtanh,
    hardsigmoid,
    hardswish,
    hardshrink,
    softshrink,
    softsign
};

/// The parameters of an activation in the order of its functor's members: what follows those that it has is ignored.
using parameters = std::array<double, 4>;

enum class mode { forward, derivative };

}  // namespace reference

#endif
