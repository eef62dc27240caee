// PyTorch's bfloat16 and half: ATen's out variants in inference mode on tensors made once.

// First, and alone: ATen 1.13 needs the type complete, which clang finds out.
#include <ATen/core/ivalue.h>

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/version.h>

#include <cstdlib>
#include <exception>
#include <map>

#include "half_peer.hpp"
#include "vectors.hpp"

namespace {

using call = void (*)(at::Tensor& y, const at::Tensor& x);

const std::map<std::string_view, call> calls{
    {"relu", [](at::Tensor& y, const at::Tensor& x) { at::clamp_min_out(y, x, 0); }},
    {"leaky_relu", [](at::Tensor& y, const at::Tensor& x) { at::leaky_relu_out(y, x, 0.01); }},
    {"elu", [](at::Tensor& y, const at::Tensor& x) { at::elu_out(y, x); }},
    {"gelu", [](at::Tensor& y, const at::Tensor& x) { at::gelu_out(y, x, "none"); }},
    {"gelu_tanh", [](at::Tensor& y, const at::Tensor& x) { at::gelu_out(y, x, "tanh"); }},
    {"silu", [](at::Tensor& y, const at::Tensor& x) { at::silu_out(y, x); }},
    {"sigmoid", [](at::Tensor& y, const at::Tensor& x) { at::sigmoid_out(y, x); }},
    {"tanh", [](at::Tensor& y, const at::Tensor& x) { at::tanh_out(y, x); }},
};

bench::work prepare(std::string_view activation, bool is_bfloat16, const std::uint16_t* x, std::uint16_t* y,
                    std::size_t n) {
    const auto over = [&](const std::uint16_t* values) {
        return at::from_blob(const_cast<std::uint16_t*>(values), {static_cast<std::int64_t>(n)},
                             is_bfloat16 ? at::kBFloat16 : at::kHalf);
    };
    const auto found = calls.find(activation);
    if (found == calls.end()) return {};
    const bench::work run = [f = found->second, from = over(x), to = over(y)](std::size_t repetitions) mutable {
        const c10::InferenceMode without_gradients;
        for (std::size_t i = 0; i < repetitions; ++i) f(to, from);
    };
    try {
        run(1);
    } catch (const std::exception&) {
        return {};  // this version has no such operator for the type, or oneDNN behind it has none
    }
    return run;
}

bench::half_peer make() {
    if (bench::hold_to_avx2) setenv("ATEN_CPU_CAPABILITY", "avx2", 1);
    at::set_num_threads(1);
    return {"PyTorch", TORCH_VERSION, prepare};
}

const bench::registered_half_peer here{make};

}  // namespace
