#include <chrono>
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>

#include "checksum.hpp"
#include "judge.hpp"
#include "options.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "stated.hpp"
#include "support/reference/inputs.hpp"
#include "support/reference/mpfr.hpp"

namespace {

using namespace exhaustive;
using reference::mode;

double by_mpfr(const kernel& k, mode what, double input, double result, bool is_float) {
    const reference::mpfr_number exact = reference::evaluate(k.activation, what, k.parameters, input);
    const double floor = k.floor_at(what, input);
    return is_float ? reference::ulp_error(static_cast<float>(result), exact, floor)
                    : reference::ulp_error(result, exact, floor);
}

template <class T>
inputs<T> inputs_for(const kernel& k, const options& chosen) {
    constexpr std::size_t dense = 2048;
    const reference::function& which = reference::function_named(k.activation);
    if constexpr (sizeof(T) == sizeof(float)) {
        return inputs<float>::every(
            chosen.stride, chosen.stride == 1 ? std::vector<float>{} : dense_places<float>(which, k.parameters, dense));
    } else {
        return inputs<double>::stratified(chosen.doubles, which.tail<double>(),
                                          dense_places<double>(which, k.parameters, dense));
    }
}

/// One kernel in one type: what to judge, and how long a block takes.
struct task {
    const kernel* subject;
    bool is_float;
    double seconds_per_block;
    std::size_t blocks;
};

template <class T>
task plan(const kernel& k, const options& chosen) {
    const inputs<T> all = inputs_for<T>(k, chosen);
    const inputs<T> sample =
        inputs<T>::stratified(4 * inputs<T>::block_size, reference::function_named(k.activation).tail<T>(), {});
    const auto start = std::chrono::steady_clock::now();
    judge(k, sample, 1, by_mpfr, [] {});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return {&k, sizeof(T) == sizeof(float), taken.count(), all.blocks()};
}

template <class T>
void run(const task& t, const options& chosen, progress& bar, report& into) {
    const kernel& k = *t.subject;
    const inputs<T> all = inputs_for<T>(k, chosen);
    bar.begin(k.name + (t.is_float ? " float" : " double"));
    const findings found = judge(k, all, chosen.threads, by_mpfr, [&] { bar.advance(t.seconds_per_block); });
    for (const mode what : {mode::forward, mode::derivative}) {
        finding one = what == mode::forward ? found.forward : found.derivative;
        if (one.largest_error > 0.0) {
            one.largest_error = by_mpfr(k, what, one.worst_input, one.worst_result, t.is_float);
        }
        const reference::mpfr_number exact = reference::evaluate(k.activation, what, k.parameters, one.worst_input);
        into.lines.push_back({k.name, t.is_float, what, all.size(), k.monotone && what == mode::forward,
                              k.bound_of<T>(what), one, reference::to_string(one.worst_input),
                              reference::to_string(one.worst_result),
                              reference::to_string(exact, t.is_float ? 8 : 16)});
    }
}

std::vector<task> plan_all(const std::vector<kernel>& table, const options& chosen) {
    std::vector<task> tasks;
    for (const bool is_float : {true, false}) {
        if (is_float ? !chosen.in_float : !chosen.in_double) continue;
        for (const kernel& k : table) {
            if (chosen.selects(k.name)) tasks.push_back(is_float ? plan<float>(k, chosen) : plan<double>(k, chosen));
        }
    }
    if (tasks.empty()) throw std::invalid_argument("no kernel is named so; --list names them all");
    return tasks;
}

report judge_all(const std::vector<kernel>& table, const options& chosen) {
    const std::vector<task> tasks = plan_all(table, chosen);
    double expected = 0.0;
    for (const task& t : tasks) expected += t.seconds_per_block * static_cast<double>(t.blocks);
    report result{target_name(), compiler_name(), {}};
    progress bar(expected);
    for (const task& t : tasks) {
        t.is_float ? run<float>(t, chosen, bar, result) : run<double>(t, chosen, bar, result);
    }
    bar.end();
    return result;
}

std::vector<kernel> without_floors(std::vector<kernel> table) {
    constexpr double any = std::numeric_limits<double>::infinity();
    for (kernel& k : table) {
        k.derivative_floor = k.forward_floor = 0.0;
        k.float_bound = k.double_bound = {any, any};
    }
    return table;
}

std::string text_of(const char* file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// What the headers of the kernels state: of this target by what was found, of the other by the committed tables.
std::string headers(const report& found, const std::vector<kernel>& table, const options& chosen) {
    tables all(text_of(ACTIVATION_TABLES));
    const std::string target = target_has_fused_multiply_add() ? fused_target : plain_target;
    for (const line& l : found.lines) {
        all.put(target, l.is_float, l.kernel, l.what, {std::ceil(l.found.largest_error * 1e4) / 1e4, l.at});
    }
    std::vector<kernel> judged;
    for (const kernel& k : table) {
        if (chosen.selects(k.name)) judged.push_back(k);
    }
    std::string text =
        "\nWhat the header states, of " + target + " by this run and of the other by the committed table:\n";
    for (const std::vector<kernel>& group : by_statement(judged)) {
        text += '\n';
        text += as_comment(statement(all, group));
    }
    return text;
}

void write(const std::string& path, const std::string& text) {
    std::ofstream file(path);
    file << text;
    file.close();
    if (!file) throw std::runtime_error("cannot write " + path);
}

int run_program(const options& chosen) {
    const std::vector<kernel> table = kernels();
    if (chosen.list) {
        for (const kernel& k : table) std::cout << k.name << '\n';
        return 0;
    }
    if (chosen.checksums) {
        if (!target_has_fused_multiply_add())
            throw std::runtime_error("--checksums needs a target with fused multiply-add");
        std::cout << as_header(table);
        return 0;
    }
    const report result = judge_all(chosen.without_floor ? without_floors(table) : table, chosen);
    std::cout << markdown(result);
    if (chosen.header) std::cout << headers(result, table, chosen);
    if (!chosen.markdown.empty()) write(chosen.markdown, markdown(result));
    if (!chosen.json.empty()) write(chosen.json, json(result));
    bool sound = true;
    for (const line& l : result.lines) {
        if (l.broken().empty()) continue;
        sound = false;
        std::cerr << "exhaustive: " << l.broken() << '\n';
    }
    return sound ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        const options chosen = parse({arguments + 1, arguments + count});
        if (chosen.help) {
            std::cout << usage();
            return 0;
        }
        return run_program(chosen);
    } catch (const std::exception& error) {
        std::cerr << "exhaustive: " << error.what() << '\n';
        return 2;
    }
}
