#ifndef ACTIVATION_LIBRARY_ALIASES_HPP
#define ACTIVATION_LIBRARY_ALIASES_HPP

/// What others call the activations, beside the names of the callables and of their functors, which are PyTorch's modules.
///
/// A spelling stands here only where that framework's function with its own defaults is ours with ours, or where a default
/// is all that differs and its parameter is named by the framework's models anyway.  So there is no "HardSigmoid": ONNX's is
/// max(0, min(1, x/5 + ½)); and no "gelu_10", "crelu" or "linear".
namespace activation_library {

struct alias {
    const char* spelling;
    const char* name;
};

constexpr alias aliases[] = {
    // PyTorch's functions
    {"logsigmoid", "log_sigmoid"},
    // ONNX
    {"Relu", "relu"},
    {"LeakyRelu", "leaky_relu"},
    {"PRelu", "prelu"},
    {"Elu", "elu"},
    {"Gelu", "gelu"},
    {"Selu", "selu"},
    {"Celu", "celu"},
    {"HardSwish", "hardswish"},
    {"Shrink", "hardshrink"},
    {"FastGelu", "gelu_tanh"},
    {"QuickGelu", "quick_gelu"},
    // Keras and TensorFlow
    {"Relu6", "relu6"},
    {"exponential", "exp"},
    {"hard_tanh", "hardtanh"},
    {"hard_sigmoid", "hardsigmoid"},
    {"hard_swish", "hardswish"},
    {"hard_silu", "hardswish"},
    {"hard_shrink", "hardshrink"},
    {"soft_shrink", "softshrink"},
    {"soft_sign", "softsign"},
    {"soft_plus", "softplus"},
    {"tanh_shrink", "tanhshrink"},
    // Hugging Face
    {"gelu_python", "gelu"},
    {"gelu_new", "gelu_tanh"},
    {"gelu_fast", "gelu_tanh"},
    {"gelu_accurate", "gelu_tanh"},
    {"gelu_pytorch_tanh", "gelu_tanh"},
    {"gelu_python_tanh", "gelu_tanh"},
    {"relu2", "squared_relu"},
};

}  // namespace activation_library

#endif
