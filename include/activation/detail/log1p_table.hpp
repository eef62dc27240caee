#ifndef ACTIVATION_DETAIL_LOG1P_TABLE_HPP
#define ACTIVATION_DETAIL_LOG1P_TABLE_HPP

#include "activation/detail/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// artanh s = s + s³·Σ artanh[k]·s²ᵏ for 0 ≤ s ≤ 1/3.
template <class T>
struct log1p_table;

/// Degree 4, relative error of artanh ≤ 2^-29.77.
template <>
struct log1p_table<float> {
    static constexpr float artanh[5] = {0x1.555558p-2f, 0x1.99966cp-3f, 0x1.2510a4p-3f, 0x1.b62b54p-4f, 0x1.f465bcp-4f};
};

/// Degree 10, relative error of artanh ≤ 2^-58.23.
template <>
struct log1p_table<double> {
    static constexpr double artanh[11] = {0x1.5555555555557p-2, 0x1.9999999999523p-3, 0x1.24924924c41b6p-3,
                                          0x1.c71c71a447b33p-4, 0x1.745d1e52703ap-4, 0x1.3b12cc9980007p-4,
                                          0x1.1123f1bbfcd05p-4, 0x1.dfd2eaea0b898p-5, 0x1.c1e06a4ca84ep-5,
                                          0x1.1cb87cb055eddp-5, 0x1.52c506680b349p-4};
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
