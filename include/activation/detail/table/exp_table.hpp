#ifndef ACTIVATION_DETAIL_TABLE_EXP_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_EXP_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of exp.hpp for each element type.
///
/// power[j]              κ·2^(j/8), where κ makes all eight of them nearly representable.
/// excess[k]             coefficient of rᵏ in a minimax polynomial for eʳ/κ − 1 on |r| ≤ ln 2 / 16.
/// coarse_excess[k]      the same, of a lower degree where a few tenths of an ULP do not matter.
/// step_high, step_low   ln 2 / 8 in two parts, the first short enough for exact products.
/// steps                 8 / ln 2.
/// round                 added to a value it leaves the nearest integer in the low bits of the sum, and eight times the
///                       bias of an exponent field with it.
template <class T>
struct exp_table;

// clang-format off
/// power: relative error ≤ 2^-28.43; excess: degree 4, absolute error ≤ 2^-30.24; coarse_excess: degree 3, 2^-25.51.
template <>
struct exp_table<float> {
    static constexpr float power[8] = {0x1.feb052p-1f, 0x1.16747cp+0f, 0x1.2fa848p+0f, 0x1.4b2404p+0f, 0x1.691c8ap+0f,
                                       0x1.89cb7cp+0f, 0x1.ad6fb4p+0f, 0x1.d44dbcp+0f};
    static constexpr float excess[5] = {0x1.508a96p-9f, 0x1.00a846p+0f, 0x1.00a842p-1f, 0x1.562f1ep-3f, 0x1.568896p-5f};
    static constexpr float coarse_excess[4] = {0x1.5089f8p-9f, 0x1.00a846p+0f, 0x1.00b2ap-1f, 0x1.56422p-3f};
    static constexpr float step_high = 0x1.62ep-4f;
    static constexpr float step_low = 0x1.0bfbe8p-18f;
    static constexpr float steps = 0x1.715476p+3f;
    static constexpr float round = 0x1.8007fp+23f;
};

/// power: relative error ≤ 2^-60.79; excess: degree 7, absolute error ≤ 2^-58.07.
template <>
struct exp_table<double> {
    static constexpr double power[8] = {0x1.02ecdf734f5a6p+0, 0x1.1a5c2a9987da9p+0, 0x1.33ea71420d538p+0,
                                        0x1.4fc8d851561fap+0, 0x1.6e2cf756ddd8ep+0, 0x1.8f513f9c0fb1ap+0,
                                        0x1.b3756c870c6a1p+0, 0x1.dadefe296a802p+0};
    static constexpr double excess[8] = {-0x1.7234c45746b06p-7, 0x1.fa372ceea2e54p-1, 0x1.fa372ceea318p-2,
                                         0x1.517a1df46c734p-3, 0x1.517a1de4d48fep-5, 0x1.0dfb4b2d21bfep-7,
                                         0x1.680006e698c77p-10, 0x1.9b6991f7415f9p-13};
    static constexpr auto& coarse_excess = excess;
    static constexpr double step_high = 0x1.62e42fefap-4;
    static constexpr double step_low = 0x1.cf79abc9e3b3ap-43;
    static constexpr double steps = 0x1.71547652b82fep+3;
    static constexpr double round = 0x1.8000000001ff8p+52;
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
