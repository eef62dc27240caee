#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_DOUBLE_DOUBLE_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_DOUBLE_DOUBLE_HPP

#include <bit>
#include <cmath>
#include <cstdint>

#include "coefficients.hpp"

/// Arithmetic of the fast reference: the same formulas run in double (judging float) and in double-double (judging
/// double). Branch-free, so that a compiler vectorises loops over it. Compile with -ffp-contract=off: a contracted
/// multiplication would break the error-free sums.
namespace reference {

inline double fused_multiply_add(double a, double b, double c) { return std::fma(a, b, c); }

/// a * b + c, rounded once where that is cheap and twice elsewhere.
inline double multiply_add(double a, double b, double c) {
#if defined(__FMA__) || defined(__aarch64__)
    return fused_multiply_add(a, b, c);
#else
    return a * b + c;
#endif
}

/// a + b exactly, for |a| >= |b|.
inline double_double quick_two_sum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

/// a + b exactly.
inline double_double two_sum(double a, double b) {
    const double sum = a + b;
    const double b_part = sum - a;
    return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// a * b exactly.
inline double_double two_product(double a, double b) {
    const double product = a * b;
    return {product, fused_multiply_add(a, b, -product)};
}

inline double_double operator-(double_double a) { return {-a.high, -a.low}; }

inline double_double operator+(double_double a, double_double b) {
    const double_double high = two_sum(a.high, b.high);
    const double_double low = two_sum(a.low, b.low);
    const double_double partial = quick_two_sum(high.high, high.low + low.high);
    return quick_two_sum(partial.high, partial.low + low.low);
}

inline double_double operator+(double_double a, double b) {
    const double_double high = two_sum(a.high, b);
    return quick_two_sum(high.high, high.low + a.low);
}

inline double_double operator+(double a, double_double b) { return b + a; }
inline double_double operator-(double_double a, double_double b) { return a + -b; }
inline double_double operator-(double_double a, double b) { return a + -b; }
inline double_double operator-(double a, double_double b) { return -b + a; }

inline double_double operator*(double_double a, double_double b) {
    const double_double product = two_product(a.high, b.high);
    return quick_two_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

inline double_double operator*(double_double a, double b) {
    const double_double product = two_product(a.high, b);
    return quick_two_sum(product.high, product.low + a.low * b);
}

inline double_double operator*(double a, double_double b) { return b * a; }

inline double_double operator/(double_double a, double_double b) {
    const double first = a.high / b.high;
    const double_double rest = a - b * first;
    const double second = rest.high / b.high;
    const double third = (rest - b * second).high / b.high;
    return quick_two_sum(first, second) + third;
}

/// `yes` or `no` by masks, for g++ turns conditional expressions into branches and then cannot vectorise.
inline double select(bool condition, double yes, double no) {
    const std::uint64_t mask = std::uint64_t{0} - static_cast<std::uint64_t>(condition);
    return std::bit_cast<double>((std::bit_cast<std::uint64_t>(yes) & mask) |
                                 (std::bit_cast<std::uint64_t>(no) & ~mask));
}

inline double_double select(bool condition, double_double yes, double_double no) {
    return {select(condition, yes.high, no.high), select(condition, yes.low, no.low)};
}

inline double at_least(double limit, double x) { return select(x < limit, limit, x); }

/// The value of x in `Real`, double or double_double.
template <class Real>
Real widen(double x) {
    if constexpr (sizeof(Real) == sizeof(double)) {
        return x;
    } else {
        return {x, 0.0};
    }
}

template <class Real>
Real narrow(double_double x) {
    if constexpr (sizeof(Real) == sizeof(double)) {
        return x.high;
    } else {
        return x;
    }
}

inline double multiply_add(double a, double b, double_double c) { return multiply_add(a, b, c.high); }
inline double_double multiply_add(double_double a, double_double b, double_double c) { return a * b + c; }

/// 2^exponent for an integral exponent in [-1022, 1023].
inline double power_of_two(double exponent) {
    constexpr double shift = 0x1.8p52 + 1023;
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(exponent + shift) << 52);
}

/// The integer next to x, |x| < 2^51.
inline double nearest_integer(double x) { return (x + 0x1.8p52) - 0x1.8p52; }

}  // namespace reference

#endif
