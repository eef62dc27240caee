#ifndef ACTIVATION_DETAIL_TABLE_SILU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SILU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/silu_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// silu′(−a) = pieces.row[1]·h + Σ pieces.row[k + 2]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// pieces.row[1]          0, but in the root's slot, whose centre is the rounded root, the slope there.
/// limit                  the last a of the last slot.
template <class T>
struct silu_derivative_table;

/// silu′(−a) = slope·d + Σ correction[k]·dᵏ with d = a − root, |d| ≤ reach.
///
/// root         the root of silu′(−a), rounded.
/// slope        its slope there, rounded; correction holds what both are off by, and the curvature.
template <class T>
struct silu_root_table;

// clang-format off

/// Degree 7, error ≤ 0.11 ULP.
template <>
struct silu_derivative_table<float> {
    static constexpr float scale = 0x1p+0f;
    static constexpr float offset = 0x1p+1f;
    static constexpr float limit = 0x1.7ffffep+2f;
    static constexpr int shift = 21;
    static constexpr piecewise<float, 10> pieces = {{
        {0x1.32f48p-3f, 0x1.b210cp-1f, 0x1.474974p+0f, 0x1.a0a2cp+0f, 0x1.46d9fp+1f, 0x1.d389ap+1f, 0x1.2994dp+2f,
         0x1.6f9f1p+2f},
        {0.0f, 0.0f, -0x1.be141p-3f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f},
        {0x1.b38c2ep-2f, 0x1.f34b34p-4f, -0x1.848b9ep-29f, -0x1.e49058p-5f, -0x1.94dae4p-4f, -0x1.08fc7ap-4f,
         -0x1.17d516p-5f, -0x1.ee34fap-7f},
        {-0x1.fa4806p-2f, -0x1.650ce2p-2f, 0x1.08ab64p-29f, -0x1.fdbbe8p-4f, 0x1.95b21ap-7f, 0x1.28328ap-5f,
         0x1.89d78ap-6f, 0x1.82799cp-7f},
        {0x1.2f8788p-5f, 0x1.3179cp-3f, 0x1.2c5634p-3f, 0x1.e57538p-4f, 0x1.1d2fdap-5f, -0x1.aae29cp-9f,
         -0x1.bc4172p-8f, -0x1.149ec8p-8f},
        {0x1.49f3f6p-4f, 0x1.2c1ed8p-6f, -0x1.353efp-6f, -0x1.08d504p-5f, -0x1.67271cp-6f, -0x1.03d074p-8f,
         0x1.bff3c8p-12f, 0x1.b34ac6p-11f},
        {-0x1.2c99cep-7f, -0x1.b2c3cp-6f, -0x1.f2d246p-7f, -0x1.22fdf2p-8f, 0x1.759ecp-8f, 0x1.1db964p-9f,
         0x1.8adb94p-12f, -0x1.d77e42p-15f},
        {-0x1.7fc5f8p-7f, 0x1.57e3bp-9f, 0x1.b12a8ap-8f, 0x1.5c11aep-8f, -0x1.1f72d2p-13f, -0x1.39898ep-11f,
         -0x1.6e8b7ap-13f, -0x1.61bbfap-16f},
        {0x1.d1ffb4p-10f, 0x1.8f43dp-9f, 0x1.24d7ep-13f, -0x1.3085fp-10f, -0x1.dd2d26p-12f, 0x1.6cef38p-14f,
         0x1.737fdap-15f, 0x1.2b1f4cp-17f},
        {0x1.3f3f3p-10f, -0x1.61287ep-11f, -0x1.b76aeep-11f, -0x1.6562ap-14f, 0x1.72a90cp-13f, 0x1.c513d2p-17f,
         -0x1.09677p-17f, -0x1.94c92ep-19f}
    }};
};

/// correction: degree 11, relative error ≤ 2^-57.04.
template <>
struct silu_root_table<double> {
    static constexpr double root = 0x1.474973c84120bp+0;
    static constexpr double slope = -0x1.be1410460528p-3;
    static constexpr double reach = 0x1p-4;
    static constexpr double correction[12] = {0x1.b7d7537967aa7p-56, -0x1.a5d203726f6b4p-62, 0x1.2c563458cc0adp-3,
                                              -0x1.353eb573ca41bp-6, -0x1.f2d0e32bcccbfp-7, 0x1.b0f82c493dfd3p-8,
                                              0x1.098e9a80a6e55p-13, -0x1.a2a7c561f22cep-11, 0x1.856bc963e6a29p-13,
                                              0x1.56cf40e9bd53p-15, -0x1.d5de4a1149071p-16, 0x1.ae84fe32133d9p-18};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
