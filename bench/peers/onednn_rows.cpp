// oneDNN's rows and channels. Its softmax has neither scale nor mask.

#include "onednn_rows.hpp"

#include <unordered_map>

namespace {

using bench::operation, bench::layout, bench::operands, bench::task;
using dnnl::memory;
using format = memory::format_tag;

memory::desc shape(const memory::dims& sizes, format order) { return {sizes, memory::data_type::f32, order}; }

/// A primitive, the engine it is for, and its arguments as they are added.
struct call {
    dnnl::engine engine;
    dnnl::primitive what{};
    std::unordered_map<int, memory> arguments{};

    call& with(int place, const memory::desc& described, const float* values) {
        arguments.insert({place, memory{described, engine, const_cast<float*>(values)}});
        return *this;
    }
};

call softmax(call made, const task& wanted, const operands& d) {
    const auto width = static_cast<memory::dim>(wanted.width);
    const memory::desc rows = shape({static_cast<memory::dim>(d.n) / width, width}, format::ab);
    const bool logarithm = wanted.activation == "log_softmax", forward = wanted.what == operation::forward;
#if DNNL_VERSION_MAJOR >= 3
    const auto kind = logarithm ? dnnl::algorithm::softmax_log : dnnl::algorithm::softmax_accurate;
    const dnnl::softmax_forward::primitive_desc ahead{
        made.engine, dnnl::prop_kind::forward_training, kind, rows, rows, 1};
    if (forward)
        made.what = dnnl::softmax_forward{ahead};
    else
        made.what = dnnl::softmax_backward{{made.engine, kind, rows, rows, rows, 1, ahead}};
#else
    const dnnl::softmax_forward::primitive_desc ahead{{dnnl::prop_kind::forward_training, rows, 1}, made.engine};
    const dnnl::logsoftmax_forward::primitive_desc logarithm_ahead{{dnnl::prop_kind::forward_training, rows, 1},
                                                                   made.engine};
    if (forward && logarithm)
        made.what = dnnl::logsoftmax_forward{logarithm_ahead};
    else if (forward)
        made.what = dnnl::softmax_forward{ahead};
    else if (logarithm)
        made.what = dnnl::logsoftmax_backward{{{rows, rows, 1}, made.engine, logarithm_ahead}};
    else
        made.what = dnnl::softmax_backward{{{rows, rows, 1}, made.engine, ahead}};
#endif
    if (forward) return made.with(DNNL_ARG_SRC, rows, d.x).with(DNNL_ARG_DST, rows, d.first);
    return made.with(DNNL_ARG_DST, rows, d.y)
        .with(DNNL_ARG_DIFF_DST, rows, d.grad_output)
        .with(DNNL_ARG_DIFF_SRC, rows, d.first);
}

/// Batch, channel, inner; two dimensions where the channels are last.
call prelu(call made, const task& wanted, const operands& d) {
    const auto channels = static_cast<memory::dim>(wanted.width), n = static_cast<memory::dim>(d.n);
    const memory::dim inner = wanted.inner == 0 ? n : static_cast<memory::dim>(wanted.inner);
    const bool last = inner == 1;
    const memory::desc all = last ? shape({n / channels, channels}, format::ab)
                                  : shape({n / channels / inner, channels, inner}, format::abc);
    const memory::desc weights = last ? shape({1, channels}, format::ab) : shape({1, channels, 1}, format::abc);
#if DNNL_VERSION_MAJOR >= 3
    const dnnl::prelu_forward::primitive_desc ahead{made.engine, dnnl::prop_kind::forward_training, all, weights, all};
    const dnnl::prelu_backward::primitive_desc back{made.engine, all, weights, all, weights, all, ahead};
#else
    const dnnl::prelu_forward::primitive_desc ahead{{dnnl::prop_kind::forward_training, all, weights}, made.engine};
    const dnnl::prelu_backward::primitive_desc back{{all, weights, all, weights}, made.engine, ahead};
#endif
    made.with(DNNL_ARG_SRC, all, d.x).with(DNNL_ARG_WEIGHTS, weights, d.linear);
    if (wanted.what == operation::forward) {
        made.what = dnnl::prelu_forward{ahead};
        return made.with(DNNL_ARG_DST, all, d.first);
    }
    made.what = dnnl::prelu_backward{back};
    return made.with(DNNL_ARG_DIFF_DST, all, d.grad_output)
        .with(DNNL_ARG_DIFF_SRC, all, d.first)
        .with(DNNL_ARG_DIFF_WEIGHTS, weights, d.second);
}

}  // namespace

bench::work bench::onednn_rows(const dnnl::engine& engine, dnnl::stream stream, const task& wanted,
                               const operands& data) {
    if (wanted.form == layout::masked || wanted.form == layout::causal) return {};
    const call made = wanted.form == layout::rows ? softmax({engine}, wanted, data) : prelu({engine}, wanted, data);
    return repeat([made, stream]() mutable {
        made.what.execute(stream, made.arguments);
        stream.wait();
    });
}
