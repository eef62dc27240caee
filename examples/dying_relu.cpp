// How gradients get lost in deep networks, measured on real handwritten digits: ReLU units that die and stay dead where
// the variants recover, and sigmoid gradients that vanish with depth.
#include <cstdio>
#include <string>
#include <vector>

#include "support/activations.hpp"
#include "support/chart.hpp"
#include "support/command_line.hpp"
#include "support/diagnosis.hpp"
#include "support/output.hpp"
#include "support/training.hpp"

namespace {

constexpr std::string_view usage = R"(dying_relu: dead units and vanishing gradients, measured on handwritten digits

    dying_relu [options]

--depth N    hidden layers (default 6)
--width N    units in each (default 16)
--bias B     what every bias starts at; a bad start is well below zero (default -0.7)
--epochs N   passes over the training digits (default 20)
--rate R     learning rate (default 0.005)
--seed N     start of the random numbers (default 1)
--data FILE  other digits: 64 pixels from 0 to 16 and the digit, one a line
-o FILE      write the two charts as an SVG picture too
)";

struct options {
    examples::start_plan plan;
    int epochs;
    float rate;
};

bool is_shown(int epoch, int epochs) { return epoch <= 2 || epoch == 5 || epoch % 10 == 0 || epoch == epochs; }

void print_row(const std::string& label, int epoch, const examples::off_units& off, double test_accuracy) {
    std::printf("%-11s %5d ", label.c_str(), epoch);
    for (const auto& layer : off) std::printf("%5.0f", 100 * examples::share_off(layer));
    std::printf(" %12.1f\n", 100 * test_accuracy);
}

/// Trains from the bad start, prints the share of off units on the way, and returns it as a curve over the epochs.
examples::curve show_dying(const examples::chosen_activation& chosen, const examples::digits& data,
                           const options& how) {
    const char* const name = chosen.label.c_str();
    examples::random_source random(how.plan.seed);
    auto net = examples::make_start(chosen, how.plan, random);
    const auto at_first = examples::find_off_units(net, data.train.images);
    auto off = at_first;
    examples::curve result{.label = chosen.label, .points = {}, .colour = 0};
    for (int epoch = 0; epoch <= how.epochs; ++epoch) {
        if (epoch > 0) {
            examples::train_epoch(net, data.train, how.rate, random);
            off = examples::find_off_units(net, data.train.images);
        }
        result.points.push_back({static_cast<double>(epoch), 100 * examples::share_off(off)});
        if (is_shown(epoch, how.epochs)) print_row(chosen.label, epoch, off, examples::accuracy(net, data.test));
    }
    std::printf("%-11s %.0f %% of all units were off at first; %.0f %% of those came back\n\n", name,
                100 * examples::share_off(at_first), 100 * examples::share_recovered(at_first, off));
    return result;
}

examples::chart show_dying(const examples::digits& data, const options& how) {
    std::printf("A bad start, every bias at %g. Per cent of the units that are off, for no image above zero:\n",
                how.plan.bias);
    std::printf("activation  epoch ");
    for (std::size_t layer = 1; layer <= how.plan.depth; ++layer) std::printf("%5zu", layer);
    std::puts("  <- layer; test accuracy");
    examples::chart result{.title = "Units that are off, from a bad start",
                           .x_label = "epoch",
                           .y_label = "per cent of all hidden units",
                           .curves = {}};
    for (const char* const name : {"relu", "leaky_relu", "prelu", "elu", "gelu", "silu"}) {
        result.curves.push_back(show_dying(examples::choose_activation(name), data, how));
        result.curves.back().colour = result.curves.size() - 1;
    }
    return result;
}

/// Prints the first and the last layer's gradient at growing depth; returns the deepest network's, layer by layer.
examples::chart show_vanishing(const examples::digits& data, examples::start_plan plan) {
    std::puts("The gradient's norm by the weights of the first and the last hidden layer, before any training:");
    std::puts("activation  depth        first         last   first / last");
    examples::chart result{.title = "Gradients at the start, 16 layers deep",
                           .x_label = "hidden layer",
                           .y_label = "norm of the weights' gradient",
                           .curves = {},
                           .logarithmic = true};
    plan.bias = 0;
    for (const char* const name : {"sigmoid", "tanh", "relu"}) {
        result.curves.push_back({.label = name, .points = {}, .colour = result.curves.size()});
        for (plan.depth = 2; plan.depth <= 16; plan.depth *= 2) {
            const auto norms = examples::gradient_norms(examples::choose_activation(name), plan, data.train);
            std::printf("%-11s %5zu %12.3g %12.3g %14.3g\n", name, plan.depth, norms.front(), norms.back(),
                        norms.front() / norms.back());
            result.curves.back().points.clear();
            for (std::size_t i = 0; i < norms.size(); ++i)
                result.curves.back().points.push_back({static_cast<double>(i + 1), norms[i]});
        }
    }
    return result;
}

int run(examples::command_line& line) {
    const options how{
        .plan = {.depth = static_cast<std::size_t>(line.integer("--depth", 6, 1, 64)),
                 .width = static_cast<std::size_t>(line.integer("--width", 16, 1, 256)),
                 .bias = static_cast<float>(line.number("--bias", -0.7, -100, 100)),
                 .seed = static_cast<std::uint32_t>(line.integer("--seed", 1, 0, 0xffffffff))},
        .epochs = static_cast<int>(line.integer("--epochs", 20, 1, 1000)),
        .rate = static_cast<float>(line.number("--rate", 0.005, 1e-9, 10)),
    };
    const std::string picture = line.text("-o", "");
    const std::string data_path = line.text("--data", ACTIVATION_EXAMPLES_DIGITS);
    line.expect_no_more();
    const examples::digits data = examples::load_digits(data_path);

    examples::start_plan ordinary = how.plan;
    ordinary.bias = 0;
    const auto relu = examples::choose_activation("relu");
    std::printf("An ordinary start, every bias at 0: %.0f %% of all ReLU outputs are zero.\n\n",
                100 * examples::share_of_zero_outputs(relu, ordinary, data.train.images));
    const std::vector charts{show_dying(data, how), show_vanishing(data, how.plan)};
    if (!picture.empty()) examples::write_file(picture, examples::to_svg(charts, 2));
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return examples::run_example(argc, argv, usage, run); }
