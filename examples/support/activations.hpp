// The activations an example can be asked for by name: the only place where names and callables meet.
#ifndef ACTIVATION_EXAMPLES_SUPPORT_ACTIVATIONS_HPP
#define ACTIVATION_EXAMPLES_SUPPORT_ACTIVATIONS_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace examples {

/// A number that shapes an activation, with its default and the range that is worth looking at.
struct parameter {
    std::string_view name;
    float value;
    float least;
    float most;
};

/// One value for each parameter of an activation, in its order.
using parameter_values = std::span<const float>;

/// One callable of the library behind plain function pointers.
struct named_activation {
    std::string_view name;
    std::vector<parameter> parameters;
    float (*value)(float x, parameter_values);
    float (*derivative)(float x, parameter_values);
    void (*forward)(std::span<const float> x, std::span<float> y, parameter_values);
    void (*backward)(std::span<const float> grad_output, std::span<const float> x, std::span<float> grad_input,
                     parameter_values);

    [[nodiscard]] std::vector<float> defaults() const;
};

/// All activations of the library.
const std::vector<named_activation>& all_activations();

/// The activation of that name; a usage_error that lists the names when there is none.
const named_activation& find_activation(std::string_view name);

/// "relu, leaky_relu, ..." for messages; for a help text in lines, which begin at column `margin` from the second on.
std::string activation_names(std::size_t margin = 0);

/// An activation with its parameters set, as a user writes it: `gelu`, `leaky_relu:negative_slope=0.2`.
struct chosen_activation {
    std::string label;
    const named_activation* activation;
    std::vector<float> parameters;

    [[nodiscard]] float value(float x) const { return activation->value(x, parameters); }
    [[nodiscard]] float derivative(float x) const { return activation->derivative(x, parameters); }
};

chosen_activation choose_activation(std::string_view text);

}  // namespace examples

#endif
