// XNNPACK's f16, and bf16 where it has it: operators created and set up once; silu is its sigmoid and multiply.

#include <cpuinfo.h>

#include <limits>
#include <vector>

#include "half_peer.hpp"
#include "vectors.hpp"
#include "xnnpack_api.hpp"

namespace {

#if ACTIVATION_BENCH_XNNPACK_ELEMENTWISE

/// To run one after the other; the first is empty where it does not have it.
std::vector<xnnpack::handle> operators_of(std::string_view activation, bool is_bfloat16, const std::uint16_t* x,
                                          std::uint16_t* y, std::size_t n) {
    const xnn_datatype type = is_bfloat16 ? xnn_datatype_bf16 : xnn_datatype_fp16;
    std::vector<xnnpack::handle> all{xnnpack::unary(activation == "silu" ? "sigmoid" : activation, n, x, y, type)};
    if (activation == "silu" && all.front()) all.push_back(xnnpack::multiply(n, y, x, y, type));
    return all;
}

#else

/// Of its interface of 2022, which has relu and leaky_relu.
std::vector<xnnpack::handle> operators_of(std::string_view activation, bool is_bfloat16, const std::uint16_t* x,
                                          std::uint16_t* y, std::size_t n) {
    xnn_operator_t made = nullptr;
    if (is_bfloat16) return {xnnpack::handle{}};
    if (activation == "relu") {
        if (xnn_create_clamp_nc_f16(1, 1, 1, 0, std::numeric_limits<float>::infinity(), 0, &made) != xnn_status_success)
            return {xnnpack::handle{}};
        xnnpack::require(xnn_setup_clamp_nc_f16(made, n, x, y, nullptr));
    } else if (activation == "leaky_relu") {
        if (xnn_create_leaky_relu_nc_f16(1, 1, 1, 0.01f, 0, &made) != xnn_status_success) return {xnnpack::handle{}};
        xnnpack::require(xnn_setup_leaky_relu_nc_f16(made, n, x, y, nullptr));
    }
    return {xnnpack::own(made)};
}

#endif

bench::work prepare(std::string_view activation, bool is_bfloat16, const std::uint16_t* x, std::uint16_t* y,
                    std::size_t n) {
    const std::vector<xnnpack::handle> operators = operators_of(activation, is_bfloat16, x, y, n);
    if (!operators.front()) return {};
    return bench::repeat([operators] {
        for (const xnnpack::handle& each : operators) xnn_run_operator(each.get(), nullptr);
    });
}

bench::half_peer make() {
    if (bench::hold_to_avx2 && cpuinfo_initialize()) cpuinfo_isa.avx512f = false;
    xnnpack::require(xnn_initialize(nullptr));
    return {"XNNPACK", ACTIVATION_BENCH_XNNPACK_VERSION, prepare};
}

const bench::registered_half_peer here{make};

}  // namespace
