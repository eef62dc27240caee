// ggml's f16 and bf16: a graph of one operator, built once over the arrays, computed by its CPU backend on one thread.

#include <map>

#include "ggml_api.hpp"
#include "half_peer.hpp"

namespace {

struct unary {
    ggml_tensor* (*make)(ggml_context* context, ggml_tensor* x);
    /// In 0.27; ggml says that it supports every type, and ends the program where it does not.
    bool has_bfloat16 = true;
};

ggml_tensor* leaky_relu(ggml_context* context, ggml_tensor* x) { return ggml_leaky_relu(context, x, 0.01f, false); }

const std::map<std::string_view, unary> operators{
    {"relu", {ggml_relu}},       {"leaky_relu", {leaky_relu, false}},
    {"elu", {ggml_elu}},         {"gelu", {ggml_gelu_erf}},
    {"gelu_tanh", {ggml_gelu}},  {"silu", {ggml_silu}},
    {"sigmoid", {ggml_sigmoid}}, {"tanh", {ggml_tanh}},
};

bench::work prepare(ggml_backend* backend, std::string_view activation, bool is_bfloat16, const std::uint16_t* x,
                    std::uint16_t* y, std::size_t n) {
    const auto found = operators.find(activation);
    if (found == operators.end() || (is_bfloat16 && !found->second.has_bfloat16)) return {};
    const auto built = std::make_shared<ggml::graph>();
    ggml_tensor* input = built->input(is_bfloat16 ? GGML_TYPE_BF16 : GGML_TYPE_F16, x, n);
    built->compute(found->second.make(built->context.get(), input), y);
    return ggml::run(backend, built);
}

bench::half_peer make() {
    const std::shared_ptr<ggml_backend> backend = ggml::make_backend();
    return {"ggml", ggml_version(),
            [backend](std::string_view activation, bool is_bfloat16, const std::uint16_t* x, std::uint16_t* y,
                      std::size_t n) { return prepare(backend.get(), activation, is_bfloat16, x, y, n); }};
}

const bench::registered_half_peer here{make};

}  // namespace
