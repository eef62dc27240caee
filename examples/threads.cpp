// The same call on one thread, under the standard's execution policy, and split by hand over threads of the program's own:
// the same bits, and the time of each.
#include <activation/activation.hpp>
#include <activation/execution.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <execution>
#include <span>
#include <thread>
#include <vector>

#include "support/command_line.hpp"

namespace {

constexpr std::string_view usage = R"(threads: one call on one thread, under std::execution::par, and split by hand

    threads [options]

--elements N  floats in an array (default 4194304)
--threads N   how many the split by hand makes (default: as many as the machine has)
--repeats N   how often each is timed; the fastest counts (default 10)

Ends with 1 where a result depends on who computed it.
)";

using values = std::vector<float>;

struct problem {
    values x, grad_output, y;
    std::size_t threads;
    std::int64_t repeats;
    bool same = true;
};

/// call(first, count) on each of the threads, for its share of the elements: what a program with threads of its own does.
template <class Call>
void split(std::size_t count, std::size_t threads, Call call) {
    std::vector<std::jthread> workers;
    const std::size_t share = (count + threads - 1) / threads;
    for (std::size_t first = 0; first < count; first += share)
        workers.emplace_back([=] { call(first, std::min(share, count - first)); });
}

template <class Call>
double milliseconds(const problem& p, Call call) {
    double least = INFINITY;
    for (std::int64_t i = 0; i < p.repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        call();
        least = std::min(least,
                         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return least;
}

/// One row of the table.
template <class Alone, class Parallel, class Split>
void compare(problem& p, const char* name, Alone alone, Parallel parallel, Split by_hand) {
    const double one = milliseconds(p, alone);
    const values expected = p.y;
    const auto others = [&](auto call) {
        std::fill(p.y.begin(), p.y.end(), 0.0F);
        const double time = milliseconds(p, call);
        p.same = p.same && std::memcmp(p.y.data(), expected.data(), expected.size() * sizeof(float)) == 0;
        return time;
    };
    const double under_policy = others(parallel), split_up = others(by_hand);
    std::printf("%-16s %10.3f %10.3f (%.2fx) %10.3f (%.2fx)\n", name, one, under_policy, one / under_policy, split_up,
                one / split_up);
}

/// f(x, y) by all three.
template <class Function>
void compare_forward(problem& p, const char* name, const Function& f) {
    compare(
        p, name, [&] { f(p.x, p.y); }, [&] { f(std::execution::par, p.x, p.y); },
        [&] {
            split(p.x.size(), p.threads, [&](std::size_t first, std::size_t count) {
                f(std::span<const float>(p.x).subspan(first, count), std::span(p.y).subspan(first, count));
            });
        });
}

int compare_all(examples::command_line& line) {
    const auto count = static_cast<std::size_t>(line.integer("--elements", 4194304, 1, 1 << 30));
    const auto machine = static_cast<std::int64_t>(std::max(1U, std::thread::hardware_concurrency()));
    problem p{values(count), values(count), values(count),
              static_cast<std::size_t>(line.integer("--threads", machine, 1, 1024)),
              line.integer("--repeats", 10, 1, 1000)};
    line.expect_no_more();
    for (std::size_t i = 0; i < count; ++i) {
        p.x[i] = 3 * std::sin(static_cast<float>(i));
        p.grad_output[i] = std::cos(static_cast<float>(i));
    }
    std::printf("%zu floats, milliseconds\n%-16s %10s %18s %18s\n", count, "", "alone", "std::execution",
                "std::jthread");
    compare_forward(p, "relu", activation::relu);
    compare_forward(p, "gelu", activation::gelu);
    compare_forward(p, "fast gelu", activation::fast::gelu);
    compare(
        p, "gelu backward", [&] { activation::gelu.backward(p.grad_output, p.x, p.y); },
        [&] { activation::gelu.backward(std::execution::par, p.grad_output, p.x, p.y); },
        [&] {
            split(count, p.threads, [&](std::size_t first, std::size_t n) {
                activation::gelu.backward(std::span<const float>(p.grad_output).subspan(first, n),
                                          std::span<const float>(p.x).subspan(first, n),
                                          std::span(p.y).subspan(first, n));
            });
        });
    std::printf("%s\n", p.same ? "every result is the same, bit for bit" : "a result depends on who computed it");
    return p.same ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return examples::run_example(argc, argv, usage, compare_all); }
