// ggml: a graph of one operator, built once over the shared buffers, computed by its CPU backend on one thread.

#include <ggml-backend.h>
#include <ggml.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <stdexcept>
#include <vector>

#include "../support/inputs.hpp"
#include "peer.hpp"
#include "vectors.hpp"

namespace {

struct release {
    void operator()(ggml_context* context) const { ggml_free(context); }
    void operator()(ggml_backend_buffer* buffer) const { ggml_backend_buffer_free(buffer); }
};

/// A graph with the tensors it computes and the buffers they lie in.
struct graph {
    std::unique_ptr<ggml_context, release> context;
    std::vector<std::unique_ptr<ggml_backend_buffer, release>> buffers;
    ggml_cgraph* nodes = nullptr;
    bench::array<float> mask;

    graph() : context{ggml_init({.mem_size = 1 << 20, .mem_buffer = nullptr, .no_alloc = true})} {}

    void place(ggml_tensor* tensor, const float* values) {
        auto* start = const_cast<float*>(values);
        buffers.emplace_back(ggml_backend_cpu_buffer_from_ptr(start, ggml_nbytes(tensor)));
        if (ggml_backend_tensor_alloc(buffers.back().get(), tensor, start) != GGML_STATUS_SUCCESS) {
            throw std::runtime_error{"ggml refused a tensor"};
        }
    }

    ggml_tensor* input(const float* values, std::size_t n) { return input(values, n, 1, 1); }

    /// Squares of rows of `width` elements.
    ggml_tensor* input(const float* values, std::size_t width, std::size_t rows, std::size_t squares) {
        ggml_tensor* tensor = ggml_new_tensor_3d(context.get(), GGML_TYPE_F32, static_cast<std::int64_t>(width),
                                                 static_cast<std::int64_t>(rows), static_cast<std::int64_t>(squares));
        place(tensor, values);
        return tensor;
    }

    void compute(ggml_tensor* result, float* values) {
        place(result, values);
        nodes = ggml_new_graph(context.get());
        ggml_build_forward_expand(nodes, result);
    }
};

/// The operator of a task on its operands, or null.
ggml_tensor* result_of(const bench::task& wanted, const bench::operands& d, graph& in) {
    using enum bench::operation;
    ggml_context* context = in.context.get();
    const auto x = [&] { return in.input(d.x, d.n); };
    if (wanted == bench::task{"silu", backward}) return ggml_silu_back(context, in.input(d.grad_output, d.n), x());
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
    if (wanted.activation == "swiglu") return ggml_swiglu_split(context, x(), in.input(d.linear, d.n));
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
ggml_tensor* result_of_rows(const bench::task& wanted, const bench::operands& d, graph& in) {
    using bench::layout;
    if (wanted.activation != "softmax") return nullptr;
    ggml_context* context = in.context.get();
    const bool causal = wanted.form == layout::causal;
    const std::size_t width = wanted.width, rows = causal ? width : d.n / width;
    const auto all = [&](const float* values) { return in.input(values, width, rows, d.n / width / rows); };
    const float scale = wanted.form == layout::rows ? 1.0f : bench::attention_scale;
    if (wanted.what == bench::operation::backward)
        return ggml_soft_max_ext_back(context, all(d.grad_output), all(d.y), scale, 0.0f);
    if (wanted.form == layout::rows) return ggml_soft_max(context, all(d.x));
    if (causal) in.mask = causal_mask(width);
    ggml_tensor* mask = causal ? in.input(in.mask.data(), width, width, 1) : all(d.mask);
    return ggml_soft_max_ext(context, all(d.x), mask, scale, 0.0f);
}

class ggml_peer final : public bench::peer {
public:
    ggml_peer() {
        if (bench::hold_to_avx2) {
            ggml_backend_load(ACTIVATION_BENCH_GGML_BACKENDS "/libggml-cpu-haswell.so");
        } else {
            ggml_backend_load_all();
        }
        backend_.reset(ggml_backend_init_by_type(GGML_BACKEND_DEVICE_TYPE_CPU, nullptr));
        if (!backend_) throw std::runtime_error{"ggml has no CPU backend"};
        ggml_backend_reg_t registry = ggml_backend_dev_backend_reg(ggml_backend_get_device(backend_.get()));
        const auto set_threads = reinterpret_cast<ggml_backend_set_n_threads_t>(
            ggml_backend_reg_get_proc_address(registry, "ggml_backend_set_n_threads"));
        set_threads(backend_.get(), 1);
    }

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
    bench::work prepare(ggml_tensor* (*make)(const bench::task&, const bench::operands&, graph&),
                        const bench::task& wanted, const bench::operands& data) {
        const auto built = std::make_shared<graph>();
        ggml_tensor* result = make(wanted, data, *built);
        if (result == nullptr) return {};
        built->compute(result, data.first);
        return [built, backend = backend_.get()](std::size_t repetitions) {
            for (std::size_t i = 0; i < repetitions; ++i) ggml_backend_graph_compute(backend, built->nodes);
        };
    }

    struct release_backend {
        void operator()(ggml_backend* backend) const { ggml_backend_free(backend); }
    };
    std::unique_ptr<ggml_backend, release_backend> backend_;
};

const bench::registered here{{"ggml", bench::role::peer, bench::make_peer<ggml_peer>}};

}  // namespace
