// This library's rows and channels, once for each tier.

#include "activation_rows.hpp"

#include <activation/activation.hpp>

namespace {

using bench::operation, bench::layout, bench::operands, bench::task;

template <class T>
std::span<T> all(T* values, const operands& d) {
    return {values, d.n};
}

template <class Callable>
bench::work rows(const Callable& f, const task& wanted, const operands& d) {
    const std::size_t width = wanted.width;
    if (wanted.what == operation::forward) {
        return bench::repeat([=, x = all(d.x, d), y = all(d.first, d)] { f(x, y, width); });
    }
    return bench::repeat(
        [=, grad = all(d.grad_output, d), y = all(d.y, d), to = all(d.first, d)] { f.backward(grad, y, to, width); });
}

template <class Callable>
bench::work attention(const Callable& f, const task& wanted, const operands& d) {
    const std::size_t width = wanted.width;
    const bool causal = wanted.form == layout::causal;
    const std::span mask{d.mask, causal ? 0 : d.n};
    const activation::row_options<float> options{.scale = bench::attention_scale, .mask = mask, .causal = causal};
    if (wanted.what == operation::forward) {
        return bench::repeat([=, x = all(d.x, d), y = all(d.first, d)] { f(x, y, width, options); });
    }
    return bench::repeat([=, grad = all(d.grad_output, d), y = all(d.y, d), to = all(d.first, d)] {
        f.backward(grad, y, to, width, options);
    });
}

template <class Callable>
bench::work channels(const Callable& prelu, const task& wanted, const operands& d) {
    const std::size_t inner = wanted.inner == 0 ? d.n : wanted.inner;
    const std::span weights{d.linear, wanted.width};
    const std::span grad_weights{d.second, wanted.width};
    if (wanted.what == operation::forward) {
        return bench::repeat([=, x = all(d.x, d), y = all(d.first, d)] { prelu(x, y, weights, inner); });
    }
    return bench::repeat([=, grad = all(d.grad_output, d), x = all(d.x, d), to = all(d.first, d)] {
        prelu.backward(grad, x, to, weights, grad_weights, inner);
    });
}

}  // namespace

template <bool fast>
bench::work bench::activation_rows(const task& wanted, const operands& data) {
    const auto choose = [](const auto& accurate, const auto& quick) -> const auto& {
        if constexpr (fast)
            return quick;
        else
            return accurate;
    };
    switch (wanted.form) {
        case layout::rows:
            return wanted.activation == "softmax"
                       ? rows(choose(activation::softmax, activation::fast::softmax), wanted, data)
                       : rows(choose(activation::log_softmax, activation::fast::log_softmax), wanted, data);
        case layout::channels:
            return channels(choose(activation::prelu, activation::fast::prelu), wanted, data);
        case layout::masked:
        case layout::causal:
            return attention(choose(activation::softmax, activation::fast::softmax), wanted, data);
        default:
            return {};
    }
}

template bench::work bench::activation_rows<false>(const task& wanted, const operands& data);
template bench::work bench::activation_rows<true>(const task& wanted, const operands& data);
