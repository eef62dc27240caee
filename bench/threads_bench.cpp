// What does a second thread gain?  Calls under std::execution::par beside the same calls on one thread, float, 4Mi elements.
//
//     threads_bench [DIRECTORY]      the table to standard output; DIRECTORY receives threads.md
//
// Beside them what the machine has to give: two threads, each with whole calls on arrays of its own.

#include <activation/activation.hpp>
#include <activation/execution.hpp>

#include <algorithm>
#include <chrono>
#include <execution>
#include <iostream>
#include <span>
#include <string>
#include <thread>

#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/table.hpp"

namespace {

constexpr std::size_t n = std::size_t{1} << 22;
constexpr int rounds = 160, calls_apart = 8;

template <class Call>
double seconds(Call call) {
    const auto start = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct arrays {
    bench::normal_inputs<float> inputs{2, 1}, other_inputs{2, 2};
    bench::array<float> results = bench::array<float>(n), other_results = bench::array<float>(n);
};

/// As many calls on one thread as on another, so that to start it is nothing beside them.
template <class F>
void on_two_threads(const F& f, std::span<const float> x, std::span<float> y, std::span<const float> other_x,
                    std::span<float> other_y) {
    std::thread other([&] {
        for (int i = 0; i < calls_apart; ++i) f(other_x, other_y);
    });
    for (int i = 0; i < calls_apart; ++i) f(x, y);
    other.join();
}

/// Each way once a round, so that a disturbance meets all of them.
template <class F>
void measure(bench::table& shown, const std::string& name, const F& f, arrays& all) {
    const std::span<const float> x{all.inputs.first(n).data(), n}, other_x{all.other_inputs.first(n).data(), n};
    const std::span<float> y{all.results.data(), n}, other_y{all.other_results.data(), n};
    double one = 1e9, policy = 1e9, apart = 1e9;
    for (int round = 0; round < rounds; ++round) {
        one = std::min(one, seconds([&] { f(x, y); }));
        policy = std::min(policy, seconds([&] { f(std::execution::par, x, y); }));
        if (round % calls_apart == 0)
            apart = std::min(apart, seconds([&] { on_two_threads(f, x, y, other_x, other_y); }));
    }
    shown.add({name, bench::digits(one * 1e9 / n), bench::digits(policy * 1e9 / n), bench::digits(one / policy),
               bench::digits(2 * calls_apart * one / apart)});
}

std::string report(const std::string& command) {
    arrays all;
    bench::table shown({"ns per element", "one thread", "std::execution::par", "ratio", "limit"});
    measure(shown, "relu", activation::relu, all);
    measure(shown, "elu", activation::elu, all);
    measure(shown, "gelu", activation::gelu, all);
    measure(shown, "gelu_tanh", activation::gelu_tanh, all);
    measure(shown, "silu", activation::silu, all);
    measure(shown, "sigmoid", activation::sigmoid, all);
    measure(shown, "tanh", activation::tanh, all);
    measure(shown, "mish", activation::mish, all);
    measure(shown, "softplus", activation::softplus, all);
    measure(shown, "exact::gelu", activation::exact::gelu, all);
    return "# What does a second thread gain?\n\nfloat, inputs N(0, 2), n = 4Mi, the fastest of " +
           std::to_string(rounds) +
           " interleaved calls.  The limit is what two threads gain that have calls and arrays of their own.\n\n" +
           bench::provenance(command) +
           "- threads of the machine: " + std::to_string(std::thread::hardware_concurrency()) + "\n\n" +
           shown.markdown();
}

}  // namespace

int main(int argc, char** argv) try {
    const bench::report_folder folder{
        bench::directory_argument(argc, argv,
                                  "threads_bench [DIRECTORY]: what a second thread gains\n"
                                  "The table goes to standard output; DIRECTORY receives it as threads.md.\n")};
    const std::string text = report(bench::command_line(argc, argv));
    bench::print(text);
    folder.write("threads.md", text);
} catch (const std::exception& failure) {
    std::cerr << "threads_bench: " << failure.what() << '\n';
    return 1;
}
