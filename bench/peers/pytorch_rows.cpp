// PyTorch's rows and channels: ATen's out variants where it has them.

// First, and alone: ATen 1.13 needs the type complete, which clang finds out.
#include <ATen/core/ivalue.h>

#include <ATen/Functions.h>
#include <torch/version.h>

#include <cstdint>
#include <limits>
#include <memory>

#include "pytorch_rows.hpp"

namespace {

using bench::operation, bench::layout;
using shape = std::vector<std::int64_t>;

struct tensors {
    at::Tensor x, y, grad_output, first, scratch, mask, weights, second;
    bool copied = false;

    tensors(const bench::operands& d, const shape& all, const shape& of_weights)
        : x{over(d.x, all)},
          y{over(d.y, all)},
          grad_output{over(d.grad_output, all)},
          first{over(d.first, all)},
          scratch{over(d.scratch, all)},
          mask{over(d.mask, all)},
          weights{over(d.linear, of_weights)},
          second{over(d.second, of_weights)} {}

    static at::Tensor over(const float* values, const shape& sizes) {
        return at::from_blob(const_cast<float*>(values), sizes, at::kFloat);
    }
};

template <class Run>
bench::work repeated(const std::shared_ptr<tensors>& t, Run run) {
    return bench::repeat([t, run] { run(*t); });
}

bench::work plain(const std::shared_ptr<tensors>& t, bool forward, bool logarithm) {
    if (forward && logarithm) return repeated(t, [](tensors& a) { at::_log_softmax_out(a.first, a.x, -1, false); });
    if (forward) return repeated(t, [](tensors& a) { at::_softmax_out(a.first, a.x, -1, false); });
    if (logarithm) {
        return repeated(
            t, [](tensors& a) { at::_log_softmax_backward_data_out(a.first, a.grad_output, a.y, -1, at::kFloat); });
    }
    return repeated(t, [](tensors& a) { at::_softmax_backward_data_out(a.first, a.grad_output, a.y, -1, at::kFloat); });
}

/// mask + scale·x is one operator.
bench::work attention(const std::shared_ptr<tensors>& t, bool forward) {
    if (forward) {
        return repeated(t, [](tensors& a) {
            at::add_out(a.scratch, a.mask, a.x, bench::attention_scale);
            at::_softmax_out(a.first, a.scratch, -1, false);
        });
    }
    return repeated(t, [](tensors& a) {
        at::_softmax_backward_data_out(a.first, a.grad_output, a.y, -1, at::kFloat);
        a.first.mul_(bench::attention_scale);
    });
}

/// The mask of a square: nothing up to the diagonal.
at::Tensor causal_mask(std::int64_t width) {
    const at::Tensor cut = at::full({width, width}, -std::numeric_limits<float>::infinity(), at::kFloat);
    return at::triu(cut, 1);
}

/// The results are new tensors. They are copied to the shared arrays once, for the check, and not where they are timed.
void copy_once(tensors& a, const at::Tensor& grad_input, const at::Tensor& grad_weights) {
    if (a.copied) return;
    a.copied = true;
    a.first.copy_(grad_input);
    if (grad_weights.defined()) a.second.copy_(grad_weights.reshape(a.second.sizes()));
}

bench::work channels(const std::shared_ptr<tensors>& t, bool forward) {
#if TORCH_VERSION_MAJOR >= 2
    if (forward) return repeated(t, [](tensors& a) { copy_once(a, at::_prelu_kernel(a.x, a.weights), {}); });
    return repeated(t, [](tensors& a) {
        const auto [grad_input, products] = at::_prelu_kernel_backward(a.grad_output, a.x, a.weights);
        std::vector<std::int64_t> summed;
        for (std::int64_t i = 0; i < a.x.dim(); ++i) {
            if (a.weights.size(i) == 1) summed.push_back(i);
        }
        copy_once(a, grad_input, products.sum(summed, true));
    });
#else
    if (forward) return repeated(t, [](tensors& a) { copy_once(a, at::prelu(a.x, a.weights.flatten()), {}); });
    return repeated(t, [](tensors& a) {
        const auto [grad_input, grad_weights] = at::prelu_backward(a.grad_output, a.x, a.weights.flatten());
        copy_once(a, grad_input, grad_weights);
    });
#endif
}

}  // namespace

bench::work bench::pytorch_rows(const task& wanted, const operands& data) {
    const auto width = static_cast<std::int64_t>(wanted.width), n = static_cast<std::int64_t>(data.n);
    const bool forward = wanted.what == operation::forward;
    if (wanted.form == layout::channels) {
        const auto inner = wanted.inner == 0 ? n : static_cast<std::int64_t>(wanted.inner);
        return channels(std::make_shared<tensors>(data, shape{n / width / inner, width, inner}, shape{1, width, 1}),
                        forward);
    }
    const shape rows{n / width, width}, squares{n / width / width, width, width};
    const bool causal = wanted.form == layout::causal;
    const auto made = std::make_shared<tensors>(data, causal ? squares : rows, shape{width});
    if (causal) made->mask = causal_mask(width);
    return wanted.form == layout::rows ? plain(made, forward, wanted.activation == "log_softmax")
                                       : attention(made, forward);
}
