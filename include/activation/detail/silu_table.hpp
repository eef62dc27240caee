#ifndef ACTIVATION_DETAIL_SILU_TABLE_HPP
#define ACTIVATION_DETAIL_SILU_TABLE_HPP

#include "activation/detail/target.hpp"

/// Written by tests/coefficients/silu_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// silu′(−a) = slope·d + Σ correction[k]·dᵏ with d = a − root, |d| ≤ reach.
///
/// root         the root of silu′(−a), rounded.
/// slope        its slope there, rounded; correction holds what both are off by, and the curvature.
template <class T>
struct silu_root_table;

/// correction: degree 5, relative error ≤ 2^-26.19.
template <>
struct silu_root_table<float> {
    static constexpr float root = 0x1.474974p+0f;
    static constexpr float slope = -0x1.be141p-3f;
    static constexpr float reach = 0x1p-4f;
    static constexpr float correction[6] = {-0x1.848b9ep-29f, 0x1.3cedd4p-28f, 0x1.2c5634p-3f, -0x1.3542p-6f,
                                            -0x1.f2ccdap-7f, 0x1.bdee64p-8f};
};

/// correction: degree 11, relative error ≤ 2^-54.58.
template <>
struct silu_root_table<double> {
    static constexpr double root = 0x1.474973c84120bp+0;
    static constexpr double slope = -0x1.be1410460528p-3;
    static constexpr double reach = 0x1p-4;
    static constexpr double correction[12] = {0x1.b7d7537967aa7p-56, -0x1.394b33a9a4a8dp-57, 0x1.2c563458cc0adp-3,
                                              -0x1.353eb573c79c7p-6, -0x1.f2d0e32bc62e1p-7, 0x1.b0f82c144b2bp-8,
                                              0x1.098e97344f584p-13, -0x1.a2a51f49d95a3p-11, 0x1.856da0a1bdc2dp-13,
                                              0x1.419c9a3175237p-15, -0x1.d5de4a1149071p-16, 0x1.ae84fe32133d9p-18};
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
