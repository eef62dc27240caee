#include <activation/fast.hpp>
#include <activation/gated.hpp>
#include <concepts>
#include <limits>
#include <string>
#include <type_traits>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/catch.hpp"
#include "support/checks.hpp"
#include "support/same_bits.hpp"

namespace {

/// A gated unit with the activation that it gates by: all that its checks need to know.
template <class Gate, class Activation>
struct row {
    const char* name;
    const Gate& gate;
    const Activation& activation;
};

/// Clang deduces the arguments of an aggregate from version 17 on.
template <class Gate, class Activation>
row(const char*, const Gate&, const Activation&) -> row<Gate, Activation>;

template <class T, class Gate, class Activation>
tests::call_form<T> forward_form(const row<Gate, Activation>& row) {
    return {std::string("activation::") + row.name + "(activated, linear, y)",
            {"activated", "linear"},
            {"y"},
            [row](const auto& in, const auto& out) { row.gate(in[0], in[1], out[0]); },
            [row](const tests::element<T>& in) { return tests::element<T>{row.activation(in[0]) * in[1]}; }};
}

template <class T, class Gate, class Activation>
tests::call_form<T> backward_form(const row<Gate, Activation>& row) {
    return {std::string("activation::") + row.name +
                ".backward(grad_output, activated, linear, grad_activated, grad_linear)",
            {"grad_output", "activated", "linear"},
            {"grad_activated", "grad_linear"},
            [row](const auto& in, const auto& out) { row.gate.backward(in[0], in[1], in[2], out[0], out[1]); },
            [row](const tests::element<T>& in) {
                const T slope = row.activation.derivative(in[1]), value = row.activation(in[1]);
                const bool constant =
                    std::same_as<Activation, std::remove_cvref_t<decltype(activation::relu)>> && in[1] <= 0;
                return tests::element<T>{constant ? T(0) : in[0] * in[2] * slope, in[0] * value};
            }};
}

template <class T>
constexpr std::size_t width = activation::detail::lanes<activation::detail::native_t<T>>::size;

template <class T, class Gate, class Activation>
void check_elements(const row<Gate, Activation>& row) {
    for (const tests::call_form<T>& form : {forward_form<T>(row), backward_form<T>(row)}) {
        tests::positions_check{}(form, width<T>);
        tests::errors_check{}(form);
    }
}

/// y of packed rows against the activation of one half times the other.
template <class T, class Gate, class Activation>
void check_packed(const row<Gate, Activation>& row) {
    for (const std::size_t columns : {std::size_t{1}, width<T> - 1, width<T>, 5 * width<T> + 3, std::size_t{300}}) {
        if (columns == 0) continue;
        for (const std::size_t rows : std::initializer_list<std::size_t>{0, 1, 2, 7}) {
            const std::vector<T> x = tests::random_patterns<T>(2 * rows * columns, 31);
            std::vector<T> first(rows * columns), second(rows * columns), by_default(rows * columns);
            row.gate.packed(x, by_default, columns);
            row.gate.packed(x, first, columns, activation::halves::activated_first);
            row.gate.packed(x, second, columns, activation::halves::linear_first);
            for (std::size_t i = 0; i < rows * columns; ++i) {
                const std::size_t at = i / columns * 2 * columns + i % columns;
                const T left = x[at], right = x[at + columns];
                if (!tests::same_bits(first[i], row.activation(left) * right) ||
                    !tests::same_bits(second[i], row.activation(right) * left) ||
                    !tests::same_bits(by_default[i], first[i]))
                    FAIL(row.name << ": rows " << rows << ", width " << columns << ", element " << i);
            }
        }
    }
}

template <class T, class Gate>
void check_packed_errors(const Gate& gate, const std::string& name) {
    std::vector<T> x(24, T(1)), y(12, T(7));
    const auto refused = [&](std::span<const T> in, std::span<T> out, std::size_t columns, const char* text) {
        CAPTURE(in.size(), out.size(), columns);
        const auto message = Catch::Matchers::StartsWith("activation::" + name + ".packed(x, y, width): " + text);
        CHECK_THROWS_AS(gate.packed(in, out, columns), std::invalid_argument);
        CHECK_THROWS_WITH(gate.packed(in, out, columns), message);
        CHECK(y == std::vector<T>(12, T(7)));
    };
    const std::span<const T> in(x);
    const std::span<T> out(y);
    refused(in, out, 0, "x has 24 elements, y has 12, width is 0: ");
    refused(in, out, 5, "x has 24 elements, y has 12, width is 5: ");
    refused(in, out, 24, "x has 24 elements, y has 12, width is 24: ");
    refused(in.first(23), out, 3, "x has 23 elements, y has 12, width is 3: ");
    refused(in.first(22), out, 2, "x has 22 elements, y has 12, width is 2: ");
    refused(in.first(12), out, 3, "x has 12 elements, y has 12, width is 3: ");
    refused(in, out.first(0), 3, "x has 24 elements, y has 0, width is 3: ");
    refused(in.first(0), out, 3, "x has 0 elements, y has 12, width is 3: ");
    refused(std::span<const T>(y), out.first(6), 3, "x has 12 elements, y has 6: they overlap");
    refused(std::span<const T>(y), out.last(6), 3, "x has 12 elements, y has 6: they overlap");
    CHECK_NOTHROW(gate.packed(in.first(0), out.first(0), 3));
}

template <class Gate, class Activation>
void check(const row<Gate, Activation>& row) {
    check_elements<float>(row);
    check_elements<double>(row);
    check_packed<float>(row);
    check_packed<double>(row);
    check_packed_errors<float>(row.gate, row.name);
    check_packed_errors<double>(row.gate, row.name);
}

TEST_CASE("glu: is sigmoid of one times the other, in every position and packing") {
    check(row{"glu", activation::glu, activation::sigmoid});
}
TEST_CASE("reglu: is relu of one times the other, in every position and packing") {
    check(row{"reglu", activation::reglu, activation::relu});
}
TEST_CASE("geglu: is gelu of one times the other, in every position and packing") {
    check(row{"geglu", activation::geglu, activation::gelu});
}
TEST_CASE("geglu_tanh: is gelu_tanh of one times the other, in every position and packing") {
    check(row{"geglu_tanh", activation::geglu_tanh, activation::gelu_tanh});
}
TEST_CASE("swiglu: is silu of one times the other, in every position and packing") {
    check(row{"swiglu", activation::swiglu, activation::silu});
}

TEST_CASE("fast::glu: is fast::sigmoid of one times the other, in every position and packing") {
    check(row{"fast::glu", activation::fast::glu, activation::fast::sigmoid});
}
TEST_CASE("fast::swiglu: is fast::silu of one times the other, in every position and packing") {
    check(row{"fast::swiglu", activation::fast::swiglu, activation::fast::silu});
}

TEST_CASE("gated: no packed rows are fine whatever their width") {
    const std::vector<float> none;
    CHECK_NOTHROW(activation::swiglu.packed(none, std::span<float>{}, 0));
    CHECK_NOTHROW(activation::swiglu.packed(none, std::span<float>{}, 3));
}

TEMPLATE_TEST_CASE("gated: no gradient passes to what relu blocks, whatever it is", "", float, double) {
    using T = TestType;
    const T infinity = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    const T inputs[]{-1, 0, T(-0.0), 2, nan, -infinity}, factors[]{infinity, nan, -infinity, 3, T(-0.0)};
    for (std::size_t length = 1; length <= 40; ++length) {
        std::vector<T> grad_output(length), activated(length), linear(length), grad_activated(length),
            grad_linear(length);
        for (std::size_t i = 0; i < length; ++i) {
            grad_output[i] = factors[i % 5];
            activated[i] = inputs[(i + length) % 6];
            linear[i] = factors[i / 5 % 5];
        }
        activation::reglu.backward(grad_output, activated, linear, grad_activated, grad_linear);
        for (std::size_t i = 0; i < length; ++i) {
            const T x = activated[i], expected = x <= 0 ? T(0) : x > 0 ? grad_output[i] * linear[i] : nan;
            if (!tests::same_bits(grad_activated[i], expected)) FAIL("length " << length << ", element " << i);
        }
        REQUIRE(grad_activated.size() == length);
    }
}

TEST_CASE("gated: backward is the gradient of forward") {
    const std::vector<double> activated{-3, -1.5, -0.25, 0, 0.5, 2};
    const std::vector<double> linear{2, -1, 0.5, 3, -2, 1.25};
    const std::vector<double> grad_output{1, -2, 3, 0.5, 1, -1};
    std::vector<double> grad_activated(6), grad_linear(6), y(6);
    activation::swiglu.backward(grad_output, activated, linear, grad_activated, grad_linear);
    const double h = 1e-6;
    const auto slope = [&](std::size_t i, double along_activated, double along_linear) {
        const auto at = [&](double step) {
            return activation::silu(activated[i] + step * along_activated) * (linear[i] + step * along_linear);
        };
        return grad_output[i] * (at(h) - at(-h)) / (2 * h);
    };
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(std::abs(grad_activated[i] - slope(i, 1, 0)) < 1e-8);
        CHECK(std::abs(grad_linear[i] - slope(i, 0, 1)) < 1e-8);
    }
}

}  // namespace
