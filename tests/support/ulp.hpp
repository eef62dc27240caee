#ifndef ACTIVATION_TESTS_SUPPORT_ULP_HPP
#define ACTIVATION_TESTS_SUPPORT_ULP_HPP

#include <cmath>
#include <limits>

#include "reference/fast.hpp"

/// ULP error as the contract defines it: |result - exact| / ulp(exact), ulp of the binade of the exact value, never
/// below the subnormal spacing, and not above the spacing of the largest binade.
///
/// NaN for NaN is 0, NaN for anything else (and anything else for NaN) infinite. Infinity is 0 exactly where the exact
/// value rounds to it and infinite elsewhere: "infinity appears only where the exact value rounds to it".
/// An exact value that the reference cannot tell from a power of two (within 2^-44 for float, 2^-80 for double, 2^-220
/// for MPFR) counts as lying just below it, in the binade of the narrower spacing: that can double an error, never
/// halve it.
namespace reference {

inline constexpr double infinite_error = std::numeric_limits<double>::infinity();

/// Exponent of the spacing of T's numbers in the binade [2^exponent, 2^(exponent + 1)).
template <class T>
constexpr int spacing_exponent(int exponent) {
    constexpr int smallest = std::numeric_limits<T>::min_exponent - 1;
    constexpr int largest = std::numeric_limits<T>::max_exponent - 1;
    const int bounded = exponent < smallest ? smallest : exponent > largest ? largest : exponent;
    return bounded - (std::numeric_limits<T>::digits - 1);
}

/// The error where either side is NaN or infinite, and -1 elsewhere. `rounded` is the exact value rounded to T.
template <class T>
double special_ulp_error(T result, T rounded) {
    if (std::isnan(rounded) || std::isnan(result)) {
        return std::isnan(rounded) && std::isnan(result) ? 0.0 : infinite_error;
    }
    if (std::isinf(result)) return result == rounded ? 0.0 : infinite_error;
    return -1.0;
}

/// Error of a float against the fast reference. With a floor, against the spacing of max(|exact|, floor).
inline double ulp_error(float result, double exact, double floor = 0.0) {
    const double special = special_ulp_error(result, static_cast<float>(exact));
    if (special >= 0.0) return special;
    if (std::isinf(exact)) return infinite_error;
    const double leading = std::fmax(std::fabs(exact) * (1.0 - 0x1p-44), floor);
    const int spacing = spacing_exponent<float>(std::ilogb(leading));
    return std::ldexp(std::fabs(static_cast<double>(result) - exact), -spacing);
}

/// Error of a double against the fast reference, likewise.
inline double ulp_error(double result, const exact_double& exact, double floor = 0.0) {
    const int scale = static_cast<int>(exact.exponent);
    const double special = special_ulp_error(result, std::ldexp(exact.high, scale));
    if (special >= 0.0) return special;
    if (std::isinf(exact.high)) return infinite_error;
    const bool below_high = exact.low / exact.high < 0x1p-80;
    const double leading = std::ldexp(below_high ? std::nextafter(exact.high, 0.0) : exact.high, scale);
    const int spacing = spacing_exponent<double>(std::ilogb(std::fmax(std::fabs(leading), floor)));
    const double difference = (std::ldexp(result, -scale) - exact.high) - exact.low;
    return std::ldexp(std::fabs(difference), scale - spacing);
}

}  // namespace reference

#endif
