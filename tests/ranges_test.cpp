#include <activation/activation.hpp>
#include <array>
#include <concepts>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/own_eigen.hpp"

// What a call takes besides the ranges of function_test.cpp: ranges whose data() is not their first element, and what is
// told like one of Eigen's; and what it refuses.

// ---- where a range begins --------------------------------------------------------------------------------------

namespace {

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
