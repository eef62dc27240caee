#ifndef ACTIVATION_DETAIL_TABLE_SHORT_LOG1P_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SHORT_LOG1P_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// log(1 + e) = e·Σ quotient[k]·eᵏ for 0 ≤ e ≤ 1; float alone has it.
template <class T>
struct short_log1p_table {};

// clang-format off
/// Degree 8, relative error ≤ 2^-24.00.
template <>
struct short_log1p_table<float> {
    static constexpr float quotient[9] = {0x1.fffffep-1f, -0x1.fffe5p-2f, 0x1.552b22p-2f, -0x1.fc8cdcp-3f,
                                          0x1.8686a6p-3f, -0x1.166668p-3f, 0x1.3d63d4p-4f, -0x1.dc957p-6f,
                                          0x1.50910cp-8f};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
