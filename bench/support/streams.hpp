#ifndef ACTIVATION_BENCH_SUPPORT_STREAMS_HPP
#define ACTIVATION_BENCH_SUPPORT_STREAMS_HPP

#include <benchmark/benchmark.h>

#include <cstdint>
#include <iostream>
#include <span>
#include <string>

#include <xsimd/xsimd.hpp>

#include "inputs.hpp"

namespace bench {

inline constexpr std::size_t sizes[] = {16, 4 << 10, 64 << 10, 4 << 20, 32 << 20};

/// What one timed call reads and writes. Inputs are N(0, 2), incoming gradients N(0, 1).
template <class T>
struct streams {
    std::span<const T> x, linear, grad_output;
    std::span<T> first, second;
};

/// The arrays that every benchmark of one type shares, as long as the longest one asked for yet.
template <class T>
streams<T> streams_of(std::size_t n) {
    static normal_inputs<T> x{2, 1}, linear{2, 2}, grad_output{1, 3};
    static array<T> first, second;
    if (first.size() < n) {
        first.resize(n);
        second.resize(n);
    }
    return {x.first(n), linear.first(n), grad_output.first(n), std::span<T>{first}.first(n),
            std::span<T>{second}.first(n)};
}

template <class T>
inline constexpr const char* type_name = "float";
template <>
inline constexpr const char* type_name<double> = "double";

/// Registers `call(streams)` as `path/type/n`; `arrays` is the number of arrays that the call reads or writes.
template <class T, class Call>
void add_benchmark(const std::string& path, std::size_t n, std::size_t arrays, Call call) {
    const std::string name = path + '/' + type_name<T> + '/' + std::to_string(n);
    benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
        const streams<T> data = streams_of<T>(n);
        for ([[maybe_unused]] auto _ : state) {
            call(data);
            benchmark::ClobberMemory();
        }
        const std::int64_t items = state.iterations() * static_cast<std::int64_t>(n);
        state.SetItemsProcessed(items);
        state.SetBytesProcessed(items * static_cast<std::int64_t>(arrays * sizeof(T)));
    });
}

/// The main of a program whose benchmarks `add` registers: 1 for a filter that none of them matches, and where the
/// results do not arrive.
inline int run_benchmarks(int argc, char** argv, void (*add)()) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    add();
    benchmark::AddCustomContext("vectors", xsimd::default_arch::name());
    const std::size_t matches = benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return matches > 0 && std::cout.flush() ? 0 : 1;
}

}  // namespace bench

#endif
