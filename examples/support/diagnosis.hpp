// What goes wrong inside a deep network: units that never fire, gradients that do not arrive.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_DIAGNOSIS_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_DIAGNOSIS_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

#include "digits.hpp"
#include "network.hpp"

namespace examples {

/// How a network looks before it has learned anything.
struct start_plan {
    std::size_t depth;  ///< Hidden layers.
    std::size_t width;  ///< Units in each of them.
    float bias;         ///< What the bias of every hidden unit starts at.
    std::uint32_t seed;
};

network make_start(const chosen_activation& chosen, const start_plan& plan, random_source& random);

/// For each hidden layer, for each unit: whether it is off.
using off_units = std::vector<std::vector<bool>>;

/// A unit is off when its sum is negative or zero for every image. An off ReLU unit has no gradient: it is dead.
off_units find_off_units(network& net, const matrix& images);

/// The share of a layer's units that are off, and of all units.
double share_off(const std::vector<bool>& layer);
double share_off(const off_units& off);

/// Of the units that were off `before`, the share that is on `after`.
double share_recovered(const off_units& before, const off_units& after);

/// The norm of the loss's gradient by the weights of each hidden layer, in a network that has not learned anything.
std::vector<double> gradient_norms(const chosen_activation& chosen, const start_plan& plan, const labelled_images& set);

/// The share of exact zeros among the outputs of all activations, in a network that has not learned anything.
double share_of_zero_outputs(const chosen_activation& chosen, const start_plan& plan, const matrix& images);

}  // namespace examples

#endif
