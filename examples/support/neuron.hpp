// One neuron, y = f(w . x + b), with the loss (y - target)^2 / 2: every number of its forward and backward pass.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_NEURON_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_NEURON_HPP

#include <vector>

#include "activations.hpp"

namespace examples {

struct neuron {
    std::vector<float> weights;
    float bias;
    chosen_activation activation;
};

struct forward_pass {
    float z;  ///< w . x + b
    float y;  ///< f(z)
    float loss;
};

/// The derivative of the loss by each number.
struct gradients {
    float y;
    float z;  ///< And of the bias, which z moves with one to one.
    std::vector<float> weights;
    std::vector<float> inputs;
};

forward_pass forward(const neuron& n, const std::vector<float>& x, float target);
gradients backward(const neuron& n, const std::vector<float>& x, const forward_pass& pass, float target);

}  // namespace examples

#endif
