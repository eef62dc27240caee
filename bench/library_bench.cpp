// What does a program that is compiled by -O2 alone gain by libactivation, and what does the call cost it?  Beside the
// headers, the textbook's loop and the peers that were found.
//
//     library_bench [DIRECTORY]      the table to standard output; DIRECTORY receives library.md

#include <activation/activation.h>

#include <cfenv>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "library/flavours.hpp"
#include "peers/peer.hpp"
#include "peers/vectors.hpp"
#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/table.hpp"
#include "support/timing.hpp"

namespace {

constexpr std::size_t sizes[] = {1, 16, 4096, 65536};

const bench::call by_library[bench::call_count] = {
    [](const float* x, float* y, std::size_t n) { activation_relu_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_leaky_relu_f32(x, y, n, 0.01F); },
    [](const float* x, float* y, std::size_t n) { activation_gelu_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_silu_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_tanh_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_gelu_tanh_f32(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation_fast_gelu_f32(x, y, n); },
};

using peers = std::vector<std::unique_ptr<bench::peer>>;

std::vector<std::string> measure(std::size_t i, std::size_t n, const peers& others) {
    static bench::normal_inputs<float> inputs{2, 1};
    static bench::array<float> results(sizes[3]), scratch(sizes[3]);
    const float* const x = inputs.first(n).data();
    float* const y = results.data();
    std::vector<bench::work> works;
    for (const bench::call f : {by_library[i], bench::headers_native[i], bench::headers_plain[i], bench::textbook[i]})
        works.push_back(bench::repeat([=] { f(x, y, n); }));
    const bench::operands data{n, x, y, x, x, nullptr, y, scratch.data(), scratch.data()};
    for (const auto& other : others)
        works.push_back(other->prepare({bench::tasks[i], bench::operation::forward}, data));
    const auto timings = bench::time_interleaved(works, {.total = 0.05});
    std::vector<std::string> row{bench::called[i], bench::count_name(n)};
    for (const bench::timing& each : timings)
        row.push_back(each.minimum > 0 ? bench::digits(each.minimum * 1e9) : std::string{});
    row.push_back(bench::digits((timings[0].minimum - timings[1].minimum) * 1e9));
    return row;
}

std::string report(const std::string& command) {
    std::vector<std::string> heads{"function", "n", "library", "headers, native", "headers, -O2", "textbook, -O2"};
    std::string notes;
    peers others;
    for (const bench::registration& entry : bench::registrations()) {
        others.push_back(entry.make());
        const std::string name{entry.name};
        heads.push_back(name + (name == "Eigen" ? ", -O2" : ""));
        notes += "- " + name + ' ' + others.back()->version() + ": " + others.back()->note() + '\n';
    }
    // A peer may have left flush-to-zero on while it was loaded, which would change everyone's times.
    std::fesetenv(FE_DFL_ENV);
    heads.push_back("library − native");
    bench::table table(heads);
    for (std::size_t i = 0; i < bench::call_count; ++i)
        for (const std::size_t n : sizes) table.add(measure(i, n, others));
    return "# Calls of libactivation\n\n" + bench::provenance(command) + "- kernels: " + activation_target() +
           "; the program, Eigen in it too, is compiled by -O2 alone, but for \"headers, native\"\n" + notes +
           "\nNanoseconds of a call on n floats, the fastest of interleaved samples, on one thread.\n\n" +
           table.markdown();
}

}  // namespace

int main(int argc, char** argv) {
    const bench::report_folder folder(bench::directory_argument(
        argc, argv, "library_bench [DIRECTORY]: a call of libactivation beside the headers'"));
    bench::pin_to_one_core();
    const std::string text = report(bench::command_line(argc, argv));
    bench::print(text);
    folder.write("library.md", text);
}
