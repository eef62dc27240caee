// XNNPACK's f16 in its interface of 2022, which has relu and leaky_relu: operators created and set up once.

#include <cpuinfo.h>

#include <limits>

#include "half_peer.hpp"
#include "vectors.hpp"
#include "xnnpack_api.hpp"

namespace {

xnn_operator_t created(std::string_view activation, const std::uint16_t* x, std::uint16_t* y, std::size_t n) {
    xnn_operator_t made = nullptr;
    if (activation == "relu") {
        if (xnn_create_clamp_nc_f16(1, 1, 1, 0, std::numeric_limits<float>::infinity(), 0, &made) != xnn_status_success)
            return nullptr;
        xnnpack::require(xnn_setup_clamp_nc_f16(made, n, x, y, nullptr));
    } else if (activation == "leaky_relu") {
        if (xnn_create_leaky_relu_nc_f16(1, 1, 1, 0.01f, 0, &made) != xnn_status_success) return nullptr;
        xnnpack::require(xnn_setup_leaky_relu_nc_f16(made, n, x, y, nullptr));
    }
    return made;
}

bench::work prepare(std::string_view activation, bool is_bfloat16, const std::uint16_t* x, std::uint16_t* y,
                    std::size_t n) {
    const xnn_operator_t made = is_bfloat16 ? nullptr : created(activation, x, y, n);
    if (made == nullptr) return {};
    return bench::repeat([owned = xnnpack::own(made)] { xnn_run_operator(owned.get(), nullptr); });
}

bench::half_peer make() {
    if (bench::hold_to_avx2 && cpuinfo_initialize()) cpuinfo_isa.avx512f = false;
    xnnpack::require(xnn_initialize(nullptr));
    return {"XNNPACK", ACTIVATION_BENCH_XNNPACK_VERSION, prepare};
}

const bench::registered_half_peer here{make};

}  // namespace
