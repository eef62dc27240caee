#ifndef ACTIVATION_DETAIL_SIMD_CONSTEXPR_FMA_HPP
#define ACTIVATION_DETAIL_SIMD_CONSTEXPR_FMA_HPP

#include <cstdint>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/constexpr_arithmetic.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// An unsigned integer of 128 bits, for shifts of 0 to 127.  Compilers for 32 bits have none of their own.
struct uint128 {
    std::uint64_t high;
    std::uint64_t low;

    constexpr bool is_zero() const { return (high | low) == 0; }
    constexpr int length() const {
        return high != 0 ? 128 - __builtin_clzll(high) : low != 0 ? 64 - __builtin_clzll(low) : 0;
    }

    friend constexpr bool operator==(const uint128& a, const uint128& b) { return a.high == b.high && a.low == b.low; }
    friend constexpr bool operator<(const uint128& a, const uint128& b) {
        return a.high < b.high || (a.high == b.high && a.low < b.low);
    }
    friend constexpr uint128 operator+(const uint128& a, const uint128& b) {
        const std::uint64_t sum = a.low + b.low;
        return {a.high + b.high + (sum < a.low ? 1 : 0), sum};
    }
    friend constexpr uint128 operator-(const uint128& a, const uint128& b) {
        return {a.high - b.high - (a.low < b.low ? 1 : 0), a.low - b.low};
    }
    friend constexpr uint128 operator<<(const uint128& a, int count) {
        if (count >= 64) return {a.low << (count - 64), 0};
        return count == 0 ? a : uint128{a.high << count | a.low >> (64 - count), a.low << count};
    }
    friend constexpr uint128 operator>>(const uint128& a, int count) {
        if (count >= 64) return {0, a.high >> (count - 64)};
        return count == 0 ? a : uint128{a.high >> count, a.high << (64 - count) | a.low >> count};
    }
};

/// a·b for two significands, whose upper halves have no more than 21 bits.
constexpr uint128 full_product(std::uint64_t a, std::uint64_t b) {
    const std::uint64_t a_high = a >> 32, a_low = a & 0xffffffff;
    const std::uint64_t b_high = b >> 32, b_low = b & 0xffffffff;
    const std::uint64_t middle = a_high * b_low + a_low * b_high;
    return uint128{a_high * b_high, a_low * b_low} + (uint128{0, middle} << 32);
}

/// x·2^exponent with one rounding to nearest even, for x ≥ 0; sticky says that a little more than x is meant.
constexpr double round_scaled(uint128 x, bool sticky, int exponent) {
    int drop = x.length() - 53;
    if (exponent + drop < -1074) drop = -1074 - exponent;
    if (drop > 0) {
        const bool gone = drop > 127;
        const uint128 kept = gone ? uint128{} : x >> drop;
        const uint128 lost = gone ? x : x - (kept << drop);
        const uint128 half = gone ? uint128{} : uint128{0, 1} << (drop - 1);
        const bool up = !gone && (half < lost || (lost == half && (sticky || (kept.low & 1) != 0)));
        x = kept + uint128{0, up ? 1u : 0u};
        exponent += drop;
    }
    double result = static_cast<double>(x.low);
    for (; exponent > 0; --exponent) {
        if (result > 0x1p1023) return __builtin_huge_val();
        result *= 2;
    }
    for (; exponent < 0; ++exponent) result *= 0.5;
    return result;
}

/// A finite double as sign · significand · 2^exponent.
struct decomposed_double {
    bool negative = false;
    std::uint64_t significand = 0;
    int exponent = 0;

    explicit constexpr decomposed_double(double value) {
        const auto bits = __builtin_bit_cast(std::uint64_t, value);
        const int biased = static_cast<int>(bits >> 52 & 0x7ff);
        negative = bits >> 63 != 0;
        significand = (bits & 0xfffffffffffff) | (biased != 0 ? std::uint64_t{1} << 52 : 0);
        exponent = (biased != 0 ? biased : 1) - 1075;
    }
};

/// Fused a·b + c, exact in integers: clang does not fold __builtin_fma in constant expressions.
///
/// The product has at most 106 bits.  Both terms are brought to a common exponent with the larger one shifted up to
/// 125 bits; what the smaller one loses is far below the rounding position and survives as one sticky bit.
constexpr double fused_multiply_add(double a, double b, double c) {
    if (!finite(a) || !finite(b) || magnitude_of<double>(a).is_zero() || magnitude_of<double>(b).is_zero())
        return constant_sum(constant_product(a, b), c);
    if (!finite(c)) return c;
    const decomposed_double da(a), db(b), dc(c);
    uint128 x = full_product(da.significand, db.significand);
    uint128 y{0, dc.significand};
    int x_exponent = da.exponent + db.exponent;
    int y_exponent = dc.exponent;
    if (y.is_zero()) y_exponent = x_exponent;
    const auto raise = [](uint128& value, int& exponent, int target) {
        while (!value.is_zero() && exponent > target && value.length() < 125) {
            value = value << 1;
            --exponent;
        }
    };
    raise(x, x_exponent, y_exponent);
    raise(y, y_exponent, x_exponent);
    bool sticky = false;
    const auto lower = [&sticky](uint128& value, int& exponent, int target) {
        for (; exponent < target; ++exponent) {
            sticky = sticky || (value.low & 1) != 0;
            value = value >> 1;
        }
    };
    lower(x, x_exponent, y_exponent);
    lower(y, y_exponent, x_exponent);
    const bool x_negative = da.negative != db.negative;
    if (x_negative == dc.negative) {
        const double sum = round_scaled(x + y, sticky, x_exponent);
        return x_negative ? -sum : sum;
    }
    if (x == y && !sticky) return 0.0;
    const bool x_larger = y < x;
    // A lost fraction belongs to the smaller term: taking one more away and marking the rest as sticky keeps order.
    const uint128 difference = (x_larger ? x - y : y - x) - uint128{0, sticky ? 1u : 0u};
    const double magnitude = round_scaled(difference, sticky, x_exponent);
    return (x_larger ? x_negative : dc.negative) ? -magnitude : magnitude;
}

/// The same for float: the product is exact in double, and the sum is rounded to odd so that the second rounding,
/// to float, is the only one that counts.
constexpr float fused_multiply_add(float a, float b, float c) {
    const double product = constant_product(static_cast<double>(a), static_cast<double>(b));
    const double addend = static_cast<double>(c);
    const double sum = constant_sum(product, addend);
    if (!finite(sum)) return static_cast<float>(sum);
    const double shadow = sum - product;
    const double error = (product - (sum - shadow)) + (addend - shadow);
    auto bits = __builtin_bit_cast(std::uint64_t, sum);
    if (!magnitude_of<double>(error).is_zero() && (bits & 1) == 0)
        bits = (error > 0) == (sum > 0) ? bits + 1 : bits - 1;
    return narrowed(__builtin_bit_cast(double, bits));
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
