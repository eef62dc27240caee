// How fast are the others? Every peer that was found, at the same tasks on the same arrays in one process on one
// thread: results checked against MPFR first, then interleaved rounds, minima and medians.

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
#include "tasks.hpp"

namespace {

struct options {
    std::regex filter{""};
    bench::timing_budget budget;
    double deviation = 2;
    std::filesystem::path report;
};

const std::string usage = R"(usage: compare [--filter REGEX] [--seconds S] [--deviation D] [--report DIRECTORY]

--filter REGEX       only the rows whose path has a match, such as silu/forward/float/4096
--seconds S          time for one cell (default 0.15)
--deviation D        of the inputs, which are normally distributed around 0 (default 2)
--report DIRECTORY   receives peers.md, peers.csv, peers.json and one peers_N.svg for each size, peers_rows_N.svg
                     for rows and channels

The table goes to standard output.
)";

[[noreturn]] void refuse(const std::string& problem) {
    std::cerr << "compare: " << problem << '\n' << usage;
    std::exit(2);
}

double positive_number(const std::string& value, const std::string& what) {
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    if (*end != '\0' || !(number > 0)) refuse("not " + what + ": " + value);
    return number;
}

void set_option(options& chosen, std::string_view name, const std::string& value) try {
    if (name == "--filter") {
        chosen.filter = value;
    } else if (name == "--seconds") {
        chosen.budget.total = positive_number(value, "a number of seconds");
    } else if (name == "--deviation") {
        chosen.deviation = positive_number(value, "a deviation");
    } else if (name == "--report") {
        chosen.report = value;
    } else {
        refuse("unknown option " + std::string{name});
    }
} catch (const std::regex_error&) { refuse("not a regular expression: " + value); }

options parse(int argc, char** argv) {
    options chosen;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--help" || name == "-h") {
            bench::print(usage);
            std::exit(0);
        }
        if (i + 1 == argc || std::string_view{argv[i + 1]}.starts_with("--") || *argv[i + 1] == '\0')
            refuse("no value after " + std::string{name});
        set_option(chosen, name, argv[i + 1]);
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

/// The rows that the filter picks, in the order of the report.
std::vector<bench::planned_row> chosen_rows(const std::regex& filter) {
    auto rows = bench::all_rows();
    const std::string first = path_of(rows.front());
    std::erase_if(rows, [&](const bench::planned_row& row) { return !std::regex_search(path_of(row), filter); });
    if (rows.empty()) refuse("the filter matches nothing; paths are as " + first);
    return rows;
}

/// The arrays of the timed calls, as long as the longest row. y is a plausible output, filled in by this library.
struct arrays {
    explicit arrays(double deviation) : x{deviation, 1}, linear{deviation, 2}, grad_output{1, 3} {}

    bench::normal_inputs<float> x, linear, grad_output;
    bench::array<float> y, first, second, scratch, mask;

    bench::operands first_elements(std::size_t n) {
        for (auto* each : {&y, &first, &second, &scratch}) each->resize(std::max(each->size(), n));
        for (std::size_t i = mask.size(); i < n; ++i) mask.push_back(bench::mask_at(i));
        return {n,           x.first(n).data(), y.data(),      linear.first(n).data(), grad_output.first(n).data(),
                mask.data(), first.data(),      second.data(), scratch.data()};
    }
};

/// Rows are differentiated from their outputs.
bool starts_from_output(const bench::task& what) {
    if (what.form == bench::layout::elements) return what.what == bench::operation::backward_from_output;
    return what.form != bench::layout::channels && what.what == bench::operation::backward;
}

/// The first peer that has the task, and this library is the first of all.
void fill(const std::vector<std::unique_ptr<bench::peer>>& peers, const bench::task& what, const bench::operands& to) {
    for (const auto& each : peers) {
        const bench::work run = each->prepare_any(what, to);
        if (run) return run(1);
    }
}

bench::row time_row(const bench::planned_row& planned, arrays& shared,
                    const std::vector<std::unique_ptr<bench::peer>>& peers, const bench::timing_budget& budget) {
    bench::operands data = shared.first_elements(planned.n);
    if (starts_from_output(planned.what)) {
        bench::task forward = planned.what;
        forward.what = bench::operation::forward;
        bench::operands filled = data;
        filled.first = shared.y.data();
        fill(peers, forward, filled);
    }
    std::vector<bench::work> works;
    for (const auto& each : peers) works.push_back(each->prepare_any(planned.what, data));
    return {planned.what, planned.size, planned.n, bench::time_interleaved(works, budget)};
}

bench::comparison compare(const std::vector<bench::planned_row>& rows, const options& chosen) {
    auto& entries = bench::registrations();
    std::ranges::sort(entries, {}, [](const auto& entry) { return std::pair{entry.part, entry.name}; });
    std::vector<std::unique_ptr<bench::peer>> peers;
    bench::comparison results;
    results.deviation = chosen.deviation;
    for (const auto& entry : entries) {
        peers.push_back(entry.make());
        results.columns.push_back({std::string{entry.name}, entry.part, peers.back()->version(), peers.back()->note()});
    }
    // A library may have left flush-to-zero on while it was loaded, which would change everyone's results and times.
    std::fesetenv(FE_DFL_ENV);
    arrays shared{chosen.deviation};
    for (const bench::planned_row& planned : rows) {
        const bench::task& what = planned.what;
        if (results.checks.empty() || results.checks.back().what != what) {
            std::cerr << "checking " << name_of(what) << '/' << name_of(what.what) << '\n';
            results.checks.push_back({what, bench::check(what, peers)});
            for (std::size_t i = 0; i < peers.size(); ++i) {
                if (results.columns[i].part == bench::role::memory) results.checks.back().columns[i].reset();
            }
        }
        std::cerr << "timing " << path_of(planned) << '\n';
        results.rows.push_back(time_row(planned, shared, peers, chosen.budget));
    }
    return results;
}

}  // namespace

int main(int argc, char** argv) try {
    const options chosen = parse(argc, argv);
    const auto rows = chosen_rows(chosen.filter);
    run_on_one_thread(argv);
    const bench::report_folder report{chosen.report};
    const int core = bench::pin_to_one_core();
    bench::comparison results = compare(rows, chosen);
    results.machine = bench::machine_name();
    results.build = bench::build_name() + (core < 0 ? ", not pinned" : ", pinned to one core");
    results.command = bench::command_line(argc, argv);
    const std::string text = bench::to_markdown(results);
    bench::print(text);
    report.write("peers.md", text);
    report.write("peers.csv", bench::to_csv(results));
    report.write("peers.json", bench::to_json(results));
    for (const bool of_rows : {false, true}) {
        for (const std::size_t size : bench::sizes_of(results, of_rows)) {
            report.write((of_rows ? "peers_rows_" : "peers_") + std::to_string(size) + ".svg",
                         bench::to_svg(results, size, of_rows));
        }
    }
} catch (const std::exception& failure) {
    std::cerr << "compare: " << failure.what() << '\n';
    return 1;
}
