#ifndef ACTIVATION_TESTS_SUPPORT_BIT_PATTERNS_HPP
#define ACTIVATION_TESTS_SUPPORT_BIT_PATTERNS_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "support/same_bits.hpp"

/// Inputs chosen by their bits, so that tiny, huge and subnormal values are as frequent as ordinary ones.
namespace tests {

/// SplitMix64 (Steele, Lea and Flood, 2014): the same sequence everywhere.
class random_bits {
public:
    explicit constexpr random_bits(std::uint64_t seed) : state_(seed) {}

    constexpr std::uint64_t operator()() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t state_;
};

/// sign, biased exponent and significand put together.
template <class T>
constexpr T assemble(bool negative, std::uint64_t exponent, std::uint64_t significand) {
    constexpr int digits = std::numeric_limits<T>::digits - 1;
    constexpr auto mask = (std::uint64_t{1} << digits) - 1;
    const std::uint64_t sign = negative ? std::uint64_t{1} << (8 * sizeof(T) - 1) : 0;
    return std::bit_cast<T>(static_cast<bits_of<T>>(sign | exponent << digits | (significand & mask)));
}

/// Every second value is any bit pattern at all, NaN and infinity among them; the others lie within 2⁻⁸ ≤ |x| < 2⁸,
/// where the activations bend, so that neighbours in an array take different paths.
template <class T>
std::vector<T> random_patterns(std::size_t count, std::uint64_t seed) {
    constexpr auto bias = static_cast<std::uint64_t>(std::numeric_limits<T>::max_exponent - 1);
    random_bits next(seed);
    std::vector<T> patterns(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t bits = next();
        const bool negative = (bits & 1) != 0;
        patterns[i] = i % 2 == 0 ? std::bit_cast<T>(static_cast<bits_of<T>>(bits >> (64 - 8 * sizeof(T))))
                                 : assemble<T>(negative, bias - 8 + (bits >> 60), bits >> 1);
    }
    return patterns;
}

/// Finite values of either sign in every binade, the subnormal ones included: its ends and some between.
template <class T>
std::vector<T> every_binade(std::size_t between, std::uint64_t seed) {
    constexpr auto binades = static_cast<std::uint64_t>(2 * std::numeric_limits<T>::max_exponent - 1);
    random_bits next(seed);
    std::vector<T> values;
    for (std::uint64_t exponent = 0; exponent < binades; ++exponent) {
        std::vector<std::uint64_t> significands{0, 1, ~std::uint64_t{0}};
        for (std::size_t i = 0; i < between; ++i) significands.push_back(next());
        for (const std::uint64_t significand : significands)
            for (const bool negative : {false, true}) values.push_back(assemble<T>(negative, exponent, significand));
    }
    return values;
}

}  // namespace tests

#endif
