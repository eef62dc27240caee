// What does a gated unit cost against its two passes? glu, reglu, geglu, geglu_tanh, swiglu x forward, backward x
// float, double x 16 to 32Mi elements; `two_passes/` is the activation first and then a loop that multiplies.
//
//     gated_bench --benchmark_filter='swiglu/forward/float/4096$'

#include <string>

#include "support/streams.hpp"

#include <activation/activation.hpp>

namespace {

using bench::streams;

template <class T, class Gated, class Activation>
void add_unit(const std::string& name, const Gated& gated, const Activation& f, std::size_t n) {
    using data = const streams<T>&;
    bench::add_benchmark<T>(name + "/forward", n, 3, [gated](data s) { gated(s.x, s.linear, s.first); });
    bench::add_benchmark<T>("two_passes/" + name + "/forward", n, 3, [f](data s) {
        f(s.x, s.first);
        for (std::size_t i = 0; i < s.x.size(); ++i) s.first[i] *= s.linear[i];
    });
    bench::add_benchmark<T>(name + "/backward", n, 5,
                            [gated](data s) { gated.backward(s.grad_output, s.x, s.linear, s.first, s.second); });
    bench::add_benchmark<T>("two_passes/" + name + "/backward", n, 5, [f](data s) {
        f.value_and_derivative(s.x, s.second, s.first);
        for (std::size_t i = 0; i < s.x.size(); ++i) {
            s.first[i] *= s.grad_output[i] * s.linear[i];
            s.second[i] *= s.grad_output[i];
        }
    });
}

template <class T>
void add_type() {
    for (const std::size_t n : bench::sizes) {
        add_unit<T>("glu", activation::glu, activation::sigmoid, n);
        add_unit<T>("reglu", activation::reglu, activation::relu, n);
        add_unit<T>("geglu", activation::geglu, activation::gelu, n);
        add_unit<T>("geglu_tanh", activation::geglu_tanh, activation::gelu_tanh, n);
        add_unit<T>("swiglu", activation::swiglu, activation::silu, n);
    }
}

}  // namespace

int main(int argc, char** argv) {
    return bench::run_benchmarks(argc, argv, [] {
        add_type<float>();
        add_type<double>();
    });
}
