#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_INPUTS_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_INPUTS_HPP

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <type_traits>
#include <vector>

/// Inputs to judge at, by their bits, so that every exponent, subnormals, infinities and NaN have their share.
namespace reference {

template <class T>
using bits_t = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

/// `count` patterns drawn evenly from all, the same ones at every call and on every machine.
template <class T>
std::vector<T> random_patterns(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 generator(seed);
    std::vector<T> result(count);
    for (T& value : result) value = std::bit_cast<T>(static_cast<bits_t<T>>(generator()));
    return result;
}

/// The `distance` nearest numbers on either side of a finite centre, and the centre, in order of magnitude.
template <class T>
void append_neighbours(std::vector<T>& values, T centre, std::size_t distance) {
    constexpr auto sign = bits_t<T>{1} << (sizeof(T) * 8 - 1);
    const bits_t<T> bits = std::bit_cast<bits_t<T>>(centre);
    const bits_t<T> magnitude = bits & ~sign;
    const auto reach = static_cast<bits_t<T>>(distance);
    for (bits_t<T> near = magnitude - std::min(magnitude, reach); near <= magnitude + reach; ++near) {
        values.push_back(std::bit_cast<T>(near | (bits & sign)));
    }
}

/// Every exponent of both signs: its first and its last `edge` numbers.
template <class T>
void append_exponents(std::vector<T>& values, bits_t<T> edge) {
    constexpr int mantissa_bits = std::numeric_limits<T>::digits - 1;
    constexpr bits_t<T> size = bits_t<T>{1} << mantissa_bits;
    constexpr bits_t<T> exponents = bits_t<T>{1} << (sizeof(T) * 8 - mantissa_bits);
    for (bits_t<T> exponent = 0; exponent < exponents; ++exponent) {
        for (bits_t<T> i = 0; i < edge; ++i) {
            values.push_back(std::bit_cast<T>(exponent << mantissa_bits | i));
            values.push_back(std::bit_cast<T>(exponent << mantissa_bits | (size - 1 - i)));
        }
    }
}

/// Where kernels may change from one formula or table entry to the next: every eighth up to 40, every whole number up
/// to 160 and every eighth of an octave from 2^-30 to 2^10, of both signs.
template <class T>
std::vector<T> borders() {
    std::vector<T> result;
    const auto append = [&](double magnitude) {
        result.push_back(static_cast<T>(magnitude));
        result.push_back(static_cast<T>(-magnitude));
    };
    for (int i = 1; i <= 320; ++i) append(i / 8.0);
    for (int i = 41; i <= 160; ++i) append(i);
    for (int octave = -30; octave < 10; ++octave) {
        for (int i = 0; i < 8; ++i) append(std::ldexp(1.0 + i / 8.0, octave));
    }
    return result;
}

}  // namespace reference

#endif
