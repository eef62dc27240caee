#ifndef ACTIVATION_DETAIL_SIMD_CONSTEXPR_ARITHMETIC_HPP
#define ACTIVATION_DETAIL_SIMD_CONSTEXPR_ARITHMETIC_HPP

#include <cstdint>
#include <type_traits>

#include "activation/detail/arch/target.hpp"

/// Products, sums and quotients in constant expressions, in which g++ does not fold what overflows or divides by zero, and
/// neither g++ nor clang what is no number.  Their bits are those of the run time.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// By its bits, so that a compiler that is told there are no infinities still sees them.
template <class T>
struct magnitude_of {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    static constexpr bits infinity = sizeof(T) == 4 ? bits(0x7f800000) : bits(0x7ff0000000000000);
    bits value;

    explicit constexpr magnitude_of(T number) : value(__builtin_bit_cast(bits, number) << 1 >> 1) {}
    constexpr bool is_zero() const { return value == 0; }
    constexpr bool is_infinite() const { return value == infinity; }
    constexpr bool is_finite() const { return value < infinity; }
    constexpr bool is_nan() const { return value > infinity; }
};

template <class T>
constexpr bool finite(T number) {
    return magnitude_of<T>(number).is_finite();
}

template <class T>
constexpr bool sign_bit(T number) {
    using bits = typename magnitude_of<T>::bits;
    return __builtin_bit_cast(bits, number) >> (8 * sizeof(T) - 1) != 0;
}

template <class T>
constexpr T infinity_of_sign(bool negative) {
    const T infinity = __builtin_bit_cast(T, magnitude_of<T>::infinity);
    return negative ? -infinity : infinity;
}

template <class T>
constexpr T not_a_number() {
    // By its bits: clang 18 and later warn of a NaN under -ffast-math.
    using bits = typename magnitude_of<T>::bits;
    constexpr bits quiet = bits(1) << (sizeof(T) == sizeof(float) ? 22 : 51);
    return __builtin_bit_cast(T, bits(magnitude_of<T>::infinity | quiet));
}

constexpr float narrowed(double value) {
    // Half a unit in the last place above the largest float.
    const bool overflows = value >= 0x1.ffffffp127 || value <= -0x1.ffffffp127;
    return overflows ? infinity_of_sign<float>(value < 0) : static_cast<float>(value);
}

constexpr bool product_overflows(double a, double b) {
    const double scaled = (a * 0x1p-512) * (b * 0x1p-512);
    return scaled >= 1 || scaled <= -1;
}

template <class T>
constexpr T constant_product(T a, T b) {
    const magnitude_of<T> x(a), y(b);
    if (x.is_nan() || y.is_nan() || (x.is_infinite() && y.is_zero()) || (x.is_zero() && y.is_infinite()))
        return not_a_number<T>();
    if (x.is_infinite() || y.is_infinite()) return infinity_of_sign<T>(sign_bit(a) != sign_bit(b));
    if constexpr (sizeof(T) == 4)
        return narrowed(static_cast<double>(a) * static_cast<double>(b));
    else
        return product_overflows(a, b) ? infinity_of_sign<T>(sign_bit(a) != sign_bit(b)) : a * b;
}

template <class T>
constexpr T constant_sum(T a, T b) {
    const magnitude_of<T> x(a), y(b);
    if (x.is_nan() || y.is_nan()) return not_a_number<T>();
    if (x.is_infinite() && y.is_infinite() && sign_bit(a) != sign_bit(b)) return not_a_number<T>();
    if (x.is_infinite() || y.is_infinite()) return x.is_infinite() ? a : b;
    if constexpr (sizeof(T) == 4) {
        return narrowed(static_cast<double>(a) + static_cast<double>(b));
    } else {
        const T half = a * T(0.5) + b * T(0.5);
        return half >= 0x1p1023 || half <= -0x1p1023 ? infinity_of_sign<T>(half < 0) : a + b;
    }
}

/// Whether the finite a/b is so large that it rounds to infinity.
constexpr bool quotient_overflows(float a, float b) {
    return magnitude_of<float>(narrowed(static_cast<double>(a) / static_cast<double>(b))).is_infinite();
}

constexpr bool quotient_overflows(double a, double b) {
    if (b >= 1 || b <= -1) return false;
    const double scaled = (a * 0x1p-540) / (b * 0x1p540);
    return scaled >= 0x1p-56 || scaled <= -0x1p-56;
}

template <class T>
constexpr T constant_quotient(T a, T b) {
    const magnitude_of<T> x(a), y(b);
    if (x.is_nan() || y.is_nan() || (x.is_zero() && y.is_zero()) || (x.is_infinite() && y.is_infinite()))
        return not_a_number<T>();
    const bool infinite = x.is_infinite() || y.is_zero() || (y.is_finite() && quotient_overflows(a, b));
    return infinite ? infinity_of_sign<T>(sign_bit(a) != sign_bit(b)) : a / b;
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
