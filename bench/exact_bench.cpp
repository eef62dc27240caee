// What does it cost to have the last bit right? The exact tier beside the accurate one, forward and derivative, float.
//
//     exact_bench [DIRECTORY]      the table to standard output; DIRECTORY receives exact.md

#include <activation/exact.hpp>
#include <iostream>
#include <span>

#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/table.hpp"
#include "support/timing.hpp"

namespace {

constexpr std::size_t n = 4096;

struct arrays {
    std::span<const float> x;
    std::span<float> y;
};

arrays make_arrays() {
    static bench::normal_inputs<float> inputs{2, 1};
    static bench::array<float> y(n);
    return {inputs.first(n), y};
}

void add_row(bench::table& shown, const std::string& name, const bench::work& accurate, const bench::work& exact) {
    const std::vector<bench::work> works{accurate, exact};
    const auto timings = bench::time_interleaved(works, {.total = 0.1});
    const double base = timings[0].minimum, other = timings[1].minimum;
    shown.add({name, bench::digits(base * 1e9 / n), bench::digits(other * 1e9 / n), bench::digits(other / base)});
}

template <class Accurate, class Exact>
void add_rows(bench::table& shown, const std::string& name, const Accurate& f, const Exact& g) {
    const arrays a = make_arrays();
    add_row(shown, name, bench::repeat([=] { f(a.x, a.y); }), bench::repeat([=] { g(a.x, a.y); }));
    add_row(shown, name + " derivative", bench::repeat([=] { f.derivative(a.x, a.y); }),
            bench::repeat([=] { g.derivative(a.x, a.y); }));
}

std::string report(const std::string& command) {
    namespace nn = activation::exact;
    bench::table shown{{"ns per element", "accurate", "exact", "ratio"}};
    add_rows(shown, "elu", activation::elu, nn::elu);
    add_rows(shown, "gelu", activation::gelu, nn::gelu);
    add_rows(shown, "gelu_tanh", activation::gelu_tanh, nn::gelu_tanh);
    add_rows(shown, "silu", activation::silu, nn::silu);
    add_rows(shown, "sigmoid", activation::sigmoid, nn::sigmoid);
    add_rows(shown, "tanh", activation::tanh, nn::tanh);
    add_rows(shown, "selu", activation::selu, nn::selu);
    add_rows(shown, "mish", activation::mish, nn::mish);
    add_rows(shown, "exp", activation::exp, nn::exp);
    return "# What does it cost to have the last bit right?\n\nfloat, inputs N(0, 2), n = 4096, the fastest of many "
           "interleaved samples.\n\n" +
           bench::provenance(command) + '\n' + shown.markdown();
}

}  // namespace

int main(int argc, char** argv) try {
    const bench::report_folder folder{
        bench::directory_argument(argc, argv,
                                  "exact_bench [DIRECTORY]: what it costs to have the last bit right\n"
                                  "The table goes to standard output; DIRECTORY receives it as exact.md.\n")};
    bench::pin_to_one_core();
    const std::string text = report(bench::command_line(argc, argv));
    bench::print(text);
    folder.write("exact.md", text);
} catch (const std::exception& failure) {
    std::cerr << "exact_bench: " << failure.what() << '\n';
    return 1;
}
