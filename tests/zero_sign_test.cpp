// The sign of zero: what one value becomes is, bit for bit, what an element of a range becomes, and what it becomes in
// the loop of a target without vectors. A compiler that joins a multiplication, an addition and a minus into one
// instruction may give a zero the other sign, and does so in one of the three only.

#include <activation/activation.hpp>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

namespace {

using tests::hex;
using tests::same_bits;

/// The sign of what ±0 and the smallest numbers become.
enum class sign_next_to_zero { of_x, positive, negative };

/// The zeros, the smallest and largest numbers, and what lies around the roots and knees of functions and derivatives.
template <class T>
std::vector<T> inputs() {
    using limits = std::numeric_limits<T>;
    std::vector<T> x;
    for (const T sign : {T(1), T(-1)}) {
        for (int i = 0; i < 70; ++i) x.push_back(sign * static_cast<T>(i) * limits::denorm_min());
        for (const T magnitude : {limits::min(), limits::epsilon(), limits::max(), limits::infinity()})
            for (int halvings = 0; halvings < 4; ++halvings) x.push_back(sign * std::ldexp(magnitude, -halvings));
    }
    // The roots of the derivatives of gelu, gelu_tanh, quick_gelu, silu, mish and hardswish, and the knees.
    for (const double place : {-0.7517915246935645, -0.7524614220710162, -0.7511542554, -1.2784645427610738,
                               -1.1924312145, -1.5, -3.0, -1.0, -0.5, 0.5, 1.0, 3.0, 6.0, 20.0})
        for (int i = -100; i <= 100; ++i) {
            const T nearest = static_cast<T>(place);
            const auto bits = std::bit_cast<tests::bits_of<T>>(nearest);
            x.push_back(std::bit_cast<T>(static_cast<tests::bits_of<T>>(bits + static_cast<tests::bits_of<T>>(i))));
        }
    // Where results underflow.
    const T steps = sizeof(T) == 4 ? T(200) : T(1600);
    for (T i = -steps; i <= steps; ++i) x.push_back(i / 2);
    return x;
}

/// Without the help of vectors.
template <class Kernel, class T>
std::vector<T> one_by_one(const Kernel& kernel, const std::vector<T>& x) {
    using namespace activation::detail;
    std::vector<T> y(x.size());
    const auto to = sinks(y.data());
    const auto from = sources(x.data());
    loop<T, Kernel, std::remove_const_t<decltype(to)>, std::remove_const_t<decltype(from)>>(kernel, to, from)
        .run(x.size());
    return y;
}

template <class T, template <class> class F>
void check(const char* name, const activation::function<F>& f, sign_next_to_zero sign) {
    const std::vector<T> x = inputs<T>();
    std::vector<T> y(x.size()), d(x.size());
    f(x, y);
    f.derivative(x, d);
    const std::vector<T> y_alone = one_by_one(activation::detail::forward_kernel<F<T>>{}, x);
    const std::vector<T> d_alone = one_by_one(activation::detail::derivative_kernel<F<T>>{}, x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const T value = f(x[i]), derivative = f.derivative(x[i]);
        INFO(name << sizeof(T) << " at " << hex(x[i]) << ": " << hex(value) << ", in a range " << hex(y[i])
                  << ", without vectors " << hex(y_alone[i]) << "; derivative " << hex(derivative) << ", " << hex(d[i])
                  << ", " << hex(d_alone[i]));
        if (!same_bits(value, y[i]) || !same_bits(value, y_alone[i])) FAIL("values differ");
        if (!same_bits(derivative, d[i]) || !same_bits(derivative, d_alone[i])) FAIL("derivatives differ");
        if (std::abs(x[i]) >= std::numeric_limits<T>::min()) continue;
        const bool negative =
            sign == sign_next_to_zero::of_x ? std::signbit(x[i]) : sign == sign_next_to_zero::negative;
        if (std::signbit(value) != negative) FAIL("the sign is wrong");
    }
    REQUIRE(x.size() > 3000);
}

template <template <class> class F>
void check_both(const char* name, const activation::function<F>& f, sign_next_to_zero sign) {
    check<float>(name, f, sign);
    check<double>(name, f, sign);
}

}  // namespace

TEST_CASE("zero: activations that follow x at 0 keep its sign, everywhere alike") {
    namespace a = activation;
    const auto check_each = [](auto... row) { (check_both(row.first, *row.second, sign_next_to_zero::of_x), ...); };
    const auto row = [](const char* name, const auto& f) { return std::pair(name, &f); };
    check_each(row("leaky_relu", a::leaky_relu), row("prelu", a::prelu), row("elu", a::elu), row("gelu", a::gelu),
               row("gelu_tanh", a::gelu_tanh), row("silu", a::silu), row("tanh", a::tanh), row("hardtanh", a::hardtanh),
               row("hardswish", a::hardswish), row("softsign", a::softsign), row("selu", a::selu), row("celu", a::celu),
               row("swish", a::swish), row("quick_gelu", a::quick_gelu), row("mish", a::mish),
               row("tanhshrink", a::tanhshrink));
    check_each(row("fast::gelu", a::fast::gelu), row("fast::gelu_tanh", a::fast::gelu_tanh),
               row("fast::silu", a::fast::silu), row("fast::tanh", a::fast::tanh));
}

TEST_CASE("zero: the other activations have one sign at 0, everywhere alike") {
    namespace a = activation;
    const auto check_each = [](auto... row) { (check_both(row.first, *row.second, sign_next_to_zero::positive), ...); };
    const auto row = [](const char* name, const auto& f) { return std::pair(name, &f); };
    check_each(row("relu", a::relu), row("relu6", a::relu6), row("squared_relu", a::squared_relu),
               row("threshold", a::threshold), row("hardshrink", a::hardshrink), row("softshrink", a::softshrink),
               row("sigmoid", a::sigmoid), row("fast::sigmoid", a::fast::sigmoid), row("softplus", a::softplus),
               row("hardsigmoid", a::hardsigmoid));
    check_both("log_sigmoid", a::log_sigmoid, sign_next_to_zero::negative);
}
