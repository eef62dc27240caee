#ifndef ACTIVATION_TESTS_SUPPORT_CONSTANTS_HPP
#define ACTIVATION_TESTS_SUPPORT_CONSTANTS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "support/bit_patterns.hpp"
#include "support/subject.hpp"

/// What one value becomes at run time and in a constant expression.
namespace tests {

template <class V, class Functor>
[[gnu::always_inline]] constexpr results<V> results_of(const Functor& p, const V& x) {
    const auto fused = p.value_and_derivative(x);
    return {p.forward(x), p.derivative(x), fused.value, fused.derivative};
}

/// Inputs that are also evaluated at compile time: ±0, ±∞, ±1, the smallest and the largest, and a spread of others.
template <class T>
constexpr std::array<T, 32> constant_inputs() {
    using limits = std::numeric_limits<T>;
    constexpr auto bias = static_cast<std::uint64_t>(limits::max_exponent - 1);
    std::array<T, 32> x{T(0),
                        T(-0.0),
                        limits::infinity(),
                        -limits::infinity(),
                        T(1),
                        T(-1),
                        limits::denorm_min(),
                        -limits::denorm_min(),
                        limits::max(),
                        limits::lowest(),
                        limits::min(),
                        -limits::min()};
    random_bits next(1);
    for (std::size_t i = 12; i < x.size(); ++i) {
        const std::uint64_t bits = next();
        x[i] = assemble<T>(i % 2 == 0, bias - 7 + i / 2 - bits % 2, bits);
    }
    return x;
}

/// One constant expression for each input: a compiler bounds the work in one.
template <class Row, class T, std::size_t Index, std::size_t Input>
inline constexpr constant<T> folded{constant_inputs<T>()[Input],
                                    results_of(Row::template functor<T>(Index), constant_inputs<T>()[Input])};

template <class Row, class T, std::size_t Index, std::size_t... Input>
std::vector<constant<T>> constants_of(std::index_sequence<Input...>) {
    return {folded<Row, T, Index, Input>...};
}

/// Those of the parameter set `index`.
template <class Row, class T, std::size_t... Index>
std::vector<constant<T>> constants_of(std::size_t index, std::index_sequence<Index...>) {
    constexpr auto inputs = std::make_index_sequence<constant_inputs<T>().size()>{};
    std::vector<constant<T>> constants;
    ((Index == index ? void(constants = constants_of<Row, T, Index>(inputs)) : void()), ...);
    return constants;
}

}  // namespace tests

#endif
