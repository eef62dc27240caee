// Does the time depend on the data? Every activation forward, derivative and backward on normal inputs of four kinds,
// on tails alone, on subnormals and on NaN, and those that put far lanes aside on any share of these: float, n = 4096,
// interleaved.
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

bench::array<float> normal(double deviation, float mean = 0) {
    bench::normal_inputs<float> source{deviation, 1};
    bench::array<float> values(n);
    std::ranges::transform(source.first(n), values.begin(), [mean](float value) { return value + mean; });
    return values;
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
            {"N(-1, 1.5)", normal(1.5, -1)},
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

/// Of N(0, 0.75), `percent` of 100 values are ±7 instead: far for every function that puts lanes aside, and for none is the
/// result subnormal.
bench::array<float> with_far_lanes(int percent) {
    bench::array<float> values = normal(0.75);
    std::mt19937_64 engine{3};
    for (float& value : values)
        if (static_cast<int>(engine() % 100) < percent) value = std::copysign(7.F, value);
    return values;
}

std::vector<inputs> far_shares() {
    std::vector<inputs> cases;
    for (const int percent : {0, 1, 2, 5, 10, 20, 30, 40, 50, 60, 80, 100})
        cases.push_back({std::to_string(percent) + " %", with_far_lanes(percent)});
    return cases;
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

bench::table table_of(const std::vector<inputs>& cases) {
    std::vector<std::string> header{"ns per element"};
    for (const inputs& each : cases) header.push_back(each.name);
    header.emplace_back("worst / " + cases.front().name);
    return bench::table{header};
}

template <class Unit>
void add_gated_row(bench::table& shown, const std::string& name, const Unit& unit, const std::vector<inputs>& cases) {
    static bench::array<float> first(n), second(n);
    static bench::array<float> linear = normal(1), grad_output = normal(1);
    std::vector<bench::work> works;
    for (const inputs& each : cases) {
        const std::span<const float> x{each.values}, l{linear}, g{grad_output};
        const std::span<float> y{first}, d{second};
        works.push_back(bench::repeat([=] { unit.backward(g, x, l, y, d); }));
    }
    add_row(shown, name + " backward", works);
}

std::string curve() {
    const std::vector<inputs> cases = far_shares();
    bench::table shown = table_of(cases);
    add_rows(shown, "gelu", activation::gelu, cases);
    add_rows(shown, "gelu_tanh", activation::gelu_tanh, cases);
    add_rows(shown, "silu", activation::silu, cases);
    add_rows(shown, "sigmoid", activation::sigmoid, cases);
    add_rows(shown, "tanh", activation::tanh, cases);
    add_gated_row(shown, "geglu", activation::geglu, cases);
    add_gated_row(shown, "swiglu", activation::swiglu, cases);
    return shown.markdown();
}

std::string report(const std::string& command) {
    const std::vector<inputs> cases = all_inputs();
    bench::table shown = table_of(cases);
    bench::for_each(bench::activations, [&](const auto& entry) {
        const std::string name{entry.name};
        add_rows(shown, name, entry.callable, cases);
        if constexpr (std::remove_cvref_t<decltype(entry)>::has_fast)
            add_rows(shown, "fast::" + name, entry.fast, cases);
    });
    return "# Does the time depend on the data?\n\nfloat, n = 4096, the fastest of many interleaved samples.\n\n" +
           bench::provenance(command) + '\n' + shown.markdown() +
           "\n## Far lanes\n\nWhat the time is where so many of 100 inputs are far from 0, at ±7, and the others are "
           "N(0, 0.75).\n\n" +
           curve();
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
