// What do halves cost beside floats, and what do a bias before an activation and a sum behind it cost beside passes of
// their own? n = 4096 and 64Ki, interleaved.
//
//     halves_bench [DIRECTORY]        the tables to standard output, and to DIRECTORY/halves.md

#include <cstddef>
#include <exception>
#include <iostream>
#include <span>
#include <string>
#include <vector>

#include <activation/activation.hpp>

#include "support/inputs.hpp"
#include "support/report.hpp"
#include "support/table.hpp"
#include "support/timing.hpp"

namespace {

using activation::bfloat16;
using activation::float16;

constexpr std::size_t sizes[] = {4096, 65536};
constexpr std::size_t longest = 65536, channels = 1024;

/// The arrays of one element type.
template <class E>
struct arrays {
    bench::array<E> x = bench::normal_array<E>(2, 1, longest), grad_output = bench::normal_array<E>(1, 2, longest);
    bench::array<E> y = bench::normal_array<E>(0, 3, longest), grad_input = y, sum = y;
    bench::array<E> bias = bench::normal_array<E>(1, 4, channels);
};

template <class E>
arrays<E>& arrays_of() {
    static arrays<E> all;
    return all;
}

void add_row(bench::table& shown, const std::string& name, std::size_t n, const std::vector<bench::work>& works) {
    std::vector<std::string> line{name + ", " + bench::count_name(n)};
    for (const bench::timing& each : bench::time_interleaved(works, {.total = 0.1}))
        line.push_back(bench::digits(each.minimum * 1e9 / static_cast<double>(n)));
    shown.add(line);
}

template <class E, class F>
bench::work forward(const F& f, std::size_t n) {
    arrays<E>& all = arrays_of<E>();
    return bench::repeat([&f, x = all.x.data(), y = all.y.data(), n] { f(x, y, n); });
}

template <class E, class F>
bench::work backward(const F& f, std::size_t n) {
    arrays<E>& all = arrays_of<E>();
    return bench::repeat(
        [&f, g = all.grad_output.data(), x = all.x.data(), d = all.grad_input.data(), n] { f.backward(g, x, d, n); });
}

template <class F>
void add_types(bench::table& shown, const std::string& name, const F& f) {
    for (const std::size_t n : sizes) {
        add_row(shown, name, n, {forward<float>(f, n), forward<bfloat16>(f, n), forward<float16>(f, n)});
        add_row(shown, name + " backward", n,
                {backward<float>(f, n), backward<bfloat16>(f, n), backward<float16>(f, n)});
    }
}

/// Forward with a bias and backward with a sum: without them, as one call, and with passes of their own.  Alone, the
/// activation is that of the sums: of what lies farther from 0 one may take longer.
template <class E, class F>
void add_fused(bench::table& shown, const std::string& name, const F& f) {
    arrays<E>& all = arrays_of<E>();
    for (const std::size_t n : sizes) {
        const std::span<const E> x = std::span<const E>{all.x}.first(n),
                                 g = std::span<const E>{all.grad_output}.first(n);
        const std::span<E> y = std::span<E>{all.y}.first(n), d = std::span<E>{all.grad_input}.first(n);
        const std::span<E> sum = std::span<E>{all.sum}.first(n);
        const std::span<const E> bias{all.bias};
        bench::array<E> sums(n);
        for (std::size_t i = 0; i < n; ++i)
            sums[i] = static_cast<E>(static_cast<float>(x[i]) + static_cast<float>(bias[i % channels]));
        const bench::work alone = bench::repeat([&f, &sums, y] { f(sums, y); });
        const bench::work biased_call = bench::repeat([=, &f] { f(activation::biased(x, bias), y); });
        const bench::work biased_passes = bench::repeat([=, &f] {
            for (std::size_t i = 0; i < n; i += channels)
                for (std::size_t j = 0; j < channels; ++j)
                    y[i + j] = static_cast<E>(static_cast<float>(x[i + j]) + static_cast<float>(bias[j]));
            f(y, y);
        });
        add_row(shown, name + " with bias", n, {alone, biased_call, biased_passes});
        const bench::work summed_call = bench::repeat([=, &f] { f.backward(g, x, activation::accumulate(sum)); });
        const bench::work summed_passes = bench::repeat([=, &f] {
            f.backward(g, x, d);
            for (std::size_t i = 0; i < n; ++i)
                sum[i] = static_cast<E>(static_cast<float>(sum[i]) + static_cast<float>(d[i]));
        });
        add_row(shown, name + " backward, accumulated", n, {backward<E>(f, n), summed_call, summed_passes});
    }
}

std::string report(const std::string& command) {
    bench::table types{{"ns per element", "float", "bfloat16", "float16"}};
    add_types(types, "relu", activation::relu);
    add_types(types, "leaky_relu", activation::leaky_relu);
    add_types(types, "elu", activation::elu);
    add_types(types, "gelu", activation::gelu);
    add_types(types, "gelu_tanh", activation::gelu_tanh);
    add_types(types, "silu", activation::silu);
    add_types(types, "sigmoid", activation::sigmoid);
    add_types(types, "tanh", activation::tanh);
    add_types(types, "fast::gelu", activation::fast::gelu);
    add_types(types, "fast::gelu_tanh", activation::fast::gelu_tanh);
    add_types(types, "fast::silu", activation::fast::silu);
    add_types(types, "fast::sigmoid", activation::fast::sigmoid);
    add_types(types, "fast::tanh", activation::fast::tanh);
    bench::table fused{{"ns per element", "the activation alone", "one call", "with a pass of its own"}};
    add_fused<float>(fused, "gelu of float", activation::gelu);
    add_fused<float>(fused, "fast::silu of float", activation::fast::silu);
    add_fused<float>(fused, "gelu_tanh of float", activation::gelu_tanh);
    add_fused<bfloat16>(fused, "gelu of bfloat16", activation::gelu);
    add_fused<bfloat16>(fused, "fast::silu of bfloat16", activation::fast::silu);
    return "# Halves, and what stands around an activation\n\nThe fastest of many interleaved samples, inputs N(0, 2); "
           "a bias of 1024 channels, and beside it "
           "the activation alone of the sums. The passes beside are loops that the compiler vectorises.\n\n" +
           bench::provenance(command) + '\n' + types.markdown() + '\n' + fused.markdown();
}

}  // namespace

int main(int argc, char** argv) try {
    const bench::report_folder folder{
        bench::directory_argument(argc, argv,
                                  "halves_bench [DIRECTORY]: halves beside floats, fused beside separate, a minute\n"
                                  "The tables go to standard output; DIRECTORY receives them as halves.md.\n")};
    bench::pin_to_one_core();
    const std::string text = report(bench::command_line(argc, argv));
    bench::print(text);
    folder.write("halves.md", text);
} catch (const std::exception& failure) {
    std::cerr << "halves_bench: " << failure.what() << '\n';
    return 1;
}
