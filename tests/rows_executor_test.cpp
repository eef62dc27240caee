#include <activation/rows.hpp>
#include <activation/softmax.hpp>
#include <concepts>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/in_pieces.hpp"
#include "support/types.hpp"

// Functions over rows under an execution policy.
namespace {

using namespace tests;

/// Its first 48 elements.
template <class T>
std::span<T> of(std::vector<T>& range) {
    return std::span(range).first(48);
}

template <class Function>
auto backward_of(const Function& f) {
    return [&f](auto&&... arguments) { f.backward(std::forward<decltype(arguments)>(arguments)...); };
}

constexpr std::size_t pieces_of_rows(std::size_t count) { return (count + length - 1) / length; }

/// The calls of a function over rows, of 48 elements in rows of 4.
template <class T, class Function>
void require_rows_through(const Function& f) {
    constexpr std::size_t one = 1, four = 4, rows = 12;
    const auto backward = backward_of(f);
    require_through<T>([&](auto call, auto& b) { call(f, of(b.first), of(b.first), four); }, pieces_of_rows(rows));
    require_through<T>([&](auto call, auto& b) { call(backward, of(b.grad), of(b.x), of(b.first), four); },
                       pieces_of_rows(rows));
    require_through<T>(
        [&](auto call, auto& b) { call(f, activation::rows(b.x, 1, four), activation::rows(b.first, 1, 4), one); },
        pieces_of_rows(14));
}

/// Those with options, of the same rows, and of rows of 3 that lie 4 apart, so that pieces end within a plane.
template <class T, class Function>
void require_rows_with_options_through(const Function& f) {
    constexpr std::size_t three = 3, four = 4, rows = 12, rows_apart = 16;
    const auto backward = backward_of(f);
    std::vector<int> lengths(rows_apart, 2);
    lengths[3] = 0;
    lengths[12] = 3;
    activation::row_options<T> options{.scale = T(0.5)}, apart{.lengths = lengths, .inner = 4};
    std::vector<T> mask = inputs<T>(2);
    options.mask = std::span(mask).first(4);
    options.causal = true;
    require_through<T>([&](auto call, auto& b) { call(f, of(b.x), of(b.first), four, options); }, pieces_of_rows(rows));
    require_through<T>([&](auto call, auto& b) { call(f, of(b.x), of(b.first), three, apart); },
                       pieces_of_rows(rows_apart));
    require_through<T>([&](auto call, auto& b) { call(backward, of(b.grad), of(b.x), of(b.first), four, options); },
                       pieces_of_rows(rows));
    require_through<T>([&](auto call, auto& b) { call(backward, of(b.grad), of(b.x), of(b.first), three, apart); },
                       pieces_of_rows(rows_apart));
}

TEMPLATE_LIST_TEST_CASE("executor: functions over rows go through it, and it counts rows", "", tests::float_or_both) {
    require_rows_through<TestType>(activation::softmax);
    require_rows_through<TestType>(activation::log_softmax);
}

TEMPLATE_LIST_TEST_CASE("executor: functions over rows with options go through it", "", tests::float_or_both) {
    require_rows_with_options_through<TestType>(activation::softmax);
    if constexpr (ACTIVATION_TESTS_ARE_THOROUGH) require_rows_with_options_through<TestType>(activation::log_softmax);
}

TEST_CASE("executor: functions over rows of one go through it in every tier") {
    require_through<float>([](auto call, auto& b) { call(activation::fast::softmax, b.x, b.first, std::size_t{1}); });
    require_through<double>(
        [](auto call, auto& b) { call(activation::fast::log_softmax, b.x, b.first, std::size_t{1}); });
}

TEMPLATE_TEST_CASE("executor: long rows, one of them of huge values, are the same in pieces", "", float, double) {
    using T = TestType;
    constexpr std::size_t width = 301, rows = 24;
    std::vector<T> x(width * rows), y(x.size()), pieces_of_y(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<T>(i * 7 % 41) / 4 * (i / width == 4 ? T(900) : T(1));
    std::size_t pieces = 0;
    activation::softmax(x, y, width);
    activation::softmax(in_pieces{5, &pieces}, x, pieces_of_y, width);
    CHECK(pieces == 5);
    CHECK(y == pieces_of_y);
}

TEST_CASE("executor: the options of rows may stand in braces") {
    std::size_t pieces = 0;
    const in_pieces policy{length, &pieces};
    std::vector<float> x = inputs<float>(6), y(size), expected(size);
    activation::softmax(policy, x, y, size, {.scale = 0.5F, .causal = true});
    activation::softmax(x, expected, size, {.scale = 0.5F, .causal = true});
    CHECK(y == expected);
    activation::log_softmax.backward(policy, x, y, y, 1, {.scale = 0.5F});
    CHECK(pieces == 1 + pieces_of_all);
}

TEST_CASE("executor: what is wrong with rows is said in the same words, before anything runs") {
    std::size_t pieces = 0;
    const in_pieces policy{length, &pieces};
    std::vector<float> x(3);
    CHECK_THROWS_WITH(activation::softmax(policy, x, x, 2),
                      "activation::softmax(x, y, width): x has 3 elements, width is 2: all must be rows × width, with "
                      "a width of at least 1");
    CHECK(pieces == 0);
}

TEST_CASE("executor: a policy fits the calls over rows that fit without it") {
    using values = std::vector<float>&;
    using softmax = decltype(activation::softmax);
    STATIC_REQUIRE(std::invocable<softmax, in_pieces, values, values, std::size_t>);
    STATIC_REQUIRE(std::invocable<softmax, const in_pieces&, values, values, int, activation::row_options<float>>);
    STATIC_REQUIRE(!std::invocable<softmax, in_pieces, values, values>);
    STATIC_REQUIRE(!std::invocable<softmax, in_pieces, values, std::vector<double>&, std::size_t>);
    STATIC_REQUIRE(!std::invocable<softmax, no_policy, values, values, std::size_t>);
    STATIC_REQUIRE(sizeof(activation::softmax) == 1);
}

}  // namespace
