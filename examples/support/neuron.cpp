#include "neuron.hpp"

namespace examples {

forward_pass forward(const neuron& n, const std::vector<float>& x, float target) {
    float z = n.bias;
    for (std::size_t i = 0; i < x.size(); ++i) z += n.weights[i] * x[i];
    const float y = n.activation.value(z);
    return {z, y, (y - target) * (y - target) / 2};
}

gradients backward(const neuron& n, const std::vector<float>& x, const forward_pass& pass, float target) {
    gradients g{.y = pass.y - target, .z = 0, .weights = {}, .inputs = {}};
    g.z = g.y * n.activation.derivative(pass.z);
    for (std::size_t i = 0; i < x.size(); ++i) {
        g.weights.push_back(g.z * x[i]);
        g.inputs.push_back(g.z * n.weights[i]);
    }
    return g;
}

}  // namespace examples
