#ifndef ACTIVATION_TESTS_SUPPORT_IN_PIECES_HPP
#define ACTIVATION_TESTS_SUPPORT_IN_PIECES_HPP

#include <activation/detail/call/executor.hpp>
#include <cstddef>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "same_bits.hpp"

namespace tests {

/// The customisation point through which execution policies enter every call: a policy of the tests' own, which runs each
/// loop in pieces and counts them.
struct in_pieces {
    std::size_t length;
    std::size_t* pieces;
};

struct no_policy {};

}  // namespace tests

template <>
struct activation::detail::executor<tests::in_pieces> {
    template <class Kernel, class Sinks, class Sources>
    static void run(const tests::in_pieces& policy, const Kernel& kernel, std::size_t count, const Sinks& to,
                    const Sources& from) {
        for (std::size_t i = 0; i < count; i += policy.length, ++*policy.pieces)
            transform(kernel, count - i < policy.length ? count - i : policy.length, to.at(i), from.at(i));
    }
};

namespace tests {

inline constexpr std::size_t size = 53, length = 11, pieces_of_all = 5;

template <class T>
std::vector<T> inputs(T shift) {
    std::vector<T> x(size);
    for (std::size_t i = 0; i < size; ++i) x[i] = static_cast<T>(i) / 4 - shift;
    return x;
}

template <class T>
struct buffers {
    std::vector<T> grad = inputs<T>(3), x = inputs<T>(6), weights = inputs<T>(1);
    std::vector<T> first = inputs<T>(9), second = inputs<T>(8);

    bool operator==(const buffers& other) const {
        for (std::size_t i = 0; i < size; ++i)
            if (!same_bits(first[i], other.first[i]) || !same_bits(second[i], other.second[i])) return false;
        return true;
    }
};

/// call(policy, buffers) against call(buffers), with as many pieces.
template <class T, class Call>
void require_through(Call call, std::size_t expected = pieces_of_all) {
    buffers<T> with, without;
    std::size_t pieces = 0;
    const in_pieces policy{length, &pieces};
    call([&](const auto& f, auto&&... arguments) { f(policy, std::forward<decltype(arguments)>(arguments)...); }, with);
    CHECK(pieces == expected);
    call([](const auto& f, auto&&... arguments) { f(std::forward<decltype(arguments)>(arguments)...); }, without);
    CHECK(with == without);
    CHECK(!(with == buffers<T>{}));
}

}  // namespace tests

#endif
