#ifndef ACTIVATION_TESTS_SUPPORT_SAME_BITS_HPP
#define ACTIVATION_TESTS_SUPPORT_SAME_BITS_HPP

#include <bit>
#include <cstdint>
#include <cstdio>
#include <string>
#include <type_traits>

namespace tests {

template <class T>
using bits_of = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

/// The same bits; all NaNs count as one value, for their payload is not a result.
template <class T>
bool same_bits(T a, T b) {
    return std::bit_cast<bits_of<T>>(a) == std::bit_cast<bits_of<T>>(b) || (a != a && b != b);
}

/// "-0x1.8p+1", which tells apart what decimals would not.
template <class T>
std::string hex(T value) {
    char text[64];
    std::snprintf(text, sizeof text, "%a", static_cast<double>(value));
    return text;
}

}  // namespace tests

#endif
