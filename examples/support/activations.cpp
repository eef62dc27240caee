#include "activations.hpp"

#include <activation/activation.hpp>

#include <algorithm>
#include <cmath>

#include "command_line.hpp"
#include "functors.hpp"

namespace examples {

namespace {

template <class Functor>
bool is_refused(const Functor& functor) {
    if constexpr (requires { functor.refused(); })
        return functor.refused().name != nullptr;
    else
        return false;
}

/// Parameter number i with the range that is worth looking at: from 0, or next to it where 0 is refused, to twice the
/// default, and at least to 2.
template <class Functor>
parameter parameter_of(std::string_view name, std::size_t i) {
    Functor functor{};
    const float value = *parameters_of(functor)[i];
    const float end = std::copysign(std::max(2.0F, 2 * std::abs(value)), value);
    *parameters_of(functor)[i] = 0;
    const float start = value == 0 ? -end : is_refused(functor) ? end / 20 : 0;
    return {name, value, std::min(start, end), std::max(start, end)};
}

/// A callable under its own name.
template <template <class> class F>
named_activation entry(const activation::function<F>&) {
    static constexpr activation::function<F> f{};
    std::vector<parameter> parameters;
    if constexpr (requires { F<float>::parameter_names; })
        for (std::size_t i = 0; const char* each : F<float>::parameter_names)
            parameters.push_back(parameter_of<F<float>>(each, i++));
    return {
        .name = F<float>::name,
        .parameters = std::move(parameters),
        .value = [](float x, parameter_values p) { return f(x, with<F<float>>(p)); },
        .derivative = [](float x, parameter_values p) { return f.derivative(x, with<F<float>>(p)); },
        .forward = [](std::span<const float> x, std::span<float> y, parameter_values p) { f(x, y, with<F<float>>(p)); },
        .backward = [](std::span<const float> grad_output, std::span<const float> x, std::span<float> grad_input,
                       parameter_values p) { f.backward(grad_output, x, grad_input, with<F<float>>(p)); },
    };
}

}  // namespace

std::vector<float> named_activation::defaults() const {
    std::vector<float> values;
    for (const auto& p : parameters) values.push_back(p.value);
    return values;
}

const std::vector<named_activation>& all_activations() {
    static const std::vector<named_activation> table{
#define ACTIVATION_ENTRY(callable, Functor) entry(activation::callable),
#include <activation/catalogue.hpp>
    };
    return table;
}

std::string activation_names(std::size_t margin) {
    constexpr std::size_t width = 100;
    std::string names;
    std::size_t column = margin;
    for (const auto& a : all_activations()) {
        const bool is_full = margin > 0 && column + a.name.size() > width;
        if (is_full) column = margin;
        if (!names.empty()) names += is_full ? ",\n" + std::string(margin, ' ') : ", ";
        names += a.name;
        column += a.name.size() + 2;
    }
    return names;
}

const named_activation& find_activation(std::string_view name) {
    const auto& table = all_activations();
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& a) { return a.name == name; });
    if (found == table.end())
        throw usage_error("no such activation: '" + std::string(name) + "'; there are " + activation_names());
    return *found;
}

}  // namespace examples
