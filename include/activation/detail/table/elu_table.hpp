#ifndef ACTIVATION_DETAIL_TABLE_ELU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_ELU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// eˣ − 1 = max(x, −1) + Σ pieces.row[k + 1]·hᵏ for limit ≤ x ≤ 0, h = x − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·x + offset) >> shift, modulo 8; one of them ends at −1.
/// pieces.row[1]          −0 in the slot of 0, so that the sum is ±0 for ±0.
/// limit                  eˣ − 1 rounds to −1 there.
template <class T>
struct elu_table;

// clang-format off

/// Degree 7, error ≤ 0.13 ULP.
template <>
struct elu_table<float> {
    static constexpr float scale = -0x1.b4p+0f;
    static constexpr float offset = 0x1.25fffep+1f;
    static constexpr float limit = -0x1.17p+4f;
    static constexpr int shift = 22;
    static constexpr piecewise<float, 9> pieces = {{
        {0.0f, -0x1.8b72p-1f, -0x1.59858p+0f, -0x1.4569p+1f, -0x1.2298p+2f, -0x1.d09dp+2f, -0x1.63a28p+3f,
         -0x1.f97cp+3f},
        {-0.0f, 0x1.dfcd66p-3f, 0x1.098b2p-2f, 0x1.424e2ap-4f, 0x1.5d8fc2p-7f, 0x1.70c91p-11f, 0x1.f4712ap-17f,
         0x1.285afep-23f},
        {0.0f, -0x1.137ea6p-1f, 0x1.098b2p-2f, 0x1.424e2ap-4f, 0x1.5d8fb6p-7f, 0x1.70c8bcp-11f, 0x1.f3ee5ep-17f,
         0x1.280a24p-23f},
        {0x1p-1f, 0x1.d902aap-3f, 0x1.098b1ap-3f, 0x1.424e22p-5f, 0x1.5d92cap-8f, 0x1.70c41ep-12f, 0x1.f1cafp-18f,
         0x1.26da8ep-24f},
        {0x1.555554p-3f, 0x1.3b5658p-4f, 0x1.620ec8p-5f, 0x1.adbd66p-7f, 0x1.d21bd2p-10f, 0x1.ebcc5cp-14f,
         0x1.50b0fcp-19f, 0x1.8efffap-26f},
        {0x1.5554b4p-5f, 0x1.3b67e4p-6f, 0x1.6216b6p-7f, 0x1.adc6dap-9f, 0x1.d16896p-12f, 0x1.ecce72p-16f,
         0x1.5e6cb2p-21f, 0x1.9de834p-28f},
        {0x1.10f79ap-7f, 0x1.f93e3ap-9f, 0x1.1b6ce2p-9f, 0x1.580f88p-11f, 0x1.7404b6p-14f, 0x1.8487a6p-18f,
         0x1.c67624p-24f, 0x1.0c8b6ep-30f},
        {0x1.687ad8p-10f, 0x1.342a74p-11f, 0x1.7573e4p-12f, 0x1.c6405p-14f, 0x1.050a9ap-16f, 0x1.f1727ap-21f,
         0x1.f907bp-27f, 0x1.35ab6ap-33f},
        {0x1.62c1aep-13f, 0x1.5f7748p-13f, 0x1.5abf2ap-15f, 0x1.a9ba48p-17f, 0x1.2f309cp-19f, 0x1.cf43eep-23f,
         0x1.f835c4p-28f, 0x1.264efp-34f}
    }};
};

/// Degree 20, error ≤ 0.16 ULP.
template <>
struct elu_table<double> {
    static constexpr double scale = -0x1.bp+2;
    static constexpr double offset = 0x1.4p+0;
    static constexpr double limit = -0x1.2cp+5;
    static constexpr int shift = 52;
    static constexpr piecewise<double, 22> pieces = {{
        {-0x1.08ap-2, -0x1.626p-1, -0x1.864p+0, -0x1.bb8p+1, -0x1.c2ap+2, -0x1.cdp+3, -0x1.d26p+4, 0.0},
        {0x1.f6d94fd823d59p-6, 0x1.8a888202f35c9p-3, 0x1.bdf2fb3fa9601p-3, 0x1.003a7e84ddfdcp-5, 0x1.cae0592172698p-11,
         0x1.2961d8f3a6d83p-21, 0x1.edc9258c8a2ccp-43, -0.0},
        {-0x1.d264d604fb855p-3, -0x1.ff7bbefe8651cp-2, 0x1.bdf2fb3fa9601p-3, 0x1.003a7e84ddfdcp-5,
         0x1.cae0592172698p-11, 0x1.2961d8f3a2723p-21, 0x1.edc915df5d08cp-43, 0.0},
        {0x1.8b66ca7ec11ebp-2, 0x1.00422080bcd72p-2, 0x1.bdf2fb3fa9601p-4, 0x1.003a7e84ddfdcp-6, 0x1.cae0592172697p-12,
         0x1.2961d8f31cf13p-22, 0x1.edb0a67105d5ap-44, 0x1p-1},
        {0x1.0799dc5480bf2p-3, 0x1.55ad80aba6743p-4, 0x1.294ca77fc6401p-5, 0x1.55a3535bd2a7bp-8, 0x1.31eae6164c469p-13,
         0x1.8c827699e8ec7p-24, 0x1.491fc7e88d4dbp-45, 0x1.5555555555555p-3},
        {0x1.0799dc5480bf2p-5, 0x1.55ad80aba6743p-6, 0x1.294ca77fc6401p-7, 0x1.55a3535bd2a7bp-10,
         0x1.31eae6164c494p-15, 0x1.8c8276a787905p-26, 0x1.496fdc67e4ed2p-47, 0x1.5555555555555p-5},
        {0x1.a5c2fa20cdfe9p-8, 0x1.11579a22eb902p-8, 0x1.dbadd8cc70667p-10, 0x1.114f75e30eec9p-12,
         0x1.e977d68a138bp-18, 0x1.3d352bb23c6a8p-28, 0x1.078f9a55d32d1p-49, 0x1.1111111111111p-7},
        {0x1.192ca6c089546p-10, 0x1.6c74cd83e4c03p-11, 0x1.3d1e90884aefp-12, 0x1.6c69f28413e61p-15,
         0x1.464fe45c0c2f3p-20, 0x1.a6f18e844e3ep-31, 0x1.5dd1c5fcf431bp-52, 0x1.6c16c16c16c17p-10},
        {0x1.41579a009cf2cp-13, 0x1.a0857d29056dfp-14, 0x1.6a6c12e4e7ec9p-15, 0x1.a07915293b501p-18,
         0x1.74ed9744a6d6bp-23, 0x1.e35d36122cd59p-34, 0x1.8fc8ed3bfd775p-55, 0x1.a01a01a01a01ap-13},
        {0x1.41579a009cf2cp-16, 0x1.a0857d29056dfp-17, 0x1.6a6c12e4e7ec9p-18, 0x1.a07915293b53p-21,
         0x1.74ed9744eb492p-26, 0x1.e35d4c4c9eb3dp-37, 0x1.981631fdc5a21p-58, 0x1.a01a01a01a01ap-16},
        {0x1.1da3338ec466p-19, 0x1.723dc4963db71p-20, 0x1.42272d3d3feebp-21, 0x1.7232bd79fbd4dp-24,
         0x1.4b7ddbc9d1236p-29, 0x1.ada83213edfe5p-40, 0x1.6a27890be357ep-61, 0x1.71de3a556c734p-19},
        {0x1.c9051f4ad3d66p-23, 0x1.28316a11caf8ep-23, 0x1.01b8f0fdccbf2p-24, 0x1.28289794c743ep-27,
         0x1.09317c950a359p-32, 0x1.57b8b9bfdfa5cp-43, 0x1.08c1d3262b30ep-64, 0x1.27e4fb7789f5cp-22},
        {0x1.4c60d0f09a104p-26, 0x1.aed383029b988p-27, 0x1.76de75ce4111p-28, 0x1.aec6adefb523fp-31,
         0x1.81bc58a1135p-36, 0x1.f3f718770443ap-47, 0x1.888c775007ffep-68, 0x1.ae64567f544e4p-26},
        {0x1.bb2bc140cd6bp-30, 0x1.1f37acac67bacp-30, 0x1.f3d347bdaab04p-32, 0x1.1f2f1ea1d0633p-34,
         0x1.01283dd260cf3p-39, 0x1.4d5e590b76decp-50, 0x1.61ba1a24513p-71, 0x1.1eed8eff8d898p-29},
        {0x1.10b876eccd2e1p-33, 0x1.617f9971baa5p-34, 0x1.3395b5fe9b58ap-35, 0x1.617511f8e63c3p-38,
         0x1.3c8032d290705p-43, 0x1.9a331d70b8883p-54, 0x1.89dd4c5904555p-75, 0x1.6124613a86d08p-33},
        {0x1.37ae3ec57cc82p-37, 0x1.93ff8acb23553p-38, 0x1.5f8686dd60054p-39, 0x1.93f37ff90ebccp-42,
         0x1.69b656bc8d397p-47, 0x1.d3bf5b1e4139bp-58, 0x1.b5b8ca244ea81p-83, 0x1.93974a8c07ac1p-37},
        {0x1.4c75984a246c8p-41, 0x1.aeee71eb4980bp-42, 0x1.76f5e51bd7ee1p-43, 0x1.aee1a68b08287p-46,
         0x1.81d9cbe60c1d7p-51, 0x1.f4daef488065ap-62, 0x1.18f5336dc68d3p-83, 0x1.ae7f3e73251f7p-41},
        {0x1.4c759849f39d8p-45, 0x1.aeee71b869725p-46, 0x1.76f5da38eb501p-47, 0x1.aee338f6bfd5ep-50,
         0x1.81f92c6e8c3f1p-55, 0x1.002d10fac3b05p-65, 0x1.6da0a8de5ea9cp-85, 0x1.ae7f3e666d099p-45},
        {0x1.38e7251bf2125p-49, 0x1.95951102fe397p-50, 0x1.60e7540a11932p-51, 0x1.958027b84f039p-54,
         0x1.6a5179b79fb4fp-59, 0x1.cbb74ea238b0ep-70, 0x1.010f72a3f5d59p-90, 0x1.952c7189ab458p-49},
        {0x1.1622cff64ceecp-53, 0x1.6885a61d76b3dp-54, 0x1.39c3cf7be68bbp-55, 0x1.67d7c42afe4fcp-58,
         0x1.3f3478c3d892fp-63, 0x1.52d3ecd22e9ddp-74, -0x1.59b1bc2573207p-93, 0x1.6825d4d82acebp-53},
        {0x1.d4915cbfbba84p-58, 0x1.2fe820e09a578p-58, 0x1.08ba5d4b8f40fp-59, 0x1.3384021d3841ap-62,
         0x1.21b6661264bdfp-67, 0x1.af0b61a6e97d7p-78, 0x1.93f1315de4affp-99, 0x1.2eee0e69f8177p-57},
        {0x1.76881a8b335abp-62, 0x1.e0a4e98fd382fp-63, 0x1.8c61c3c12580bp-64, 0x1.0f3383b813cdep-66,
         0x1.040adeb651ba3p-71, 0x1.06cfff1d217d9p-81, 0x1.82eeaabc3d722p-101, 0x1.cd7d52cb5c183p-62}
    }};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
