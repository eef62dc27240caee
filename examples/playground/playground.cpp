// What the page calls: the library's activations and one neuron, behind plain C functions over one buffer of numbers.
#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "../support/activations.hpp"
#include "../support/neuron.hpp"

namespace {

constexpr std::size_t capacity = 4096;

std::array<float, capacity> input;
std::array<float, capacity> output;

/// Every activation with the parameters that the page has set.
std::vector<examples::chosen_activation>& chosen() {
    static std::vector<examples::chosen_activation> all = [] {
        std::vector<examples::chosen_activation> result;
        for (const auto& each : examples::all_activations())
            result.push_back({std::string(each.name), &each, each.defaults()});
        return result;
    }();
    return all;
}

const examples::parameter& parameter_at(std::size_t activation, std::size_t parameter) {
    return chosen()[activation].activation->parameters[parameter];
}

}  // namespace

// Each is exported: the page finds it under its own name.
extern "C" {

[[gnu::used]] std::size_t buffer_capacity() { return capacity; }
[[gnu::used]] float* input_buffer() { return input.data(); }
[[gnu::used]] float* output_buffer() { return output.data(); }

[[gnu::used]] std::size_t activation_count() { return chosen().size(); }
[[gnu::used]] const char* activation_name(std::size_t activation) { return chosen()[activation].label.c_str(); }

[[gnu::used]] std::size_t parameter_count(std::size_t activation) { return chosen()[activation].parameters.size(); }
/// Not followed by a zero: `parameter_name_length` characters.
[[gnu::used]] const char* parameter_name(std::size_t activation, std::size_t parameter) {
    return parameter_at(activation, parameter).name.data();
}
[[gnu::used]] std::size_t parameter_name_length(std::size_t activation, std::size_t parameter) {
    return parameter_at(activation, parameter).name.size();
}
[[gnu::used]] float parameter_least(std::size_t activation, std::size_t parameter) {
    return parameter_at(activation, parameter).least;
}
[[gnu::used]] float parameter_most(std::size_t activation, std::size_t parameter) {
    return parameter_at(activation, parameter).most;
}
[[gnu::used]] float get_parameter(std::size_t activation, std::size_t parameter) {
    return chosen()[activation].parameters[parameter];
}
[[gnu::used]] void set_parameter(std::size_t activation, std::size_t parameter, float value) {
    chosen()[activation].parameters[parameter] = value;
}

/// output[i] = f(input[i]) for i < count
[[gnu::used]] void forward(std::size_t activation, std::size_t count) {
    const auto& f = chosen()[activation];
    f.activation->forward(std::span(input).first(count), std::span(output).first(count), f.parameters);
}

/// output[i] = f'(input[i]) for i < count
[[gnu::used]] void derivative(std::size_t activation, std::size_t count) {
    const auto& f = chosen()[activation];
    std::transform(input.begin(), input.begin() + count, output.begin(), [&](float x) { return f.derivative(x); });
}

/// One neuron forward and backward. input: x1..xn, w1..wn, bias, target.
/// output: z, y, loss, dloss/dy, dy/dz, dloss/dz, dloss/dw1..dwn, dloss/dx1..dxn.
[[gnu::used]] void neuron_pass(std::size_t activation, std::size_t n) {
    const float* const begin = input.data();
    const std::vector<float> x(begin, begin + n);
    const examples::neuron neuron{{begin + n, begin + 2 * n}, input[2 * n], chosen()[activation]};
    const float target = input[2 * n + 1];
    const auto pass = examples::forward(neuron, x, target);
    const auto g = examples::backward(neuron, x, pass, target);
    const float slope = neuron.activation.derivative(pass.z);
    const std::array singles{pass.z, pass.y, pass.loss, g.y, slope, g.z};
    float* next = std::copy(singles.begin(), singles.end(), output.data());
    next = std::copy(g.weights.begin(), g.weights.end(), next);
    std::copy(g.inputs.begin(), g.inputs.end(), next);
}
}
