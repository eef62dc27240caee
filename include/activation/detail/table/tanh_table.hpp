#ifndef ACTIVATION_DETAIL_TABLE_TANH_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_TANH_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// tanh a = min(a, lead) + Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// lead                   an edge between slots.
/// limit                  the last a of the last slot; tanh rounds to 1 there.
template <class T>
struct tanh_table;

/// tanh b = 2ND/(N² + D²) with N/D = tanh(b/2), N = b·Σ numerator[k]·b²ᵏ and D = Σ denominator[k]·b²ᵏ, |b| ≤ limit; float
/// alone has it.
///
/// limit                  the quotient is rounded to 1 there, where tanh is 0.6 ULP less, and to no more before.
template <class T>
struct tanh_quotient {};

/// sech² a = pieces.row[1] + pieces.row[2]·h + h·Σ pieces.row[k + 3]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   as above.
/// pieces.row[2]          near the slope at the centre, so few bits that pieces.row[1] + pieces.row[2]·h is exact in
///                        float; the correction that follows is small next to it.
/// limit                  the last a of the last slot.
template <class T>
struct sech_squared_table;

// clang-format off

/// Degree 7, error ≤ 0.23 ULP.
template <>
struct tanh_table<float> {
    static constexpr float scale = 0x1.3ep+1f;
    static constexpr float offset = 0x1.84p+0f;
    static constexpr float lead = 0x1p+0f;
    static constexpr float limit = 0x1.219c2cp+3f;
    static constexpr int shift = 22;
    static constexpr piecewise<float, 9> pieces = {{
        {0x1.91c8p-2f, 0x1.8482p-1f, 0x1.553fp+0f, 0x1.17728p+1f, 0x1.bf488p+1f, 0x1.42c4cp+2f, 0x1.eeccp+2f, 0.0f},
        {-0x1.36c416p-6f, -0x1.e51924p-4f, -0x1.0a488ap-3f, -0x1.9ad976p-6f, -0x1.e30698p-10f, -0x1.5d429ap-14f,
         -0x1.9e30fcp-22f, 0.0f},
        {-0x1.1d8af6p-3f, -0x1.a3eb16p-2f, 0x1.f1f1b2p-3f, 0x1.95b2b6p-5f, 0x1.e291b2p-9f, 0x1.5d3e34p-13f,
         0x1.982d16p-21f, 0.0f},
        {-0x1.490c38p-2f, -0x1.82d64cp-2f, -0x1.b13384p-3f, -0x1.8b85cep-5f, -0x1.e1c038p-9f, -0x1.5d4c3cp-13f,
         -0x1.9af702p-21f, -0x1.aaa9f2p-28f},
        {-0x1.55c216p-3f, 0x1.72d9e6p-5f, 0x1.a5cdd4p-4f, 0x1.f4c0d8p-6f, 0x1.402a9ap-9f, 0x1.d1bc88p-14f,
         0x1.2a9736p-21f, -0x1.55552cp-2f},
        {0x1.5ae678p-3f, 0x1.8d0da6p-4f, -0x1.3883b8p-6f, -0x1.c14032p-7f, -0x1.3ca262p-10f, -0x1.cefe5ep-15f,
         -0x1.19271p-22f, -0x1.504568p-16f},
        {0x1.7baa62p-7f, -0x1.05a928p-4f, -0x1.963416p-7f, 0x1.17b752p-8f, 0x1.ed8fcap-12f, 0x1.70e3eep-16f,
         0x1.ec696cp-25f, 0x1.11a9b6p-3f},
        {-0x1.0f965ap-4f, -0x1.c2074ap-14f, 0x1.950066p-7f, -0x1.3aed58p-11f, -0x1.58c95p-13f, -0x1.0f377cp-17f,
         -0x1.404cd8p-25f, -0x1.09120ap-9f},
        {0x1.c988d2p-7f, 0x1.1f48ep-6f, -0x1.1f55d6p-8f, -0x1.9ed178p-13f, 0x1.9f8124p-15f, 0x1.3f8fap-19f,
         0x1.abee9cp-26f, -0x1.8a552ep-5f}
    }};
};

/// Degree 18, error ≤ 0.29 ULP.
template <>
struct tanh_table<double> {
    static constexpr double scale = 0x1.2dp+0;
    static constexpr double offset = 0x1.87cp+0;
    static constexpr double lead = 0x1.4p+0;
    static constexpr double limit = 0x1.31c47711dc476p+4;
    static constexpr int shift = 51;
    static constexpr piecewise<double, 20> pieces = {{
        {0x1.8ep-1, 0x1.a98p+0, 0x1.762p+1, 0x1.3p+2, 0x1.c38p+2, 0x1.4e8p+3, 0x1.00ep+4, 0.0},
        {-0x1.02626e9845a31p-3, -0x1.472acfaf62f96p-2, -0x1.05e8066f36d08p-2, -0x1.00273db0cb8b7p-2,
         -0x1.0000640af52c2p-2, -0x1.0000001c9d38ep-2, -0x1.0000000000199p-2, 0.0},
        {-0x1.b23624d3de6ap-2, 0x1.12c6db8f806d9p-3, 0x1.78ea876da5202p-7, 0x1.39e782819fc1ap-12,
         0x1.902bc124388cfp-19, 0x1.c9d38df776385p-29, 0x1.99006cf657052p-45, 0.0},
        {-0x1.800ee2c0d06f4p-2, -0x1.ff5c29e711ebdp-4, -0x1.76bdfac35d94ap-7, -0x1.39db7b072a9a6p-12,
         -0x1.902b9a0ba0317p-19, -0x1.c9d38dea96c76p-29, -0x1.990103ff87825p-45, 0x1.349ae6705dc4p-69},
        {0x1.abf4f2dac1bdcp-5, 0x1.24a2e7f6c7edbp-4, 0x1.ede242d4ca343p-8, 0x1.a259e659afe67p-13,
         0x1.0ac787e7103fcp-19, 0x1.3137b3e0c028bp-29, 0x1.10ab67b8a54cdp-45, -0x1.5555555555555p-2},
        {0x1.74bd3b337416dp-4, -0x1.97614984a765p-6, -0x1.e26a0642fa5f2p-9, -0x1.a219c313464c1p-14,
         -0x1.0ac71fa67e55bp-20, -0x1.3137b3c04ce59p-30, -0x1.10a855482c3e7p-46, 0x1.9790943549bf6p-51},
        {-0x1.059edee6a336cp-4, 0x1.2de0ec63f16f9p-9, 0x1.6fc240c68d491p-10, 0x1.4e146a41b6906p-15,
         0x1.aad6e5047edafp-22, 0x1.e8591f299aa19p-32, 0x1.b43fe1778ef57p-48, 0x1.11111111107aap-3},
        {0x1.7f4404007f79dp-9, 0x1.b9d08f123b9a3p-9, -0x1.ba988dc4f09edp-12, -0x1.bc5f1256b559fp-17,
         -0x1.1c8d866b31bedp-23, -0x1.4590bea97cc1ep-33, -0x1.22ee0192f70b7p-49, 0x1.d22f8c1e76235p-39},
        {0x1.3cade2d119e9ep-6, -0x1.54db48bba324cp-9, 0x1.8f191e5a3faf9p-14, 0x1.f9699f28947fcp-19,
         0x1.45300eb6d33ccp-25, 0x1.741321f0e00eep-35, 0x1.4c7edca7e7531p-51, -0x1.ba1ba1c7bf6a1p-5},
        {-0x1.6018078020fe1p-7, 0x1.083575ad11dc7p-10, -0x1.819b8ad693739p-17, -0x1.f48932633c012p-21,
         -0x1.452820bccd1ccp-27, -0x1.7413263ee77a8p-37, -0x1.4bb5b127f56b5p-53, 0x1.0c2c76d723c3dp-29},
        {-0x1.bfb746bf1216fp-11, -0x1.2b1614a642795p-13, -0x1.612d798227f03p-19, 0x1.b44326b65a81dp-23,
         0x1.20f9193612228p-29, 0x1.4abba9b4c751p-39, 0x1.26ef3b0d15643p-55, 0x1.664f2c0d826f3p-6},
        {0x1.019bf3d27c6c1p-8, -0x1.ac7003c588ef9p-14, 0x1.46fb78f26cfd9p-19, -0x1.4f2eba8acd587p-25,
         -0x1.ce2dab382a1c9p-32, -0x1.08959a47efa6dp-41, -0x1.df2072f7397a5p-58, 0x1.13d083ddf0fc6p-22},
        {-0x1.c0aa200692fdep-10, 0x1.829b9b80fd0bcp-14, -0x1.1a07802242192p-20, 0x1.bf6ddd0fc1db8p-28,
         0x1.4fdf7865b0f1ep-34, 0x1.80d950779f013p-44, 0x1.5ab706bbdf16fp-60, -0x1.227d638f9c576p-7},
        {-0x1.b1fb8fc705da8p-12, -0x1.4794f590317eap-15, 0x1.689447fc334b9p-22, -0x1.ea226fe1e135ap-31,
         -0x1.bf30817db067cp-37, -0x1.009baaa9c672dp-46, -0x1.a6dfa83b4520fp-63, 0x1.3902587c58ad4p-17},
        {0x1.91e293de8bfdcp-11, 0x1.e35ac764f4defp-18, -0x1.63264ab2b5f47p-24, 0x1.56e07fce21834p-34,
         0x1.125e16627ac92p-39, 0x1.3bdf91473ae4dp-49, 0x1.12a698a062d43p-65, 0x1.d23ef0ac24b29p-9},
        {-0x1.0678c8d0e873ep-12, 0x1.84af97263ee24p-19, 0x1.d491542c9067bp-27, 0x1.96994fdfd7718p-38,
         -0x1.3710999270825p-42, -0x1.67e79ab3000e2p-52, -0x1.b815fd24f75e1p-68, 0x1.84f2b52c8d7cdp-14},
        {-0x1.02ad651bbeef6p-13, -0x1.b3f5f12fc164fp-19, 0x1.6fccb10424f9fp-36, -0x1.6a72cdcafb246p-38,
         0x1.46f437390b022p-45, 0x1.7dfda1e9b819fp-55, 0x1.5c8e67118a686p-71, -0x1.a83d1ef4a6f5p-10},
        {0x1.16c7efed08d66p-13, 0x1.8eaf5d38f4b3ap-20, -0x1.918fe5b422b47p-30, 0x1.b91502bfd6fa8p-40,
         -0x1.472b12a02728bp-48, -0x1.8d1f15d1aeacbp-58, 0x1.6a367a1d57a8dp-76, 0x1.393e91f7d412ap-13},
        {-0x1.63e54d928bd23p-16, -0x1.fc200af7b5cbp-23, 0x1.0405e17a7e935p-30, -0x1.0c9105b30a699p-41,
         0x1.32d071f55a01bp-51, 0x1.9774b8159a4b7p-61, 0x1.a7d6cf0e5b3d4p-77, 0x1.477c1988aee23p-11},
        {-0x1.d72030a1a6b7p-17, -0x1.8b27fcd093ac8p-24, -0x1.1bd43aae93b21p-32, 0x1.749a378a9483ap-43,
         -0x1.77b5f28f40537p-55, -0x1.12371dfdb7b0cp-64, -0x1.fcdda332aee44p-79, -0x1.10579abc99dd4p-12}
    }};
};

/// Relative error ≤ 2^-26.83.
template <>
struct tanh_quotient<float> {
    static constexpr float limit = 0x1.1da3b4p+3f;
    static constexpr float numerator[3] = {0x1.cp-1f, 0x1.aae514p-6f, 0x1.a3a268p-14f};
    static constexpr float denominator[4] = {0x1.cp+0f, 0x1.9563e8p-3f, 0x1.14d99ep-9f, 0x1.211b04p-19f};
};

/// Degree 9, error ≤ 0.1 ULP.
template <>
struct sech_squared_table<float> {
    static constexpr float scale = 0x1.3b13b2p+0f;
    static constexpr float offset = 0x1.1p+3f;
    static constexpr float limit = 0x1.85fffcp+2f;
    static constexpr int shift = 20;
    static constexpr piecewise<float, 12> pieces = {{
        {0.0f, 0x1.c5f42p-1f, 0x1.b1306p+0f, 0x1.4aa67p+1f, 0x1.a6011p+1f, 0x1.085e8p+2f, 0x1.3a516p+2f, 0x1.74e98p+2f},
        {0x1p+0f, 0x1.fc33dp-2f, 0x1.03cefep-3f, 0x1.71a78cp-6f, 0x1.65d834p-8f, 0x1.0eaae8p-10f, 0x1.c6cb1cp-13f,
         0x1.2388dcp-15f},
        {0.0f, 0.0f, -0x1p-3f, -0x1.8p-5f, -0x1p-7f, -0x1p-9f, -0x1.8p-12f, -0x1.4p-14f},
        {0.0f, -0x1.68aefep-1f, -0x1.cb14c2p-4f, 0x1.28a14p-9f, -0x1.937708p-9f, -0x1.d0e402p-14f, -0x1.1af9fp-14f,
         0x1.c787p-18f},
        {-0x1.fffffep-1f, 0x1.03c16ap-2f, 0x1.a4bd4cp-3f, 0x1.6524fp-5f, 0x1.62e9e6p-7f, 0x1.0e3f98p-9f,
         0x1.c6a53cp-12f, 0x1.2384f8p-14f},
        {-0x1.a38beap-19f, 0x1.d6317ep-3f, -0x1.9100a4p-4f, -0x1.c64c86p-6f, -0x1.d407p-8f, -0x1.67961ep-10f,
         -0x1.2ef728p-12f, -0x1.84aa5ep-15f},
        {0x1.555e22p-1f, -0x1.286d2ep-2f, 0x1.d510eap-7f, 0x1.9b5bd2p-7f, 0x1.c9b0d6p-9f, 0x1.6618a8p-11f,
         0x1.2eb404p-13f, 0x1.849c7ep-16f},
        {-0x1.9bf274p-11f, 0x1.5c4b36p-4f, 0x1.17c40cp-6f, -0x1.06589ap-8f, -0x1.5dbafp-10f, -0x1.1c1c12p-12f,
         -0x1.e37d8p-15f, -0x1.36cea4p-17f},
        {-0x1.7d237ep-2f, 0x1.22c4bcp-4f, -0x1.0f4e2ap-6f, 0x1.65bad8p-11f, 0x1.a743dp-12f, 0x1.74a9ccp-14f,
         0x1.412228p-16f, 0x1.9e370cp-19f},
        {-0x1.98be0ap-6f, -0x1.4f42b4p-4f, 0x1.03e8e8p-7f, 0x1.2beadap-13f, -0x1.82b4d6p-14f, -0x1.999a8ap-16f,
         -0x1.6bfe78p-18f, -0x1.d7be86p-21f},
        {0x1.11a4e2p-2f, 0x1.0da5dp-6f, -0x1.5896ccp-10f, -0x1.6e030ap-13f, 0x1.591122p-17f, 0x1.743b8ap-18f,
         0x1.6de078p-20f, 0x1.d4e07ap-23f},
        {-0x1.e5692p-4f, 0x1.e9d11ap-6f, -0x1.96296ap-10f, 0x1.4db316p-13f, 0x1.8c5f4cp-19f, -0x1.8d793cp-20f,
         -0x1.510cep-22f, -0x1.03fa3p-24f}
    }};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
