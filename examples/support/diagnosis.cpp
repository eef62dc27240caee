#include "diagnosis.hpp"

#include <algorithm>
#include <cmath>

#include "training.hpp"

namespace examples {

namespace {

/// The dense layer of a hidden layer, whose output is what the activation sees.
layer& dense_of(const network& net, std::size_t hidden) { return *net.layers()[2 * hidden]; }

const matrix& activated_of(const network& net, std::size_t hidden) { return net.layers()[2 * hidden + 1]->output(); }

std::size_t hidden_layers(const network& net) { return net.layers().size() / 2; }

}  // namespace

network make_start(const chosen_activation& chosen, const start_plan& plan, random_source& random) {
    network net = make_network(chosen, pixel_count, plan.depth, plan.width, class_count, random);
    for (std::size_t hidden = 0; hidden < plan.depth; ++hidden)
        std::ranges::fill(dense_of(net, hidden).trainables()[1]->value.values, plan.bias);
    return net;
}

off_units find_off_units(network& net, const matrix& images) {
    net.forward(images);
    off_units off;
    for (std::size_t hidden = 0; hidden < hidden_layers(net); ++hidden) {
        const matrix& sums = dense_of(net, hidden).output();
        off.emplace_back(sums.columns, true);
        for (std::size_t r = 0; r < sums.rows; ++r)
            for (std::size_t unit = 0; unit < sums.columns; ++unit)
                if (sums.row(r)[unit] > 0) off.back()[unit] = false;
    }
    return off;
}

double share_off(const std::vector<bool>& layer) {
    return static_cast<double>(std::ranges::count(layer, true)) / static_cast<double>(layer.size());
}

double share_off(const off_units& off) {
    double sum = 0;
    for (const auto& layer : off) sum += share_off(layer);
    return sum / static_cast<double>(off.size());
}

double share_recovered(const off_units& before, const off_units& after) {
    std::size_t were_off = 0;
    std::size_t are_on = 0;
    for (std::size_t layer = 0; layer < before.size(); ++layer)
        for (std::size_t unit = 0; unit < before[layer].size(); ++unit) {
            were_off += before[layer][unit];
            are_on += before[layer][unit] && !after[layer][unit];
        }
    return were_off == 0 ? 0 : static_cast<double>(are_on) / static_cast<double>(were_off);
}

std::vector<double> gradient_norms(const chosen_activation& chosen, const start_plan& plan,
                                   const labelled_images& set) {
    random_source random(plan.seed);
    network net = make_start(chosen, plan, random);
    matrix gradient;
    softmax_cross_entropy(net.forward(set.images), set.labels, gradient);
    net.backward(gradient);
    std::vector<double> norms;
    for (std::size_t hidden = 0; hidden < plan.depth; ++hidden) {
        double square = 0;
        for (const float g : dense_of(net, hidden).trainables()[0]->gradient.values)
            square += static_cast<double>(g) * g;
        norms.push_back(std::sqrt(square));
    }
    return norms;
}

double share_of_zero_outputs(const chosen_activation& chosen, const start_plan& plan, const matrix& images) {
    random_source random(plan.seed);
    network net = make_start(chosen, plan, random);
    net.forward(images);
    std::size_t zeros = 0;
    std::size_t all = 0;
    for (std::size_t hidden = 0; hidden < plan.depth; ++hidden) {
        const auto& outputs = activated_of(net, hidden).values;
        zeros += static_cast<std::size_t>(std::ranges::count(outputs, 0.0F));
        all += outputs.size();
    }
    return static_cast<double>(zeros) / static_cast<double>(all);
}

}  // namespace examples
