#include <activation/activation.hpp>
#include <Eigen/Core>
#include <concepts>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

template <>
struct activation::storage<Eigen::half> {
    static constexpr auto format = activation::format::float16;
};
template <>
struct activation::storage<Eigen::bfloat16> {
    static constexpr auto format = activation::format::bfloat16;
};

namespace {

/// Filled with values of both signs, none of them 0.
template <class X>
X filled(Eigen::Index rows, Eigen::Index columns, double first = -2.25) {
    X x(rows, columns);
    for (Eigen::Index i = 0; i < x.size(); ++i)
        x.data()[i] = static_cast<typename X::Scalar>(first + 0.5 * static_cast<double>(i));
    return x;
}

/// Every form on an X, an owning container or matrix, against the single values.
template <class X>
void check_forms(Eigen::Index rows, Eigen::Index columns) {
    using T = typename X::Scalar;
    const X x = filled<X>(rows, columns), grad = filled<X>(rows, columns, -1);
    X y(rows, columns), d(rows, columns), in_place = x, grad_input(rows, columns), gate(rows, columns);
    activation::silu.value_and_derivative(x, y, d);
    activation::silu(in_place);
    activation::silu.backward(grad, x, grad_input);
    activation::swiglu(x, grad, gate);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        const T v = x.data()[i];
        CHECK(y.data()[i] == activation::silu(v));
        CHECK(d.data()[i] == activation::silu.derivative(v));
        CHECK(in_place.data()[i] == activation::silu(v));
        CHECK(grad_input.data()[i] == grad.data()[i] * activation::silu.derivative(v));
        CHECK(gate.data()[i] == activation::silu(v) * grad.data()[i]);
    }
}

TEST_CASE("eigen: vectors, arrays and matrices are arguments of every form") {
    check_forms<Eigen::VectorXf>(7, 1);
    check_forms<Eigen::VectorXd>(7, 1);
    check_forms<Eigen::RowVectorXf>(1, 7);
    check_forms<Eigen::ArrayXf>(7, 1);
    check_forms<Eigen::ArrayXd>(7, 1);
    check_forms<Eigen::MatrixXf>(3, 4);
    check_forms<Eigen::MatrixXd>(3, 4);
    check_forms<Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(3, 4);
    check_forms<Eigen::Vector4f>(4, 1);
    check_forms<Eigen::Matrix3d>(3, 3);
}

TEST_CASE("eigen: maps, segments and columns are written to, also as temporaries") {
    std::vector<float> memory{-1, 2, -3, 4};
    activation::relu(Eigen::Map<Eigen::VectorXf>(memory.data(), 2));
    CHECK(memory == std::vector<float>{0, 2, -3, 4});
    const Eigen::VectorXf x = Eigen::VectorXf::Constant(6, -1);
    Eigen::VectorXf y = Eigen::VectorXf::Constant(6, 7);
    activation::relu(x.segment(1, 2), y.segment(3, 2));
    activation::relu(x.head<1>(), y.tail(1));
    CHECK(y == (Eigen::VectorXf(6) << 7, 7, 7, 0, 0, 0).finished());
    Eigen::MatrixXf m = Eigen::MatrixXf::Constant(3, 4, -1);
    activation::relu(m.col(1));
    activation::relu(m.rightCols(2));
    CHECK(m.row(2) == Eigen::RowVector4f(-1, 0, 0, 0));
    Eigen::Ref<Eigen::VectorXf> ref = y;
    activation::leaky_relu(ref.array(), {.negative_slope = 2});
    activation::relu(std::vector<float>(6, -1), ref);
    CHECK(y == Eigen::VectorXf::Zero(6));
    activation::relu(Eigen::Map<const Eigen::VectorXf>(memory.data(), 2), std::span(memory).last(2));
    CHECK(memory == std::vector<float>{0, 2, 0, 2});
}

TEST_CASE("eigen: rows of one size may be handed to softmax, packed and prelu by channel") {
    const Eigen::MatrixXf x = Eigen::MatrixXf::Constant(2, 3, -1);
    Eigen::MatrixXf y(2, 3), half(1, 3);
    activation::softmax(x, y, 2);
    CHECK(y == Eigen::MatrixXf::Constant(2, 3, 0.5F));
    activation::swiglu.packed(x, half, 1);
    CHECK(half(0, 2) == -activation::silu(-1.0F));
    activation::prelu(x, y, Eigen::Vector2f(1, 2), 1);
    CHECK(y.col(2) == Eigen::Vector2f(-1, -2));
}

TEST_CASE("eigen: strides that are not adjacent are refused before anything is written") {
    Eigen::MatrixXf m = Eigen::MatrixXf::Constant(3, 4, -1);
    Eigen::VectorXf y = Eigen::VectorXf::Constant(4, 7);
    std::vector<float> memory(8, -1);
    CHECK_THROWS_WITH(activation::relu(m.row(0), y),
                      "activation::relu(x, y): x has 4 elements that are not adjacent: its strides must be those of "
                      "contiguous memory");
    CHECK_THROWS_AS(activation::relu(m.row(1)), std::invalid_argument);
    CHECK_THROWS_AS(activation::relu(m.topRows(2)), std::invalid_argument);
    CHECK_THROWS_AS(activation::relu(m.block(1, 1, 2, 2), y), std::invalid_argument);
    using every_other = Eigen::Map<Eigen::VectorXf, 0, Eigen::InnerStride<2>>;
    CHECK_THROWS_AS(activation::relu(y, every_other(memory.data(), 4)), std::invalid_argument);
    CHECK(m == Eigen::MatrixXf::Constant(3, 4, -1));
    CHECK(y == Eigen::VectorXf::Constant(4, 7));
    CHECK(memory == std::vector<float>(8, -1));
    CHECK_NOTHROW(activation::relu(m.block(0, 1, 3, 2)));
    CHECK_NOTHROW(activation::relu(m.block(1, 0, 2, 1)));
    CHECK_NOTHROW(activation::relu(m.topRows(0)));
}

TEST_CASE("eigen: its halves are elements once their format is said") {
    Eigen::Matrix<Eigen::half, Eigen::Dynamic, 1> x(19);
    Eigen::Matrix<Eigen::bfloat16, Eigen::Dynamic, 1> y(19);
    for (Eigen::Index i = 0; i < x.size(); ++i) x[i] = Eigen::half(static_cast<float>(i - 9) / 4);
    activation::relu(x, y);
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        const float value = static_cast<float>(i - 9) / 4;
        CHECK(static_cast<float>(y[i]) == (value > 0 ? value : 0));
        CHECK(static_cast<float>(activation::relu(x[i])) == (value > 0 ? value : 0));
    }
}

TEST_CASE("eigen: what holds no memory of its elements, or is lost, is no argument") {
    using relu = decltype(activation::relu);
    using vector = Eigen::VectorXf;
    STATIC_REQUIRE(std::invocable<relu, vector&>);
    STATIC_REQUIRE(std::invocable<relu, Eigen::Map<vector>>);
    STATIC_REQUIRE(std::invocable<relu, vector, vector&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, vector>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, Eigen::Array4f>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, const vector&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, Eigen::Map<const vector>>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, Eigen::VectorXi&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, Eigen::Matrix<short, Eigen::Dynamic, 1>&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, vector&, Eigen::VectorXd&>);
    STATIC_REQUIRE_FALSE(std::invocable<relu, decltype(vector() + vector()), vector&>);
}

}  // namespace
