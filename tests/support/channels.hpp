#ifndef ACTIVATION_TESTS_SUPPORT_CHANNELS_HPP
#define ACTIVATION_TESTS_SUPPORT_CHANNELS_HPP

#include <cstddef>
#include <vector>

#include "support/bit_patterns.hpp"

/// The channels that PReLU's tests try.
namespace tests {

struct shape {
    std::size_t batches;
    std::size_t channels;
    std::size_t inner;

    std::size_t size() const { return batches * channels * inner; }
    std::size_t channel(std::size_t i) const { return i / inner % channels; }
};

/// Channels last and first, inner from one to many vectors, counts that no vector divides.
inline std::vector<shape> shapes() {
    std::vector<shape> all;
    for (const std::size_t batches : std::initializer_list<std::size_t>{0, 1, 3})
        for (const std::size_t channels : std::initializer_list<std::size_t>{1, 2, 3, 7, 64, 65, 200, 513})
            for (const std::size_t inner : std::initializer_list<std::size_t>{1, 2, 5, 16, 49, 63, 64, 65, 200})
                if (batches * channels * inner < 15000) all.push_back({batches, channels, inner});
    return all;
}

template <class T>
std::vector<T> weights_of(const shape& s) {
    std::vector<T> weights(s.channels);
    for (std::size_t c = 0; c < s.channels; ++c) weights[c] = T(0.25) + static_cast<T>(c) / T(64);
    return weights;
}

}  // namespace tests

#endif
