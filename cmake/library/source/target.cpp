// The table of one instruction set, ACTIVATION_LIBRARY_TARGET, which CMake compiles this page for, and what that converts
// of halves.  Each loop is written without a branch, for the compiler to take as many elements at a time as the
// registers hold.
#include <cstddef>
#include <cstdint>

#include "own_tables.hpp"

namespace activation_library {
namespace {

float float_of(std::uint32_t bits) { return __builtin_bit_cast(float, bits); }

std::uint32_t bits_of(float value) { return __builtin_bit_cast(std::uint32_t, value); }

constexpr std::uint32_t sign = 0x80000000, magnitude = 0x7fffffff, infinity = 0x7f800000;

float of_bfloat16(std::uint16_t half) { return float_of(std::uint32_t{half} << 16); }

/// The carry of a rounding goes on into the exponent, and from the largest number to infinity.  A NaN keeps its first bits
/// and becomes quiet.
std::uint16_t to_bfloat16(float value) {
    const std::uint32_t bits = bits_of(value);
    const std::uint32_t rounded = (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
    const std::uint32_t nan = bits >> 16 | 0x40;
    return static_cast<std::uint16_t>((bits & magnitude) > infinity ? nan : rounded);
}

/// The exponent is put right by a multiplication, which takes subnormal numbers along.
float of_float16(std::uint16_t half) {
    const std::uint32_t bits = half;
    const std::uint32_t shifted = (bits & 0x7fff) << 13;
    const std::uint32_t finite = bits_of(float_of(shifted) * 0x1p112F);
    const std::uint32_t result = shifted >= 0x0f800000 ? shifted | infinity : finite;
    return float_of(result | (bits & 0x8000) << 16);
}

/// Adding a number whose last place is that of the result rounds; for normal results it is 2^13 times their own power of
/// two, for subnormal ones that of the least normal one.
std::uint16_t to_float16(float value) {
    const std::uint32_t bits = bits_of(value), size = bits & magnitude;
    // Beyond the largest float16 all are alike; so the sum is finite.
    const std::uint32_t bounded = size < 0x47800000 ? size : 0x47800000;
    const std::uint32_t exponent = bounded & infinity;
    const std::uint32_t rounding = (exponent < 0x38800000 ? 0x38800000 : exponent) + (13U << 23);
    const std::uint32_t sum = bits_of(float_of(bounded) + float_of(rounding));
    // The sum's last digits are the result's, and a carry counts up its exponent.
    const std::uint32_t digits = sum - rounding;
    const std::uint32_t power = exponent < 0x38800000 ? 0 : (exponent >> 13) - (112U << 10) - (1U << 10);
    const std::uint32_t finite = power + digits;
    const std::uint32_t number = finite < 0x7c00 ? finite : 0x7c00;
    const std::uint32_t nan = 0x7e00 | (size >> 13 & 0x1ff);
    return static_cast<std::uint16_t>((size > infinity ? nan : number) | (bits & sign) >> 16);
}

template <float (*One)(std::uint16_t)>
void widen(const std::uint16_t* from, float* to, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) to[i] = One(from[i]);
}

template <std::uint16_t (*One)(float)>
void narrow(const float* from, std::uint16_t* to, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) to[i] = One(from[i]);
}

constexpr char name[] = ACTIVATION_LIBRARY_TARGET_NAME;

}  // namespace

namespace ACTIVATION_LIBRARY_TARGET {

// A constant: whatever ran to make it would run on processors that cannot.
extern const target_table table;
constinit const target_table table{
    name,
    {{parts<float, accurate>::elementwise, parts<float, fast>::elementwise, parts<float, exact>::elementwise},
     {parts<double, accurate>::elementwise, parts<double, fast>::elementwise, parts<double, accurate>::elementwise},
     // What the exact tier rounds with care is, as halves, what the accurate tier has.
     {half_parts<bfloat16, accurate>::elementwise, half_parts<bfloat16, fast>::elementwise,
      half_parts<bfloat16, accurate>::elementwise},
     {half_parts<float16, accurate>::elementwise, half_parts<float16, fast>::elementwise,
      half_parts<float16, accurate>::elementwise}},
    {{&parts<float, accurate>::rows, &parts<float, fast>::rows, &parts<float, accurate>::rows},
     {&parts<double, accurate>::rows, &parts<double, fast>::rows, &parts<double, accurate>::rows},
     {&half_parts<bfloat16, accurate>::rows, &half_parts<bfloat16, fast>::rows, &half_parts<bfloat16, accurate>::rows},
     {&half_parts<float16, accurate>::rows, &half_parts<float16, fast>::rows, &half_parts<float16, accurate>::rows}},
    {{widen<of_bfloat16>, narrow<to_bfloat16>}, {widen<of_float16>, narrow<to_float16>}}};

}  // namespace ACTIVATION_LIBRARY_TARGET
}  // namespace activation_library
