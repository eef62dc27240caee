#include "timing.hpp"

#include <sched.h>

#include <algorithm>
#include <chrono>

namespace bench {
namespace {

double seconds_of(const work& run, std::size_t repetitions) {
    const auto start = std::chrono::steady_clock::now();
    run(repetitions);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// How often to repeat so that a sample lasts long enough; warms caches, branch predictors and lazy set-up on the way.
std::size_t repetitions_for(const work& run, double sample) {
    run(1);
    std::size_t repetitions = 1;
    for (;;) {
        const double seconds = seconds_of(run, repetitions);
        if (seconds >= sample) return repetitions;
        const double wanted = 1.2 * sample / std::max(seconds, 1e-9);
        repetitions *= static_cast<std::size_t>(std::clamp(wanted, 2.0, 100.0));
    }
}

struct samples {
    const work* run;
    std::size_t repetitions = 0;
    std::vector<double> seconds{};

    void take() {
        // An untimed call brings this work's code and data back after its neighbours'; long ones bring their own.
        if (repetitions > 1) (*run)(1);
        seconds.push_back(seconds_of(*run, repetitions) / static_cast<double>(repetitions));
    }

    timing result() {
        if (seconds.empty()) return {0, 0};
        std::ranges::sort(seconds);
        return {seconds.front(), seconds[seconds.size() / 2]};
    }
};

}  // namespace

std::vector<timing> time_interleaved(std::span<const work> works, const timing_budget& budget) {
    std::vector<samples> taken;
    for (const work& run : works) taken.push_back({&run});
    std::size_t timed = 0;
    for (samples& each : taken) {
        if (!*each.run) continue;
        each.repetitions = repetitions_for(*each.run, budget.sample);
        ++timed;
    }
    const auto start = std::chrono::steady_clock::now();
    const std::chrono::duration<double> total{budget.total * static_cast<double>(timed)};
    for (std::size_t round = 0; round < budget.least_rounds || std::chrono::steady_clock::now() - start < total;
         ++round) {
        for (std::size_t i = 0; i < taken.size(); ++i) {
            samples& next = taken[(round + i) % taken.size()];
            if (*next.run) next.take();
        }
    }
    std::vector<timing> results;
    for (samples& each : taken) results.push_back(each.result());
    return results;
}

int pin_to_one_core() {
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return -1;
    for (int core = CPU_SETSIZE - 1; core >= 0; --core) {
        if (!CPU_ISSET(static_cast<std::size_t>(core), &allowed)) continue;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(core), &one);
        return sched_setaffinity(0, sizeof one, &one) == 0 ? core : -1;
    }
    return -1;
}

}  // namespace bench
