#include "network.hpp"

#include <activation/activation.hpp>

#include <algorithm>
#include <cmath>

namespace examples {

trainable::trainable(matrix start)
    : value(std::move(start)),
      gradient(value.rows, value.columns),
      mean_(value.rows, value.columns),
      variance_(value.rows, value.columns) {}

void trainable::descend(float learning_rate, int step) {
    constexpr float keep_mean = 0.9F;
    constexpr float keep_variance = 0.999F;
    const float mean_scale = 1 / (1 - std::pow(keep_mean, static_cast<float>(step)));
    const float variance_scale = 1 / (1 - std::pow(keep_variance, static_cast<float>(step)));
    for (std::size_t i = 0; i < value.values.size(); ++i) {
        const float g = gradient.values[i];
        float& mean = mean_.values[i];
        float& variance = variance_.values[i];
        mean = keep_mean * mean + (1 - keep_mean) * g;
        variance = keep_variance * variance + (1 - keep_variance) * g * g;
        value.values[i] -= learning_rate * mean * mean_scale / (std::sqrt(variance * variance_scale) + 1e-8F);
    }
}

const matrix& layer::forward(const matrix& x) {
    input_ = &x;
    compute_output(x, output_);
    return output_;
}

const matrix& layer::backward(const matrix& grad_output) {
    compute_gradients(grad_output, *input_, grad_input_);
    return grad_input_;
}

dense::dense(std::size_t inputs, std::size_t outputs, random_source& random)
    : weight(matrix(inputs, outputs)), bias(matrix(1, outputs)) {
    const float limit = std::sqrt(6 / static_cast<float>(inputs));
    for (float& w : weight.value.values) w = random.symmetric(limit);
}

void dense::compute_output(const matrix& x, matrix& y) {
    y.resize(x.rows, weight.value.columns);
    for (std::size_t r = 0; r < x.rows; ++r) std::ranges::copy(bias.value.values, y.row(r).begin());
    add_product(x, weight.value, y);
}

void dense::compute_gradients(const matrix& grad_output, const matrix& x, matrix& grad_input) {
    std::ranges::fill(weight.gradient.values, 0.0F);
    add_product(transposed(x), grad_output, weight.gradient);
    std::ranges::fill(bias.gradient.values, 0.0F);
    for (std::size_t r = 0; r < grad_output.rows; ++r)
        for (std::size_t c = 0; c < grad_output.columns; ++c) bias.gradient.values[c] += grad_output.row(r)[c];
    grad_input.resize(x.rows, x.columns);
    std::ranges::fill(grad_input.values, 0.0F);
    add_product(grad_output, transposed(weight.value), grad_input);
}

namespace {

class elementwise final : public layer {
public:
    explicit elementwise(chosen_activation chosen) : chosen_(std::move(chosen)) {}

private:
    void compute_output(const matrix& x, matrix& y) override {
        y.resize(x.rows, x.columns);
        chosen_.activation->forward(x.values, y.values, chosen_.parameters);
    }

    void compute_gradients(const matrix& grad_output, const matrix& x, matrix& grad_input) override {
        grad_input.resize(x.rows, x.columns);
        chosen_.activation->backward(grad_output.values, x.values, grad_input.values, chosen_.parameters);
    }

    chosen_activation chosen_;
};

/// The units of a layer are its channels, and neighbours in memory: one element behind each channel index.
class learned_prelu final : public layer {
public:
    learned_prelu(std::size_t width, float start) : weights_(matrix(1, width)) {
        std::ranges::fill(weights_.value.values, start);
    }

    std::vector<trainable*> trainables() override { return {&weights_}; }

private:
    void compute_output(const matrix& x, matrix& y) override {
        y.resize(x.rows, x.columns);
        activation::prelu(x.values, y.values, weights_.value.values, 1);
    }

    void compute_gradients(const matrix& grad_output, const matrix& x, matrix& grad_input) override {
        grad_input.resize(x.rows, x.columns);
        activation::prelu.backward(grad_output.values, x.values, grad_input.values, weights_.value.values,
                                   weights_.gradient.values, 1);
    }

    trainable weights_;
};

}  // namespace

swiglu_block::swiglu_block(std::size_t inputs, std::size_t outputs, random_source& random)
    : gate_(inputs, outputs, random), linear_(inputs, outputs, random) {}

std::vector<trainable*> swiglu_block::trainables() {
    return {&gate_.weight, &gate_.bias, &linear_.weight, &linear_.bias};
}

void swiglu_block::compute_output(const matrix& x, matrix& y) {
    y.resize(x.rows, gate_.weight.value.columns);
    activation::swiglu(gate_.forward(x).values, linear_.forward(x).values, y.values);
}

void swiglu_block::compute_gradients(const matrix& grad_output, const matrix&, matrix& grad_input) {
    grad_gate_.resize(grad_output.rows, grad_output.columns);
    grad_linear_.resize(grad_output.rows, grad_output.columns);
    activation::swiglu.backward(grad_output.values, gate_.output().values, linear_.output().values, grad_gate_.values,
                                grad_linear_.values);
    grad_input = gate_.backward(grad_gate_);
    const matrix& through_linear = linear_.backward(grad_linear_);
    for (std::size_t i = 0; i < grad_input.values.size(); ++i) grad_input.values[i] += through_linear.values[i];
}

std::unique_ptr<layer> make_activation(const chosen_activation& chosen, std::size_t width) {
    if (chosen.activation->name == activation::PReLU<float>::name)
        return std::make_unique<learned_prelu>(width, chosen.parameters.front());
    return std::make_unique<elementwise>(chosen);
}

const matrix& network::forward(const matrix& x) {
    const matrix* value = &x;
    for (const auto& each : layers_) value = &each->forward(*value);
    return *value;
}

void network::backward(const matrix& grad_output) {
    const matrix* gradient = &grad_output;
    for (auto each = layers_.rbegin(); each != layers_.rend(); ++each) gradient = &(*each)->backward(*gradient);
}

void network::descend(float learning_rate) {
    ++step_;
    for (const auto& each : layers_)
        for (trainable* const numbers : each->trainables()) numbers->descend(learning_rate, step_);
}

network make_network(const chosen_activation& chosen, std::size_t inputs, std::size_t hidden, std::size_t width,
                     std::size_t outputs, random_source& random) {
    network net;
    for (std::size_t i = 0; i < hidden; ++i) {
        net.add(std::make_unique<dense>(i == 0 ? inputs : width, width, random));
        net.add(make_activation(chosen, width));
    }
    net.add(std::make_unique<dense>(width, outputs, random));
    return net;
}

network make_swiglu_network(std::size_t inputs, std::size_t hidden, std::size_t width, std::size_t outputs,
                            random_source& random) {
    network net;
    for (std::size_t i = 0; i < hidden; ++i)
        net.add(std::make_unique<swiglu_block>(i == 0 ? inputs : width, width, random));
    net.add(std::make_unique<dense>(width, outputs, random));
    return net;
}

}  // namespace examples
