// activation::rows, as an argument of every call: the bits of the contiguous call, and nothing between the rows.
#include <activation/gated.hpp>
#include <activation/gelu.hpp>
#include <activation/leaky_relu.hpp>
#include <activation/relu.hpp>
#include <activation/rows.hpp>
#include <activation/silu.hpp>
#include <activation/softmax.hpp>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/message_of.hpp"

namespace {

using tests::message_of;

constexpr float untouched = 12345;

/// count rows of width elements at a stride, all that lies between and behind them marked.
struct strided_buffer {
    std::size_t count, width, stride;
    std::vector<float> memory = std::vector<float>(count * stride, untouched);

    float& at(std::size_t i) { return memory[i / width * stride + i % width]; }
    auto rows() { return activation::rows(memory, width, stride); }
    std::vector<float> elements() {
        std::vector<float> all(count * width);
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = at(i);
        return all;
    }
    bool is_untouched_between() const {
        for (std::size_t i = 0; i < memory.size(); ++i)
            if (i % stride >= width && memory[i] != untouched) return false;
        return true;
    }
};

std::vector<float> some_values(std::size_t count) {
    std::vector<float> x(count);
    for (std::size_t i = 0; i < count; ++i) x[i] = static_cast<float>(i * 37 % 101) * 0.08F - 4;
    return x;
}

strided_buffer strided_copy(const std::vector<float>& x, std::size_t width, std::size_t stride) {
    strided_buffer buffer{x.size() / width, width, stride};
    for (std::size_t i = 0; i < x.size(); ++i) buffer.at(i) = x[i];
    return buffer;
}

}  // namespace

TEST_CASE("rows: every call has the bits of the contiguous call and leaves the gaps alone") {
    for (const std::size_t width : std::initializer_list<std::size_t>{1, 2, 3, 7, 8, 16, 17, 31, 64, 100}) {
        for (const std::size_t gap : std::initializer_list<std::size_t>{0, 1, 5, 32}) {
            CAPTURE(width, gap);
            const std::size_t stride = width + gap, count = 5 * width;
            const std::vector<float> x = some_values(count), g = some_values(count + 3);
            const std::vector<float> grad(g.begin() + 3, g.end());
            std::vector<float> y(count), d(count);
            strided_buffer from = strided_copy(x, width, stride), grad_from = strided_copy(grad, width, stride);
            strided_buffer to{5, width, stride}, more{5, width, stride};

            activation::gelu(x, y);
            activation::gelu(from.rows(), to.rows());
            CHECK(to.elements() == y);
            activation::gelu(x, to.rows());
            CHECK(to.elements() == y);
            std::vector<float> contiguous(count);
            activation::gelu(from.rows(), contiguous);
            CHECK(contiguous == y);

            activation::silu.value_and_derivative(x, y, d);
            activation::silu.value_and_derivative(from.rows(), to.rows(), more.rows());
            CHECK(to.elements() == y);
            CHECK(more.elements() == d);
            activation::silu.backward(grad, x, y);
            activation::silu.backward(grad_from.rows(), from.rows(), to.rows());
            CHECK(to.elements() == y);
            activation::relu.backward_from_output(grad, x, y);
            activation::relu.backward_from_output(grad_from.rows(), from.rows(), to.rows());
            CHECK(to.elements() == y);
            activation::swiglu(x, grad, y);
            activation::swiglu(from.rows(), grad_from.rows(), to.rows());
            CHECK(to.elements() == y);
            activation::swiglu.backward(grad, x, x, y, d);
            activation::swiglu.backward(grad_from.rows(), from.rows(), x, to.rows(), more.rows());
            CHECK(to.elements() == y);
            CHECK(more.elements() == d);
            activation::softmax(x, y, width);
            activation::softmax(from.rows(), to.rows(), width);
            CHECK(to.elements() == y);
            activation::log_softmax(x, y, width);
            activation::log_softmax(from.rows(), to.rows(), width);
            CHECK(to.elements() == y);

            activation::leaky_relu(x, y, {.negative_slope = 0.2F});
            activation::leaky_relu(from.rows(), {.negative_slope = 0.2F});
            CHECK(from.elements() == y);
            CHECK(from.is_untouched_between());
            CHECK(to.is_untouched_between());
            CHECK(more.is_untouched_between());
        }
    }
}

TEST_CASE("rows: rows of different widths in one call go element by element") {
    const std::vector<float> x = some_values(60);
    std::vector<float> y(60);
    strided_buffer from = strided_copy(x, 12, 20), to{3, 20, 23};
    activation::gelu(x, y);
    activation::gelu(from.rows(), to.rows());
    CHECK(to.elements() == y);
    CHECK(to.is_untouched_between());
}

TEST_CASE("rows: packed rows may have gaps behind both halves") {
    const std::vector<float> x = some_values(48);
    std::vector<float> y(24);
    strided_buffer from = strided_copy(x, 16, 21), to{3, 8, 11};
    activation::swiglu.packed(x, y, 8);
    activation::swiglu.packed(from.rows(), to.rows(), 8);
    CHECK(to.elements() == y);
    CHECK(to.is_untouched_between());
}

TEST_CASE("rows: interleaved halves of one buffer do not overlap, and what does is refused") {
    std::vector<float> memory = some_values(3 * 16);
    const std::vector<float> before = memory;
    const std::span<float> all(memory);
    activation::relu(activation::rows(all.first(40), 8, 16), activation::rows(all.subspan(8), 8, 16));
    for (std::size_t i = 0; i < memory.size(); ++i)
        CHECK(memory[i] == (i % 16 < 8 ? before[i] : activation::relu(before[i - 8])));
    activation::relu(activation::rows(memory, 8, 16), activation::rows(memory, 8, 16));

    const std::vector<float> unchanged = memory;
    const auto refuses = [&](auto x, auto y) {
        const std::string message = message_of([&] { activation::relu(x, y); });
        return message.find("activation::relu(x, y): ") == 0 &&
               message.find("they overlap without being the same memory") != std::string::npos && memory == unchanged;
    };
    CHECK(refuses(activation::rows(all.first(41), 9, 16), activation::rows(all.subspan(7), 9, 16)));
    CHECK(refuses(activation::rows(all, 8, 16), activation::rows(all.subspan(1), 8, 16)));
    CHECK(refuses(activation::rows(all.subspan(1), 8, 16), activation::rows(all, 8, 16)));
    CHECK(refuses(activation::rows(all, 8, 16), all.first(24)));
    CHECK(refuses(activation::rows(all.first(24), 4, 8), activation::rows(all.first(36), 3, 9)));
    CHECK(refuses(all.first(24), activation::rows(all, 8, 16)));
    // Between the rows there is room for what is contiguous.
    activation::relu(all.first(8), all.subspan(8, 8));
    const std::string two_outputs = message_of([&] {
        activation::relu.value_and_derivative(activation::rows(before, 8, 16), activation::rows(memory, 8, 16),
                                              activation::rows(memory, 8, 16));
    });
    CHECK(two_outputs.find("two outputs on the same memory") != std::string::npos);
}

TEST_CASE("rows: what is no rows is refused, and nothing is none") {
    std::vector<float> x(10), nothing;
    CHECK(activation::rows(x, 2, 4).size() == 6);
    CHECK(activation::rows(x, 4, 5).size() == 8);
    CHECK(activation::rows(nothing, 2, 4).size() == 0);
    activation::relu(activation::rows(nothing, 2, 4), nothing);
    CHECK(
        message_of([&] { activation::rows(x, 4, 3); }) ==
        "activation::rows(x, width, stride): x has 10 elements, width is 4, stride is 3: the width must be at least 1 "
        "and at most the stride, and x whole rows, of which the last may lack what lies between");
    CHECK(message_of([&] { activation::rows(x, 0, 3); }) != "");
    CHECK(message_of([&] { activation::rows(x, 3, 4); }) != "");
    std::vector<float> y(8);
    CHECK(message_of([&] { activation::softmax(activation::rows(x, 4, 5), y, 2); }) ==
          "activation::softmax(x, y, width): the rows of x have 4 elements, but in this call they need 2");
    CHECK(message_of([&] { activation::relu(activation::rows(x, 4, 5), x); }) ==
          "activation::relu(x, y): x has 8 elements, y has 10: the sizes must agree");
}
