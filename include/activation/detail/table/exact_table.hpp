#ifndef ACTIVATION_DETAIL_TABLE_EXACT_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_EXACT_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of detail/math/exact_*.hpp, a struct for each function of the exact tier.
///
/// steps, step_high, step_low    1/ln 2 and ln 2, and what step_high is off where that counts.
/// round                         added to a value it leaves the nearest integer, biased like an exponent, in the low bits.
/// even, odd                     eʳ = (even(r²) + r·odd(r²))/(even(r²) − r·odd(r²)); of tanh, with 2r for r, of quick_gelu
///                               with 1.702r.
/// raise                         what is added to the last place of the power of two.
/// exponential                   coefficients of eʳ.
/// excess                        those of (eʳ − 1)/r.
/// scale, negative_scale         λ and λ·α of selu, whose exponential is λ·α·eʳ.
/// mills                         numerator and denominator of Φ(−a)·e^(a²/2) for 0 ≤ a ≤ 14.3.
/// linear, cubic                 gelu_tanh is x·σ(x·(linear + cubic·x²)); linear_slope and cubic_slope are of that
///                               argument's derivative.
/// density                       1/√(2π).
/// factor                        1.702.
/// series                        log(1 + e) = s·series(s²) with s = e/(2 + e).
/// shrink                        numerator and denominator of (a − tanh a)/a³, in a², for 0 ≤ a ≤ limit.

// clang-format off
struct exact_split_table {
    static constexpr double steps = 0x1.71547652b82fep+0;
    static constexpr double step_high = 0x1.62e42fefa39efp-1;
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
    static constexpr double mills_numerator[] = {0x1.7bfffffffffffp-1, 0x1.04bb87d0ec0cap+0, 0x1.631412577e709p-1,
        0x1.2fb8bdadbb17bp-2, 0x1.60aa969d0fd09p-4, 0x1.1b4ddf33d9555p-6, 0x1.33b0531571a45p-9, 0x1.9f46c12803b92p-13,
        0x1.0dd52032bced9p-17};
    static constexpr double mills_denominator[] = {0x1.7cp+0, 0x1.9c54a2b4a814ep+1, 0x1.9b880baeb5c43p+1,
        0x1.f14e034e2833bp+0, 0x1.9257f4d3e2223p-1, 0x1.c5f84472e1dcfp-3, 0x1.6722a8d3c86b3p-5, 0x1.82f3a2c12657ep-8,
        0x1.043c62eb4da4dp-11, 0x1.522f568ee9dc2p-16};
    static constexpr double density = 0x1.9884533d43651p-2;
};

struct exact_exp_table : exact_split_table {
    static constexpr double step_high = 0x1.62e42fefa38p-1;
    static constexpr double step_low = 0x1.ef35793c7673p-45;
    static constexpr double exponential[] = {0x1p+0, 0x1.000000000001fp+0, 0x1.0000000000005p-1, 0x1.555555554b619p-3,
        0x1.5555555552045p-5, 0x1.1111112e01c6dp-7, 0x1.6c16c17f607fp-10, 0x1.a019783d8eeb2p-13, 0x1.a019a60f0c199p-16,
        0x1.72fb7ec2a691ep-19, 0x1.28a31fb1b61e4p-22};
};

struct exact_expm1_table : exact_split_table {
    static constexpr double excess[] = {0x1p+0, 0x1.0000000000005p-1, 0x1.5555555555557p-3, 0x1.5555555552045p-5,
        0x1.11111111100bep-7, 0x1.6c16c17f607fp-10, 0x1.a01a01abf7ed6p-13, 0x1.a019a60f0c199p-16, 0x1.71de01ff19a6bp-19,
        0x1.28a31fb1b61e4p-22, 0x1.af4e5274a366cp-26};
};

struct exact_selu_table : exact_split_table {
    static constexpr double step_high = 0x1.62e42fefa38p-1;
    static constexpr double step_low = 0x1.ef35793c7673p-45;
    static constexpr double scale = 0x1.0cfabd6a91132p+0;
    static constexpr double negative_scale = 0x1.c212cc640f031p+0;
    static constexpr double exponential[] = {0x1.c212cc640f031p+0, 0x1.c212cc640f067p+0, 0x1.c212cc640f03ap-1,
        0x1.2c0c8842abed2p-2, 0x1.2c0c8842b1c26p-4, 0x1.e0140d6a68ba3p-7, 0x1.400d5e35f9817p-9, 0x1.6dc5a9aecbdbfp-12,
        0x1.6dc5d1f599899p-15, 0x1.461ca9593dbefp-18, 0x1.04c24302457f8p-21};
};

struct exact_mish_table : exact_split_table {
    static constexpr double even[] = {0x1.63p+0, 0x1.3b8c078c55401p-3, 0x1.688679e6bf98p-10};
    static constexpr double odd[] = {0x1.63p-1, 0x1.3b857386aa6f2p-6, 0x1.80629625ecb5ap-15};
    static constexpr int raise = 0;
};

struct exact_mish_slope_table : exact_split_table {
    static constexpr double even[] = {0x1.76p+0, 0x1.4c6f77ba10421p-3, 0x1.7bd22e379af99p-10};
    static constexpr double odd[] = {0x1.76p-1, 0x1.4c688992ebcdcp-6, 0x1.94f5342db932bp-15};
    static constexpr int raise = 0;
};

struct exact_quick_gelu_table : exact_split_table {
    static constexpr double even[] = {0x1.0ep+0, 0x1.5b9b67426e5ebp-2, 0x1.1f9ec5bcbade2p-7};
    static constexpr double odd[] = {0x1.cb8a3d70a3d71p-1, 0x1.27ca1d099dccp-4, 0x1.04f6a771786a1p-11};
    static constexpr int raise = 0;
    static constexpr double steps = 0x1.3a4cbdc7ee26bp+1;
    static constexpr double step_high = 0x1.a10753b4388p-2;
    static constexpr double step_low = -0x1.9f5fd471aef98p-45;
};

struct exact_quick_gelu_slope_table : exact_split_table {
    static constexpr double even[] = {0x1p+0, 0x1.49953de02bf72p-2, 0x1.10b4e168fd07bp-7};
    static constexpr double odd[] = {0x1.b3b645a1cac08p-1, 0x1.1873c81849c35p-4, 0x1.eedd35efd3465p-12};
    static constexpr int raise = 0;
    static constexpr double steps = 0x1.3a4cbdc7ee26bp+1;
    static constexpr double step_high = 0x1.a10753b4388p-2;
    static constexpr double step_low = -0x1.9f5fd471aef98p-45;
    static constexpr double factor = 0x1.b3b645a1cac08p+0;
};

struct exact_softplus_table : exact_split_table {
    static constexpr double even[] = {0x1.02p+0, 0x1.caa77abeff288p-4, 0x1.0603fc49f3ce6p-10};
    static constexpr double odd[] = {0x1.02p-1, 0x1.ca9deafbfcc7p-7, 0x1.175b1e84d8bdbp-15};
    static constexpr int raise = 1;
    static constexpr double series[] = {0x1p+1, 0x1.5555555555aeep-1, 0x1.99999998ca58bp-2, 0x1.2492498161ca5p-2,
        0x1.c71c47af989fdp-3, 0x1.74628d4f43596p-3, 0x1.3aa5e932d3628p-3, 0x1.1659956da410fp-3, 0x1.94b79523b2fbbp-4,
        0x1.6c26693a7c095p-3};
};

struct exact_tanhshrink_table : exact_tanh_table {
    static constexpr double limit = 0x1.6p-1;
    static constexpr double shrink_numerator[] = {0x1.5555555555554p-2, 0x1.4fcdd5b89415cp-6, 0x1.a16ed09fe4fffp-13};
    static constexpr double shrink_denominator[] = {0x1p+0, 0x1.d89031ac35539p-2, 0x1.7d8a72d54b89dp-6,
        0x1.b0d6e600b0888p-13};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
