#include <activation/activation.hpp>
#include <array>
#include <concepts>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/own_eigen.hpp"

// What a call takes besides the ranges of function_test.cpp: pointers with a count, ranges whose data() is not their
// first element, and what is told like one of Eigen's.
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

// ---- pointers --------------------------------------------------------------------------------------------------

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

// ---- where a range begins --------------------------------------------------------------------------------------

/// A view of one row of a matrix, as xtensor's: data() is that of the matrix.
struct row_of_matrix {
    std::vector<float>& matrix;
    std::size_t row, columns;

    float* data() const { return matrix.data(); }
    std::size_t size() const { return columns; }
    float* begin() const { return matrix.data() + row * columns; }
    float* end() const { return begin() + columns; }
};

}  // namespace

template <>
inline constexpr bool std::ranges::enable_borrowed_range<row_of_matrix> = true;

namespace {

TEST_CASE("arguments: a range begins at its first element, wherever its data() points") {
    std::vector<float> in{-1, 2, -3, 4, -5, 6}, out(6, 7);
    row_of_matrix x{in, 1, 2}, y{out, 2, 2}, d{out, 0, 2};
    activation::relu(x, y);
    CHECK(out == std::vector<float>{7, 7, 7, 7, 0, 4});
    activation::relu.value_and_derivative(x, y, d);
    CHECK(out == std::vector<float>{0, 1, 7, 7, 0, 4});
    activation::reglu(x, x, y);
    CHECK(out == std::vector<float>{0, 1, 7, 7, 0, 16});
    activation::reglu.packed(x, row_of_matrix{out, 3, 1}, 1);
    CHECK(out == std::vector<float>{0, 1, 7, 0, 0, 16});
    activation::prelu(x, y, row_of_matrix{in, 5, 1}, 1);
    CHECK(out == std::vector<float>{0, 1, 7, 0, -18, 4});
    activation::softmax(y, row_of_matrix{out, 1, 2}, 1);
    CHECK(out == std::vector<float>{0, 1, 1, 1, -18, 4});
    activation::relu(x);
    CHECK(in == std::vector<float>{-1, 2, 0, 4, -5, 6});
}

// ---- Eigen -----------------------------------------------------------------------------------------------------

using tests::own_eigen_container;
using tests::own_eigen_view;

TEST_CASE("arguments: what is told like one of Eigen's is read, and written where it outlives the call") {
    STATIC_REQUIRE(activation::readable_range<own_eigen_container&>);
    STATIC_REQUIRE(activation::readable_range<const own_eigen_container&>);
    STATIC_REQUIRE(activation::readable_range<own_eigen_container>);
    STATIC_REQUIRE(activation::readable_range<own_eigen_view>);
    STATIC_REQUIRE(activation::writable_range<own_eigen_container&>);
    STATIC_REQUIRE(activation::writable_range<own_eigen_view>);
    STATIC_REQUIRE(activation::writable_range<own_eigen_view&>);
    STATIC_REQUIRE_FALSE(activation::writable_range<own_eigen_container>);
    STATIC_REQUIRE_FALSE(activation::writable_range<const own_eigen_container&>);
    own_eigen_container x{{-1, 2, -3}}, y{{7, 7, 7}};
    activation::relu(x, y);
    CHECK(y.elements == std::vector<float>{0, 2, 0});
    activation::relu.derivative(x, own_eigen_view{y.data(), 3});
    CHECK(y.elements == std::vector<float>{0, 1, 0});
    activation::relu(x);
    CHECK(x.elements == std::vector<float>{0, 2, 0});
}

TEST_CASE("arguments: strides that are not adjacent are refused by name before anything is written") {
    own_eigen_container x{{-1, -2, -3, -4}};
    std::vector<float> y(4, 7);
    const auto refused = [&](auto call, const char* text) {
        CHECK_THROWS_AS(call(), std::invalid_argument);
        CHECK_THROWS_WITH(call(), text);
        CHECK(y == std::vector<float>(4, 7));
    };
    const own_eigen_view every_other{x.data(), 2, 2}, block{x.data(), 1, 1, 2, 2}, column{x.data(), 2, 1, 4, 1};
    const std::span<float> two(y.data(), 2);
    refused([&] { activation::relu(every_other, two); },
            "activation::relu(x, y): x has 2 elements that are not adjacent: its strides must be those of contiguous "
            "memory");
    refused(
        [&] {
            activation::relu(two, own_eigen_view{y.data(), 2, 2});
        },
        "activation::relu(x, y): y has 2 elements that are not adjacent: its strides must be those of contiguous "
        "memory");
    refused([&] { activation::gelu.backward(two, block, two); },
            "activation::gelu.backward(grad_output, x, grad_input): x has 2 elements that are not adjacent: its "
            "strides must be those of contiguous memory");
    refused([&] { activation::swiglu(two, block, two); },
            "activation::swiglu(activated, linear, y): linear has 2 elements that are not adjacent: its strides must "
            "be those of contiguous memory");
    refused([&] { activation::softmax(block, two, 1); },
            "activation::softmax(x, y, width): x has 2 elements that are not adjacent: its strides must be those of "
            "contiguous memory");
    CHECK_NOTHROW(activation::relu(column, two));
    y = std::vector<float>(4, 7);
    CHECK_NOTHROW(activation::relu(own_eigen_view{x.data(), 1, 2}, std::span(y).first(1)));
    CHECK_NOTHROW(activation::relu(own_eigen_view{x.data(), 0, 2}, std::span(y).first(0)));
}

// ---- what is refused is no call at all -------------------------------------------------------------------------

template <class F>
concept derivative_of_integers = requires(const F& f, std::vector<int>& x) {
    f.derivative(x, x);
};

/// 1 where relu takes an X, else 2: a call that is refused is no error where it is only asked for.
template <class X>
constexpr int chosen(X& x) {
    if constexpr (requires { activation::relu(x); })
        return 1;
    else
        return 2;
}

TEST_CASE("arguments: a call that is refused is a concept that is false") {
    using relu = decltype(activation::relu);
    using leaky_relu = decltype(activation::leaky_relu);
    using swiglu = decltype(activation::swiglu);
    using floats = std::vector<float>;
    STATIC_REQUIRE(std::invocable<relu, floats&>);
    STATIC_REQUIRE(std::invocable<relu, float*, int>);
    STATIC_REQUIRE(std::invocable<relu, const float*, float*, std::size_t, activation::ReLU<float>>);
    STATIC_REQUIRE(std::invocable<leaky_relu, float, activation::LeakyReLU<float>&>);
    STATIC_REQUIRE(std::invocable<swiglu, float*, float*, float*, long>);
    STATIC_REQUIRE_FALSE(std::invocable<relu>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, std::vector<int>&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, std::vector<bool>&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, int*, int>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, void*, int>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, std::nullptr_t, int>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, float*>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, float*, float>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, const float*, int>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, float(&)[3], int>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, float*, floats&, int>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, const floats&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, floats>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, floats&, std::vector<double>&>);
    STATIC_REQUIRE_FALSE(std::invocable<leaky_relu, floats&, float>);
    STATIC_REQUIRE_FALSE(std::invocable<leaky_relu, float, float>);
    STATIC_REQUIRE_FALSE(std::invocable<swiglu>);
    STATIC_REQUIRE_FALSE(std::invocable<swiglu, floats&, floats&>);
    STATIC_REQUIRE_FALSE(std::invocable<decltype(activation::softmax), float*, float*, int>);
    STATIC_REQUIRE_FALSE(std::invocable<decltype(activation::prelu), float*, float*, float*, int>);
    STATIC_REQUIRE(std::invocable<decltype(activation::prelu), floats&, floats&, floats&, int>);
    STATIC_REQUIRE_FALSE(derivative_of_integers<relu>);
    std::vector<int> ints;
    floats values;
    CHECK(chosen(ints) == 2);
    CHECK(chosen(values) == 1);
}

}  // namespace
