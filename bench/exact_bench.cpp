// What does it cost to have the last bit right? The exact tier beside the accurate one, and beside PyTorch where it is
// found, float.
//
//     exact_bench [DIRECTORY]      the table to standard output; DIRECTORY receives exact.md

#include <activation/exact.hpp>
#include <iostream>
#include <memory>
#include <span>

#include "peers/peer.hpp"
#include "peers/vectors.hpp"
#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/table.hpp"
#include "support/timing.hpp"

namespace {

using bench::operation;

constexpr std::size_t n = 4096;

bench::operands make_operands() {
    static bench::normal_inputs<float> x{2, 1}, linear{2, 2}, grad_output{1, 3};
    static bench::array<float> y(n), first(n), second(n), scratch(n);
    return {n,       x.first(n).data(), y.data(),      linear.first(n).data(), grad_output.first(n).data(),
            nullptr, first.data(),      second.data(), scratch.data()};
}

/// PyTorch, where it was found when this program was configured.
bench::peer* pytorch() {
    static const std::unique_ptr<bench::peer> found =
        bench::registrations().empty() ? nullptr : bench::registrations().front().make();
    return found.get();
}

/// Two implementations and, where it has the task, PyTorch.
class report_table {
public:
    void add(const std::string& name, const bench::work& accurate, const bench::work& exact,
             const bench::work& other = {}) {
        const std::vector<bench::work> works{accurate, exact, other};
        const auto timings = bench::time_interleaved(works, {.total = 0.1});
        const double base = timings[0].minimum, ours = timings[1].minimum, theirs = timings[2].minimum;
        std::vector<std::string> cells{name, bench::digits(base * 1e9 / n), bench::digits(ours * 1e9 / n),
                                       bench::digits(ours / base)};
        if (pytorch() != nullptr) {
            cells.push_back(other ? bench::digits(theirs * 1e9 / n) : "");
            cells.push_back(other ? bench::digits(ours / theirs) : "");
        }
        shown_.add(cells);
    }

    template <class Accurate, class Exact>
    void add_rows(const std::string& name, const Accurate& f, const Exact& g) {
        const std::span<const float> x{data_.x, n}, grad_output{data_.grad_output, n};
        const std::span<float> y{data_.first, n};
        add(name, bench::repeat([=] { f(x, y); }), bench::repeat([=] { g(x, y); }), other(name, operation::forward));
        add(name + " derivative", bench::repeat([=] { f.derivative(x, y); }),
            bench::repeat([=] { g.derivative(x, y); }));
        add(name + " backward", bench::repeat([=] { f.backward(grad_output, x, y); }),
            bench::repeat([=] { g.backward(grad_output, x, y); }), other(name, operation::backward));
    }

    std::string markdown() const { return shown_.markdown(); }

private:
    static std::vector<std::string> heads() {
        if (pytorch() == nullptr) return {"ns per element", "accurate", "exact", "ratio"};
        return {"ns per element", "accurate", "exact", "ratio", "PyTorch", "ratio to it"};
    }

    bench::work other(const std::string& name, operation what) {
        return pytorch() == nullptr ? bench::work{} : pytorch()->prepare({name, what}, data_);
    }

    bench::operands data_ = make_operands();
    bench::table shown_{heads()};
};

std::string notes() {
    std::string text = "float, inputs N(0, 2), n = 4096, the fastest of many interleaved samples.";
    if (pytorch() != nullptr)
        text += "\n\nPyTorch " + pytorch()->version() + ", one thread, in the same run" +
                (bench::hold_to_avx2 ? ", held to AVX2" : "") + ": " + pytorch()->note() + ".";
    return text + "\n\n";
}

std::string report(const std::string& command) {
    namespace nn = activation::exact;
    report_table shown;
    shown.add_rows("elu", activation::elu, nn::elu);
    shown.add_rows("gelu", activation::gelu, nn::gelu);
    shown.add_rows("gelu_tanh", activation::gelu_tanh, nn::gelu_tanh);
    shown.add_rows("silu", activation::silu, nn::silu);
    shown.add_rows("sigmoid", activation::sigmoid, nn::sigmoid);
    shown.add_rows("tanh", activation::tanh, nn::tanh);
    shown.add_rows("selu", activation::selu, nn::selu);
    shown.add_rows("mish", activation::mish, nn::mish);
    shown.add_rows("exp", activation::exp, nn::exp);
    shown.add_rows("quick_gelu", activation::quick_gelu, nn::quick_gelu);
    shown.add_rows("softplus", activation::softplus, nn::softplus);
    shown.add_rows("log_sigmoid", activation::log_sigmoid, nn::log_sigmoid);
    shown.add_rows("tanhshrink", activation::tanhshrink, nn::tanhshrink);
    return "# What does it cost to have the last bit right?\n\n" + notes() + bench::provenance(command) + '\n' +
           shown.markdown();
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
