#include "fast.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "../ulp.hpp"
#include "double_double.hpp"

namespace reference {
namespace {

std::int64_t bits_of(double value) { return std::bit_cast<std::int64_t>(value); }

/// The bits of ulp_error(result, exact, floor), ordered as the errors are. At least those of infinity where anything is
/// NaN or infinite: ulp_error must decide there.
std::int64_t error_bits(float result, double exact, double floor) {
    constexpr std::int64_t exponent_of_inverse_one = std::int64_t{2046} << 52;
    constexpr std::int64_t exponent_mask = std::int64_t{2047} << 52;
    const double magnitude = at_least(floor, at_least(0x1p-200, std::fabs(exact)) * (1.0 - 0x1p-44));
    const std::int64_t binade = bits_of(magnitude) & exponent_mask;
    const double inverse = std::bit_cast<double>(exponent_of_inverse_one - binade) * 0x1p23;
    const double bounded = at_least(0x1p-104, select(inverse > 0x1p149, 0x1p149, inverse));
    return bits_of(std::fabs(static_cast<double>(result) - exact) * bounded);
}

bool wrong_zero(float result, double exact) {
    return (result == 0.0f) & ((std::bit_cast<std::int32_t>(result) < 0) != (bits_of(exact) < 0));
}

bool wrong_zero(double result, const exact_double& exact) {
    return result == 0.0 && std::signbit(result) != std::signbit(exact.high);
}

template <class T, class Exact>
error_summary summarise_one_by_one(const T* results, const Exact* exact, std::size_t count, double floor) {
    error_summary summary{};
    for (std::size_t i = 0; i < count; ++i) {
        const double error = ulp_error(results[i], exact[i], floor);
        summary.largest = std::max(summary.largest, error);
        summary.above_half += error > 0.5;
        summary.above_one += error > 1.0;
        summary.zeros_of_wrong_sign += wrong_zero(results[i], exact[i]);
    }
    return summary;
}

}  // namespace

error_summary summarise(const float* results, const double* exact, std::size_t count, double floor) {
    std::int64_t largest = 0;
    std::int64_t above_half = 0;
    std::int64_t above_one = 0;
    std::int64_t wrong_zeros = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t error = error_bits(results[i], exact[i], floor);
        largest = error > largest ? error : largest;
        above_half += error > bits_of(0.5);
        above_one += error > bits_of(1.0);
        wrong_zeros += wrong_zero(results[i], exact[i]);
    }
    if (largest >= bits_of(infinite_error)) return summarise_one_by_one(results, exact, count, floor);
    return {std::bit_cast<double>(largest), static_cast<std::size_t>(above_half), static_cast<std::size_t>(above_one),
            static_cast<std::size_t>(wrong_zeros)};
}

error_summary summarise(const double* results, const exact_double* exact, std::size_t count, double floor) {
    return summarise_one_by_one(results, exact, count, floor);
}

}  // namespace reference
