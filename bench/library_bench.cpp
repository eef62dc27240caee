// What does a program that is compiled by -O2 alone gain by libactivation, and what does the call cost it?
//
//     library_bench [DIRECTORY]      the table to standard output; DIRECTORY receives library.md

#include <activation/activation.h>

#include <span>
#include <string>
#include <vector>

#include "library/flavours.hpp"
#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/table.hpp"
#include "support/timing.hpp"

namespace {

constexpr std::size_t sizes[] = {1, 16, 4096, 65536};

const bench::call by_library[bench::call_count] = {
    [](const float* x, float* y, std::size_t n) { activation_relu_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_gelu_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_silu_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_tanh_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_gelu_tanh_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_fast_gelu_f32(x, y, n); },
};

std::vector<std::string> measure(std::size_t i, std::size_t n) {
    static bench::normal_inputs<float> inputs{2, 1};
    static bench::array<float> results(sizes[3]);
    const float* const x = inputs.first(n).data();
    float* const y = results.data();
    std::vector<bench::work> works;
    for (const bench::call f : {by_library[i], bench::headers_native[i], bench::headers_plain[i], bench::textbook[i]})
        works.push_back(bench::repeat([=] { f(x, y, n); }));
    const auto timings = bench::time_interleaved(works, {.total = 0.05});
    std::vector<std::string> row{bench::called[i], bench::count_name(n)};
    for (const bench::timing& each : timings) row.push_back(bench::digits(each.minimum * 1e9));
    row.push_back(bench::digits((timings[0].minimum - timings[1].minimum) * 1e9));
    return row;
}

}  // namespace

int main(int argc, char** argv) {
    const bench::report_folder folder(bench::directory_argument(
        argc, argv, "library_bench [DIRECTORY]: a call of libactivation beside the headers'"));
    bench::pin_to_one_core();
    bench::table table(
        {"function", "n", "library", "headers, native", "headers, -O2", "textbook, -O2", "library − native"});
    for (std::size_t i = 0; i < bench::call_count; ++i)
        for (const std::size_t n : sizes) table.add(measure(i, n));
    const std::string text =
        "# Calls of libactivation\n\n" + bench::provenance(bench::command_line(argc, argv)) +
        "- kernels: " + activation_target() +
        "\n\nNanoseconds of a call on n floats, the fastest of interleaved samples, on one thread.\n\n" +
        table.markdown();
    bench::print(text);
    folder.write("library.md", text);
}
