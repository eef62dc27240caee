// The textbook's loops over rows and channels, compiled with -O3 -ffast-math and the vectorised libm as loop.cpp is.

#include "loop_rows.hpp"

#include <cmath>

namespace {

using bench::operands, bench::task, bench::layout;

float largest_of(const float* x, std::size_t count) {
    float largest = x[0];
    for (std::size_t i = 1; i < count; ++i) largest = x[i] > largest ? x[i] : largest;
    return largest;
}

void softmax(const float* x, float* y, std::size_t count) {
    const float largest = largest_of(x, count);
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        y[i] = std::exp(x[i] - largest);
        sum += y[i];
    }
    const float inverse = 1.0f / sum;
    for (std::size_t i = 0; i < count; ++i) y[i] *= inverse;
}

void log_softmax(const float* x, float* y, std::size_t count) {
    const float largest = largest_of(x, count);
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::exp(x[i] - largest);
    const float shift = largest + std::log(sum);
    for (std::size_t i = 0; i < count; ++i) y[i] = x[i] - shift;
}

void softmax_backward(const float* grad, const float* y, float* to, std::size_t count) {
    float dot = 0;
    for (std::size_t i = 0; i < count; ++i) dot += grad[i] * y[i];
    for (std::size_t i = 0; i < count; ++i) to[i] = (grad[i] - dot) * y[i];
}

void log_softmax_backward(const float* grad, const float* y, float* to, std::size_t count) {
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += grad[i];
    for (std::size_t i = 0; i < count; ++i) to[i] = grad[i] - std::exp(y[i]) * sum;
}

/// Scale and mask into y, and the row in place.
void attention(const task& wanted, const operands& d, std::size_t row) {
    const std::size_t width = wanted.width, at = row * width;
    const bool causal = wanted.form == layout::causal;
    const std::size_t length = causal ? row % width + 1 : width;
    const float *x = d.x + at, *mask = d.mask + at;
    float* y = d.first + at;
    if (causal) {
        for (std::size_t i = 0; i < length; ++i) y[i] = bench::attention_scale * x[i];
    } else {
        for (std::size_t i = 0; i < length; ++i) y[i] = bench::attention_scale * x[i] + mask[i];
    }
    softmax(y, y, length);
    for (std::size_t i = length; i < width; ++i) y[i] = 0;
}

void attention_backward(const task& wanted, const operands& d, std::size_t row) {
    const std::size_t width = wanted.width, at = row * width;
    const std::size_t length = wanted.form == layout::causal ? row % width + 1 : width;
    const float *grad = d.grad_output + at, *y = d.y + at;
    float* to = d.first + at;
    float dot = 0;
    for (std::size_t i = 0; i < length; ++i) dot += grad[i] * y[i];
    for (std::size_t i = 0; i < length; ++i) to[i] = bench::attention_scale * (grad[i] - dot) * y[i];
    for (std::size_t i = length; i < width; ++i) to[i] = 0;
}

/// The pointers by value, that no store may be taken for a change of theirs.
void segment(const float* x, float* y, std::size_t count, float weight) {
    for (std::size_t i = 0; i < count; ++i) y[i] = x[i] > 0 ? x[i] : weight * x[i];
}

float segment_backward(const float* grad, const float* x, float* to, std::size_t count, float weight) {
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        to[i] = grad[i] * (x[i] > 0 ? 1.0f : weight);
        sum += x[i] > 0 ? 0.0f : grad[i] * x[i];
    }
    return sum;
}

void neurons(const float* x, float* y, const float* weights, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) y[i] = x[i] > 0 ? x[i] : weights[i] * x[i];
}

void neurons_backward(const float* grad, const float* x, float* to, const float* weights, float* grad_weights,
                      std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        to[i] = grad[i] * (x[i] > 0 ? 1.0f : weights[i]);
        grad_weights[i] += x[i] > 0 ? 0.0f : grad[i] * x[i];
    }
}

void channels(const task& wanted, const operands& d) {
    const bool backward = wanted.what == bench::operation::backward;
    const std::size_t count = wanted.width, inner = wanted.inner == 0 ? d.n : wanted.inner;
    if (backward) std::fill_n(d.second, count, 0.0f);
    for (std::size_t start = 0; start < d.n; start += count * inner) {
        if (inner == 1 && backward) {
            neurons_backward(d.grad_output + start, d.x + start, d.first + start, d.linear, d.second, count);
        } else if (inner == 1) {
            neurons(d.x + start, d.first + start, d.linear, count);
        } else {
            for (std::size_t c = 0; c < count; ++c) {
                const std::size_t i = start + c * inner;
                if (backward)
                    d.second[c] += segment_backward(d.grad_output + i, d.x + i, d.first + i, inner, d.linear[c]);
                else
                    segment(d.x + i, d.first + i, inner, d.linear[c]);
            }
        }
    }
}

void rows(const task& wanted, const operands& d) {
    const bool forward = wanted.what == bench::operation::forward, plain = wanted.form == layout::rows,
               logarithm = wanted.activation == "log_softmax";
    const auto into = logarithm ? log_softmax : softmax;
    const auto back = logarithm ? log_softmax_backward : softmax_backward;
    for (std::size_t i = 0; i < d.n; i += wanted.width) {
        if (!plain)
            (forward ? attention : attention_backward)(wanted, d, i / wanted.width);
        else if (forward)
            into(d.x + i, d.first + i, wanted.width);
        else
            back(d.grad_output + i, d.y + i, d.first + i, wanted.width);
    }
}

}  // namespace

bench::work bench::loop_rows(const task& wanted, const operands& data) {
    const auto run = wanted.form == layout::channels ? channels : rows;
    return repeat([=] { run(wanted, data); });
}
