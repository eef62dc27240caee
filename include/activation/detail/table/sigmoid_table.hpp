#ifndef ACTIVATION_DETAIL_TABLE_SIGMOID_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SIGMOID_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/sigmoid_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// σ′(a) = Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// limit                  the last a of the last slot.
template <class T>
struct sigmoid_derivative_table;

// clang-format off

/// Degree 7, error ≤ 0.24 ULP.
template <>
struct sigmoid_derivative_table<float> {
    static constexpr float scale = 0x1p+0f;
    static constexpr float offset = 0x1.1p+3f;
    static constexpr float limit = 0x1.dffffcp+2f;
    static constexpr int shift = 20;
    static constexpr piecewise<float, 9> pieces = {{
        {0.0f, 0x1.ccb02p-1f, 0x1.1914fp+1f, 0x1.99f1fp+1f, 0x1.ff42cp+1f, 0x1.4cddd8p+2f, 0x1.89b5c8p+2f,
         0x1.bf892p+2f},
        {0x1p-2f, 0x1.a4e74ap-3f, 0x1.7103fep-4f, 0x1.3383acp-5f, 0x1.230056p-6f, 0x1.6535b4p-8f, 0x1.15f94cp-9f,
         0x1.e0afcep-11f},
        {0x1.901d88p-29f, -0x1.6314e4p-4f, -0x1.2720bcp-4f, -0x1.1b7d16p-5f, -0x1.187948p-6f, -0x1.614b58p-8f,
         -0x1.14cad2p-9f, -0x1.dfcdf4p-11f},
        {-0x1.000028p-4f, -0x1.887a12p-6f, 0x1.531646p-6f, 0x1.dc8164p-7f, 0x1.03fd64p-7f, 0x1.59872p-9f,
         0x1.126fccp-10f, 0x1.de0ae2p-12f},
        {0x1.5db48p-19f, 0x1.5b0c82p-6f, 0x1.fe8e9cp-11f, -0x1.9f6f5cp-9f, -0x1.26429ep-9f, -0x1.b83f8ap-11f,
         -0x1.67a9fep-12f, -0x1.3c59b6p-13f},
        {0x1.549eacp-7f, -0x1.b2c1p-11f, -0x1.66470cp-9f, 0x1.1a6138p-14f, 0x1.87fe0ap-12f, 0x1.900e5ap-13f,
         0x1.5b3fap-14f, 0x1.37ab0ap-15f},
        {0x1.9c40a6p-14f, -0x1.6b4b2cp-9f, 0x1.d56f0ap-11f, 0x1.c2c68ep-13f, -0x1.c7c828p-18f, -0x1.01eaeap-15f,
         -0x1.022f0cp-16f, -0x1.e3cce6p-18f},
        {-0x1.c3bd2p-10f, 0x1.4c254cp-11f, -0x1.07e02cp-14f, -0x1.68a8ccp-14f, -0x1.3c0264p-16f, 0x1.81cd9ep-19f,
         0x1.251b4ep-19f, 0x1.30761ap-20f},
        {0x1.5c65fap-12f, 0x1.122412p-13f, -0x1.b3deacp-14f, 0x1.fd22c6p-17f, 0x1.c373f6p-18f, 0x1.3c8dd6p-21f,
         -0x1.a2b2ecp-23f, -0x1.2ccd78p-23f}
    }};
};

// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
