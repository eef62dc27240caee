#include <activation/activation.hpp>
#include <array>
#include <concepts>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/own_eigen.hpp"

// What a call takes besides the ranges of function_test.cpp: pointers with a count.
namespace {

template <class T>
struct arguments {
    std::vector<T> x = {T(-2), T(-0.5), T(0), T(1.5), T(3)};
    std::vector<T> grad_output = {T(1), T(-2), T(3), T(0.5), T(-1)};
    std::vector<T> y = std::vector<T>(5, T(7)), d = y, expected_y = y, expected_d = y;

    void require_expected() const {
        REQUIRE(y == expected_y);
        REQUIRE(d == expected_d);
    }
};

/// Every form with pointers, to n of the elements, against the same form with spans.
template <class T, class F, class... Parameters>
void check_pointers(const F& f, std::size_t n, const Parameters&... p) {
    arguments<T> a;
    const T* const x = a.x.data();
    const T* const grad = a.grad_output.data();
    T *const y = a.y.data(), *const d = a.d.data();
    const std::span<const T> xs(x, n), grads(grad, n);
    const std::span<T> expected_y(a.expected_y.data(), n), expected_d(a.expected_d.data(), n);

    f(x, y, n, p...);
    f(xs, expected_y, p...);
    a.require_expected();
    f(y, n, p...);
    f(expected_y, p...);
    a.require_expected();
    f.derivative(x, d, n, p...);
    f.derivative(xs, expected_d, p...);
    a.require_expected();
    f.value_and_derivative(x, y, d, n, p...);
    f.value_and_derivative(xs, expected_y, expected_d, p...);
    a.require_expected();
    f.backward(grad, x, d, n, p...);
    f.backward(grads, xs, expected_d, p...);
    a.require_expected();
    if constexpr (requires { f.backward_from_output(grads, xs, expected_d, p...); }) {
        f.backward_from_output(grad, x, d, n, p...);
        f.backward_from_output(grads, xs, expected_d, p...);
        a.require_expected();
    }
}

TEST_CASE("arguments: pointers and a count are the range that they bound, in every form") {
    for (const std::size_t n : {0U, 1U, 3U, 5U}) {
        check_pointers<float>(activation::tanh, n);
        check_pointers<double>(activation::tanh, n);
        check_pointers<float>(activation::gelu, n);
        check_pointers<float>(activation::elu, n, activation::ELU<float>{.alpha = 0.5F});
        check_pointers<double>(activation::prelu, n, activation::PReLU<double>{.weight = 0.5});
        check_pointers<float>(activation::fast::silu, n);
    }
}

template <class T, class Gate>
void check_gated_pointers(const Gate& gate, std::size_t n) {
    arguments<T> a;
    const T* const x = a.x.data();
    const T* const grad = a.grad_output.data();
    const std::span<const T> xs(x, n), grads(grad, n);
    const std::span<T> expected_y(a.expected_y.data(), n), expected_d(a.expected_d.data(), n);
    gate(x, grad, a.y.data(), n);
    gate(xs, grads, expected_y);
    a.require_expected();
    gate.backward(grad, x, grad, a.y.data(), a.d.data(), n);
    gate.backward(grads, xs, grads, expected_y, expected_d);
    a.require_expected();
}

TEST_CASE("arguments: pointers and a count serve gated units, in both forms") {
    for (const std::size_t n : {0U, 1U, 3U, 5U}) {
        check_gated_pointers<float>(activation::swiglu, n);
        check_gated_pointers<double>(activation::reglu, n);
        check_gated_pointers<float>(activation::fast::geglu, n);
    }
}

TEST_CASE("arguments: the count is of any integer type, and parameters stand behind it") {
    std::vector<float> x{-2, 3};
    activation::leaky_relu(x.data(), 2, {.negative_slope = 0.5F});
    CHECK(x == std::vector<float>{-1, 3});
    activation::leaky_relu(x.data(), x.data(), 1L, {0.5F});
    CHECK(x == std::vector<float>{-0.5F, 3});
    const unsigned char one = 1;
    float* const first = x.data();
    activation::leaky_relu(first, one, activation::LeakyReLU<float>{0.5F});
    CHECK(x == std::vector<float>{-0.25F, 3});
}

TEST_CASE("arguments: a null pointer is fine with a count of 0") {
    float* const nothing = nullptr;
    CHECK_NOTHROW(activation::gelu(nothing, 0));
    CHECK_NOTHROW(activation::gelu(nothing, nothing, 0));
    CHECK_NOTHROW(activation::tanh.backward_from_output(nothing, nothing, nothing, 0));
    CHECK_NOTHROW(activation::swiglu(nothing, nothing, nothing, 0));
}

TEST_CASE("arguments: pointers that overlap in part are refused as ranges are") {
    std::vector<float> x(5, 7);
    CHECK_THROWS_WITH(activation::silu(x.data(), x.data() + 1, 4),
                      "activation::silu(x, y): x has 4 elements, y has 4: they overlap without being the same memory");
    CHECK(x == std::vector<float>(5, 7));
}

TEST_CASE("arguments: prelu tells its channels from pointers and a count") {
    std::vector<float> x{-1, -2, -3, -4}, weights{0.5F, 2}, y(4), pointed(4);
    activation::prelu(x, y, weights, 1);
    CHECK(y == std::vector<float>{-0.5F, -4, -1.5F, -8});
    activation::prelu(x.data(), pointed.data(), 4, {.weight = 2});
    CHECK(pointed == std::vector<float>{-2, -4, -6, -8});
}

}  // namespace
