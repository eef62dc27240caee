#ifndef ACTIVATION_TESTS_ROWS_FUSED_STEPS_HPP
#define ACTIVATION_TESTS_ROWS_FUSED_STEPS_HPP

#include <activation/fuse.hpp>
#include <activation/rows.hpp>
#include <activation/softmax.hpp>
#include <cstddef>
#include <span>
#include <vector>

#include "support/catch.hpp"

/// What the tests of fused calls over rows share.
namespace rows {

using activation::accumulate;
using activation::biased;
using activation::row_options;
using activation::scaled;
using floats = std::vector<float>;

template <class E = float>
std::vector<E> numbers(std::size_t count, unsigned seed) {
    std::vector<E> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto k = static_cast<int>((i * 2654435761u + seed * 40503u) % 2003) - 1001;
        result[i] = static_cast<E>(static_cast<float>(k) / 217.3f);
    }
    return result;
}

/// A step by itself, whose result has been in memory.
template <class Step>
floats separately(std::size_t count, Step step) {
    floats result(count);
    for (std::size_t i = 0; i < count; ++i) {
        volatile float value = step(i);
        result[i] = value;
    }
    return result;
}

template <class E>
std::size_t wrong(const std::vector<E>& results, const floats& expected) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < results.size(); ++i)
        count += !(static_cast<float>(results[i]) == static_cast<float>(static_cast<E>(expected[i])));
    return count;
}

}  // namespace rows

#endif
