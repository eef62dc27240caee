#ifndef ACTIVATION_DETAIL_ARCH_CONSTEXPR_FMA_HPP
#define ACTIVATION_DETAIL_ARCH_CONSTEXPR_FMA_HPP

#include <cstdint>

#include "activation/detail/arch/constexpr_arithmetic.hpp"
#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

__extension__ typedef unsigned __int128 uint128;

/// x·2^exponent with one rounding to nearest even, for x ≥ 0; sticky says that a little more than x is meant.
constexpr double round_scaled(uint128 x, bool sticky, int exponent) {
    int length = 0;
    for (auto rest = x; rest != 0; rest >>= 1) ++length;
    int drop = length - 53;
    if (exponent + drop < -1074) drop = -1074 - exponent;
    if (drop > 0) {
        const bool gone = drop > 127;
        const auto kept = gone ? 0 : x >> drop;
        const auto lost = gone ? x : x - (kept << drop);
        const auto half = gone ? 0 : static_cast<uint128>(1) << (drop - 1);
        const bool up = !gone && (lost > half || (lost == half && (sticky || (kept & 1) != 0)));
        x = kept + (up ? 1 : 0);
        exponent += drop;
    }
    double result = static_cast<double>(static_cast<std::uint64_t>(x));
    for (; exponent > 0; --exponent) {
        if (result > 0x1p1023) return __builtin_huge_val();
        result *= 2;
    }
    for (; exponent < 0; ++exponent) result *= 0.5;
    return result;
}

constexpr bool is_finite(double value) { return value >= -0x1.fffffffffffffp1023 && value <= 0x1.fffffffffffffp1023; }

constexpr bool is_zero(double value) { return __builtin_bit_cast(std::uint64_t, value) << 1 == 0; }

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
    if (!is_finite(a) || !is_finite(b) || is_zero(a) || is_zero(b)) return constant_sum(constant_product(a, b), c);
    if (!is_finite(c)) return c;
    const decomposed_double da(a), db(b), dc(c);
    auto x = static_cast<uint128>(da.significand) * db.significand;
    auto y = static_cast<uint128>(dc.significand);
    int x_exponent = da.exponent + db.exponent;
    int y_exponent = dc.exponent;
    if (y == 0) y_exponent = x_exponent;
    const auto raise = [](uint128& value, int& exponent, int target) {
        while (value != 0 && exponent > target && value >> 124 == 0) {
            value <<= 1;
            --exponent;
        }
    };
    raise(x, x_exponent, y_exponent);
    raise(y, y_exponent, x_exponent);
    bool sticky = false;
    const auto lower = [&sticky](uint128& value, int& exponent, int target) {
        for (; exponent < target; ++exponent) {
            sticky = sticky || (value & 1) != 0;
            value >>= 1;
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
    const bool x_larger = x > y;
    // A lost fraction belongs to the smaller term: taking one more away and marking the rest as sticky keeps order.
    const auto difference = (x_larger ? x - y : y - x) - (sticky ? 1 : 0);
    const double magnitude = round_scaled(difference, sticky, x_exponent);
    return (x_larger ? x_negative : dc.negative) ? -magnitude : magnitude;
}

/// The same for float: the product is exact in double, and the sum is rounded to odd so that the second rounding,
/// to float, is the only one that counts.
constexpr float fused_multiply_add(float a, float b, float c) {
    const double product = constant_product(static_cast<double>(a), static_cast<double>(b));
    const double addend = static_cast<double>(c);
    const double sum = constant_sum(product, addend);
    if (!is_finite(sum)) return static_cast<float>(sum);
    const double shadow = sum - product;
    const double error = (product - (sum - shadow)) + (addend - shadow);
    auto bits = __builtin_bit_cast(std::uint64_t, sum);
    if (!is_zero(error) && (bits & 1) == 0) bits = (error > 0) == (sum > 0) ? bits + 1 : bits - 1;
    return narrowed(__builtin_bit_cast(double, bits));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
