#include "network.hpp"

#include <activation/activation.hpp>

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "half_activations.hpp"

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

/// The values as elements of E, rounded into `memory` if they are not floats.
template <class E>
std::span<const E> stored(const std::vector<float>& values, std::vector<E>& memory) {
    if constexpr (std::is_same_v<E, float>) {
        return values;
    } else {
        memory.resize(values.size());
        std::ranges::transform(values, memory.begin(), [](float value) { return E(value); });
        return memory;
    }
}

/// call(y) for a y of E, of which `values` are the floats.
template <class E, class Call>
void store_in(std::vector<float>& values, std::vector<E>& memory, Call call) {
    if constexpr (std::is_same_v<E, float>) {
        call(std::span(values));
    } else {
        memory.resize(values.size());
        call(std::span(memory));
        std::ranges::transform(memory, values.begin(), [](E value) { return float(value); });
    }
}

/// What an activation reads and writes is stored as elements of E; gradients go on as floats.
template <class E>
class elementwise final : public layer {
public:
    explicit elementwise(chosen_activation chosen) : chosen_(std::move(chosen)) {
        if constexpr (std::is_same_v<E, float>)
            calls_ = {chosen_.activation->forward, chosen_.activation->backward};
        else
            calls_ = half_calls(chosen_.activation->name);
    }

private:
    void compute_output(const matrix& x, matrix& y) override {
        y.resize(x.rows, x.columns);
        x_ = stored(x.values, x_memory_);
        store_in(y.values, y_memory_, [&](std::span<E> to) { calls_.forward(x_, to, chosen_.parameters); });
    }

    void compute_gradients(const matrix& grad_output, const matrix& x, matrix& grad_input) override {
        grad_input.resize(x.rows, x.columns);
        calls_.backward(stored(grad_output.values, gradient_memory_), x_, grad_input.values, chosen_.parameters);
    }

    chosen_activation chosen_;
    activation_calls<E> calls_;
    std::span<const E> x_;
    std::vector<E> x_memory_, y_memory_, gradient_memory_;
};

/// The units of a layer are its channels, and neighbours in memory: one element behind each channel index.
template <class E>
class learned_prelu final : public layer {
public:
    learned_prelu(std::size_t width, float start) : weights_(matrix(1, width)) {
        std::ranges::fill(weights_.value.values, start);
    }

    std::vector<trainable*> trainables() override { return {&weights_}; }

private:
    void compute_output(const matrix& x, matrix& y) override {
        y.resize(x.rows, x.columns);
        x_ = stored(x.values, x_memory_);
        store_in(y.values, y_memory_, [&](std::span<E> to) { activation::prelu(x_, to, weights_.value.values, 1); });
    }

    void compute_gradients(const matrix& grad_output, const matrix& x, matrix& grad_input) override {
        grad_input.resize(x.rows, x.columns);
        activation::prelu.backward(stored(grad_output.values, gradient_memory_), x_, grad_input.values,
                                   weights_.value.values, weights_.gradient.values, 1);
    }

    trainable weights_;
    std::span<const E> x_;
    std::vector<E> x_memory_, y_memory_, gradient_memory_;
};

template <class E>
class swiglu_block final : public layer {
public:
    swiglu_block(std::size_t inputs, std::size_t outputs, random_source& random)
        : gate_(inputs, outputs, random), linear_(inputs, outputs, random) {}

    std::vector<trainable*> trainables() override {
        return {&gate_.weight, &gate_.bias, &linear_.weight, &linear_.bias};
    }

private:
    void compute_output(const matrix& x, matrix& y) override {
        y.resize(x.rows, gate_.weight.value.columns);
        activated_ = stored(gate_.forward(x).values, gate_memory_);
        factors_ = stored(linear_.forward(x).values, linear_memory_);
        store_in(y.values, y_memory_, [&](std::span<E> to) { activation::swiglu(activated_, factors_, to); });
    }

    void compute_gradients(const matrix& grad_output, const matrix&, matrix& grad_input) override {
        grad_gate_.resize(grad_output.rows, grad_output.columns);
        grad_linear_.resize(grad_output.rows, grad_output.columns);
        activation::swiglu.backward(stored(grad_output.values, gradient_memory_), activated_, factors_,
                                    grad_gate_.values, grad_linear_.values);
        grad_input = gate_.backward(grad_gate_);
        const matrix& through_linear = linear_.backward(grad_linear_);
        for (std::size_t i = 0; i < grad_input.values.size(); ++i) grad_input.values[i] += through_linear.values[i];
    }

    dense gate_;
    dense linear_;
    matrix grad_gate_;
    matrix grad_linear_;
    std::span<const E> activated_, factors_;
    std::vector<E> gate_memory_, linear_memory_, y_memory_, gradient_memory_;
};

template <class E>
std::unique_ptr<layer> make_activation_of(const chosen_activation& chosen, std::size_t width) {
    if (chosen.activation->name == activation::PReLU<float>::name)
        return std::make_unique<learned_prelu<E>>(width, chosen.parameters.front());
    return std::make_unique<elementwise<E>>(chosen);
}

}  // namespace

std::unique_ptr<layer> make_activation(const chosen_activation& chosen, std::size_t width, storage in) {
    return in == storage::bfloat16 ? make_activation_of<activation::bfloat16>(chosen, width)
                                   : make_activation_of<float>(chosen, width);
}

std::unique_ptr<layer> make_swiglu(std::size_t inputs, std::size_t outputs, random_source& random, storage in) {
    if (in == storage::bfloat16) return std::make_unique<swiglu_block<activation::bfloat16>>(inputs, outputs, random);
    return std::make_unique<swiglu_block<float>>(inputs, outputs, random);
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
                     std::size_t outputs, random_source& random, storage in) {
    network net;
    for (std::size_t i = 0; i < hidden; ++i) {
        net.add(std::make_unique<dense>(i == 0 ? inputs : width, width, random));
        net.add(make_activation(chosen, width, in));
    }
    net.add(std::make_unique<dense>(width, outputs, random));
    return net;
}

network make_swiglu_network(std::size_t inputs, std::size_t hidden, std::size_t width, std::size_t outputs,
                            random_source& random, storage in) {
    network net;
    for (std::size_t i = 0; i < hidden; ++i) net.add(make_swiglu(i == 0 ? inputs : width, width, random, in));
    net.add(std::make_unique<dense>(width, outputs, random));
    return net;
}

}  // namespace examples
