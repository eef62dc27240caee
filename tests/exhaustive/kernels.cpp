#include <activation/activation.hpp>

#include "row.hpp"

namespace exhaustive {
namespace {

constexpr reference::parameters none{};
constexpr bounds rounded_once{{0.5, 0.0}, {0.5, 0.0}, {0.5, 0.0}, {0.5, 0.0}};
constexpr bounds hardsigmoid_bounds{{0.5, 0.34}, {0.5, 0.34}, {0.5, 0.34}, {0.5, 0.34}};
constexpr bounds exact{{0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}, {0.0, 0.0}};
constexpr bounds elu_alpha_1{{0.91, 0.8}, {1.04, 0.79}, {1.0, 0.8}, {1.0, 0.8}};
constexpr bounds elu_alpha_03{{1.15, 0.81}, {1.7, 1.31}, {1.2, 0.8}, {1.6, 1.2}};
constexpr bounds elu_alpha_167{{1.29, 0.8}, {1.61, 1.07}, {1.4, 0.8}, {1.5, 1.7}};
constexpr bounds accurate{{1.0, 1.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}};
constexpr bounds fast_tier{{4.0, 4.0}, {4.0, 4.0}, {8.0, 8.0}, {8.0, 8.0}, 1.0 / 16.0};
constexpr bounds selu_bounds{{1.43, 0.88}, {1.7, 0.93}, {1.4, 0.8}, {1.6, 1.2}, 1.0 / 16.0};
constexpr bounds celu_bounds{{1.36, 1.08}, {1.73, 1.09}, {1.4, 1.1}, {1.8, 1.1}, 1.0 / 16.0};
constexpr bounds softplus_bounds{{1.27, 0.71}, {1.73, 0.75}, {1.2, 0.7}, {1.7, 0.8}, 1.0 / 16.0};
constexpr bounds log_sigmoid_bounds{{1.2, 0.87}, {1.2, 0.88}, {1.2, 0.6}, {1.2, 0.6}, 1.0 / 16.0};
constexpr bounds swish_bounds{{0.82, 1.53}, {1.64, 1.55}, {0.8, 1.7}, {1.7, 1.7}, 1.0 / 16.0};
constexpr bounds mish_bounds{{0.79, 1.09}, {1.38, 1.11}, {0.8, 1.1}, {1.2, 1.1}, 1.0 / 16.0};
constexpr bounds tanhshrink_bounds{{1.18, 0.68}, {1.38, 1.24}, {1.2, 0.7}, {1.3, 1.3}, 1.0 / 16.0};
constexpr bounds hardswish_bounds{{1.42, 1.0}, {1.92, 1.0}, {1.42, 1.0}, {1.91, 1.0}};
constexpr bounds softsign_bounds{{1.25, 1.0}, {1.25, 1.25}, {1.25, 1.0}, {1.25, 1.24}};

}  // namespace

std::vector<kernel> kernels() {
    using namespace activation;
    using reference::function;
    // Every parameter is exact in float, so that float and double kernels compute the same function.
    return {
        row<ReLU>("relu", function::relu, none, shape::monotone, exact),
        row<LeakyReLU>("leaky_relu slope 0.01", function::leaky_relu, {0x1.47ae14p-7}, shape::monotone, rounded_once),
        row<LeakyReLU>("leaky_relu slope 1.7", function::leaky_relu, {0x1.b33334p0}, shape::monotone, rounded_once),
        row<PReLU>("prelu weight 0.25", function::prelu, {0.25}, shape::monotone, rounded_once),
        row<PReLU>("prelu weight -0.3", function::prelu, {-0x1.333334p-2}, shape::other, rounded_once),
        row<ELU>("elu alpha 1", function::elu, {1.0}, shape::monotone, elu_alpha_1),
        row<ELU>("elu alpha 0.3", function::elu, {0x1.333334p-2}, shape::monotone, elu_alpha_03),
        row<ELU>("elu alpha 1.67", function::elu, {0x1.ab851ep0}, shape::other, elu_alpha_167),
        row<GELU>("gelu", function::gelu, none, shape::other, accurate),
        row<GELUTanh>("gelu_tanh", function::gelu_tanh, none, shape::other, accurate),
        row<SiLU>("silu", function::silu, none, shape::other, accurate),
        row<Sigmoid>("sigmoid", function::sigmoid, none, shape::monotone, accurate),
        row<Tanh>("tanh", function::tanh, none, shape::monotone, accurate),
        row<fast::GELU>("fast::gelu", function::gelu, none, shape::other, fast_tier),
        row<fast::GELUTanh>("fast::gelu_tanh", function::gelu_tanh, none, shape::other, fast_tier),
        row<fast::SiLU>("fast::silu", function::silu, none, shape::other, fast_tier),
        row<fast::Sigmoid>("fast::sigmoid", function::sigmoid, none, shape::other, fast_tier),
        row<fast::Tanh>("fast::tanh", function::tanh, none, shape::other, fast_tier),
        row<SELU>("selu", function::selu, none, shape::monotone, selu_bounds),
        row<CELU>("celu alpha 1", function::celu, {1.0}, shape::monotone, celu_bounds),
        row<CELU>("celu alpha 0.7", function::celu, {0x1.666666p-1}, shape::monotone, celu_bounds),
        row<Softplus>("softplus beta 1", function::softplus, {1.0, 20.0}, shape::other, softplus_bounds),
        row<Softplus>("softplus beta 1.7", function::softplus, {0x1.b33334p0, 20.0}, shape::other, softplus_bounds),
        row<Softplus>("softplus beta 0.5 threshold 3", function::softplus, {0.5, 3.0}, shape::other, softplus_bounds),
        row<LogSigmoid>("log_sigmoid", function::log_sigmoid, none, shape::monotone, log_sigmoid_bounds),
        row<Swish>("swish beta 1", function::swish, {1.0}, shape::other, swish_bounds),
        row<Swish>("swish beta 0.85", function::swish, {0x1.b33334p-1}, shape::other, swish_bounds),
        row<QuickGELU>("quick_gelu", function::quick_gelu, none, shape::other, swish_bounds),
        row<Mish>("mish", function::mish, none, shape::other, mish_bounds),
        row<Tanhshrink>("tanhshrink", function::tanhshrink, none, shape::monotone, tanhshrink_bounds),
        row<ReLU6>("relu6", function::relu6, none, shape::monotone, exact),
        row<SquaredReLU>("squared_relu", function::squared_relu, none, shape::monotone, rounded_once),
        row<Threshold>("threshold 0 value 0", function::threshold, {0.0, 0.0}, shape::monotone, exact),
        row<Threshold>("threshold 0.4 value -1.7", function::threshold, {0x1.99999ap-2, -0x1.b33334p0}, shape::other,
                       exact),
        row<Hardtanh>("hardtanh -1 to 1", function::hardtanh, {-1.0, 1.0}, shape::monotone, exact),
        row<Hardtanh>("hardtanh -0.3 to 1.7", function::hardtanh, {-0x1.333334p-2, 0x1.b33334p0}, shape::monotone,
                      exact),
        row<Hardsigmoid>("hardsigmoid", function::hardsigmoid, none, shape::monotone, hardsigmoid_bounds),
        row<Hardswish>("hardswish", function::hardswish, none, shape::other, hardswish_bounds),
        row<Hardshrink>("hardshrink lambd 0.5", function::hardshrink, {0.5}, shape::monotone, exact),
        row<Hardshrink>("hardshrink lambd 1.7", function::hardshrink, {0x1.b33334p0}, shape::monotone, exact),
        row<Softshrink>("softshrink lambd 0.5", function::softshrink, {0.5}, shape::monotone, rounded_once),
        row<Softshrink>("softshrink lambd 1.7", function::softshrink, {0x1.b33334p0}, shape::monotone, rounded_once),
        row<Softsign>("softsign", function::softsign, none, shape::monotone, softsign_bounds),
    };
}

std::string target_name() {
#if defined(__AVX512F__)
    const std::string name = "AVX-512";
#elif defined(__AVX2__)
    const std::string name = "AVX2";
#elif defined(__AVX__)
    const std::string name = "AVX";
#elif defined(__SSE4_1__)
    const std::string name = "SSE4.1";
#elif defined(__SSE2__)
    const std::string name = "SSE2";
#elif defined(__aarch64__)
    const std::string name = "NEON";
#else
    const std::string name = "scalar";
#endif
    return name + (fused ? "+FMA" : " without FMA");
}

bool target_has_fused_multiply_add() { return fused; }

bool processor_has_target() {
#if defined(__AVX512F__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
#elif defined(__AVX2__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#elif defined(__FMA__)
    return __builtin_cpu_supports("fma");
#else
    return true;
#endif
}

}  // namespace exhaustive
