#ifndef ACTIVATION_DETAIL_TABLE_EXACT_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_EXACT_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of detail/math/exact_*.hpp, a struct for each function of the exact tier.
///
/// steps, step, step_low         1/ln 2 and ln 2, and what step is off where that counts.
/// round                         added to a value it leaves the nearest integer, biased like an exponent, in the low bits.
/// even, odd                     eʳ = (even(r²) + r·odd(r²))/(even(r²) − r·odd(r²)); of tanh, with 2r for r.
/// raise                         what is added to the last place of the power of two.
/// exponential                   coefficients of eʳ.
/// excess                        those of (eʳ − 1)/r.
/// mills                         numerator and denominator of Φ(−a)·e^(a²/2) for 0 ≤ a ≤ 14.3.
/// linear, cubic                 gelu_tanh is x·σ(x·(linear + cubic·x²)); linear_slope and cubic_slope are of that
///                               argument's derivative.
/// density                       1/√(2π).

// clang-format off
struct exact_split_table {
    static constexpr double steps = 0x1.71547652b82fep+0;
    static constexpr double step = 0x1.62e42fefa39efp-1;
    static constexpr double round = 0x1.80000000003ffp+52;
};

struct exact_tanh_table : exact_split_table {
    static constexpr double even[] = {0x1p+0, 0x1.c719482ea1e4cp-2, 0x1.03fc044170ec8p-6};
    static constexpr double odd[] = {0x1p+0, 0x1.c70fcb6532623p-4, 0x1.1530bd0ac3374p-10};
    static constexpr int raise = 0;
};

struct exact_sigmoid_table : exact_split_table {
    static constexpr double even[] = {0x1.9p+0, 0x1.638bc0646e7abp-3, 0x1.9639c6a640719p-10};
    static constexpr double odd[] = {0x1.9p-1, 0x1.638456e70f5ccp-6, 0x1.b11c2760d1065p-15};
    static constexpr int raise = 1;
};

struct exact_sigmoid_slope_table : exact_split_table {
    static constexpr double even[] = {0x1p+0, 0x1.c719482ea1e4cp-4, 0x1.03fc044170ec8p-10};
    static constexpr double odd[] = {0x1p-1, 0x1.c70fcb6532623p-7, 0x1.1530bd0ac3374p-15};
    static constexpr int raise = 0;
};

struct exact_silu_table : exact_split_table {
    static constexpr double even[] = {0x1p+0, 0x1.c719482ea1e4cp-4, 0x1.03fc044170ec8p-10};
    static constexpr double odd[] = {0x1p-1, 0x1.c70fcb6532623p-7, 0x1.1530bd0ac3374p-15};
    static constexpr int raise = 2;
};

struct exact_silu_slope_table : exact_split_table {
    static constexpr double even[] = {0x1.dp+0, 0x1.9c6ee96a42b74p-3, 0x1.d738c7b69cacbp-10};
    static constexpr double odd[] = {0x1.dp-1, 0x1.9c665053b5a9p-6, 0x1.f66856a381d42p-15};
    static constexpr int raise = 2;
};

struct exact_gelu_tanh_table : exact_split_table {
    static constexpr double even[] = {0x1p+0, 0x1.c719482ea1e4cp-4, 0x1.03fc044170ec8p-10};
    static constexpr double odd[] = {0x1p-1, 0x1.c70fcb6532623p-7, 0x1.1530bd0ac3374p-15};
    static constexpr int raise = 2;
    static constexpr double linear = 0x1.9884533d43651p+0;
    static constexpr double cubic = 0x1.2444f2a4d8b4bp-4;
};

struct exact_gelu_tanh_slope_table : exact_split_table {
    static constexpr double even[] = {0x1.c8p+0, 0x1.95528449882fbp-3, 0x1.cf18e79491255p-10};
    static constexpr double odd[] = {0x1.c8p-1, 0x1.954a112620df8p-6, 0x1.edbed0bb2bba7p-15};
    static constexpr int raise = -4;
    static constexpr double linear = 0x1.9884533d43651p+0;
    static constexpr double cubic = 0x1.2444f2a4d8b4bp-4;
    static constexpr double linear_slope = 0x1.9884533d4365p+0;
    static constexpr double cubic_slope = 0x1.b6676bf7450fp-3;
};

struct exact_gelu_table : exact_split_table {
    static constexpr double even[] = {0x1p+0, 0x1.c719482ea1e4cp-4, 0x1.03fc044170ec8p-10};
    static constexpr double odd[] = {0x1p-1, 0x1.c70fcb6532623p-7, 0x1.1530bd0ac3374p-15};
    static constexpr int raise = 0;
    static constexpr double mills_numerator[] = {0x1.0000000000001p-1, 0x1.5f4d83cb58fe1p-1, 0x1.de6be2d181f09p-2,
        0x1.99399678e6864p-3, 0x1.db2be892f246cp-5, 0x1.7db711c9e6d99p-7, 0x1.9e91f3fc8e56dp-10, 0x1.17c3e0713051cp-13,
        0x1.6b90567fa5a17p-18};
    static constexpr double mills_denominator[] = {0x1p+0, 0x1.15c7d6b4fd5c4p+1, 0x1.153e027b16bf9p+1,
        0x1.4f06bedbba12cp+0, 0x1.0f0d71bc8d906p-1, 0x1.31d51078829a3p-3, 0x1.e3e33f17f5c9p-6, 0x1.04aee99a5fe4fp-8,
        0x1.5ea234703d7fdp-12, 0x1.c7a8e06a5359ep-17};
};

struct exact_gelu_slope_table : exact_split_table {
    static constexpr double even[] = {0x1p+0, 0x1.c719482ea1e4cp-4, 0x1.03fc044170ec8p-10};
    static constexpr double odd[] = {0x1p-1, 0x1.c70fcb6532623p-7, 0x1.1530bd0ac3374p-15};
    static constexpr int raise = 0;
    static constexpr double mills_numerator[] = {0x1.07fffffffffffp-1, 0x1.6a47efe9b3c6p-1, 0x1.ed5f41e80e002p-2,
        0x1.a603632cadba7p-3, 0x1.ea0547d789d8fp-5, 0x1.89a4ca5836106p-7, 0x1.ab86839c72c99p-10, 0x1.2081ff74b9d45p-13,
        0x1.76ecd933a2ce8p-18};
    static constexpr double mills_denominator[] = {0x1.08p+0, 0x1.1e76156aa5472p+1, 0x1.1de7f28eef758p+1,
        0x1.597ef4d297e35p+0, 0x1.1785dd4a71fcep-1, 0x1.3b63b8fc46afp-3, 0x1.f3025910b5774p-6, 0x1.0cd460e732e41p-8,
        0x1.69974613bf6bdp-12, 0x1.d5e6276da5f4bp-17};
    static constexpr double density = 0x1.9884533d43651p-2;
};

struct exact_exp_table : exact_split_table {
    static constexpr double step_low = 0x1.abc9e3b39803fp-56;
    static constexpr double exponential[] = {0x1p+0, 0x1.000000000001fp+0, 0x1.0000000000005p-1, 0x1.555555554b619p-3,
        0x1.5555555552045p-5, 0x1.1111112e01c6dp-7, 0x1.6c16c17f607fp-10, 0x1.a019783d8eeb2p-13, 0x1.a019a60f0c199p-16,
        0x1.72fb7ec2a691ep-19, 0x1.28a31fb1b61e4p-22};
};

struct exact_expm1_table : exact_split_table {
    static constexpr double excess[] = {0x1p+0, 0x1.0000000000005p-1, 0x1.5555555555557p-3, 0x1.5555555552045p-5,
        0x1.11111111100bep-7, 0x1.6c16c17f607fp-10, 0x1.a01a01abf7ed6p-13, 0x1.a019a60f0c199p-16, 0x1.71de01ff19a6bp-19,
        0x1.28a31fb1b61e4p-22, 0x1.af4e5274a366cp-26};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
