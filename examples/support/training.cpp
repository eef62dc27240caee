#include "training.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace examples {

double softmax_cross_entropy(const matrix& logits, std::span<const std::size_t> labels, matrix& grad_logits) {
    grad_logits.resize(logits.rows, logits.columns);
    const auto scale = 1 / static_cast<float>(logits.rows);
    double loss = 0;
    for (std::size_t r = 0; r < logits.rows; ++r) {
        const auto z = logits.row(r);
        const auto gradient = grad_logits.row(r);
        const float largest = *std::ranges::max_element(z);
        float sum = 0;
        for (std::size_t c = 0; c < z.size(); ++c) sum += gradient[c] = std::exp(z[c] - largest);
        for (float& g : gradient) g *= scale / sum;
        gradient[labels[r]] -= scale;
        loss += std::log(sum) - (z[labels[r]] - largest);
    }
    return loss / static_cast<double>(logits.rows);
}

double train_epoch(network& net, const labelled_images& set, float learning_rate, random_source& random) {
    constexpr std::size_t batch_size = 32;
    std::vector<std::size_t> order(set.labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);

    matrix x;
    matrix grad_logits;
    std::vector<std::size_t> labels;
    double loss = 0;
    for (std::size_t begin = 0; begin < order.size(); begin += batch_size) {
        const std::size_t count = std::min(batch_size, order.size() - begin);
        x.resize(count, set.images.columns);
        labels.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            std::ranges::copy(set.images.row(order[begin + i]), x.row(i).begin());
            labels[i] = set.labels[order[begin + i]];
        }
        const matrix& logits = net.forward(x);
        loss += softmax_cross_entropy(logits, labels, grad_logits) * static_cast<double>(count);
        net.backward(grad_logits);
        net.descend(learning_rate);
    }
    return loss / static_cast<double>(order.size());
}

double accuracy(network& net, const labelled_images& set) {
    const matrix& logits = net.forward(set.images);
    std::size_t right = 0;
    for (std::size_t r = 0; r < logits.rows; ++r) {
        const auto z = logits.row(r);
        right += static_cast<std::size_t>(std::ranges::max_element(z) - z.begin()) == set.labels[r];
    }
    return static_cast<double>(right) / static_cast<double>(logits.rows);
}

}  // namespace examples
