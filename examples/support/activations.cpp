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
        entry<ReLU6>(),
        entry<SquaredReLU>(),
        entry<Threshold, &Threshold<float>::threshold, &Threshold<float>::value>(
            {{{"threshold", -2, 2}, {"value", -2, 2}}}),
        entry<Hardtanh, &Hardtanh<float>::min_val, &Hardtanh<float>::max_val>(
            {{{"min_val", -3, -0.1F}, {"max_val", 0.1F, 3}}}),
        entry<Hardsigmoid>(),
        entry<Hardswish>(),
        entry<Hardshrink, &Hardshrink<float>::lambd>({{{"lambd", 0, 2}}}),
        entry<Softshrink, &Softshrink<float>::lambd>({{{"lambd", 0, 2}}}),
        entry<Softsign>(),
        entry<SELU>(),
        entry<CELU, &CELU<float>::alpha>({{{"alpha", 0.1F, 3}}}),
        entry<Softplus, &Softplus<float>::beta, &Softplus<float>::threshold>(
            {{{"beta", 0.1F, 5}, {"threshold", 1, 40}}}),
        entry<LogSigmoid>(),
        entry<Swish, &Swish<float>::beta>({{{"beta", 0.1F, 5}}}),
        entry<QuickGELU>(),
        entry<Mish>(),
        entry<Tanhshrink>(),
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
