// The textbook's loop as a program without any library has it. This file alone is compiled with -O3 -ffast-math and the
// vectorised libm; -ffast-math must not reach the linker, where it would flush every subnormal of the process to zero.

#include <algorithm>
#include <array>

#include "../support/textbook.hpp"
#include "../support/textbook_piecewise.hpp"
#include "../support/textbook_smooth.hpp"
#include "loop_rows.hpp"
#include "peer.hpp"

namespace {

template <class Formula>
void forward(const bench::operands& data) {
    for (std::size_t i = 0; i < data.n; ++i) data.first[i] = Formula::value(data.x[i]);
}

template <class Formula>
void backward(const bench::operands& data) {
    for (std::size_t i = 0; i < data.n; ++i) data.first[i] = data.grad_output[i] * Formula::derivative(data.x[i]);
}

template <class Formula>
void value_and_derivative(const bench::operands& data) {
    for (std::size_t i = 0; i < data.n; ++i) {
        data.first[i] = Formula::value(data.x[i]);
        data.second[i] = Formula::derivative(data.x[i]);
    }
}

/// Derivatives from the output y, where the function has one.
template <class Formula>
float derivative_from_output(float y) = delete;
template <>
float derivative_from_output<textbook::relu>(float y) {
    return y > 0 ? 1.0f : 0.0f;
}
template <>
float derivative_from_output<textbook::leaky_relu>(float y) {
    return y > 0 ? 1.0f : 0.01f;
}
template <>
float derivative_from_output<textbook::prelu>(float y) {
    return y > 0 ? 1.0f : 0.25f;
}
template <>
float derivative_from_output<textbook::elu>(float y) {
    return y > 0 ? 1.0f : y + 1.0f;
}
template <>
float derivative_from_output<textbook::sigmoid>(float y) {
    return y * (1.0f - y);
}
template <>
float derivative_from_output<textbook::tanh>(float y) {
    return 1.0f - y * y;
}

template <class Formula>
void backward_from_output(const bench::operands& data) {
    for (std::size_t i = 0; i < data.n; ++i) {
        data.first[i] = data.grad_output[i] * derivative_from_output<Formula>(data.y[i]);
    }
}

void swiglu_forward(const bench::operands& data) {
    for (std::size_t i = 0; i < data.n; ++i) data.first[i] = textbook::silu::value(data.x[i]) * data.linear[i];
}

void swiglu_backward(const bench::operands& data) {
    for (std::size_t i = 0; i < data.n; ++i) {
        const float s = textbook::sigmoid::value(data.x[i]);
        const float derivative = s * (1.0f + data.x[i] * (1.0f - s));
        data.first[i] = data.grad_output[i] * data.linear[i] * derivative;
        data.second[i] = data.grad_output[i] * data.x[i] * s;
    }
}

struct loop {
    bench::task does;
    void (*run)(const bench::operands&);
};

using bench::operation;
using textbook::relu, textbook::leaky_relu, textbook::prelu, textbook::elu, textbook::gelu, textbook::gelu_tanh,
    textbook::silu, textbook::sigmoid;

template <class... Formula>
constexpr std::array loops_of{loop{{Formula::name, operation::forward}, forward<Formula>}...,
                              loop{{Formula::name, operation::backward}, backward<Formula>}...,
                              loop{{Formula::name, operation::value_and_derivative}, value_and_derivative<Formula>}...};
template <class... Formula>
constexpr std::array loops_from_output_of{
    loop{{Formula::name, operation::backward_from_output}, backward_from_output<Formula>}...};

/// Of the catalogue those whose formula the benchmarks have; the others' is in their descriptions, which -ffast-math must
/// not reach.
constexpr auto from_input =
    loops_of<relu, leaky_relu, prelu, elu, gelu, gelu_tanh, silu, sigmoid, textbook::tanh, textbook::relu6,
             textbook::squared_relu, textbook::threshold, textbook::hardtanh, textbook::hardsigmoid,
             textbook::hardswish, textbook::hardshrink, textbook::softshrink, textbook::softsign, textbook::selu,
             textbook::celu, textbook::softplus, textbook::log_sigmoid, textbook::swish, textbook::quick_gelu,
             textbook::mish, textbook::tanhshrink, textbook::exp>;
constexpr auto from_output = loops_from_output_of<relu, leaky_relu, prelu, elu, sigmoid, textbook::tanh>;
constexpr std::array gated{loop{{"swiglu", operation::forward}, swiglu_forward},
                           loop{{"swiglu", operation::backward}, swiglu_backward}};

template <class Loops>
void (*find(const Loops& loops, const bench::task& wanted))(const bench::operands&) {
    const auto found = std::ranges::find(loops, wanted, &loop::does);
    return found == loops.end() ? nullptr : found->run;
}

class loop_peer final : public bench::peer {
public:
    std::string version() const override { return __VERSION__; }

    std::string note() const override { return "-O3 -ffast-math in a unit of its own, vectorised libm"; }

    bench::work prepare(const bench::task& wanted, const bench::operands& data) override {
        for (const auto run : {find(from_input, wanted), find(from_output, wanted), find(gated, wanted)}) {
            if (run) return bench::repeat([run, data] { run(data); });
        }
        return {};
    }

    bench::work prepare_rows(const bench::task& wanted, const bench::operands& data) override {
        return bench::loop_rows(wanted, data);
    }
};

const bench::registered here{{"loop", bench::role::peer, bench::make_peer<loop_peer>}};

}  // namespace
