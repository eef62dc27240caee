#ifndef ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// x − tanh x = x³·Σ series[k]·x²ᵏ for |x| ≤ limit.
template <class T>
struct tanhshrink_table;

/// x − tanh x = x³·Σ numerator[k]·x²ᵏ / Σ denominator[k]·x²ᵏ for |x| ≤ limit; float alone has it.
template <class T>
struct short_tanhshrink_table {};

// clang-format off
/// Degree 6, relative error ≤ 2^-27.79, and of series[0], which is rounded, 2^-25.22.
template <>
struct tanhshrink_table<float> {
    static constexpr float limit = 0.625f;
    static constexpr float series[7] = {0x1.555556p-2f, -0x1.11111p-3f, 0x1.ba1a58p-5f, -0x1.66271p-6f, 0x1.20106cp-7f,
                                        -0x1.b15c8p-9f, 0x1.c4110ep-11f};
};

/// Degree 14, relative error ≤ 2^-58.85, and of series[0], which is rounded, 2^-54.05.
template <>
struct tanhshrink_table<double> {
    static constexpr double limit = 0.625;
    static constexpr double series[15] = {0x1.5555555555555p-2, -0x1.1111111111111p-3, 0x1.ba1ba1ba1ba16p-5,
                                          -0x1.664f4882c0d4cp-6, 0x1.226e355e59e08p-7, -0x1.d6d3d0da82b54p-9,
                                          0x1.7da3637cbaf34p-10, -0x1.355812813fd11p-11, 0x1.f57b51cd2290ep-13,
                                          -0x1.9666755587703p-14, 0x1.48c0703cfea9ap-15, -0x1.06cc125893dadp-16,
                                          0x1.8da381d164d26p-18, -0x1.f3b3c0615d48ep-20, 0x1.725b2ff9cc96dp-22};
};

/// Error ≤ 0.26 ULP of max(x − tanh x, 1/16).
template <>
struct short_tanhshrink_table<float> {
    static constexpr float limit = 0x1p+3f;
    static constexpr float numerator[4] = {0x1.2aap-1f, 0x1.45ee6ep-5f, 0x1.2c047cp-11f, 0x1.a10d7ep-20f};
    static constexpr float denominator[5] = {0x1.bffp+0f, 0x1.a3764ep-1f, 0x1.79e0dap-5f, 0x1.40ec72p-11f,
                                             0x1.a8d408p-20f};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
