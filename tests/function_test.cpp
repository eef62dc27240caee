#include <activation/gelu.hpp>
#include <activation/leaky_relu.hpp>
#include <activation/sigmoid.hpp>
#include <activation/silu.hpp>
#include <array>
#include <cmath>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "support/own_view.hpp"

namespace {

// ---- ranges ----------------------------------------------------------------------------------------------------

/// y = silu(x) for the three inputs below, whatever holds them.
template <class X, class Y>
void require_silu(X&& x, Y&& y) {
    activation::silu(std::forward<X>(x), std::forward<Y>(y));
    REQUIRE(std::ranges::data(y)[0] == activation::silu(-1.5F));
    REQUIRE(std::ranges::data(y)[1] == activation::silu(0.25F));
    REQUIRE(std::ranges::data(y)[2] == activation::silu(3.0F));
}

TEST_CASE("function: reads and writes whatever a span can view") {
    const std::vector<float> const_vector{-1.5F, 0.25F, 3.0F};
    std::vector<float> vector(3);
    std::array<float, 3> array{};
    float c_array[3]{};
    require_silu(const_vector, vector);
    require_silu(const_vector, array);
    require_silu(const_vector, c_array);
    require_silu(const_vector, std::span(vector));
    require_silu(const_vector, std::span<float, 3>(array));
    require_silu(const_vector, tests::own_view<float>{vector.data(), vector.data() + 3});
    const std::span<float> const_span(c_array);
    require_silu(const_vector, const_span);

    const float const_c_array[]{-1.5F, 0.25F, 3.0F};
    require_silu(const_c_array, vector);
    require_silu(std::array{-1.5F, 0.25F, 3.0F}, vector);
    require_silu(std::vector{-1.5F, 0.25F, 3.0F}, vector);
    require_silu(std::initializer_list<float>{-1.5F, 0.25F, 3.0F}, vector);
    require_silu(std::span(const_vector), vector);
    require_silu(std::span<const float, 3>(const_c_array), vector);
    require_silu(std::span(vector = const_vector), array);
    require_silu(tests::own_view<const float>{const_vector.data(), const_vector.data() + 3}, vector);
}

TEST_CASE("function: works in place on a container, an array and a temporary span") {
    std::vector<float> vector{-1.5F, 0.25F, 3.0F};
    float c_array[]{-1.5F, 0.25F, 3.0F};
    activation::silu(vector);
    activation::silu(std::span(c_array).first(2));
    CHECK(vector == std::vector{activation::silu(-1.5F), activation::silu(0.25F), activation::silu(3.0F)});
    CHECK(c_array[1] == activation::silu(0.25F));
    CHECK(c_array[2] == 3.0F);
}

TEST_CASE("function: mixes kinds of ranges in every call") {
    const std::vector<double> x{-2, -0.5, 0, 4};
    const std::array<double, 4> grad_output{1, 2, 3, 4};
    std::vector<double> y(4);
    double d[4];
    std::array<double, 4> grad_input{};
    activation::gelu.value_and_derivative(x, y, d);
    activation::gelu.backward(grad_output, std::span(x), grad_input);
    activation::gelu.derivative(std::span<const double, 4>(x), std::span(y).subspan(0));
    for (std::size_t i = 0; i < x.size(); ++i) {
        CHECK(d[i] == activation::gelu.derivative(x[i]));
        CHECK(y[i] == d[i]);
        CHECK(grad_input[i] == grad_output[i] * d[i]);
    }
}

// ---- parameters ------------------------------------------------------------------------------------------------

TEST_CASE("function: takes the functor with the parameters last, by name, by position or as an object") {
    const std::vector<float> x{-2, 3};
    std::vector<float> y(2);
    const activation::LeakyReLU<float> p{.negative_slope = 0.5F};
    const std::vector<float> expected{-1, 3};
    activation::leaky_relu(x, y, {.negative_slope = 0.5F});
    CHECK(y == expected);
    activation::leaky_relu(x, y, {0.5F});
    CHECK(y == expected);
    activation::leaky_relu(x, y = {7, 7}, p);
    CHECK(y == expected);
    activation::leaky_relu(y = x, p);
    CHECK(y == expected);
    activation::leaky_relu.derivative(x, y, p);
    CHECK(y == std::vector<float>{0.5F, 1});
    activation::leaky_relu.backward(x, x, y, {.negative_slope = 0.5F});
    CHECK(y == std::vector<float>{-1, 3});
    CHECK(activation::leaky_relu.derivative(-1.0F, {.negative_slope = 0.5F}) == 0.5F);
    CHECK(activation::leaky_relu.value_and_derivative(-1.0F, p).value == -0.5F);
}

// ---- functors of the user's own --------------------------------------------------------------------------------

/// Mish, x·tanh(ln(1 + eˣ)) = silu(x)·(1 + t)/(1 + t²) with t = σ(−x): a name, no fused value_and_derivative.
template <class T = float>
struct Mish {
    static constexpr std::string_view name = "mish";

    template <class V>
    constexpr V forward(const V& x) const noexcept {
        const V one(T(1));
        const V t = activation::Sigmoid<T>{}.forward(V(-x));
        return activation::SiLU<T>{}.forward(x) * ((one + t) / (one + t * t));
    }

    template <class V>
    constexpr V derivative(const V& x) const noexcept {
        const V one(T(1));
        const V s = activation::Sigmoid<T>{}.forward(x);
        const V t = activation::Sigmoid<T>{}.forward(V(-x));
        const V slope = activation::SiLU<T>{}.derivative(x);
        const V q = one + t * t;
        return slope * ((one + t) / q) - s * (slope - s) * ((one - t - t - t * t) / (q * q));
    }
};

inline constexpr activation::function<Mish> mish{};

TEST_CASE("function: a user's functor has every call form") {
    std::vector<double> x;
    for (int i = -300; i <= 300; ++i) x.push_back(i / 16.0);
    std::vector<double> y(x.size()), d(x.size()), in_place(x), grad_input(x.size()), alone(x.size());
    mish.value_and_derivative(x, y, d);
    mish.derivative(x, alone);
    mish.backward(x, x, grad_input);
    mish(in_place);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double exact = x[i] * std::tanh(std::log1p(std::exp(x[i])));
        const double h = 1e-5;
        CHECK(std::abs(y[i] - exact) <= 1e-14 * (1 + std::abs(exact)));
        CHECK(in_place[i] == y[i]);
        CHECK(std::abs(d[i] - (mish(x[i] + h) - mish(x[i] - h)) / (2 * h)) < 1e-8);
        CHECK(alone[i] == d[i]);
        CHECK(grad_input[i] == x[i] * d[i]);
    }
    STATIC_REQUIRE(mish(0.0F) == 0);
#ifndef XSIMD_NO_SUPPORTED_ARCHITECTURE
    CHECK(mish(xsimd::batch<float>(1)).get(0) == mish(1.0F));
#endif
}

/// No name, no derivative, and no constexpr either.
template <class T>
struct Cube {
    template <class V>
    V forward(V x) const noexcept {
        return x * x * x;
    }
};

inline constexpr activation::function<Cube> cube{};

template <class F>
concept has_derivative_calls = requires(const F& f, std::vector<float>& x) {
    f.derivative(x, x);
}
|| requires(const F& f, float x) { f.derivative(x); }
|| requires(const F& f, float x) { f.value_and_derivative(x); }
|| requires(const F& f, std::vector<float>& x) { f.value_and_derivative(x, x, x); }
|| requires(const F& f, std::vector<float>& x) { f.backward(x, x, x); };

TEST_CASE("function: a functor without a derivative has the forward calls only") {
    std::vector<float> x{-2, 0.5F, 3};
    cube(x);
    CHECK(x == std::vector<float>{-8, 0.125F, 27});
    CHECK(cube(-2.0) == -8);
    STATIC_REQUIRE_FALSE(has_derivative_calls<decltype(cube)>);
    STATIC_REQUIRE(has_derivative_calls<decltype(mish)>);
}

TEST_CASE("function: messages call a functor by its name, or a function") {
    std::vector<float> x(3), y(4);
    CHECK_THROWS_WITH(mish(x, y), "activation::mish(x, y): x has 3 elements, y has 4: the sizes must agree");
    CHECK_THROWS_WITH(cube(x, y), "activation::function(x, y): x has 3 elements, y has 4: the sizes must agree");
}

/// Two parameters, and a value that depends on them alone: linear in x, to be found anywhere in the result.
template <class T = float>
struct Affine {
    T slope = 1;
    T offset = 0;

    template <class V>
    constexpr V forward(const V& x) const noexcept {
        return V(slope) * x + V(offset);
    }
    template <class V>
    constexpr V derivative(const V&) const noexcept {
        return V(slope);
    }
};

TEST_CASE("function: a user's functor carries its parameters") {
    constexpr activation::function<Affine> affine{};
    std::vector<float> x(100, 2);
    affine(x, {.slope = 3, .offset = 4});
    CHECK(x == std::vector<float>(100, 10));
    affine(x, x);
    CHECK(x == std::vector<float>(100, 10));
    affine.backward(x, x, x, {.slope = 0.5F});
    CHECK(x == std::vector<float>(100, 5));
    STATIC_REQUIRE(affine(2.0, {.slope = 3, .offset = 4}) == 10);
}

}  // namespace
