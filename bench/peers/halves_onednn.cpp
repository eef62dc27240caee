// oneDNN's bf16 and f16: eltwise primitives created once.

#include <dnnl.hpp>
#include <map>
#include <unordered_map>

#include "half_peer.hpp"
#include "vectors.hpp"

namespace {

using dnnl::algorithm, dnnl::memory;

struct eltwise {
    algorithm what;
    float alpha;
};

const std::map<std::string_view, eltwise> eltwises{
    {"relu", {algorithm::eltwise_relu, 0.0f}},        {"leaky_relu", {algorithm::eltwise_relu, 0.01f}},
    {"elu", {algorithm::eltwise_elu, 1.0f}},          {"gelu", {algorithm::eltwise_gelu_erf, 0.0f}},
    {"gelu_tanh", {algorithm::eltwise_gelu_tanh, 0}}, {"silu", {algorithm::eltwise_swish, 1.0f}},
    {"sigmoid", {algorithm::eltwise_logistic, 0.0f}}, {"tanh", {algorithm::eltwise_tanh, 0.0f}},
};

dnnl::eltwise_forward::primitive_desc description(const dnnl::engine& engine, const eltwise& f,
                                                  const memory::desc& shape) {
    const auto inference = dnnl::prop_kind::forward_inference;
#if DNNL_VERSION_MAJOR >= 3
    return {engine, inference, f.what, shape, shape, f.alpha, 0.0f};
#else
    return {{inference, f.what, shape, f.alpha, 0.0f}, engine};
#endif
}

bench::work prepare(std::string_view activation, bool is_bfloat16, const std::uint16_t* x, std::uint16_t* y,
                    std::size_t n) {
    const auto found = eltwises.find(activation);
    if (found == eltwises.end()) return {};
    static const dnnl::engine engine{dnnl::engine::kind::cpu, 0};
    const memory::desc shape{{static_cast<memory::dim>(n)},
                             is_bfloat16 ? memory::data_type::bf16 : memory::data_type::f16,
                             memory::format_tag::a};
    try {
        const dnnl::eltwise_forward primitive{description(engine, found->second, shape)};
        const std::unordered_map<int, memory> arguments{{DNNL_ARG_SRC, {shape, engine, const_cast<std::uint16_t*>(x)}},
                                                        {DNNL_ARG_DST, {shape, engine, y}}};
        return bench::repeat([primitive, arguments, stream = dnnl::stream{engine}]() mutable {
            primitive.execute(stream, arguments);
            stream.wait();
        });
    } catch (const dnnl::error&) {
        return {};  // this version has no primitive for the type
    }
}

bench::half_peer make() {
    if (bench::hold_to_avx2) dnnl::set_max_cpu_isa(dnnl::cpu_isa::avx2);
    const dnnl_version_t* v = dnnl_version();
    return {"oneDNN", std::to_string(v->major) + '.' + std::to_string(v->minor) + '.' + std::to_string(v->patch),
            prepare};
}

const bench::registered_half_peer here{make};

}  // namespace
