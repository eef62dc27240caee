#ifndef ACTIVATION_DETAIL_TABLE_NEAR_GELU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_NEAR_GELU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// −gelu(−a) and gelu′(−a) for 0 ≤ a ≤ limit as
///
///     Σ row[k + 1]·hᵏ                    value::pieces, of the exact form alone
///     row[1]·h + Σ row[k + 2]·hᵏ         derivative::pieces
///
/// with h = a − row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8; value's offset rounds scale·a to an integer.
/// even                   where scale·a + offset is below it, value::pieces holds −gelu(−a) − a/2.
/// derivative             row[1] is 0, but in the slot of the root, whose centre is the rounded root, the slope there.
template <class T>
struct near_gelu_table;

template <class T>
struct near_gelu_tanh_table;

// clang-format off

/// value: degree 8, error ≤ 0.047 ULP; derivative: degree 8, error ≤ 0.056 ULP.
template <>
struct near_gelu_table<float> {
    static constexpr float limit = 0x1.f33334p+1f;

    struct value {
        static constexpr float scale = 0x1.ccccccp+0f;
        static constexpr float offset = 0x1.8p+23f;
        static constexpr float even = 0x1.800002p+23f;
        static constexpr int shift = 0;
        static constexpr piecewise<float, 10> pieces = {{
            {0.0f, 0x1.9f562p-2f, 0x1.1c837p+0f, 0x1.c09f3ep+0f, 0x1.280e7p+1f, 0x1.6ec6eap+1f, 0x1.b673fcp+1f,
             0x1.e64284p+1f},
            {0.0f, 0x1.1c852p-3f, 0x1.2f2ec6p-3f, 0x1.1e0a88p-4f, 0x1.88b4d4p-6f, 0x1.870008p-8f, 0x1.139bf8p-10f,
             0x1.217868p-12f},
            {0.0f, 0x1.8c40ep-3f, -0x1.b1b664p-4f, -0x1.c5708p-4f, -0x1.b40dap-5f, -0x1.129d12p-6f, -0x1.d30b8cp-9f,
             -0x1.10e6a4p-10f},
            {-0x1.988454p-2f, -0x1.594f16p-2f, -0x1.50f8d6p-4f, 0x1.78e12ap-5f, 0x1.793a5p-5f, 0x1.4e9424p-6f,
             0x1.685c74p-8f, 0x1.ddb1e4p-10f},
            {0x1.492c58p-21f, 0x1.8639a4p-4f, 0x1.c34552p-4f, 0x1.7dea9ep-6f, -0x1.d4bf3ap-7f, -0x1.b153a6p-7f,
             -0x1.46ea84p-8f, -0x1.fb963ap-10f},
            {0x1.104b92p-4f, 0x1.68a5ccp-5f, -0x1.ca434ep-6f, -0x1.d9151p-6f, -0x1.6a768ap-8f, 0x1.f4b802p-9f,
             0x1.6f6346p-9f, 0x1.643ed8p-10f},
            {0x1.e0ed82p-14f, -0x1.49fad8p-6f, -0x1.83b24p-7f, 0x1.050404p-7f, 0x1.a8d636p-8f, 0x1.939cfap-11f,
             -0x1.c1eeaep-11f, -0x1.491142p-11f},
            {-0x1.5975fcp-7f, -0x1.5294e4p-8f, 0x1.b67d8p-8f, 0x1.082294p-9f, -0x1.f7207ap-10f, -0x1.2aedfp-10f,
             -0x1.62e84cp-17f, 0x1.49abacp-13f},
            {0x1.752b5ap-10f, 0x1.a75d6ap-9f, 0x1.df44a8p-12f, -0x1.a022f8p-10f, -0x1.2e7998p-12f, 0x1.971254p-12f,
             0x1.2b993ap-13f, 0x1.75da84p-15f},
            {-0x1.f9b46p-13f, -0x1.d4c608p-17f, -0x1.80c8f6p-11f, 0x1.ffd864p-15f, 0x1.1fe4fcp-12f, 0x1.4a170ep-16f,
             -0x1.116e46p-14f, 0x1.c9845ep-14f}
        }};
    };

    struct derivative {
        static constexpr float scale = 0x1.f33334p+0f;
        static constexpr float offset = 0x1.098p+3f;
        static constexpr int shift = 20;
        static constexpr piecewise<float, 11> pieces = {{
            {0x1.2268dep-3f, 0x1.80ead2p-1f, 0x1.f55482p-1f, 0x1.b8ea62p+0f, 0x1.1ef318p+1f, 0x1.6b762p+1f, 0x1.a1dff4p+1f,
             0x1.dd576p+1f},
            {0.0f, -0x1.b9d99p-2f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f},
            {0x1.8cea96p-2f, -0x1.6737d8p-28f, -0x1.3ff50ap-4f, -0x1.d0832p-4f, -0x1.eb7012p-5f, -0x1.24631ep-6f,
             -0x1.79fab2p-8f, -0x1.5b5ceep-10f},
            {-0x1.905d3ep-1f, 0x1.f9219ep-27f, -0x1.075f98p-2f, 0x1.66548p-4f, 0x1.90aabcp-4f, 0x1.5faa42p-5f,
             0x1.1269e2p-6f, 0x1.295f02p-8f},
            {0x1.c87c28p-4f, 0x1.8d9a94p-2f, 0x1.789cbp-2f, 0x1.4a0866p-4f, -0x1.307a78p-5f, -0x1.4e95c6p-5f,
             -0x1.587562p-6f, -0x1.cd591ep-8f},
            {0x1.0428ccp-2f, 0x1.2a2edap-6f, -0x1.2e3122p-4f, -0x1.ec3c06p-4f, -0x1.056c38p-5f, 0x1.e6191cp-7f,
             0x1.c6256cp-7f, 0x1.a07b22p-8f},
            {-0x1.53f21cp-5f, -0x1.d2f9d6p-4f, -0x1.599e5ep-4f, 0x1.365026p-5f, 0x1.297c88p-5f, 0x1.37c15ep-8f,
             -0x1.ef13ecp-9f, -0x1.c57cdp-9f},
            {-0x1.c95cc4p-5f, 0x1.e42a62p-7f, 0x1.1fcb12p-5f, 0x1.cb8e68p-7f, -0x1.57554cp-7f, -0x1.dc45ap-8f,
             -0x1.572f4ap-10f, 0x1.dcda3ap-11f},
            {0x1.316a52p-7f, 0x1.3e0c52p-6f, 0x1.42c46p-7f, -0x1.7d56eep-7f, -0x1.834d4ap-9f, 0x1.5d38fp-9f,
             0x1.a46a38p-10f, 0x1.626cbap-13f},
            {0x1.c65a58p-8f, -0x1.3542eep-8f, -0x1.e8d8cp-8f, 0x1.93e862p-11f, 0x1.6b7e1ep-9f, -0x1.6cc1a2p-13f,
             -0x1.31ca12p-11f, -0x1.0bed76p-12f},
            {0x1.60080cp-10f, -0x1.754142p-9f, 0x1.19698p-11f, 0x1.c4be84p-10f, -0x1.b17914p-14f, -0x1.52607ep-11f,
             -0x1.b8515ap-15f, 0x1.dcf448p-14f}
        }};
    };
};

/// derivative: degree 8, error ≤ 0.043 ULP.
template <>
struct near_gelu_tanh_table<float> {
    static constexpr float limit = 0x1.ecccccp+1f;

    struct derivative {
        static constexpr float scale = 0x1.f33334p+0f;
        static constexpr float offset = 0x1.098p+3f;
        static constexpr int shift = 20;
        static constexpr piecewise<float, 11> pieces = {{
            {0x1.2dc336p-3f, 0x1.8142ap-1f, 0x1.f5d114p-1f, 0x1.baaa2cp+0f, 0x1.1e8014p+1f, 0x1.6098eep+1f, 0x1.a21616p+1f,
             0x1.d9c846p+1f},
            {0.0f, -0x1.b8baccp-2f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f},
            {0x1.887c4p-2f, -0x1.4f6404p-28f, -0x1.3f81b6p-4f, -0x1.d0ac96p-4f, -0x1.f44d5ep-5f, -0x1.63a56ep-6f,
             -0x1.5a79a8p-8f, -0x1.2d903cp-10f},
            {-0x1.8fad68p-1f, -0x1.2b4e86p-27f, -0x1.06c164p-2f, 0x1.64c032p-4f, 0x1.965964p-4f, 0x1.a708eap-5f,
             0x1.1108eep-6f, 0x1.23a536p-8f},
            {0x1.dbf738p-4f, 0x1.8cd1a2p-2f, 0x1.765152p-2f, 0x1.4772eap-4f, -0x1.1ca882p-5f, -0x1.753fbep-5f,
             -0x1.6a1268p-6f, -0x1.f33d7cp-8f},
            {0x1.0440ap-2f, 0x1.02960ep-6f, -0x1.345c12p-4f, -0x1.dde7a2p-4f, -0x1.19c4aep-5f, 0x1.75e45p-7f,
             0x1.e2a53ap-7f, 0x1.e0fb0ap-8f},
            {-0x1.6860b8p-5f, -0x1.d2b5d8p-4f, -0x1.5104fcp-4f, 0x1.2c7e38p-5f, 0x1.2004fap-5f, 0x1.397c4p-7f,
             -0x1.c7cd38p-9f, -0x1.073294p-8f},
            {-0x1.d14692p-5f, 0x1.1061a2p-6f, 0x1.2b194p-5f, 0x1.8a77cp-7f, -0x1.2677fp-7f, -0x1.1498a8p-7f,
             -0x1.f8214cp-10f, 0x1.b83fc2p-11f},
            {0x1.495012p-7f, 0x1.41bfd6p-6f, 0x1.26c3a6p-7f, -0x1.5e7b26p-7f, -0x1.5d554ap-9f, 0x1.05d03cp-9f,
             0x1.c7a3cp-10f, 0x1.b33fccp-12f},
            {0x1.4d224ep-7f, -0x1.6f429cp-8f, -0x1.14ef12p-7f, 0x1.45f0ep-10f, 0x1.28e2bap-9f, 0x1.0f7448p-11f,
             -0x1.a8f026p-12f, -0x1.6c9992p-12f},
            {-0x1.633ad8p-8f, -0x1.b00e6ap-9f, 0x1.46d4dp-10f, 0x1.4b52fp-10f, -0x1.4d6b1p-13f, -0x1.3bf0cap-12f,
             -0x1.901ee4p-14f, 0x1.9674cp-14f}
        }};
    };
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
