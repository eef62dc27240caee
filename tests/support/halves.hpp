#ifndef ACTIVATION_TESTS_SUPPORT_HALVES_HPP
#define ACTIVATION_TESTS_SUPPORT_HALVES_HPP

#include <activation/storage.hpp>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

/// Sixteen bits as numbers, by their definition and in doubles.
namespace tests {

template <class E>
constexpr bool is_brain = activation::storage<E>::format == activation::format::bfloat16;

template <class E>
constexpr int half_significand_bits = is_brain<E> ? 7 : 10;
template <class E>
constexpr int least_half_exponent = is_brain<E> ? -133 : -24;

/// What sixteen bits stand for, by their fields.
template <class E>
double number_of(std::uint16_t bits) {
    constexpr int significand_bits = half_significand_bits<E>, exponents = is_brain<E> ? 255 : 31;
    const int significand = bits & ((1 << significand_bits) - 1), exponent = bits >> significand_bits & exponents;
    double magnitude = 0;
    if (exponent == exponents)
        magnitude = significand == 0 ? std::numeric_limits<double>::infinity() : std::nan("");
    else if (exponent == 0)
        magnitude = std::ldexp(significand, least_half_exponent<E>);
    else
        magnitude = std::ldexp(significand + (1 << significand_bits), exponent - 1 + least_half_exponent<E>);
    return (bits & 0x8000) != 0 ? -magnitude : magnitude;
}

template <class E>
double number_of(const E& value) {
    return number_of<E>(std::bit_cast<std::uint16_t>(value));
}

/// The exponent of the distance of E's numbers next to x, which is not 0.
template <class E>
int half_unit_exponent(double x) {
    return std::max(std::ilogb(x) - half_significand_bits<E>, least_half_exponent<E>);
}

/// A number rounded once, to nearest even, to those that E has.
template <class E>
double nearest_half(double x) {
    if (x == 0 || !std::isfinite(x)) return x;
    const int unit = half_unit_exponent<E>(x);
    const double rounded = std::ldexp(std::nearbyint(std::ldexp(x, -unit)), unit);
    const double beyond = is_brain<E> ? 0x1p128 : 0x1p16;
    return std::abs(rounded) >= beyond ? std::copysign(std::numeric_limits<double>::infinity(), x) : rounded;
}

/// One value or both NaN, and zeros of one sign.
inline bool same_value(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return a == b && std::signbit(a) == std::signbit(b);
}

template <class E>
std::vector<E> all_halves() {
    std::vector<E> all(65536);
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = std::bit_cast<E>(static_cast<std::uint16_t>(i));
    return all;
}

}  // namespace tests

#endif
