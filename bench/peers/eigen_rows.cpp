#include "eigen_rows.hpp"

#include <Eigen/Core>

namespace {

using bench::operands, bench::task, bench::layout;
using constant_row = Eigen::Map<const Eigen::ArrayXf>;
using row = Eigen::Map<Eigen::ArrayXf>;

Eigen::Index index(std::size_t n) { return static_cast<Eigen::Index>(n); }

void normalise(row y) {
    y = (y - y.maxCoeff()).exp();
    y *= 1.0f / y.sum();
}

void softmax(constant_row x, row y) {
    y = (x - x.maxCoeff()).exp();
    y *= 1.0f / y.sum();
}

void log_softmax(constant_row x, row y) {
    const float largest = x.maxCoeff();
    y = x - (largest + std::log((x - largest).exp().sum()));
}

void softmax_backward(constant_row grad, constant_row y, row to) { to = (grad - (grad * y).sum()) * y; }

void log_softmax_backward(constant_row grad, constant_row y, row to) { to = grad - y.exp() * grad.sum(); }

/// action(row r, first element of it) for each row.
template <class Action>
bench::work for_rows(const task& wanted, const operands& data, Action action) {
    return bench::repeat([=, width = wanted.width, rows = data.n / wanted.width] {
        for (std::size_t r = 0; r < rows; ++r) action(r, r * width);
    });
}

using forward_row = void (*)(constant_row, row);
using backward_row = void (*)(constant_row, constant_row, row);

template <forward_row Forward, backward_row Backward>
bench::work plain_rows(const task& wanted, const operands& d) {
    const Eigen::Index width = index(wanted.width);
    if (wanted.what == bench::operation::forward) {
        return for_rows(wanted, d, [=](std::size_t, std::size_t i) {
            Forward({d.x + i, width}, row{d.first + i, width});
        });
    }
    return for_rows(wanted, d, [=](std::size_t, std::size_t i) {
        Backward({d.grad_output + i, width}, {d.y + i, width}, row{d.first + i, width});
    });
}

/// One expression for scale and mask, then the row in place; the length of a causal row is that of its expressions.
bench::work attention_rows(const task& wanted, const operands& d) {
    const std::size_t width = wanted.width;
    const bool causal = wanted.form == layout::causal;
    if (wanted.what == bench::operation::forward) {
        return for_rows(wanted, d, [=](std::size_t r, std::size_t i) {
            const std::size_t length = causal ? r % width + 1 : width;
            const constant_row x{d.x + i, index(length)};
            row y{d.first + i, index(length)};
            if (causal)
                y = bench::attention_scale * x;
            else
                y = bench::attention_scale * x + constant_row{d.mask + i, index(length)};
            normalise(y);
            row{d.first + i + length, index(width - length)} = 0.0f;
        });
    }
    return for_rows(wanted, d, [=](std::size_t r, std::size_t i) {
        const std::size_t length = causal ? r % width + 1 : width;
        const constant_row grad{d.grad_output + i, index(length)}, y{d.y + i, index(length)};
        row{d.first + i, index(length)} = (bench::attention_scale * (grad - (grad * y).sum())) * y;
        row{d.first + i + length, index(width - length)} = 0.0f;
    });
}

/// A stretch of elements with one weight.
float segment(const operands& d, std::size_t i, std::size_t count, float weight, bool backward) {
    const constant_row x{d.x + i, index(count)};
    row to{d.first + i, index(count)};
    if (!backward) {
        to = x.max(0.0f) + weight * x.min(0.0f);
        return 0;
    }
    const constant_row grad{d.grad_output + i, index(count)};
    const auto slope = [&](float there) { return Eigen::ArrayXf::Constant(x.size(), there); };
    to = grad * (x > 0.0f).select(slope(1.0f), slope(weight));
    return (grad * x.min(0.0f)).sum();
}

/// Channels last: a column of the matrix is a row of all channels.
bench::work neurons(const task& wanted, const operands& d) {
    const Eigen::Index channels = index(wanted.width), rows = index(d.n / wanted.width);
    const bool backward = wanted.what == bench::operation::backward;
    return bench::repeat([=] {
        const constant_row weights{d.linear, channels};
        row grad_weights{d.second, channels};
        if (backward) grad_weights = 0.0f;
        for (Eigen::Index r = 0; r < rows; ++r) {
            const constant_row x{d.x + r * channels, channels}, grad{d.grad_output + r * channels, channels};
            row to{d.first + r * channels, channels};
            if (backward) {
                to = grad * (x > 0.0f).select(Eigen::ArrayXf::Constant(channels, 1.0f), weights);
                grad_weights += grad * x.min(0.0f);
            } else {
                to = x.max(0.0f) + weights * x.min(0.0f);
            }
        }
    });
}

bench::work segments(const task& wanted, const operands& d) {
    const std::size_t inner = wanted.inner == 0 ? d.n : wanted.inner, channels = wanted.width;
    const bool backward = wanted.what == bench::operation::backward;
    return bench::repeat([=] {
        for (std::size_t c = 0; c < channels; ++c) {
            float sum = 0;
            for (std::size_t i = c * inner; i < d.n; i += channels * inner) {
                sum += segment(d, i, inner, d.linear[c], backward);
            }
            if (backward) d.second[c] = sum;
        }
    });
}

}  // namespace

bench::work bench::eigen_rows(const task& wanted, const operands& data) {
    switch (wanted.form) {
        case layout::rows:
            return wanted.activation == "softmax" ? plain_rows<softmax, softmax_backward>(wanted, data)
                                                  : plain_rows<log_softmax, log_softmax_backward>(wanted, data);
        case layout::masked:
        case layout::causal:
            return attention_rows(wanted, data);
        case layout::channels:
            return wanted.inner == 1 ? neurons(wanted, data) : segments(wanted, data);
        default:
            return {};
    }
}
