// Compiled once for each target, under the target's name: scalar calls, batches and ranges of the same functions.
#include <activation/activation.hpp>
#include <activation/storage.hpp>
#include <array>
#include <stdexcept>

#include "targets.hpp"

namespace {

template <class Function>
void run(const Function& f, const std::array<float, odr::count>& x, std::size_t row, odr::results& results) {
    f(x, results.of_ranges[row]);
    f.derivative(x, results.of_ranges[row + 1]);
    for (std::size_t i = 0; i < x.size(); ++i) {
        results.of_values[row][i] = f(x[i]);
        results.of_values[row + 1][i] = f.value_and_derivative(x[i]).derivative;
    }
}

/// A range of this file's own: the standard library's functions of one would be shared by the targets.
struct halves {
    activation::bfloat16 item[odr::count];

    activation::bfloat16* begin() { return item; }
    activation::bfloat16* end() { return item + odr::count; }
};

/// Halves, whose bits are looked at as integers.
void run_halves(const std::array<float, odr::count>& x, odr::results& results) {
    halves y;
    for (std::size_t i = 0; i < x.size(); ++i) y.item[i] = activation::bfloat16(x[i]);
    activation::leaky_relu(y);
    for (std::size_t i = 0; i < x.size(); ++i) results.of_halves[i] = __builtin_bit_cast(std::uint16_t, y.item[i]);
}

}  // namespace

odr::results odr::ACTIVATION_ODR_TARGET(const std::array<float, count>& x) {
    results results{};
    results.lanes = xsimd::batch<float>::size;
    results.fused_multiply_add = activation::detail::has_fused_multiply_add;
    run(activation::relu, x, 0, results);
    run(activation::elu, x, 2, results);
    run(activation::gelu, x, 4, results);
    run(activation::silu, x, 6, results);
    for (std::size_t i = 0; i < x.size(); ++i) results.of_doubles[i] = activation::tanh(static_cast<double>(x[i]));
    run_halves(x, results);
    try {
        std::array<float, count - 1> shorter{};
        activation::relu(x, shorter);
    } catch (const std::invalid_argument&) { results.refused = true; }
    return results;
}
