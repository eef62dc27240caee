#include <activation/activation.hpp>
#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <vector>

#include "support/catch.hpp"

// The words of each message, once.  That every call of every activation refuses the same is checked by its own test.
namespace {

struct arguments {
    std::vector<float> memory = std::vector<float>(32, 7);
    std::span<float> x = std::span(memory).subspan(0, 4);
    std::span<float> y = std::span(memory).subspan(8, 4);
    std::span<float> d = std::span(memory).subspan(16, 4);

    template <class Call>
    void require_refused(Call call, const char* text) const {
        CHECK_THROWS_AS(call(), std::invalid_argument);
        CHECK_THROWS_WITH(call(), text);
        CHECK(memory == std::vector<float>(32, 7));
    }
};

TEST_CASE("errors: sizes that do not agree are told by name and number") {
    const arguments a;
    a.require_refused([&] { activation::gelu(a.x, a.y.first(3)); },
                      "activation::gelu(x, y): x has 4 elements, y has 3: the sizes must agree");
    a.require_refused([&] { activation::gelu.derivative(a.x.first(0), a.d); },
                      "activation::gelu.derivative(x, d): x has 0 elements, d has 4: the sizes must agree");
    a.require_refused(
        [&] { activation::tanh.value_and_derivative(a.x, a.y, a.d.first(1)); },
        "activation::tanh.value_and_derivative(x, y, d): x has 4 elements, d has 1: the sizes must agree");
    a.require_refused([&] { activation::elu.backward(a.x.first(2), a.y, a.d); },
                      "activation::elu.backward(grad_output, x, grad_input): grad_output has 2 elements, x has 4: the "
                      "sizes must agree");
    a.require_refused([&] { activation::elu.backward_from_output(a.x, a.y, a.d.first(2)); },
                      "activation::elu.backward_from_output(grad_output, y, grad_input): grad_output has 4 elements, "
                      "grad_input has 2: the sizes must agree");
}

TEST_CASE("errors: ranges that overlap in part are told by name") {
    const arguments a;
    a.require_refused([&] { activation::silu(a.x, std::span(a.x.data() + 1, 4)); },
                      "activation::silu(x, y): x has 4 elements, y has 4: they overlap without being the same memory");
    a.require_refused([&] { activation::silu(std::span(a.x.data() + 3, 4), a.x); },
                      "activation::silu(x, y): x has 4 elements, y has 4: they overlap without being the same memory");
}

TEST_CASE("errors: two outputs on the same memory are told by name") {
    const arguments a;
    a.require_refused([&] { activation::relu.value_and_derivative(a.x, a.y, a.y); },
                      "activation::relu.value_and_derivative(x, y, d): y has 4 elements, d has 4: two outputs on the "
                      "same memory");
    a.require_refused([&] { activation::relu.value_and_derivative(a.x, a.x, a.x); },
                      "activation::relu.value_and_derivative(x, y, d): y has 4 elements, d has 4: two outputs on the "
                      "same memory");
}

TEST_CASE("errors: a parameter that makes the output ambiguous is told by name and value") {
    const arguments a;
    a.require_refused([&] { activation::elu.backward_from_output(a.x, a.y, a.d, {.alpha = -1}); },
                      "activation::elu.backward_from_output(grad_output, y, grad_input): alpha is -1, but the output "
                      "determines the derivative only if it is positive");
    a.require_refused([&] { activation::leaky_relu.backward_from_output(a.x, a.y, a.d, {.negative_slope = 0}); },
                      "activation::leaky_relu.backward_from_output(grad_output, y, grad_input): negative_slope is 0, "
                      "but the output determines the derivative only if it is positive");
}

TEST_CASE("errors: the same memory is allowed for any output with any one input") {
    arguments a;
    CHECK_NOTHROW(activation::silu(a.x, a.x));
    CHECK_NOTHROW(activation::silu.derivative(a.x, a.x));
    CHECK_NOTHROW(activation::silu.value_and_derivative(a.x, a.x, a.d));
    CHECK_NOTHROW(activation::silu.value_and_derivative(a.x, a.y, a.x));
    CHECK_NOTHROW(activation::silu.backward(a.x, a.y, a.x));
    CHECK_NOTHROW(activation::silu.backward(a.x, a.y, a.y));
    CHECK_NOTHROW(activation::silu.backward(a.x, a.x, a.y));
}

TEST_CASE("errors: an empty range is fine wherever it points") {
    const std::span<float> nowhere;
    std::array<float, 0> array{};
    std::vector<double> vector;
    CHECK_NOTHROW(activation::gelu(nowhere));
    CHECK_NOTHROW(activation::gelu(array, nowhere));
    CHECK_NOTHROW(activation::gelu.value_and_derivative(vector, vector, vector));
    CHECK_NOTHROW(activation::gelu.backward(nowhere, nowhere, nowhere));
}

TEST_CASE("errors: a range may end where the next begins") {
    arguments a;
    CHECK_NOTHROW(activation::relu(std::span(a.memory).first(16), std::span(a.memory).last(16)));
    CHECK_NOTHROW(activation::relu(std::span(a.memory).last(16), std::span(a.memory).first(16)));
}

}  // namespace
