#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_FUNCTION_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_FUNCTION_HPP

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
    tanhshrink
};

/// Softplus is x where beta·x is above it.
inline constexpr double softplus_threshold = 20.0;

enum class mode { forward, derivative };

}  // namespace reference

#endif
