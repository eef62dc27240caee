// Does the time depend on the data? Every activation forward, derivative and backward on normal inputs of three widths,
// on tails alone, on subnormals and on NaN: float, n = 4096, interleaved.
//
//     inputs_bench [DIRECTORY]        the table to standard output, and to DIRECTORY/inputs.md

#include <algorithm>
#include <cmath>
#include <iostream>
#include <limits>
#include <random>

#include "support/activations.hpp"
#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/table.hpp"
#include "support/timing.hpp"

namespace {

constexpr std::size_t n = 4096;

struct inputs {
    std::string name;
    bench::array<float> values;
};

bench::array<float> normal(double deviation) {
    bench::normal_inputs<float> source{deviation, 1};
    const auto values = source.first(n);
    return {values.begin(), values.end()};
}

/// Magnitudes evenly between two bounds, of either sign.
bench::array<float> both_tails(float from, float to) {
    std::mt19937_64 engine{1};
    std::uniform_real_distribution<float> magnitude{from, to};
    std::bernoulli_distribution negative;
    bench::array<float> values(n);
    for (float& value : values) value = negative(engine) ? -magnitude(engine) : magnitude(engine);
    return values;
}

/// One element in sixteen far out: a branch for rare lanes is then taken by nearly every vector.
bench::array<float> sprinkled() {
    bench::array<float> values = normal(1);
    const bench::array<float> tail = both_tails(8, 16);
    for (std::size_t i = 0; i < n; i += 16) values[i] = tail[i];
    return values;
}

std::vector<inputs> all_inputs() {
    const float tiny = std::numeric_limits<float>::min();
    return {{"N(0, 1)", normal(1)},
            {"N(0, 2)", normal(2)},
            {"N(0, 4)", normal(4)},
            {"1/16 tail", sprinkled()},
            {"±4..8", both_tails(4, 8)},
            {"±8..16", both_tails(8, 16)},
            {"±16..85", both_tails(16, 85)},
            {"±85..110", both_tails(85, 110)},
            {"subnormal", both_tails(tiny / 8, tiny)},
            {"NaN", bench::array<float>(n, std::numeric_limits<float>::quiet_NaN())}};
}

void add_row(bench::table& shown, const std::string& name, const std::vector<bench::work>& works) {
    const auto timings = bench::time_interleaved(works, {.total = 0.03});
    const double base = timings.front().minimum;
    double worst = 0;
    std::vector<std::string> line{name};
    for (const bench::timing& each : timings) {
        line.push_back(bench::digits(each.minimum * 1e9 / n));
        worst = std::max(worst, each.minimum / base);
    }
    line.push_back(bench::digits(worst));
    shown.add(line);
}

template <class Callable>
void add_rows(bench::table& shown, const std::string& name, const Callable& f, const std::vector<inputs>& cases) {
    static bench::array<float> result(n);
    static bench::array<float> grad_output = normal(1);
    std::vector<bench::work> forward, derivative, backward;
    for (const inputs& each : cases) {
        const std::span<const float> x{each.values}, g{grad_output};
        const std::span<float> y{result};
        forward.push_back(bench::repeat([=] { f(x, y); }));
        derivative.push_back(bench::repeat([=] { f.derivative(x, y); }));
        backward.push_back(bench::repeat([=] { f.backward(g, x, y); }));
    }
    add_row(shown, name, forward);
    add_row(shown, name + " derivative", derivative);
    add_row(shown, name + " backward", backward);
}

std::string report(const std::string& command) {
    const std::vector<inputs> cases = all_inputs();
    std::vector<std::string> header{"ns per element"};
    for (const inputs& each : cases) header.push_back(each.name);
    header.emplace_back("worst / N(0, 1)");
    bench::table shown{header};
    bench::for_each(bench::activations, [&](const auto& entry) {
        const std::string name{entry.name};
        add_rows(shown, name, entry.callable, cases);
        if constexpr (std::remove_cvref_t<decltype(entry)>::has_fast)
            add_rows(shown, "fast::" + name, entry.fast, cases);
    });
    return "# Does the time depend on the data?\n\nfloat, n = 4096, the fastest of many interleaved samples.\n\n" +
           bench::provenance(command) + '\n' + shown.markdown();
}

}  // namespace

int main(int argc, char** argv) try {
    const bench::report_folder folder{
        bench::directory_argument(argc, argv,
                                  "inputs_bench [DIRECTORY]: whether the time depends on the data, some minutes\n"
                                  "The table goes to standard output; DIRECTORY receives it as inputs.md.\n")};
    bench::pin_to_one_core();
    const std::string text = report(bench::command_line(argc, argv));
    bench::print(text);
    folder.write("inputs.md", text);
} catch (const std::exception& failure) {
    std::cerr << "inputs_bench: " << failure.what() << '\n';
    return 1;
}
