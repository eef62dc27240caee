#ifndef ACTIVATION_DETAIL_GELU_TABLE_HPP
#define ACTIVATION_DETAIL_GELU_TABLE_HPP

#include "activation/detail/target.hpp"

/// Written by tests/coefficients/gelu_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of gelu.hpp and gelu_tanh.hpp for each element type.
///
/// tail[k]      coefficient of (d − centre)ᵏ in a polynomial for Q(a)·e^(a²/2)/d, d = 1 / (a + offset), 0 ≤ a ≤ limit.
/// limit        beyond it the result has underflowed.
/// density      1/√(2π).
/// linear, cubic   2√(2/π) and 2√(2/π)·0.044715, as a sum of two numbers.
template <class T>
struct gelu_table;

/// tail: degree 12, relative error ≤ 2^-24.63.
template <>
struct gelu_table<float> {
    static constexpr float tail[13] =
        {0x1.6c5454p-1f, 0x1.58b93cp+0f, 0x1.055c6cp-2f, -0x1.27958ap+1f, 0x1.8ded22p-1f, 0x1.54909ap+2f,
         -0x1.2f74eep+3f, -0x1.11da4ep+1f, 0x1.3492fcp+5f, -0x1.0e06a2p+6f, -0x1.ce0d0ep+4f, 0x1.11e1fap+8f,
         -0x1.07f9d8p+8f};
    static constexpr float offset = 0x1p+1f;
    static constexpr float centre = 0x1.1ep-2f;
    static constexpr float limit = 0x1.ep+3f;
    static constexpr float limit_tanh = 0x1.6p+3f;
    static constexpr float density = 0x1.988454p-2f;
    static constexpr float linear_high = 0x1.988454p+0f;
    static constexpr float linear_low = -0x1.857936p-25f;
    static constexpr float cubic_high = 0x1.2444f2p-4f;
    static constexpr float cubic_low = 0x1.49b16ap-29f;
};

/// tail: degree 23, relative error ≤ 2^-52.66.
template <>
struct gelu_table<double> {
    static constexpr double tail[24] =
        {0x1.a1b54fc17db37p-1, 0x1.5f0796d454cep+2, 0x1.c577b7dcd6b08p+4, 0x1.ad9cbb8a4b44ap+6, 0x1.03cb2e1a9067ep+8,
         0x1.5ab3a6aec0f2ep+7, -0x1.26fe83db6a5edp+10, -0x1.7e680040d3226p+11, 0x1.5290182be9c0ap+12,
         0x1.be318124a2a4ap+14, -0x1.316d18104a8e9p+15, -0x1.0069b177ae163p+18, 0x1.dbc1ec1d53a6bp+18,
         0x1.208aaf399fdf5p+21, -0x1.cc00f64e8d119p+22, -0x1.062bacc13fef2p+24, 0x1.ade99403ae528p+26,
         0x1.26ad8b6e09d45p+24, -0x1.56953193f1ff9p+30, 0x1.1fba872e49201p+31, 0x1.96e09addcaf4dp+33,
         -0x1.68ba60180efdfp+35, -0x1.0a909d8c3fc55p+36, 0x1.70d604d637aadp+38};
    static constexpr double offset = 0x1p+2;
    static constexpr double centre = 0x1.18p-3;
    static constexpr double limit = 0x1.38p+5;
    static constexpr double limit_tanh = 0x1.6p+4;
    static constexpr double density = 0x1.9884533d43651p-2;
    static constexpr double linear_high = 0x1.9884533d43651p+0;
    static constexpr double linear_low = -0x1.cbc0d30ebfd15p-54;
    static constexpr double cubic_high = 0x1.2444f2a4d8b4bp-4;
    static constexpr double cubic_low = -0x1.6c843a29d1c7p-61;
};

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
