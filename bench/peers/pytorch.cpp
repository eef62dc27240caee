// PyTorch: ATen's out variants in inference mode on tensors made once over the shared buffers. ATen's headers are
// heavy, so they stay in this file.

// First, and alone: ATen 1.13 needs the type complete, which clang finds out.
#include <ATen/core/ivalue.h>

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/version.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "peer.hpp"
#include "pytorch_rows.hpp"
#include "vectors.hpp"

namespace {

struct tensors {
    at::Tensor x, y, linear, grad_output, first, second, scratch;

    explicit tensors(const bench::operands& d)
        : x{over(d.x, d.n)},
          y{over(d.y, d.n)},
          linear{over(d.linear, d.n)},
          grad_output{over(d.grad_output, d.n)},
          first{over(d.first, d.n)},
          second{over(d.second, d.n)},
          scratch{over(d.scratch, d.n)} {}

    static at::Tensor over(const float* values, std::size_t n) {
        return at::from_blob(const_cast<float*>(values), {static_cast<std::int64_t>(n)}, at::kFloat);
    }
};

constexpr double selu_alpha = 1.6732632423543772848170429916717, selu_scale = 1.0507009873554804934193349852946;

struct operators {
    bench::task does;
    void (*run)(tensors&);
};

void swiglu(tensors& t) {
    at::silu_out(t.first, t.x);
    at::mul_out(t.first, t.first, t.linear);
}

void swiglu_backward(tensors& t) {
    at::mul_out(t.scratch, t.grad_output, t.linear);
    at::silu_backward_out(t.first, t.scratch, t.x);
    at::silu_out(t.second, t.x);
    at::mul_out(t.second, t.second, t.grad_output);
}

void sigmoid_backward(tensors& t) {
    at::sigmoid_out(t.scratch, t.x);
    at::sigmoid_backward_out(t.first, t.grad_output, t.scratch);
}

void tanh_backward(tensors& t) {
    at::tanh_out(t.scratch, t.x);
    at::tanh_backward_out(t.first, t.grad_output, t.scratch);
}

template <bool FromOutput>
void elu_backward(tensors& t) {
    at::elu_backward_out(t.first, t.grad_output, 1, 1, 1, FromOutput, FromOutput ? t.y : t.x);
}

void leaky_backward(tensors& t, double slope, bool from_output) {
    at::leaky_relu_backward_out(t.first, t.grad_output, from_output ? t.y : t.x, slope, from_output);
}

void squared_relu(tensors& t) {
    at::clamp_min_out(t.first, t.x, 0);
    at::mul_out(t.first, t.first, t.first);
}

void quick_gelu(tensors& t) {
    at::mul_out(t.first, t.x, at::scalar_tensor(1.702));
    at::sigmoid_out(t.first, t.first);
    at::mul_out(t.first, t.first, t.x);
}

void tanhshrink(tensors& t) {
    at::tanh_out(t.first, t.x);
    at::sub_out(t.first, t.x, t.first);
}

void selu_backward(tensors& t) { at::elu_backward_out(t.first, t.grad_output, selu_alpha, selu_scale, 1, false, t.x); }

void exp_backward(tensors& t) {
    at::exp_out(t.scratch, t.x);
    at::mul_out(t.first, t.grad_output, t.scratch);
}

using enum bench::operation;

const std::array all_operators{
    // relu is clamp_min inside of PyTorch, and relu_out would compute a new tensor and copy it.
    operators{{"relu", forward}, [](tensors& t) { at::clamp_min_out(t.first, t.x, 0); }},
    operators{{"leaky_relu", forward}, [](tensors& t) { at::leaky_relu_out(t.first, t.x, 0.01); }},
    operators{{"prelu", forward}, [](tensors& t) { at::leaky_relu_out(t.first, t.x, 0.25); }},
    operators{{"elu", forward}, [](tensors& t) { at::elu_out(t.first, t.x); }},
    operators{{"gelu", forward}, [](tensors& t) { at::gelu_out(t.first, t.x, "none"); }},
    operators{{"gelu_tanh", forward}, [](tensors& t) { at::gelu_out(t.first, t.x, "tanh"); }},
    operators{{"silu", forward}, [](tensors& t) { at::silu_out(t.first, t.x); }},
    operators{{"sigmoid", forward}, [](tensors& t) { at::sigmoid_out(t.first, t.x); }},
    operators{{"tanh", forward}, [](tensors& t) { at::tanh_out(t.first, t.x); }},
    operators{{"swiglu", forward}, swiglu},
    operators{{"relu", backward}, [](tensors& t) { at::threshold_backward_out(t.first, t.grad_output, t.x, 0); }},
    operators{{"leaky_relu", backward}, [](tensors& t) { leaky_backward(t, 0.01, false); }},
    operators{{"prelu", backward}, [](tensors& t) { leaky_backward(t, 0.25, false); }},
    operators{{"elu", backward}, elu_backward<false>},
    operators{{"gelu", backward}, [](tensors& t) { at::gelu_backward_out(t.first, t.grad_output, t.x, "none"); }},
    operators{{"gelu_tanh", backward}, [](tensors& t) { at::gelu_backward_out(t.first, t.grad_output, t.x, "tanh"); }},
    operators{{"silu", backward}, [](tensors& t) { at::silu_backward_out(t.first, t.grad_output, t.x); }},
    operators{{"sigmoid", backward}, sigmoid_backward},
    operators{{"tanh", backward}, tanh_backward},
    operators{{"swiglu", backward}, swiglu_backward},
    operators{{"relu", backward_from_output},
              [](tensors& t) { at::threshold_backward_out(t.first, t.grad_output, t.y, 0); }},
    operators{{"leaky_relu", backward_from_output}, [](tensors& t) { leaky_backward(t, 0.01, true); }},
    operators{{"prelu", backward_from_output}, [](tensors& t) { leaky_backward(t, 0.25, true); }},
    operators{{"elu", backward_from_output}, elu_backward<true>},
    operators{{"sigmoid", backward_from_output},
              [](tensors& t) { at::sigmoid_backward_out(t.first, t.grad_output, t.y); }},
    operators{{"tanh", backward_from_output}, [](tensors& t) { at::tanh_backward_out(t.first, t.grad_output, t.y); }},
    operators{{"relu6", forward}, [](tensors& t) { at::hardtanh_out(t.first, t.x, 0, 6); }},
    operators{{"relu6", backward}, [](tensors& t) { at::hardtanh_backward_out(t.first, t.grad_output, t.x, 0, 6); }},
    operators{{"squared_relu", forward}, squared_relu},
    operators{{"hardtanh", forward}, [](tensors& t) { at::hardtanh_out(t.first, t.x, -1, 1); }},
    operators{{"hardtanh", backward},
              [](tensors& t) { at::hardtanh_backward_out(t.first, t.grad_output, t.x, -1, 1); }},
    operators{{"hardsigmoid", forward}, [](tensors& t) { at::hardsigmoid_out(t.first, t.x); }},
    operators{{"hardsigmoid", backward}, [](tensors& t) { at::hardsigmoid_backward_out(t.first, t.grad_output, t.x); }},
    operators{{"hardswish", forward}, [](tensors& t) { at::hardswish_out(t.first, t.x); }},
    operators{{"hardshrink", forward}, [](tensors& t) { at::hardshrink_out(t.first, t.x, 0.5); }},
    operators{{"hardshrink", backward},
              [](tensors& t) { at::hardshrink_backward_out(t.first, t.grad_output, t.x, 0.5); }},
    operators{{"softshrink", forward}, [](tensors& t) { at::softshrink_out(t.first, t.x, 0.5); }},
    operators{{"softshrink", backward},
              [](tensors& t) { at::softshrink_backward_out(t.first, t.grad_output, t.x, 0.5); }},
    operators{{"selu", forward}, [](tensors& t) { at::elu_out(t.first, t.x, selu_alpha, selu_scale, 1); }},
    operators{{"selu", backward}, selu_backward},
    operators{{"softplus", forward}, [](tensors& t) { at::softplus_out(t.first, t.x, 1, 20); }},
    operators{{"softplus", backward},
              [](tensors& t) { at::softplus_backward_out(t.first, t.grad_output, t.x, 1, 20); }},
    operators{{"log_sigmoid", forward}, [](tensors& t) { at::log_sigmoid_forward_out(t.first, t.scratch, t.x); }},
    operators{{"quick_gelu", forward}, quick_gelu},
    operators{{"mish", forward}, [](tensors& t) { at::mish_out(t.first, t.x); }},
    operators{{"mish", backward}, [](tensors& t) { t.first.copy_(at::mish_backward(t.grad_output, t.x)); }},
    operators{{"tanhshrink", forward}, tanhshrink},
    operators{{"exp", forward}, [](tensors& t) { at::exp_out(t.first, t.x); }},
    operators{{"exp", backward}, exp_backward},
};

class pytorch_peer final : public bench::peer {
public:
    pytorch_peer() {
        if (bench::hold_to_avx2) setenv("ATEN_CPU_CAPABILITY", "avx2", 1);
        at::set_num_threads(1);
    }

    std::string version() const override { return TORCH_VERSION; }

    std::string note() const override {
        return "out variants in inference mode; prelu is its leaky_relu, with a weight for each channel its prelu, "
               "which "
               "makes new tensors; sigmoid and tanh backward from x, and rows of attention: two operators";
    }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        const auto found = std::ranges::find(all_operators, bench::as_peers_know(wanted), &operators::does);
        if (found == all_operators.end()) return {};
        const auto shared = std::make_shared<tensors>(data);
        return [run = found->run, shared](std::size_t repetitions) {
            const c10::InferenceMode without_gradients;
            for (std::size_t i = 0; i < repetitions; ++i) run(*shared);
        };
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& data) override {
        const c10::InferenceMode without_gradients;
        return [run = bench::pytorch_rows(wanted, data)](std::size_t repetitions) {
            const c10::InferenceMode in_the_call_too;
            run(repetitions);
        };
    }
};

const bench::registered here{{"PyTorch", bench::role::peer, bench::make_peer<pytorch_peer>}};

}  // namespace
