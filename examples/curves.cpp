// Draws activation functions and their derivatives, as a picture or on the terminal.
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "support/activations.hpp"
#include "support/chart.hpp"
#include "support/command_line.hpp"
#include "support/output.hpp"

namespace {

const std::string usage = R"(curves: activation functions and their derivatives, drawn

    curves [options] [ACTIVATION...]

ACTIVATION   a name, with parameters if you like: gelu, leaky_relu:negative_slope=0.2; without any, the four classics
             sigmoid, tanh, relu, gelu. There are
             )" + examples::activation_names(13) +
                          R"(
--derivative   the derivatives too, dashed
--panels       each activation in axes of its own, side by side
--range A B    x from A to B (default -4 4)
-o FILE        write an SVG picture instead of drawing on the terminal
)";

/// Where a curve jumps, as the derivative of ReLU does, no line may join the two sides.
constexpr double jump = 0.02;

/// `of` at evenly spaced points of [least, most]; a jump between two of them is narrowed down and left open.
template <class Of>
std::vector<examples::point> sampled(double least, double most, Of of) {
    constexpr int intervals = 400;
    std::vector<examples::point> points;
    const auto at = [&](double x) { return examples::point{x, of(static_cast<float>(x))}; };
    for (int i = 0; i <= intervals; ++i) {
        const examples::point next = at(least + (most - least) * i / intervals);
        if (!points.empty() && std::abs(next.y - points.back().y) > jump) {
            examples::point before = points.back();
            examples::point after = next;
            for (int halving = 0; halving < 20; ++halving) {
                const examples::point middle = at((before.x + after.x) / 2);
                (std::abs(middle.y - before.y) < std::abs(middle.y - after.y) ? before : after) = middle;
            }
            if (std::abs(after.y - before.y) > jump) points.insert(points.end(), {before, {before.x, NAN}, after});
        }
        points.push_back(next);
    }
    return points;
}

struct options {
    bool derivative;
    double least;
    double most;
};

void add_curves(examples::chart& target, const examples::chosen_activation& chosen, std::size_t colour,
                const options& how) {
    target.curves.push_back(
        {chosen.label, sampled(how.least, how.most, [&](float x) { return chosen.value(x); }), colour, false});
    if (how.derivative)
        target.curves.push_back({chosen.label + "′",
                                 sampled(how.least, how.most, [&](float x) { return chosen.derivative(x); }), colour,
                                 true});
}

std::vector<examples::chart> make_charts(const std::vector<examples::chosen_activation>& chosen, bool panels,
                                         const options& how) {
    std::vector<examples::chart> charts;
    for (const auto& each : chosen) {
        if (panels || charts.empty())
            charts.push_back({.title = panels           ? each.label
                                       : how.derivative ? "Activation functions and their derivatives"
                                                        : "Activation functions",
                              .x_label = "x",
                              .y_label = "",
                              .curves = {}});
        add_curves(charts.back(), each, static_cast<std::size_t>(&each - chosen.data()), how);
    }
    return charts;
}

int run(examples::command_line& line) {
    const auto range = line.numbers("--range", 2, {-4, 4});
    const options how{line.flag("--derivative"), range[0], range[1]};
    const bool panels = line.flag("--panels");
    const std::string path = line.text("-o", "");
    auto names = line.rest();
    if (!(how.least < how.most) || std::abs(how.least) > 1e6 || std::abs(how.most) > 1e6)
        throw examples::usage_error("--range needs a smaller number, then a larger one, from -1e6 to 1e6");
    if (names.empty()) names = {"sigmoid", "tanh", "relu", "gelu"};
    std::vector<examples::chosen_activation> chosen;
    for (const auto& name : names) chosen.push_back(examples::choose_activation(name));
    if (!panels && chosen.size() > std::size(examples::palette))
        throw examples::usage_error("one pair of axes takes 7 activations at most; give fewer, or --panels");

    const auto charts = make_charts(chosen, panels, how);
    if (path.empty())
        for (const auto& each : charts)
            std::printf("%s\n", examples::to_terminal(each, 80, 20, examples::terminal_has_colour()).c_str());
    else
        examples::write_file(path, examples::to_svg(charts, charts.size() > 1 ? 2 : 1));
    return 0;
}

}  // namespace

int main(int argc, char** argv) { return examples::run_example(argc, argv, usage, run); }
