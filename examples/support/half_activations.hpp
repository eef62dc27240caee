// The same activations on numbers of sixteen bits.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_HALF_ACTIVATIONS_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_HALF_ACTIVATIONS_HPP

#include <activation/storage.hpp>
#include <span>
#include <string_view>

#include "activations.hpp"

namespace examples {

/// The calls that a network makes of an activation whose values are elements of E.
template <class E>
struct activation_calls {
    void (*forward)(std::span<const E> x, std::span<E> y, parameter_values);
    void (*backward)(std::span<const E> grad_output, std::span<const E> x, std::span<float> grad_input,
                     parameter_values);
};

/// Those of the activation of that name.
activation_calls<activation::bfloat16> half_calls(std::string_view name);

}  // namespace examples

#endif
