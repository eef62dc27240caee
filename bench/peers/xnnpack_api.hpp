#ifndef ACTIVATION_BENCH_PEERS_XNNPACK_API_HPP
#define ACTIVATION_BENCH_PEERS_XNNPACK_API_HPP

#include <xnnpack.h>

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>

/// The operators of XNNPACK that bench/peers/xnnpack.cpp and halves_xnnpack.cpp need, over its interface of 2022 (one create
/// and one setup function per operator) and of 2024 (unary and binary elementwise operators).
namespace xnnpack {

struct release {
    void operator()(xnn_operator_t what) const { xnn_delete_operator(what); }
};
using handle = std::shared_ptr<xnn_operator>;

inline void require(xnn_status status) {
    if (status != xnn_status_success) throw std::runtime_error{"XNNPACK refused an operator"};
}

inline handle own(xnn_operator_t what) { return {what, release{}}; }

#if ACTIVATION_BENCH_XNNPACK_ELEMENTWISE

inline std::optional<xnn_unary_operator> unary_type(std::string_view activation, xnn_unary_params& parameters) {
    if (activation == "relu") {
        parameters.clamp = {0.0f, std::numeric_limits<float>::infinity()};
        return xnn_unary_clamp;
    }
    if (activation == "leaky_relu" || activation == "prelu") {
        parameters.leaky_relu.negative_slope = activation == "prelu" ? 0.25f : 0.01f;
        return xnn_unary_leaky_relu;
    }
    if (activation == "relu6" || activation == "hardtanh") {
        parameters.clamp =
            activation == "relu6" ? decltype(parameters.clamp){0.0f, 6.0f} : decltype(parameters.clamp){-1.0f, 1.0f};
        return xnn_unary_clamp;
    }
    if (activation == "elu") {
        parameters.elu.alpha = 1.0f;
        return xnn_unary_elu;
    }
    if (activation == "gelu") return xnn_unary_gelu;
    if (activation == "hardswish") return xnn_unary_hardswish;
    if (activation == "exp") return xnn_unary_exp;
    if (activation == "sigmoid") return xnn_unary_sigmoid;
    if (activation == "tanh") return xnn_unary_tanh;
    return {};
}

/// y = f(x), ready to run; empty where XNNPACK has no such operator, or not of the type.
inline handle unary(std::string_view activation, std::size_t n, const void* x, void* y,
                    xnn_datatype element = xnn_datatype_fp32) {
    xnn_unary_params parameters{};
    const auto type = unary_type(activation, parameters);
    if (!type) return {};
    xnn_operator_t created = nullptr;
    const xnn_status status =
        xnn_create_unary_elementwise_nc(*type, element, element, &parameters, nullptr, nullptr, 0, &created);
    if (status == xnn_status_unsupported_parameter || status == xnn_status_unsupported_hardware) return {};
    require(status);
    handle owned = own(created);
    require(xnn_reshape_unary_elementwise_nc(created, n, 1, 1, 1, nullptr));
    require(xnn_setup_unary_elementwise_nc(created, x, y));
    return owned;
}

/// y = a * b, ready to run.
inline handle multiply(std::size_t n, const void* a, const void* b, void* y, xnn_datatype element = xnn_datatype_fp32) {
    xnn_operator_t created = nullptr;
    require(xnn_create_binary_elementwise_nd(xnn_binary_multiply, element, nullptr, nullptr, nullptr, 0, &created));
    handle owned = own(created);
    require(xnn_reshape_binary_elementwise_nd(created, 1, &n, 1, &n, nullptr));
    require(xnn_setup_binary_elementwise_nd(created, a, b, y));
    return owned;
}

/// Softmax over rows, ready to run.
inline handle softmax(std::size_t width, std::size_t rows, const float* x, float* y) {
    xnn_operator_t created = nullptr;
    require(xnn_create_softmax_nc_f32(0, &created));
    handle owned = own(created);
    require(xnn_reshape_softmax_nc_f32(created, width, width, width, rows, nullptr));
    require(xnn_setup_softmax_nc_f32(created, x, y));
    return owned;
}

/// prelu with a weight for each of the channels, which lie side by side, ready to run.
inline handle prelu(std::size_t channels, std::size_t rows, const float* weights, const float* x, float* y) {
    xnn_operator_t created = nullptr;
    require(
        xnn_create_binary_elementwise_nd(xnn_binary_prelu, xnn_datatype_fp32, nullptr, nullptr, nullptr, 0, &created));
    handle owned = own(created);
    const std::size_t all[] = {rows, channels};
    require(xnn_reshape_binary_elementwise_nd(created, 2, all, 1, &channels, nullptr));
    require(xnn_setup_binary_elementwise_nd(created, x, weights, y));
    return owned;
}

#else

/// y = f(x), ready to run; empty where XNNPACK has no such operator.
inline handle unary(std::string_view activation, std::size_t n, const float* x, float* y) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    xnn_operator_t created = nullptr;
    if (activation == "relu") {
        require(xnn_create_clamp_nc_f32(1, 1, 1, 0.0f, infinity, 0, &created));
        require(xnn_setup_clamp_nc_f32(created, n, x, y, nullptr));
    } else if (activation == "leaky_relu" || activation == "prelu") {
        require(xnn_create_leaky_relu_nc_f32(1, 1, 1, activation == "prelu" ? 0.25f : 0.01f, 0, &created));
        require(xnn_setup_leaky_relu_nc_f32(created, n, x, y, nullptr));
    } else if (activation == "relu6" || activation == "hardtanh") {
        const bool is_relu6 = activation == "relu6";
        require(xnn_create_clamp_nc_f32(1, 1, 1, is_relu6 ? 0.0f : -1.0f, is_relu6 ? 6.0f : 1.0f, 0, &created));
        require(xnn_setup_clamp_nc_f32(created, n, x, y, nullptr));
    } else if (activation == "hardswish") {
        require(xnn_create_hardswish_nc_f32(1, 1, 1, 0, &created));
        require(xnn_setup_hardswish_nc_f32(created, n, x, y, nullptr));
    } else if (activation == "elu") {
        require(xnn_create_elu_nc_f32(1, 1, 1, 1.0f, 0, &created));
        require(xnn_setup_elu_nc_f32(created, n, x, y, nullptr));
    } else if (activation == "sigmoid") {
        require(xnn_create_sigmoid_nc_f32(1, 1, 1, 0, &created));
        require(xnn_setup_sigmoid_nc_f32(created, n, x, y, nullptr));
    } else {
        return {};
    }
    return own(created);
}

/// y = a * b, ready to run.
inline handle multiply(std::size_t n, const float* a, const float* b, float* y) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    xnn_operator_t created = nullptr;
    require(xnn_create_multiply_nd_f32(-infinity, infinity, 0, &created));
    require(xnn_setup_multiply_nd_f32(created, 1, &n, 1, &n, a, b, y, nullptr));
    return own(created);
}

/// Softmax over rows, ready to run.
inline handle softmax(std::size_t width, std::size_t rows, const float* x, float* y) {
    xnn_operator_t created = nullptr;
    require(xnn_create_softmax_nc_f32(width, width, width, 0, &created));
    handle owned = own(created);
    require(xnn_setup_softmax_nc_f32(created, rows, x, y, nullptr));
    return owned;
}

/// prelu with a weight for each of the channels, which lie side by side, ready to run.
inline handle prelu(std::size_t channels, std::size_t rows, const float* weights, const float* x, float* y) {
    xnn_operator_t created = nullptr;
    require(xnn_create_prelu_nc_f32(channels, channels, channels, weights, 0, &created));
    handle owned = own(created);
    require(xnn_setup_prelu_nc_f32(created, rows, x, y, nullptr));
    return owned;
}

#endif

}  // namespace xnnpack

#endif
