#ifndef ACTIVATION_DETAIL_TABLE_SHORT_EXP_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SHORT_EXP_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of short_exp.hpp; float alone has them.
///
/// power[j]        2^(j/8)/c, c = polynomial[0] being such that all eight are nearly representable; their bits are without
///                 what the step number adds to them.
/// polynomial[k]   coefficient of fᵏ in c·2^(f/8) for |f| ≤ 1/2.
/// steps           8 / ln 2, and steps_low what it is off.
/// round           added to a value it leaves the nearest integer in the low bits of the sum.
template <class T>
struct short_exp_table {};

// clang-format off
/// power: relative error ≤ 2^-27.58; polynomial: ≤ 2^-25.20.
template <>
struct short_exp_table<float> {
    static constexpr float power[8] = {0x1.1ebd8p-1f, 0x1.18b144p-1f, 0x1.14fe58p-1f, 0x1.13db28p-1f, 0x1.15830ep-1f,
                                       0x1.1a36c2p-1f, 0x1.223cd8p-1f, 0x1.26f124p-1f};
    static constexpr float polynomial[4] = {0x1.c91c5p+0f, 0x1.3cd84ep-3f, 0x1.b74c3ap-8f, 0x1.95e2b6p-13f};
    static constexpr float steps = 0x1.715476p+3f;
    static constexpr float steps_low = 0x1.4ae0cp-23f;
    static constexpr float round = 0x1.8p+23f;
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
