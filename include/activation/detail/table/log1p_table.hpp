#ifndef ACTIVATION_DETAIL_TABLE_LOG1P_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_LOG1P_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// artanh s = s + s³·Σ artanh[k]·s²ᵏ for 0 ≤ s ≤ 1/3.
template <class T>
struct log1p_table;

// clang-format off
/// Degree 4, relative error of artanh ≤ 2^-30.49.
template <>
struct log1p_table<float> {
    static constexpr float artanh[5] = {0x1.555558p-2f, 0x1.9996a8p-3f, 0x1.250988p-3f, 0x1.b6d476p-4f, 0x1.f1b7e6p-4f};
};

/// Degree 10, relative error of artanh ≤ 2^-58.55.
template <>
struct log1p_table<double> {
    static constexpr double artanh[11] = {0x1.5555555555556p-2, 0x1.999999999955cp-3, 0x1.24924924c1df2p-3,
                                          0x1.c71c71a5db56p-4, 0x1.745d1e036e90ap-4, 0x1.3b12d5d0befa1p-4,
                                          0x1.11234643531edp-4, 0x1.dfe29b38b1bcap-5, 0x1.c16ff8ec6e17bp-5,
                                          0x1.1e7af1daa0c17p-5, 0x1.5142bc263fa8dp-4};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
