// What do rows with gaps cost beside the same elements without: 32 rows of 64, their starts 96 apart, of x, of y, of all
// arguments; forward and backward, interleaved?
//
//     strides_bench [DIRECTORY]       the tables to standard output, and to DIRECTORY/strides.md

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

constexpr std::size_t row_count = 32, width = 64, stride = 96;
constexpr std::size_t elements = row_count * width, extent = row_count * stride;

/// The arrays of one element type, as the calls take them.
template <class E>
struct arrays {
    bench::array<E> x = bench::normal_array<E>(1, 1, extent), grad_output = bench::normal_array<E>(1, 2, extent);
    bench::array<E> y = bench::normal_array<E>(1, 3, extent);

    static std::span<E> adjacent(bench::array<E>& all) { return std::span<E>{all}.first(elements); }
    static auto apart(bench::array<E>& all) { return activation::rows(std::span<E>{all}, width, stride); }
};

template <class E>
arrays<E>& arrays_of() {
    static arrays<E> all;
    return all;
}

std::vector<double> nanoseconds(const std::vector<bench::work>& works) {
    std::vector<double> each;
    for (const bench::timing& time : bench::time_interleaved(works, {.total = 0.1}))
        each.push_back(time.minimum * 1e9 / static_cast<double>(elements));
    return each;
}

/// What stands in a cell: the time with gaps and, in brackets, how many times the one without it is.
std::string beside(double apart, double adjacent) {
    return bench::digits(apart) + " (" + bench::digits(apart / adjacent) + ")";
}

template <class E, class F>
std::string forward(const F& f) {
    arrays<E>& a = arrays_of<E>();
    const std::vector<double> times =
        nanoseconds({bench::repeat([&f, x = a.adjacent(a.x), y = a.adjacent(a.y)] { f(x, y); }),
                     bench::repeat([&f, x = a.apart(a.x), y = a.apart(a.y)] { f(x, y); })});
    return beside(times[1], times[0]);
}

template <class E, class F>
std::string backward(const F& f) {
    arrays<E>& a = arrays_of<E>();
    const std::vector<double> times = nanoseconds(
        {bench::repeat(
             [&f, g = a.adjacent(a.grad_output), x = a.adjacent(a.x), d = a.adjacent(a.y)] { f.backward(g, x, d); }),
         bench::repeat([&f, g = a.apart(a.grad_output), x = a.apart(a.x), d = a.apart(a.y)] { f.backward(g, x, d); })});
    return beside(times[1], times[0]);
}

template <class F>
void add_types(bench::table& shown, const std::string& name, const F& f) {
    using activation::bfloat16, activation::float16;
    shown.add({name, forward<float>(f), forward<double>(f), forward<bfloat16>(f), forward<float16>(f)});
    shown.add(
        {name + " backward", backward<float>(f), backward<double>(f), backward<bfloat16>(f), backward<float16>(f)});
}

template <class F>
void add_arguments(bench::table& shown, const std::string& name, const F& f) {
    arrays<float>& a = arrays_of<float>();
    const std::vector<double> times =
        nanoseconds({bench::repeat([&f, x = a.adjacent(a.x), y = a.adjacent(a.y)] { f(x, y); }),
                     bench::repeat([&f, x = a.apart(a.x), y = a.adjacent(a.y)] { f(x, y); }),
                     bench::repeat([&f, x = a.adjacent(a.x), y = a.apart(a.y)] { f(x, y); }),
                     bench::repeat([&f, x = a.apart(a.x)] { f(x); })});
    shown.add({name, bench::digits(times[0]), beside(times[1], times[0]), beside(times[2], times[0]),
               beside(times[3], times[0])});
}

/// action(name, function) of some that are an instruction or two, and some that are more.
template <class Action>
void for_each_function(Action action) {
    action("relu", activation::relu);
    action("leaky_relu", activation::leaky_relu);
    action("hardswish", activation::hardswish);
    action("elu", activation::elu);
    action("gelu", activation::gelu);
    action("silu", activation::silu);
    action("tanh", activation::tanh);
    action("fast::gelu", activation::fast::gelu);
    action("fast::silu", activation::fast::silu);
}

std::string report(const std::string& command) {
    bench::table types{{"all arguments", "float", "double", "bfloat16", "float16"}};
    bench::table arguments{{"float", "no gaps", "x", "y", "in place"}};
    for_each_function([&](const std::string& name, const auto& f) {
        add_types(types, name, f);
        add_arguments(arguments, name, f);
    });
    return "# Rows with gaps\n\nns per element of 32 rows of 64, 96 apart, and in brackets how many times what as many "
           "elements take that follow one another. The fastest of many interleaved samples, inputs N(0, 1).\n\n" +
           bench::provenance(command) + '\n' + types.markdown() + '\n' + arguments.markdown();
}

}  // namespace

int main(int argc, char** argv) try {
    const bench::report_folder folder{
        bench::directory_argument(argc, argv,
                                  "strides_bench [DIRECTORY]: rows with gaps beside rows without, half a minute\n"
                                  "The tables go to standard output; DIRECTORY receives them as strides.md.\n")};
    bench::pin_to_one_core();
    const std::string text = report(bench::command_line(argc, argv));
    bench::print(text);
    folder.write("strides.md", text);
} catch (const std::exception& failure) {
    std::cerr << "strides_bench: " << failure.what() << '\n';
    return 1;
}
