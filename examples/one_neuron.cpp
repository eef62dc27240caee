// One neuron, forward and backward, every number on the way written out as a person would work it out on paper.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "support/activations.hpp"
#include "support/command_line.hpp"
#include "support/neuron.hpp"

namespace {

const std::string usage = R"(one_neuron: one neuron's forward pass, backward pass and training, number by number

    one_neuron [options]

--inputs LIST     x1,x2,... (default 1,-2,0.5)
--weights LIST    w1,w2,..., as many as inputs (default 0.4,0.1,-0.3)
--bias B          (default 0.1)
--activation A    a name, with parameters if you like: leaky_relu:negative_slope=0.2 (default gelu). There are
                  )" + examples::activation_names(18) +
                          R"(
--target T        what the neuron should answer (default 1)
--steps N         training steps (default 10)
--rate R          how far a step goes against the gradient (default 0.2)
)";

constexpr double magnitude = 1e6;

void print_forward(const examples::neuron& n, const std::vector<float>& x, const examples::forward_pass& pass,
                   float target) {
    const char* const f = n.activation.label.c_str();
    std::puts("Forward: from the inputs to the loss");
    for (std::size_t i = 0; i < x.size(); ++i)
        std::printf("  w%zu * x%zu = %g * %g = %g\n", i + 1, i + 1, n.weights[i], x[i], n.weights[i] * x[i]);
    std::printf("  z = the sum of these + bias %g = %g\n", n.bias, pass.z);
    std::printf("  y = %s(z) = %s(%g) = %g\n", f, f, pass.z, pass.y);
    std::printf("  loss = (y - target)^2 / 2 = (%g - %g)^2 / 2 = %g\n\n", pass.y, target, pass.loss);
}

void print_backward(const examples::neuron& n, const std::vector<float>& x, const examples::forward_pass& pass,
                    const examples::gradients& g, float target) {
    const char* const f = n.activation.label.c_str();
    std::puts("Backward: how the loss changes with each number, by the chain rule, from the loss to the inputs");
    std::printf("  dloss/dy = y - target = %g - %g = %g\n", pass.y, target, g.y);
    std::printf("  dy/dz = %s'(z) = %s'(%g) = %g\n", f, f, pass.z, n.activation.derivative(pass.z));
    std::printf("  dloss/dz = dloss/dy * dy/dz = %g * %g = %g\n", g.y, n.activation.derivative(pass.z), g.z);
    std::printf("  dloss/dbias = dloss/dz = %g\n", g.z);
    for (std::size_t i = 0; i < x.size(); ++i)
        std::printf("  dloss/dw%zu = dloss/dz * x%zu = %g * %g = %g\n", i + 1, i + 1, g.z, x[i], g.weights[i]);
    for (std::size_t i = 0; i < x.size(); ++i)
        std::printf("  dloss/dx%zu = dloss/dz * w%zu = %g * %g = %g\n", i + 1, i + 1, g.z, n.weights[i], g.inputs[i]);
}

void train(examples::neuron n, const std::vector<float>& x, float target, int steps, float rate) {
    std::printf("\nTraining: each step moves the bias and every weight by -%g times its gradient\n", rate);
    std::puts("  step            z            y         loss");
    const float first = forward(n, x, target).loss;
    const int shown_every = std::max(1, steps / 20);
    for (int step = 0; step <= steps; ++step) {
        const examples::forward_pass pass = forward(n, x, target);
        if (step % shown_every == 0 || step == steps)
            std::printf("  %4d %12g %12g %12g\n", step, pass.z, pass.y, pass.loss);
        if (step == steps) break;
        const examples::gradients g = backward(n, x, pass, target);
        n.bias -= rate * g.z;
        for (std::size_t i = 0; i < x.size(); ++i) n.weights[i] -= rate * g.weights[i];
    }
    const examples::forward_pass last = forward(n, x, target);
    if (last.loss < first)
        std::printf("The loss fell from %g to %g.\n", first, last.loss);
    else if (backward(n, x, last, target).z == 0)
        std::puts("The loss did not fall: the gradient is zero, so nothing moves.");
    else
        std::puts("The loss did not fall: the steps are too large, try a smaller --rate.");
}

std::vector<float> read_list(examples::command_line& line, std::string_view name, std::string_view otherwise) {
    std::vector<float> values;
    for (const double value : line.number_list(name, otherwise)) {
        if (std::abs(value) > magnitude) throw examples::usage_error(std::string(name) + " holds a number beyond 1e6");
        values.push_back(static_cast<float>(value));
    }
    return values;
}

int run(examples::command_line& line) {
    const auto x = read_list(line, "--inputs", "1,-2,0.5");
    const auto weights = read_list(line, "--weights", "0.4,0.1,-0.3");
    const auto bias = static_cast<float>(line.number("--bias", 0.1, -magnitude, magnitude));
    const auto activation = examples::choose_activation(line.text("--activation", "gelu"));
    const auto target = static_cast<float>(line.number("--target", 1, -magnitude, magnitude));
    const auto steps = static_cast<int>(line.integer("--steps", 10, 0, 1'000'000));
    const auto rate = static_cast<float>(line.number("--rate", 0.2, 1e-9, magnitude));
    line.expect_no_more();
    if (weights.size() != x.size())
        throw examples::usage_error("--inputs has " + std::to_string(x.size()) + " numbers, --weights has " +
                                    std::to_string(weights.size()));

    const examples::neuron n{weights, bias, activation};
    const examples::forward_pass pass = forward(n, x, target);
    print_forward(n, x, pass, target);
    print_backward(n, x, pass, backward(n, x, pass, target), target);
    if (steps > 0) train(n, x, target, steps, rate);
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return examples::run_example(argc, argv, usage, run); }
