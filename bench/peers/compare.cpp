// How fast are the others? Every peer that was found, at the same tasks on the same arrays in one process on one
// thread: results checked against MPFR first, then interleaved rounds, minima and medians.
//
//     compare [--filter REGEX] [--seconds S] [--report DIRECTORY]
//
// REGEX picks rows by path, such as silu/forward/float/4096; S is the time for one cell; DIRECTORY receives peers.md,
// peers.csv, peers.json and one peers_N.svg per size. The table goes to standard output as well.

#include <unistd.h>

#include <algorithm>
#include <cfenv>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <regex>

#include "../support/inputs.hpp"
#include "../support/report.hpp"
#include "check.hpp"
#include "comparison.hpp"

namespace {

using bench::operation;

constexpr std::size_t sizes[] = {4 << 10, 64 << 10, 4 << 20, 32 << 20};
constexpr std::string_view activations[] = {"relu",      "leaky_relu", "prelu",   "elu",  "gelu",
                                            "gelu_tanh", "silu",       "sigmoid", "tanh", "swiglu"};
constexpr std::string_view with_output[] = {"relu", "leaky_relu", "prelu", "elu", "sigmoid", "tanh"};

struct options {
    std::regex filter{""};
    bench::timing_budget budget;
    std::filesystem::path report;
};

[[noreturn]] void usage(std::string_view problem) {
    std::cerr << "compare: " << problem << "\nusage: compare [--filter REGEX] [--seconds S] [--report DIRECTORY]\n";
    std::exit(2);
}

options parse(int argc, char** argv) {
    options chosen;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i];
        if (i + 1 == argc) usage("no value after " + std::string{name});
        const std::string value = argv[i + 1];
        if (name == "--filter") {
            chosen.filter = value;
        } else if (name == "--seconds") {
            char* end = nullptr;
            chosen.budget.total = std::strtod(value.c_str(), &end);
            if (*end != '\0' || !(chosen.budget.total > 0)) usage("not a number of seconds: " + value);
        } else if (name == "--report") {
            chosen.report = value;
        } else {
            usage("unknown option " + std::string{name});
        }
    }
    return chosen;
}

/// OpenMP counts its threads while it is loaded, before main: start over with the answer in the environment.
void run_on_one_thread(char** argv) {
    const char* threads = std::getenv("OMP_NUM_THREADS");
    if (threads != nullptr && std::string_view{threads} == "1") return;
    setenv("OMP_NUM_THREADS", "1", 1);
    execv("/proc/self/exe", argv);
    throw std::runtime_error{"cannot start over with OMP_NUM_THREADS=1"};
}

std::string path_of(const bench::task& what, std::size_t n) {
    return std::string{what.activation} + '/' + std::string{name_of(what.what)} + "/float/" + std::to_string(n);
}

std::vector<bench::task> all_tasks() {
    std::vector<bench::task> tasks;
    for (const auto name : activations) tasks.push_back({name, operation::forward});
    for (const auto name : activations) tasks.push_back({name, operation::backward});
    for (const auto name : with_output) tasks.push_back({name, operation::backward_from_output});
    return tasks;
}

/// The arrays of the timed calls, as long as the longest row. y is a plausible output, filled in by this library.
struct arrays {
    bench::normal_inputs<float> x{2, 1}, linear{2, 2}, grad_output{1, 3};
    bench::array<float> y, first, second, scratch;

    bench::operands first_elements(std::size_t n) {
        for (auto* each : {&y, &first, &second, &scratch}) each->resize(std::max(each->size(), n));
        return {n,
                x.first(n).data(),
                y.data(),
                linear.first(n).data(),
                grad_output.first(n).data(),
                first.data(),
                second.data(),
                scratch.data()};
    }
};

bench::row time_row(const bench::task& what, std::size_t n, arrays& shared,
                    const std::vector<std::unique_ptr<bench::peer>>& peers, const bench::timing_budget& budget) {
    bench::operands data = shared.first_elements(n);
    if (what.what == operation::backward_from_output) {
        bench::operands forward = data;
        forward.first = shared.y.data();
        peers.front()->prepare({what.activation, operation::forward}, forward)(1);
    }
    std::vector<bench::work> works;
    for (const auto& each : peers) works.push_back(each->prepare(what, data));
    return {what, n, bench::time_interleaved(works, budget)};
}

bench::comparison compare(const options& chosen) {
    auto& entries = bench::registrations();
    std::ranges::sort(entries, {}, [](const auto& entry) { return std::pair{entry.part, entry.name}; });
    std::vector<std::unique_ptr<bench::peer>> peers;
    bench::comparison results;
    for (const auto& entry : entries) {
        peers.push_back(entry.make());
        results.columns.push_back({std::string{entry.name}, entry.part, peers.back()->version(), peers.back()->note()});
    }
    // A library may have left flush-to-zero on while it was loaded, which would change everyone's results and times.
    std::fesetenv(FE_DFL_ENV);
    arrays shared;
    for (const bench::task& what : all_tasks()) {
        for (const std::size_t n : sizes) {
            const std::string path = path_of(what, n);
            if (!std::regex_search(path, chosen.filter)) continue;
            if (results.checks.empty() || results.checks.back().what != what) {
                std::cerr << "checking " << what.activation << '/' << name_of(what.what) << '\n';
                results.checks.push_back({what, bench::check(what, peers)});
                for (std::size_t i = 0; i < peers.size(); ++i) {
                    if (results.columns[i].part == bench::role::memory) results.checks.back().columns[i].reset();
                }
            }
            std::cerr << "timing " << path << '\n';
            results.rows.push_back(time_row(what, n, shared, peers, chosen.budget));
        }
    }
    return results;
}

}  // namespace

int main(int argc, char** argv) try {
    const options chosen = parse(argc, argv);
    run_on_one_thread(argv);
    const int core = bench::pin_to_one_core();
    bench::comparison results = compare(chosen);
    results.machine = bench::machine_name();
    results.build = bench::build_name() + (core < 0 ? ", not pinned" : ", pinned to one core");
    results.command = bench::command_line(argc, argv);
    std::cout << bench::to_markdown(results);
    if (chosen.report.empty()) return 0;
    std::filesystem::create_directories(chosen.report);
    bench::write_file(chosen.report / "peers.md", bench::to_markdown(results));
    bench::write_file(chosen.report / "peers.csv", bench::to_csv(results));
    bench::write_file(chosen.report / "peers.json", bench::to_json(results));
    for (const std::size_t n : bench::sizes_of(results)) {
        bench::write_file(chosen.report / ("peers_" + std::to_string(n) + ".svg"), bench::to_svg(results, n));
    }
} catch (const std::exception& failure) {
    std::cerr << "compare: " << failure.what() << '\n';
    return 1;
}
