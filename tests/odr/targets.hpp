#ifndef ACTIVATION_TESTS_ODR_TARGETS_HPP
#define ACTIVATION_TESTS_ODR_TARGETS_HPP

#include <array>
#include <cstddef>
#include <cstdint>

/// The same calls, compiled for one target each: what they give, and what they ran on.
namespace odr {

inline constexpr std::size_t count = 67;

struct results {
    std::size_t lanes;
    bool fused_multiply_add;
    std::array<std::array<float, count>, 8> of_ranges;
    std::array<std::array<float, count>, 8> of_values;
    std::array<double, count> of_doubles;
    std::array<std::uint16_t, count> of_halves;
    bool refused;
};

results baseline(const std::array<float, count>& x);
results avx(const std::array<float, count>& x);
results avx2_fma(const std::array<float, count>& x);
results avx512(const std::array<float, count>& x);

}  // namespace odr

#endif
