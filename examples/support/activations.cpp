#include "activations.hpp"

#include <activation/activation.hpp>

#include <algorithm>
#include <array>

#include "command_line.hpp"

namespace examples {

namespace {

struct range {
    std::string_view name;
    float least;
    float most;
};

/// The functor F with the members named by `Members` set to `values`.
template <template <class> class F, auto... Members>
constexpr F<float> with([[maybe_unused]] parameter_values values) {
    F<float> functor{};
    [[maybe_unused]] std::size_t i = 0;
    ((functor.*Members = values[i++]), ...);
    return functor;
}

/// F under its own name; `ranges` describes its members, one each, whose defaults F itself knows.
template <template <class> class F, auto... Members>
named_activation entry(std::array<range, sizeof...(Members)> ranges = {}) {
    static constexpr activation::function<F> f{};
    constexpr std::array<float, sizeof...(Members)> defaults{F<float>{}.*Members...};
    std::vector<parameter> parameters;
    for (std::size_t i = 0; i < ranges.size(); ++i)
        parameters.push_back({ranges[i].name, defaults[i], ranges[i].least, ranges[i].most});
    return {
        .name = F<float>::name,
        .parameters = std::move(parameters),
        .value = [](float x, parameter_values p) { return f(x, with<F, Members...>(p)); },
        .derivative = [](float x, parameter_values p) { return f.derivative(x, with<F, Members...>(p)); },
        .forward = [](std::span<const float> x, std::span<float> y,
                      parameter_values p) { f(x, y, with<F, Members...>(p)); },
        .backward = [](std::span<const float> grad_output, std::span<const float> x, std::span<float> grad_input,
                       parameter_values p) { f.backward(grad_output, x, grad_input, with<F, Members...>(p)); },
    };
}

}  // namespace

std::vector<float> named_activation::defaults() const {
    std::vector<float> values;
    for (const auto& p : parameters) values.push_back(p.value);
    return values;
}

const std::vector<named_activation>& all_activations() {
    using namespace activation;
    static const std::vector<named_activation> table{
        entry<ReLU>(),
        entry<LeakyReLU, &LeakyReLU<float>::negative_slope>({{{"negative_slope", 0, 1}}}),
        entry<PReLU, &PReLU<float>::weight>({{{"weight", 0, 1}}}),
        entry<ELU, &ELU<float>::alpha>({{{"alpha", 0, 2}}}),
        entry<GELU>(),
        entry<GELUTanh>(),
        entry<SiLU>(),
        entry<Sigmoid>(),
        entry<Tanh>(),
        entry<Mish>(),
    };
    return table;
}

std::string activation_names() {
    std::string names;
    for (const auto& a : all_activations()) {
        if (!names.empty()) names += ", ";
        names += a.name;
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
