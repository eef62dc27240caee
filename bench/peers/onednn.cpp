// oneDNN: eltwise primitives created once. The gated unit takes two, because an eltwise primitive with a post-op falls
// back to the reference implementation.

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include <dnnl.hpp>

#include "onednn_rows.hpp"
#include "peer.hpp"
#include "vectors.hpp"

namespace {

using bench::operation;
using dnnl::algorithm, dnnl::memory;

struct eltwise {
    algorithm from_input;
    float alpha;
    algorithm from_output = algorithm::undef;
    float beta = 0;
};

#if DNNL_VERSION_MAJOR >= 3
constexpr eltwise log_sigmoid{algorithm::eltwise_soft_relu, -1.0f}, softplus{algorithm::eltwise_soft_relu, 1.0f};
#else
constexpr eltwise log_sigmoid{algorithm::eltwise_logsigmoid, 0.0f}, softplus{algorithm::eltwise_soft_relu, 0.0f};
#endif

const std::map<std::string_view, eltwise> eltwises{
    {"relu", {algorithm::eltwise_relu, 0.0f, algorithm::eltwise_relu_use_dst_for_bwd}},
    {"leaky_relu", {algorithm::eltwise_relu, 0.01f, algorithm::eltwise_relu_use_dst_for_bwd}},
    {"prelu", {algorithm::eltwise_relu, 0.25f, algorithm::eltwise_relu_use_dst_for_bwd}},
    {"elu", {algorithm::eltwise_elu, 1.0f, algorithm::eltwise_elu_use_dst_for_bwd}},
    {"gelu", {algorithm::eltwise_gelu_erf, 0.0f}},
    {"gelu_tanh", {algorithm::eltwise_gelu_tanh, 0.0f}},
    {"silu", {algorithm::eltwise_swish, 1.0f}},
    {"sigmoid", {algorithm::eltwise_logistic, 0.0f, algorithm::eltwise_logistic_use_dst_for_bwd}},
    {"tanh", {algorithm::eltwise_tanh, 0.0f, algorithm::eltwise_tanh_use_dst_for_bwd}},
    {"swiglu", {algorithm::eltwise_swish, 1.0f}},
    {"relu6", {algorithm::eltwise_clip, 0.0f, algorithm::undef, 6.0f}},
    {"hardtanh", {algorithm::eltwise_clip, -1.0f, algorithm::undef, 1.0f}},
    {"softplus", softplus},
    {"log_sigmoid", log_sigmoid},
    {"quick_gelu", {algorithm::eltwise_swish, 1.702f}},
    {"mish", {algorithm::eltwise_mish, 0.0f}},
    {"exp", {algorithm::eltwise_exp, 0.0f}},
};

/// A primitive with its arguments.
struct step {
    dnnl::primitive what;
    std::unordered_map<int, memory> arguments;
};

class onednn_peer final : public bench::peer {
public:
    std::string version() const override {
        const dnnl_version_t* v = dnnl_version();
        return std::to_string(v->major) + '.' + std::to_string(v->minor) + '.' + std::to_string(v->patch);
    }

    std::string note() const override { return "one primitive per call; swiglu: two, backward four"; }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        const auto found = eltwises.find(bench::as_peers_know(wanted).activation);
        if (found == eltwises.end()) return {};
        const std::vector<step> steps = steps_of(wanted, found->second, data);
        if (steps.empty()) return {};
        return bench::repeat([this, steps] {
            for (const step& each : steps) each.what.execute(stream_, each.arguments);
            stream_.wait();
        });
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& data) override {
        return bench::onednn_rows(engine_, stream_, wanted, data);
    }

private:
    dnnl::engine engine_ = make_engine();
    dnnl::stream stream_{engine_};

    static dnnl::engine make_engine() {
        if (bench::hold_to_avx2) dnnl::set_max_cpu_isa(dnnl::cpu_isa::avx2);
        return {dnnl::engine::kind::cpu, 0};
    }

    static memory::desc shape(std::size_t n) {
        return {{static_cast<memory::dim>(n)}, memory::data_type::f32, memory::format_tag::a};
    }

    memory wrap(const float* values, std::size_t n) { return {shape(n), engine_, const_cast<float*>(values)}; }

    std::vector<step> steps_of(const bench::task& wanted, const eltwise& f, const bench::operands& d) {
        const bool gated = wanted.activation == "swiglu";
        switch (wanted.what) {
            case operation::forward:
                if (!gated) return {forward(f, d.x, d.first, d.n)};
                return {forward(f, d.x, d.first, d.n), multiply(d.first, d.linear, d.first, d.n)};
            case operation::backward:
                if (!gated) return {backward(f.from_input, f, d.grad_output, {DNNL_ARG_SRC, d.x}, d.first, d.n)};
                return {forward(f, d.x, d.second, d.n), multiply(d.second, d.grad_output, d.second, d.n),
                        multiply(d.grad_output, d.linear, d.scratch, d.n),
                        backward(f.from_input, f, d.scratch, {DNNL_ARG_SRC, d.x}, d.first, d.n)};
            case operation::backward_from_output:
                if (f.from_output == algorithm::undef) return {};
                return {backward(f.from_output, f, d.grad_output, {DNNL_ARG_DST, d.y}, d.first, d.n)};
            case operation::value_and_derivative:
                break;
        }
        return {};
    }

    dnnl::eltwise_forward::primitive_desc forward_descriptor(algorithm f, const eltwise& with, std::size_t n) {
#if DNNL_VERSION_MAJOR >= 3
        return {engine_, dnnl::prop_kind::forward_training, f, shape(n), shape(n), with.alpha, with.beta};
#else
        return {{dnnl::prop_kind::forward_training, f, shape(n), with.alpha, with.beta}, engine_};
#endif
    }

    step forward(const eltwise& f, const float* x, float* result, std::size_t n) {
        return {dnnl::eltwise_forward{forward_descriptor(f.from_input, f, n)},
                {{DNNL_ARG_SRC, wrap(x, n)}, {DNNL_ARG_DST, wrap(result, n)}}};
    }

    step backward(algorithm f, const eltwise& with, const float* grad_output, std::pair<int, const float*> data,
                  float* result, std::size_t n) {
        const auto hint = forward_descriptor(f, with, n);
#if DNNL_VERSION_MAJOR >= 3
        const dnnl::eltwise_backward::primitive_desc descriptor{engine_,  f,          shape(n),  shape(n),
                                                                shape(n), with.alpha, with.beta, hint};
#else
        const dnnl::eltwise_backward::primitive_desc descriptor{
            {f, shape(n), shape(n), with.alpha, with.beta}, engine_, hint};
#endif
        return {dnnl::eltwise_backward{descriptor},
                {{data.first, wrap(data.second, n)},
                 {DNNL_ARG_DIFF_DST, wrap(grad_output, n)},
                 {DNNL_ARG_DIFF_SRC, wrap(result, n)}}};
    }

    step multiply(const float* a, const float* b, float* result, std::size_t n) {
#if DNNL_VERSION_MAJOR >= 3
        const dnnl::binary::primitive_desc descriptor{engine_, algorithm::binary_mul, shape(n), shape(n), shape(n)};
#else
        const dnnl::binary::primitive_desc descriptor{{algorithm::binary_mul, shape(n), shape(n), shape(n)}, engine_};
#endif
        return {dnnl::binary{descriptor},
                {{DNNL_ARG_SRC_0, wrap(a, n)}, {DNNL_ARG_SRC_1, wrap(b, n)}, {DNNL_ARG_DST, wrap(result, n)}}};
    }
};

const bench::registered here{{"oneDNN", bench::role::peer, bench::make_peer<onednn_peer>}};

}  // namespace
