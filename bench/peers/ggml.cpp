// ggml: a graph of one operator, built once over the shared buffers, computed by its CPU backend on one thread.

#include <limits>
#include <memory>

#include "../support/inputs.hpp"
#include "ggml_api.hpp"
#include "peer.hpp"

namespace {

/// With a mask of its own.
struct masked_graph : ggml::graph {
    bench::array<float> mask;
};

/// The operator of a task on its operands, or null.
ggml_tensor* result_of(const bench::task& wanted, const bench::operands& d, masked_graph& in) {
    using enum bench::operation;
    ggml_context* context = in.context.get();
    const auto all = [&](const float* values) { return in.input(GGML_TYPE_F32, values, d.n); };
    const auto x = [&] { return all(d.x); };
    if (wanted == bench::task{"silu", backward}) return ggml_silu_back(context, all(d.grad_output), x());
    if (wanted.what != forward) return nullptr;
    if (wanted.activation == "relu") return ggml_relu(context, x());
    if (wanted.activation == "leaky_relu") return ggml_leaky_relu(context, x(), 0.01f, false);
    if (wanted.activation == "prelu") return ggml_leaky_relu(context, x(), 0.25f, false);
    if (wanted.activation == "elu") return ggml_elu(context, x());
    if (wanted.activation == "gelu") return ggml_gelu_erf(context, x());
    if (wanted.activation == "gelu_tanh") return ggml_gelu(context, x());
    if (wanted.activation == "silu") return ggml_silu(context, x());
    if (wanted.activation == "sigmoid") return ggml_sigmoid(context, x());
    if (wanted.activation == "tanh") return ggml_tanh(context, x());
    if (wanted.activation == "swiglu") return ggml_swiglu_split(context, x(), all(d.linear));
    return nullptr;
}

/// Nothing up to the diagonal of a square, −∞ behind it.
bench::array<float> causal_mask(std::size_t width) {
    bench::array<float> mask(width * width, 0.0f);
    for (std::size_t row = 0; row < width; ++row) {
        for (std::size_t i = row + 1; i < width; ++i) mask[row * width + i] = -std::numeric_limits<float>::infinity();
    }
    return mask;
}

/// Softmax over rows, of attention too: its operator takes the scale and the mask.
ggml_tensor* result_of_rows(const bench::task& wanted, const bench::operands& d, masked_graph& in) {
    using bench::layout;
    if (wanted.activation != "softmax") return nullptr;
    ggml_context* context = in.context.get();
    const bool causal = wanted.form == layout::causal;
    const std::size_t width = wanted.width, rows = causal ? width : d.n / width;
    const auto all = [&](const float* values) {
        return in.input(GGML_TYPE_F32, values, width, rows, d.n / width / rows);
    };
    const float scale = wanted.form == layout::rows ? 1.0f : bench::attention_scale;
    if (wanted.what == bench::operation::backward)
        return ggml_soft_max_ext_back(context, all(d.grad_output), all(d.y), scale, 0.0f);
    if (wanted.form == layout::rows) return ggml_soft_max(context, all(d.x));
    if (causal) in.mask = causal_mask(width);
    ggml_tensor* mask = causal ? in.input(GGML_TYPE_F32, in.mask.data(), width, width) : all(d.mask);
    return ggml_soft_max_ext(context, all(d.x), mask, scale, 0.0f);
}

class ggml_peer final : public bench::peer {
public:
    std::string version() const override { return ggml_version(); }

    std::string note() const override {
        return "gelu_tanh reads a table of half-precision results; rows of attention: one operator";
    }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        return prepare(result_of, wanted, data);
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& data) override {
        return prepare(result_of_rows, wanted, data);
    }

private:
    bench::work prepare(ggml_tensor* (*make)(const bench::task&, const bench::operands&, masked_graph&),
                        const bench::task& wanted, const bench::operands& data) {
        const auto built = std::make_shared<masked_graph>();
        ggml_tensor* result = make(wanted, data, *built);
        if (result == nullptr) return {};
        built->compute(result, data.first);
        return ggml::run(backend_.get(), built);
    }

    ggml::backend_handle backend_ = ggml::make_backend();
};

const bench::registered here{{"ggml", bench::role::peer, bench::make_peer<ggml_peer>}};

}  // namespace
