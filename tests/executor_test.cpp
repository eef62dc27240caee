#include <activation/activation.hpp>
#include <concepts>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "support/catch.hpp"
#include "support/in_pieces.hpp"
#include "support/member.hpp"

namespace {

using namespace tests;

TEMPLATE_TEST_CASE("executor: every call of a function goes through it", "", float, double) {
    using T = TestType;
    using activation::elu;
    const activation::ELU<T> p{T(0.5)};
    require_through<T>([](auto call, auto& b) { call(elu, b.first); });
    require_through<T>([](auto call, auto& b) { call(elu, b.x, b.first); });
    require_through<T>([&](auto call, auto& b) { call(elu, b.first, p); });
    require_through<T>([&](auto call, auto& b) { call(elu, b.x, b.first, p); });
    require_through<T>([&](auto call, auto& b) { call(ACTIVATION_MEMBER(elu, derivative), b.x, b.first, p); });
    require_through<T>(
        [&](auto call, auto& b) { call(ACTIVATION_MEMBER(elu, value_and_derivative), b.x, b.first, b.second, p); });
    require_through<T>([&](auto call, auto& b) { call(ACTIVATION_MEMBER(elu, backward), b.grad, b.x, b.first, p); });
    require_through<T>(
        [&](auto call, auto& b) { call(ACTIVATION_MEMBER(elu, backward_from_output), b.grad, b.x, b.first, p); });
}

TEMPLATE_TEST_CASE("executor: pointers, temporary spans and rows, too", "", float, double) {
    using T = TestType;
    using activation::relu;
    require_through<T>([](auto call, auto& b) { call(relu, b.first.data(), size); });
    require_through<T>([](auto call, auto& b) { call(relu, b.x.data(), b.first.data(), static_cast<int>(size)); });
    require_through<T>([](auto call, auto& b) {
        call(ACTIVATION_MEMBER(relu, backward), b.grad.data(), b.x.data(), b.first.data(), size);
    });
    require_through<T>([](auto call, auto& b) { call(relu, std::span<const T>(b.x), std::span<T>(b.first)); });
    require_through<T>(
        [](auto call, auto& b) { call(relu, activation::rows(b.x, 4, 7), activation::rows(b.first, 4, 7)); }, 3);
}

TEST_CASE("executor: parameters may stand in braces") {
    std::size_t pieces = 0;
    const in_pieces policy{length, &pieces};
    std::vector<float> x = inputs<float>(6), y(size), expected(size);
    activation::leaky_relu(policy, x, y, {.negative_slope = 0.5F});
    activation::leaky_relu(x, expected, {.negative_slope = 0.5F});
    CHECK(y == expected);
    std::vector<double> exact(size), wide = inputs<double>(6);
    activation::softplus.derivative(policy, wide.data(), exact.data(), size, {.beta = 2, .threshold = 7});
    CHECK(pieces == 2 * pieces_of_all);
    CHECK(exact[3] == activation::softplus.derivative(wide[3], {.beta = 2, .threshold = 7}));
}

TEMPLATE_TEST_CASE("executor: gated units go through it, packed ones row by row", "", float, double) {
    using T = TestType;
    using activation::swiglu;
    require_through<T>([](auto call, auto& b) { call(swiglu, b.x, b.weights, b.first); });
    require_through<T>([](auto call, auto& b) {
        call(ACTIVATION_MEMBER(swiglu, backward), b.grad, b.x, b.weights, b.first, b.second);
    });
    require_through<T>(
        [](auto call, auto& b) {
            call(ACTIVATION_MEMBER(swiglu, packed), std::span<const T>(b.x).first(48), std::span<T>(b.first).first(24),
                 std::size_t{12}, activation::halves::linear_first);
        },
        4);
}

TEST_CASE("executor: what is wrong with a call is said in the same words, before anything runs") {
    std::size_t pieces = 0;
    const in_pieces policy{length, &pieces};
    std::vector<float> x(3), y(4);
    CHECK_THROWS_WITH(activation::gelu(policy, x, y),
                      "activation::gelu(x, y): x has 3 elements, y has 4: the sizes must agree");
    CHECK_THROWS_WITH(activation::elu(policy, x, {.alpha = std::numeric_limits<float>::infinity()}),
                      "activation::elu(x): alpha is inf, but it must be finite");
    CHECK_THROWS_WITH(
        activation::swiglu(policy, x, x, y),
        "activation::swiglu(activated, linear, y): activated has 3 elements, y has 4: the sizes must agree");
    CHECK(pieces == 0);
}

TEST_CASE("executor: only what has a specialisation is a policy, and it fits the calls that fit without it") {
    using gelu = decltype(activation::gelu);
    using values = std::vector<float>&;
    STATIC_REQUIRE(std::invocable<gelu, in_pieces, values>);
    STATIC_REQUIRE(std::invocable<gelu, const in_pieces&, values, values>);
    STATIC_REQUIRE(!std::invocable<gelu, no_policy, values>);
    STATIC_REQUIRE(!std::invocable<gelu, in_pieces>);
    STATIC_REQUIRE(!std::invocable<gelu, in_pieces, float>);
    STATIC_REQUIRE(!std::invocable<gelu, in_pieces, std::vector<int>&>);
    STATIC_REQUIRE(!std::invocable<gelu, in_pieces, values, std::vector<double>&>);
    STATIC_REQUIRE(!std::invocable<gelu, in_pieces, float*>);
    STATIC_REQUIRE(!std::invocable<decltype(activation::swiglu), in_pieces, values, values>);
    STATIC_REQUIRE(std::invocable<decltype(activation::swiglu), in_pieces, values, values, values>);
    STATIC_REQUIRE(sizeof(activation::gelu) == 1);
}

}  // namespace
