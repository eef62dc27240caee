#ifndef ACTIVATION_DETAIL_TABLE_GELU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_GELU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// With z(a) = a²/2, and z(a) = 2√(2/π)(a + 0.044715 a³) for the tanh form, these are −gelu(−a)·e^z and gelu′(−a)·e^z as
///
///     row[1] + h·Σ row[k + 2]·hᵏ                          value::pieces, of the exact form alone
///     row[1] + row[2]·h + (row[3] + h·Σ row[k + 4]·hᵏ)    derivative::pieces
///
/// with h = a − row[0], for 0 ≤ a ≤ limit, and −gelu(−a) and gelu′(−a) themselves, float alone, as
///
///     Σ row[k]·hᵏ                                         direct::value, of the exact form alone, and direct::derivative
///
/// with h = a − direct::centre.row[0].
///
/// limit                  from there on the results have underflowed.
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// even                   where scale·a + offset is below it, value::pieces holds (a/2 − gelu(a))·e^z in place of
///                        −gelu(−a)·e^z; 0 where nothing needs that.
/// derivative             row[3] is what row[1] leaves of the value at the centre.  In the slot of the root row[0] is the
///                        rounded root and row[1] is 0.
/// direct                 slots of a quarter of a binade of a + 2, narrow where the functions bend.  Errors are in last places
///                        of a sixteenth where the function is below it, of the value itself where a < 1/16.  What is
///                        looked up for limit stands for all beyond, and has the sign of what vanishes there.
template <class T>
struct gelu_table;

template <class T>
struct gelu_tanh_table;

/// 2√(2/π)(a + 0.044715 a³) = unit·(linear·a + cubic·a³), measured so that linear and cubic are exact; the others are
/// exp_table's for that unit: ln 2 / 8 / unit in two parts, its reciprocal, and polynomials for e^(−r·unit).
template <class T>
struct gelu_tanh_argument;

// clang-format off

/// value: degree 7, error ≤ 0.47 ULP; derivative: degree 7, error ≤ 0.036 ULP; direct::value: degree 6, error ≤ 2.0 ULP; direct::derivative: degree 7, error ≤ 2.5 ULP.
template <>
struct gelu_table<float> {
    static constexpr float limit = 0x1.d78p+3f;

    struct value {
        static constexpr float scale = 0x1p+0f;
        static constexpr float offset = 0x1.4p+0f;
        static constexpr float even = 0x1.8p+0f;
        static constexpr int shift = 22;
        static constexpr piecewise<float, 9> pieces = {{
            {0x1.256p+0f, 0x1.112p+1f, 0x1.b46p+1f, 0x1.55ep+2f, 0x1.098p+3f, 0x1.822p+3f, 0.0f, 0x1.72p-2f},
            {0x1.1ce506p-2f, 0x1.5dc33p-2f, 0x1.7bea3ap-2f, 0x1.8b7ddcp-2f, 0x1.92d2fp-2f, 0x1.95c45cp-2f, 0.0f,
             0x1.1b85e2p-3f},
            {0x1.abb7b8p-4f, 0x1.345f54p-5f, 0x1.bdbfbcp-7f, 0x1.1d5edcp-8f, 0x1.515e4cp-10f, 0x1.c98b6p-12f, 0.0f,
             0x1.27f2c2p-2f},
            {-0x1.f2d11ep-5f, -0x1.1a11c6p-6f, -0x1.36e188p-8f, -0x1.1dae52p-10f, -0x1.cebfd2p-13f, -0x1.bb3e32p-15f,
             -0x1.988454p-2f, -0x1.aa9384p-3f},
            {0x1.da4c98p-6f, 0x1.aef8e4p-8f, 0x1.71c048p-10f, 0x1.f06f84p-13f, 0x1.168d98p-15f, 0x1.7b47ecp-18f,
             0x1.b76e96p-21f, 0x1.e92414p-4f},
            {-0x1.8928dep-7f, -0x1.245f48p-9f, -0x1.8de834p-12f, -0x1.8bc91ap-15f, -0x1.36dc1ep-18f, -0x1.2e5bb8p-21f,
             -0x1.10603cp-3f, -0x1.e07532p-5f},
            {0x1.27d6ep-8f, 0x1.6c61c6p-11f, 0x1.919b9p-14f, 0x1.2955cp-17f, 0x1.50c418p-21f, 0x1.ce5b8cp-25f,
             0x1.80f4c2p-14f, 0x1.a3cfa8p-6f},
            {-0x1.9fe4f2p-10f, -0x1.a7f078p-13f, -0x1.6d74dap-16f, -0x1.9594b6p-20f, -0x1.61cc2ap-24f, -0x1.52c30cp-28f,
             -0x1.b36352p-6f, -0x1.460372p-7f},
            {0x1.b4d798p-12f, 0x1.7514d4p-15f, 0x1.a29576p-19f, 0x1.6c1224p-23f, 0x1.ee981cp-28f, 0x1.641706p-32f,
             -0x1.c5e204p-10f, 0x1.69d4a4p-9f}
        }};
    };

    struct derivative {
        static constexpr float scale = 0x1p+0f;
        static constexpr float offset = 0x1.08p+0f;
        static constexpr int shift = 22;
        static constexpr piecewise<float, 11> pieces = {{
            {0x1.28p+0f, 0x1.14p+1f, 0x1.acp+1f, 0x1.56p+2f, 0x1.eep+2f, 0x1.76p+3f, 0x1.2cp-2f, 0x1.80ead2p-1f},
            {-0x1.c204f4p-3f, -0x1.672114p-1f, -0x1.3928d2p+0f, -0x1.07a004p+1f, -0x1.83a52ap+1f, -0x1.283d6ap+2f,
             0x1.239a18p-2f, 0.0f},
            {-0x1.09864ep-1f, -0x1.d26a14p-2f, -0x1.b60d2cp-2f, -0x1.a5889p-2f, -0x1.9f0deap-2f, -0x1.9b71b4p-2f,
             -0x1.5c4526p-1f, -0x1.25126cp-1f},
            {-0x1.ddf304p-29f, -0x1.76bc1p-26f, -0x1.5af90cp-25f, 0x1.79682cp-24f, -0x1.a5078p-24f, 0x1.83ef98p-26f,
             0x1.7a3652p-29f, -0x1.dc87p-28f},
            {0x1.4babf8p-26f, 0x1.d420f8p-29f, 0x1.d502d8p-28f, 0x1.1d2c5ep-30f, -0x1.666506p-30f, -0x1.d61554p-28f,
             -0x1.c389dap-26f, -0x1.2b3f4ap-32f},
            {0x1.a6a3c8p-5f, 0x1.2e1e1cp-6f, 0x1.d2b32ap-8f, 0x1.1d1788p-9f, 0x1.9e0562p-11f, 0x1.f63804p-13f,
             0x1.46e71cp-3f, 0x1.5b297ep-4f},
            {-0x1.47bcbep-6f, -0x1.6e9118p-8f, -0x1.b7ae6cp-10f, -0x1.7c72acp-12f, -0x1.940a68p-14f, -0x1.4e5416p-16f,
             -0x1.402f26p-4f, -0x1.2bad48p-5f},
            {0x1.d27d6p-8f, 0x1.a219dap-10f, 0x1.8d08d2p-12f, 0x1.efc454p-15f, 0x1.85079p-17f, 0x1.ba1c62p-20f,
             0x1.18004ap-5f, 0x1.d50684p-7f},
            {-0x1.32c982p-9f, -0x1.c1521p-12f, -0x1.5260c2p-14f, -0x1.3902bap-17f, -0x1.695e48p-20f, -0x1.1ecb38p-23f,
             -0x1.be2148p-7f, -0x1.5234c6p-8f},
            {0x1.5e674ep-11f, 0x1.ae930ap-14f, 0x1.e4bffcp-17f, 0x1.60db38p-20f, 0x1.1b46aap-23f, 0x1.4bd352p-27f,
             0x1.4ae06cp-8f, 0x1.cab078p-10f},
            {-0x1.f79c1p-14f, -0x1.0f3826p-16f, -0x1.9175eap-20f, -0x1.f699aep-24f, -0x1.f9f87ap-28f, -0x1.dd7996p-32f,
             -0x1.0777f2p-9f, -0x1.3c936cp-11f}
        }};
    };

    struct direct {
        static constexpr float scale = 0x1p+0f;
        static constexpr float offset = 0x1p+1f;
        static constexpr float limit = 0x1.7ffffep+2f;
        static constexpr int shift = 21;
        static constexpr piecewise<float, 1> centre = {{
            {0.0f, 0x1.8p-1f, 0x1.4p+0f, 0x1.cp+0f, 0x1.4p+1f, 0x1.cp+1f, 0x1.2p+2f, 0x1.6p+2f}
        }};
        static constexpr piecewise<float, 7> value = {{
            {0.0f, 0x1.5c198p-3f, 0x1.0e76a2p-3f, 0x1.1f24ep-4f, 0x1.fcb20ap-7f, 0x1.aae0c4p-11f, 0x1.00830ep-16f,
             0x1.c2688ap-24f},
            {0x1p-1f, 0x1.95fbbap-11f, -0x1.f66cp-4f, -0x1.c65a8cp-4f, -0x1.341bdp-5f, -0x1.71d444p-9f, -0x1.1f9526p-14f,
             -0x1.33969ap-21f},
            {-0x1.9883fap-2f, -0x1.bb461cp-3f, -0x1.474d6ep-5f, 0x1.777a3p-5f, 0x1.31243p-5f, 0x1.25166cp-8f,
             0x1.31ebb4p-13f, 0x1.9ae752p-20f},
            {-0x1.41f6d8p-15f, 0x1.08fb4ep-3f, 0x1.7bea44p-4f, 0x1.829d4ep-6f, -0x1.0d54a4p-6f, -0x1.13a162p-8f,
             -0x1.961d7ap-13f, -0x1.51341p-19f},
            {0x1.11b3a6p-4f, 0x1.373f2ep-8f, -0x1.186cf4p-5f, -0x1.da8bb4p-6f, -0x1.110428p-11f, 0x1.4650a4p-9f,
             0x1.7b884p-13f, 0x1.a15064p-19f},
            {-0x1.33ded4p-10f, -0x1.71103p-6f, -0x1.989e98p-8f, 0x1.fc7f5cp-8f, 0x1.1b1796p-8f, -0x1.a394p-11f,
             -0x1.1574c6p-13f, -0x1.dd451cp-19f},
            {-0x1.126dfp-7f, 0x1.3e2346p-9f, 0x1.bbe612p-8f, 0x1.032256p-9f, -0x1.e33f2ep-10f, 0x1.7247b8p-16f,
             0x1.09d354p-14f, 0x1.53eb0ep-19f}
        }};
        static constexpr piecewise<float, 8> derivative = {{
            {0x1p-1f, 0x1.95f1e6p-11f, -0x1.f66bfep-4f, -0x1.c65a8p-4f, -0x1.341c2p-5f, -0x1.71daa8p-9f, -0x1.1f6ec8p-14f,
             -0x1.3296d4p-21f},
            {-0x1.988456p-1f, -0x1.bb4638p-2f, -0x1.474ea2p-4f, 0x1.777a98p-4f, 0x1.3121f6p-4f, 0x1.251c0ap-7f,
             0x1.31dfeap-12f, 0x1.9a1dd8p-19f},
            {0x1.d88ec6p-19f, 0x1.8d8054p-2f, 0x1.1ceec2p-2f, 0x1.21e462p-4f, -0x1.93df1ep-5f, -0x1.9cd82ap-7f,
             -0x1.326314p-11f, -0x1.043f26p-17f},
            {0x1.104a4ep-2f, 0x1.37908cp-6f, -0x1.184e36p-3f, -0x1.daa3a8p-4f, -0x1.074414p-9f, 0x1.4595c2p-7f,
             0x1.7c4c42p-11f, 0x1.aad328p-17f},
            {0x1.9331eep-12f, -0x1.d37928p-4f, -0x1.fb427ap-6f, 0x1.4511d6p-5f, 0x1.5e6ae2p-6f, -0x1.164d6ep-8f,
             -0x1.42cb3cp-11f, -0x1.ebb338p-17f},
            {-0x1.f65afcp-5f, 0x1.ddcccep-7f, 0x1.49aa86p-5f, 0x1.8cb626p-7f, -0x1.7f61dp-7f, 0x1.4cf07ep-12f,
             0x1.820598p-12f, 0x1.b3d556p-17f},
            {0x1.8b6eacp-9f, 0x1.3aa7b8p-6f, -0x1.80eeb6p-9f, -0x1.7194acp-7f, 0x1.6a9b0ep-11f, 0x1.9bdde8p-11f,
             -0x1.33af14p-13f, -0x1.4fc672p-17f},
            {0x1.bbf316p-8f, -0x1.2e0456p-8f, -0x1.7d5a48p-8f, 0x1.1a257ap-10f, 0x1.96ff2ep-10f, -0x1.cc2108p-12f,
             0x1.e2291cp-16f, 0x1.5ef06ap-18f}
        }};
    };
};

/// value: degree 18, error ≤ 0.38 ULP; derivative: degree 19, error ≤ 0.062 ULP.
template <>
struct gelu_table<double> {
    static constexpr double limit = 0x1.36p+5;

    struct value {
        static constexpr double scale = 0x1.8p-2;
        static constexpr double offset = 0x1.4p+0;
        static constexpr double even = 0.0;
        static constexpr int shift = 51;
        static constexpr piecewise<double, 20> pieces = {{
            {0x1.792p+1, 0x1.626p+2, 0x1.28ep+3, 0x1.d16p+3, 0x1.5e4p+4, 0x1.06ap+5, 0.0, 0x1.0a6p+0},
            {0x1.7443481e42986p-2, 0x1.8c525a2a1cb82p-2, 0x1.93ed531d5cbc5p-2, 0x1.969cb43d0c102p-2, 0x1.97ab700eb2d3bp-2,
             0x1.98238d6ee48a5p-2, 0.0, 0x1.10e3109139ca3p-2},
            {0x1.388e4b40a09a2p-6, 0x1.0328c39bb30c5p-8, 0x1.ea3e83dd01f0bp-11, 0x1.088d9157f425ep-12,
             0x1.3b17a816c5df2p-14, 0x1.7848462df3917p-16, 0x1p-1, 0x1.e486dab1573e2p-4},
            {-0x1.de804d51e0dd3p-8, -0x1.f7f949e2da48ap-11, -0x1.2fad0c868bb52p-13, -0x1.aca988045cc98p-16,
             -0x1.569fb3fd2d8bbp-18, -0x1.12147c86dd94p-20, -0x1.9884533d43651p-2, -0x1.227021c902d7ap-4},
            {0x1.365ad523844b6p-9, 0x1.a9cdc63e61dbdp-13, 0x1.4b171544dcb17p-16, 0x1.3355b313e989dp-19,
             0x1.4a7eb5ace2752p-22, 0x1.6295d8ced2836p-25, 0x1p-2, 0x1.1b0de741a6fd3p-5},
            {-0x1.699bafb7b8246p-11, -0x1.4a234f875b348p-15, -0x1.4f25693d49eb6p-19, -0x1.9b595e1b39ddp-23,
             -0x1.2a44fb2c8dbefp-26, -0x1.adac7e14cae18p-30, -0x1.1058377e2cedbp-3, -0x1.dff9c297179ddp-7},
            {0x1.8518f8fbd633dp-13, 0x1.e19d5d5ebaec6p-18, 0x1.429e02258056p-22, 0x1.07221caf0f8p-26,
             0x1.01e6e36d55416p-30, 0x1.f361bd3c65efbp-35, 0x1.ffffffffffd3fp-5, 0x1.6e56675f5d1e2p-8},
            {-0x1.88e22dd17b12ap-15, -0x1.4f0c17664dd24p-20, -0x1.2b29aa1cad7afp-25, -0x1.45e67ff2d074cp-30,
             -0x1.b0be99a02663ep-35, -0x1.19e1d697b440dp-39, -0x1.b3c058c9da643p-6, -0x1.00eb4a228c72bp-9},
            {0x1.7823222226c01p-17, 0x1.c064198a3a497p-23, 0x1.0d52e8b6bf00ap-28, 0x1.89bda5cd8fd5fp-34,
             0x1.62f2b61531cadp-39, 0x1.37729022c3b98p-44, 0x1.55555554934fbp-7, 0x1.4fb0729a84cbap-11},
            {-0x1.57ea366cf3335p-19, -0x1.223fd4773f974p-25, -0x1.d92f3aa79d4ccp-32, -0x1.d25352c250bd8p-38,
             -0x1.1e0676ba8ee5dp-43, -0x1.526fe60507051p-49, -0x1.f200655c01bd4p-9, -0x1.9c98c38604ebep-13},
            {0x1.2dee5604907c1p-21, 0x1.6cfdd21406fd2p-28, 0x1.970d2c7714126p-35, 0x1.0f9b86300c929p-41,
             0x1.c65fa3ed20941p-48, 0x1.6adaae801d8cbp-54, 0x1.555553c2c6766p-10, 0x1.e0920aadaa975p-15},
            {-0x1.ff26a40ca6c3cp-24, -0x1.bf342b03cd0bbp-31, -0x1.57c8012c51877p-38, -0x1.37f797d16ebcep-45,
             -0x1.6495b063779d2p-52, -0x1.8012a0caab718p-59, -0x1.baaae46885b16p-12, -0x1.0abe5df9e126fp-16},
            {0x1.a28d8383b3e6fp-26, 0x1.0b9ed89de0e4fp-33, 0x1.1d9e942076d9bp-41, 0x1.62d07424f641ep-49,
             0x1.1556efe04fd2ep-56, 0x1.950f8959f1fddp-64, 0x1.1110141fb4fc7p-13, 0x1.1b86c206eba0fp-18},
            {-0x1.4c6085fb573fep-28, -0x1.39302e0c8b44dp-36, -0x1.d372185753d9dp-45, -0x1.910f7afbec878p-53,
             -0x1.aceaf65da89a9p-61, -0x1.da3c56929e556p-69, -0x1.41e5029b127f4p-15, -0x1.219f1572636fbp-20},
            {0x1.007d1a26d6837p-30, 0x1.639e9e849a7c7p-39, 0x1.78c3854e8716ap-48, 0x1.9a97ec1d55aa3p-57,
             0x1.4209e8989cc1p-65, 0x1.0ba226f834123p-73, 0x1.6bac69b9f8dd8p-17, 0x1.1d372fd17d6dp-22},
            {-0x1.82e01b5a42e19p-33, -0x1.881a898c8fba6p-42, -0x1.2c8eced039328p-51, -0x1.c98c72dea4c61p-62,
             -0x1.b702ba7ab112p-70, 0x1.3e0fa8e899164p-77, -0x1.895ed041d5556p-19, -0x1.10772f9d580bdp-24},
            {0x1.20cdd9d75abdp-35, 0x1.feb388f779bd7p-45, 0x1.e5478ad13eb1p-55, 0x1.06c71c6a6acd5p-64,
             0x1.576b5c9988198p-74, -0x1.9b87a4c24c9aep-80, 0x1.913f4b20c15a8p-21, 0x1.01bd566ce496fp-26},
            {-0x1.9fb51b9acf769p-38, -0x1.0165c01a68929p-46, -0x1.86b340d67d741p-58, -0x1.75204200901bp-65,
             -0x1.047abc6f2615dp-77, -0x1.11b8e924a8ab1p-83, -0x1.6dcd6ea2ef005p-23, -0x1.eb518ea86d3dap-29},
            {0x1.e5cd4539cd18ep-41, 0x1.dbe7e1d05c0a2p-49, 0x1.02e7f23894b3p-61, 0x1.360d9e22d4f1dp-67,
             0x1.55f9510c1efd6p-81, 0x1.12741b15b4e64p-85, 0x1.0447b33ffdc12p-25, 0x1.a3788f56ca1ebp-31},
            {-0x1.327273675f07cp-44, -0x1.9869d6aa17c48p-52, -0x1.6cc744583a27p-66, -0x1.57ce6704ec06dp-71,
             -0x1.724d12064f058p-86, -0x1.9f87cfdcc7629p-90, -0x1.9f4044fd61dc4p-29, -0x1.a5f9bdf77f3e8p-34}
        }};
    };

    struct derivative {
        static constexpr double scale = 0x1.8p-2;
        static constexpr double offset = 0x1.08p+0;
        static constexpr int shift = 51;
        static constexpr piecewise<double, 23> pieces = {{
            {0x1.8ap+1, 0x1.7p+2, 0x1.1ep+3, 0x1.c8p+3, 0x1.4ap+4, 0x1.f4p+4, 0x1.80ead197f00b4p-1, 0x1.8p+0},
            {-0x1.1beed42ba2213p+0, -0x1.1cfceeaaa2b2ep+1, -0x1.c2bed542fd899p+1, -0x1.6a0d648907e6fp+2,
             -0x1.06af33daa4655p+3, -0x1.8e88c00e74569p+3, 0.0, -0x1.920e5210a081dp-2},
            {-0x1.ba51f7e59d25p-2, -0x1.a3e4890a3eb2p-2, -0x1.9d73399fb24e1p-2, -0x1.9a7fe9bd4b214p-2,
             -0x1.997874f18afc4p-2, -0x1.98ef168d91b38p-2, -0x1.25126c154319p-1, -0x1.f4f466499fe98p-2},
            {-0x1.590fa5665ded7p-54, -0x1.241ac8258321ap-56, -0x1.9bbc47b3a134bp-53, 0x1.42f50b2cc0fc9p-53,
             -0x1.75106ba0dfb0bp-51, 0x1.f58ea0542cf27p-51, -0x1.3bdb95217ce99p-57, -0x1.8860382befd82p-56},
            {0x1.947be6965eac9p-56, 0x1.e7504e692a282p-56, -0x1.82f9a68896ff3p-60, -0x1.0602cbdb6340ep-56,
             0x1.89d8274f9d6bcp-58, -0x1.8a3a60630ba0ap-57, 0x1.65733c9f4d2a5p-55, 0x1.01fd4e4bfa1fep-58},
            {0x1.1af00b3d6ab59p-7, 0x1.d419f84479c65p-10, 0x1.10d2cbdec797dp-11, 0x1.18e3e04eda653p-13,
             0x1.78254bcca68e1p-15, 0x1.b3f7980bf8637p-17, 0x1.5b297ebb9a527p-4, 0x1.204038e2e73c1p-5},
            {-0x1.190ceded8f5e8p-9, -0x1.262b4c976ba47p-12, -0x1.d259797936647p-15, -0x1.356ebf36892c1p-17,
             -0x1.211c48753d6c4p-19, -0x1.bc9e520c7542dp-22, -0x1.2bad2862a3fdep-5, -0x1.99805968b70ccp-7},
            {0x1.0aa460966d4dcp-11, 0x1.69ddd156784ecp-15, 0x1.8a5a2082461bbp-18, 0x1.534f80920e7a8p-21,
             0x1.bb6b32c2afd82p-24, 0x1.c4fbebcde031p-27, 0x1.d507ae5ca784ap-7, 0x1.0d602eb7452e9p-8},
            {-0x1.e582ca3ebab5fp-14, -0x1.b43181a9dbc41p-18, -0x1.4a0a0ec88fb0dp-21, -0x1.7263574a7481ep-25,
             -0x1.5346b24d89a56p-28, -0x1.cd0b045375536p-32, -0x1.526fe74d6cb08p-8, -0x1.4bf38a32050fap-10},
            {0x1.a9c849720380ap-16, 0x1.01e140c20deb2p-20, 0x1.11742a98091fbp-24, 0x1.9281234a75c61p-29,
             0x1.0302d1ca28caep-32, 0x1.d4c662ea6a6a3p-37, 0x1.c7c0250a461adp-10, 0x1.826247b6b3b12p-12},
            {-0x1.68d183f4f0af7p-18, -0x1.2b63397b15c34p-23, -0x1.c0bbf169e559dp-28, -0x1.b379b1bc450a7p-33,
             -0x1.8a96d2205449p-37, -0x1.dc28fce1941c2p-42, -0x1.20e4237115122p-11, -0x1.ab8f478c98f9ap-14},
            {0x1.283e1da2229bbp-20, 0x1.558f7b8af2e9cp-26, 0x1.6cb2ebc6a6298p-31, 0x1.d5181fd822b46p-37,
             0x1.2be717576b61ap-41, 0x1.e32dfb13bb566p-47, 0x1.5b28587d02081p-13, 0x1.c41919c391312p-16},
            {-0x1.d85b6b2303226p-23, -0x1.7f3992e4d1dd7p-29, -0x1.25ab06c0bde0cp-34, -0x1.f7225f7759aep-41,
             -0x1.c6df7a97c567cp-46, -0x1.e9d0bf24f908fp-52, -0x1.8d96b3827efe1p-15, -0x1.cab518a89d96bp-18},
            {0x1.6e6305c9aca37p-25, 0x1.a7270c53137f5p-32, 0x1.d4b110d8ebe5p-38, 0x1.0caceed620fc6p-44,
             0x1.583533a4fa7e4p-50, 0x1.f00ce9a9ee24bp-57, 0x1.b3e4008ca33eap-17, 0x1.c021e74cdcd1ep-20},
            {-0x1.14f6eb8e5b6e7p-27, -0x1.cc20315628d29p-35, -0x1.72bd6177311cdp-41, -0x1.1dbe38f68f4afp-48,
             -0x1.03e7af2ddb755p-54, -0x1.f5de7c916195bp-62, -0x1.cb25c551bbe58p-19, -0x1.a6c666bc66148p-22},
            {0x1.98b52bec0afa5p-30, 0x1.ed0142548d867p-38, 0x1.22c606497a467p-44, 0x1.2ea3061aadde6p-52,
             0x1.87af4c274e409p-59, 0x1.fb426a4c87256p-67, 0x1.d2209b31a7297p-21, 0x1.821f9536c8b67p-24},
            {-0x1.26a571e6ff9bfp-32, -0x1.04612fa11a8p-40, -0x1.c4322e2640fe6p-48, -0x1.3f3388aca04a1p-56,
             -0x1.26737a802f31fp-63, -0x1.0017c31317c9ap-71, -0x1.c947c48e11c1ap-23, -0x1.56202cd420271p-26},
            {0x1.9e39cadd5791fp-35, 0x1.0f0622fd60093p-43, 0x1.5b1cbc06ff7cdp-51, 0x1.4eed3fbd5495ap-60,
             0x1.b7d159b0f359ap-68, 0x1.0212600f33d8ap-76, 0x1.b26ea09478f34p-25, 0x1.268bfea1ffe45p-28},
            {-0x1.17992f9305a11p-37, -0x1.142de1635c0ap-46, -0x1.018bb2e2c297bp-54, -0x1.5ae10123489c9p-64,
             -0x1.3f9cfc4bf7124p-72, -0x1.01b455b1aa578p-81, -0x1.90c8f5b176b9fp-27, -0x1.ec07738b18a91p-31},
            {0x1.599fa2750da5dp-40, 0x1.0ba47e129e27dp-49, 0x1.5ca8b11d0da3bp-58, 0x1.576052ed98da2p-68,
             0x1.aa92b14b099cap-77, 0x1.eeae7ac897f6ap-87, 0x1.6942a19d7843dp-29, 0x1.886fdbe85e335p-33},
            {-0x1.62b91677d6d6dp-43, -0x1.c76646bfa3d5cp-53, -0x1.82c7562ee2e3dp-62, -0x1.2a729883b54b8p-72,
             -0x1.d5165651d92aep-82, -0x1.a3f949a8c1a5dp-92, -0x1.313cb53dbaeb3p-31, -0x1.19d941d8ef252p-35},
            {0x1.0014c3b1a4f9ap-46, 0x1.20de8134847b7p-56, 0x1.28ec68cd84478p-66, 0x1.815b981641675p-77,
             0x1.664def2a19fadp-87, 0x1.0ad7ad5b2068ep-97, 0x1.e597bef458a07p-34, 0x1.3a8e465548db3p-38},
            {-0x1.7546d9de307f4p-51, -0x1.8382509a6cc33p-61, -0x1.c5c020d384a53p-72, -0x1.05cd60d47471dp-82,
             -0x1.110016d88418fp-93, 0.0, -0x1.883b4d3d3d0e1p-35, -0x1.82c84bb1dfaddp-42}
        }};
    };
};

/// derivative: degree 8, error ≤ 0.03 ULP; direct::derivative: degree 7, error ≤ 1.8 ULP.
template <>
struct gelu_tanh_table<float> {
    static constexpr float limit = 0x1.6p+3f;

    struct derivative {
        static constexpr float scale = 0x1p+0f;
        static constexpr float offset = 0x1.08p+0f;
        static constexpr int shift = 22;
        static constexpr piecewise<float, 12> pieces = {{
            {0x1.28p+0f, 0x1.14p+1f, 0x1.acp+1f, 0x1.56p+2f, 0x1.eep+2f, 0x1.76p+3f, 0x1.2cp-2f, 0x1.8142ap-1f},
            {-0x1.967c5p-1f, -0x1.1b9b02p+2f, -0x1.8a909p+3f, -0x1.418a1p+5f, -0x1.b70abcp+6f, -0x1.6766b8p+8f,
             0x1.beb38p-2f, 0.0f},
            {-0x1.3aab56p+1f, -0x1.356f04p+2f, -0x1.19bc8p+3f, -0x1.3ef1c8p+4f, -0x1.3edb48p+5f, -0x1.654582p+6f,
             -0x1.dc3e1ep-2f, -0x1.79651cp+0f},
            {0x1.c17e08p-28f, -0x1.77d90ep-23f, -0x1.03068p-26f, 0x1.5742dap-20f, -0x1.ba5b16p-19f, -0x1.7308aap-17f,
             -0x1.29d4bep-28f, -0x1.1f3192p-26f},
            {-0x1.07f6d6p-23f, 0x1.3c8872p-24f, -0x1.187ab8p-22f, -0x1.06689cp-23f, -0x1.9abdp-21f, 0x1.e4be06p-19f,
             0x1.5c724ap-27f, -0x1.b76e8cp-29f},
            {-0x1.3559dcp+0f, -0x1.482f8p+0f, -0x1.0dbab4p+1f, -0x1.b74262p+1f, -0x1.3d3e56p+2f, -0x1.e05c52p+2f,
             -0x1.e1404ep-1f, -0x1.342ea8p+0f},
            {0x1.73e26cp-5f, -0x1.3f0e26p-3f, -0x1.f3644cp-3f, -0x1.b6700ep-3f, -0x1.b6678ap-3f, -0x1.b66764p-3f,
             -0x1.339fd2p-2f, -0x1.3cfb46p-4f},
            {0x1.c1102p-6f, -0x1.0ad892p-4f, 0x1.4a01a8p-7f, 0x1.c0f9c2p-16f, -0x1.ead9f4p-23f, 0x1.e924dap-25f,
             0x1.98daecp-4f, 0x1.dc3738p-4f},
            {-0x1.a5d748p-5f, 0x1.e528bcp-7f, 0x1.69745ep-10f, -0x1.f7fde2p-16f, 0x1.943386p-22f, -0x1.f8db44p-24f,
             0x1.4d0018p-5f, -0x1.b76b74p-6f},
            {0x1.09b832p-9f, 0x1.68bcd6p-8f, -0x1.65b874p-9f, 0x1.610dbp-16f, -0x1.833b3ep-23f, 0x1.208226p-24f,
             -0x1.4cdaep-6f, -0x1.5e6746p-6f},
            {0x1.0f455p-7f, -0x1.cef2e4p-9f, 0x1.0bed9ep-10f, -0x1.0efadcp-17f, 0x1.3bd4aep-25f, -0x1.1a91dcp-26f,
             -0x1.c5fd5cp-8f, 0x1.88e564p-8f},
            {-0x1.2af83ap-9f, 0x1.246d8ep-11f, -0x1.22569ep-13f, 0x1.5884a2p-20f, -0x1.7731d2p-29f, 0x1.9a7e98p-30f,
             0x1.09cc5ap-9f, 0x1.58004p-9f}
        }};
    };

    struct direct {
        static constexpr float scale = 0x1p+0f;
        static constexpr float offset = 0x1p+1f;
        static constexpr float limit = 0x1.7ffffep+2f;
        static constexpr int shift = 21;
        static constexpr piecewise<float, 1> centre = {{
            {0.0f, 0x1.8p-1f, 0x1.4p+0f, 0x1.cp+0f, 0x1.4p+1f, 0x1.cp+1f, 0x1.2p+2f, 0x1.6p+2f}
        }};
        static constexpr piecewise<float, 8> derivative = {{
            {0x1p-1f, 0x1.165472p-10f, -0x1.f5bad6p-4f, -0x1.c919eap-4f, -0x1.36e632p-5f, -0x1.3d8a74p-9f,
             -0x1.ebf3c4p-16f, -0x1.909dap-25f},
            {-0x1.988456p-1f, -0x1.baaedp-2f, -0x1.4c846ep-4f, 0x1.71c83cp-4f, 0x1.384d16p-4f, 0x1.1825fep-7f,
             0x1.49be84p-13f, 0x1.7cfeb4p-22f},
            {0x1.dfc29p-19f, 0x1.8cb1f6p-2f, 0x1.1aea1ap-2f, 0x1.29f6c4p-4f, -0x1.91d718p-5f, -0x1.accd44p-7f,
             -0x1.9ada7ap-12f, -0x1.5c9f7ep-20f},
            {0x1.11a30cp-2f, 0x1.14f866p-6f, -0x1.15650cp-3f, -0x1.d12c1p-4f, -0x1.1eba96p-8f, 0x1.62c1b2p-7f,
             0x1.388816p-11f, 0x1.910ca4p-19f},
            {0x1.9f6f2ap-12f, -0x1.d38034p-4f, -0x1.d3be84p-6f, 0x1.363d5ap-5f, 0x1.66df96p-6f, -0x1.26f28cp-8f,
             -0x1.3f98aap-11f, -0x1.39fff6p-18f},
            {-0x1.00fc7ep-4f, 0x1.0bd66ep-6f, 0x1.43993ap-5f, 0x1.5e95bcp-7f, -0x1.582dcp-7f, -0x1.27c196p-18f,
             0x1.c0fb28p-12f, 0x1.8a34e4p-18f},
            {0x1.996794p-9f, 0x1.3f1adcp-6f, -0x1.10353cp-8f, -0x1.56194ep-7f, 0x1.107b74p-12f, 0x1.08c12cp-10f,
             -0x1.8d18f4p-13f, -0x1.d6779cp-18f},
            {0x1.d2f518p-8f, -0x1.5bb72ep-8f, -0x1.63a844p-8f, 0x1.a8aff8p-10f, 0x1.4ebff4p-10f, -0x1.c25174p-12f,
             0x1.29b41cp-15f, 0x1.4ab7ap-18f}
        }};
    };
};

/// derivative: degree 21, error ≤ 0.26 ULP.
template <>
struct gelu_tanh_table<double> {
    static constexpr double limit = 0x1.5ap+4;

    struct derivative {
        static constexpr double scale = 0x1.58p-1;
        static constexpr double offset = 0x1.28p+0;
        static constexpr int shift = 51;
        static constexpr piecewise<double, 25> pieces = {{
            {0x1.88p+0, 0x1.82p+1, 0x1.32p+2, 0x1.f2p+2, 0x1.6ap+3, 0x1.14p+4, 0x1.48p-2, 0x1.81429f9e97e4dp-1},
            {-0x1.e2170948e3a73p+0, -0x1.3519dcbad8af8p+3, -0x1.e06f87ed0bcbbp+4, -0x1.c11578b93c8adp+6,
             -0x1.46f384bfc22c7p+8, -0x1.1953d3be97536p+10, 0x1.b0f3f9e8765dbp-2, 0.0},
            {-0x1.ac1b430770648p+1, -0x1.e016fd763c265p+2, -0x1.046cfbb4fda64p+4, -0x1.43d564fe79508p+5,
             -0x1.4f1da7087b348p+6, -0x1.816079796e2ecp+7, -0x1.08c7cfa5a634cp-1, -0x1.79651b99a8ae8p+0},
            {-0x1.5abb2f53558p-57, -0x1.3a1396548cbd6p-51, -0x1.eca5557e8946ep-50, 0x1.d75dccbafebf1p-50,
             -0x1.47b26ef599667p-48, 0x1.dfd531a070922p-45, 0x1.55fb2732d7e9ep-59, -0x1.ee548e2514ebdp-55},
            {0x1.d225a46094ba7p-54, -0x1.669274d592e66p-52, 0x1.237ea94bde22p-50, 0x1.95121e2776f75p-49,
             -0x1.0e1c322a36031p-48, 0x1.3d499a8f1ebep-51, 0x1.38599306bc254p-55, 0x1.b47baab49b659p-54},
            {-0x1.28deb44b79cebp+0, -0x1.dc9cad8e48538p+0, -0x1.88ff1238e6e89p+1, -0x1.3fcff202a1a0bp+2,
             -0x1.d0f2af00bdbd7p+2, -0x1.627da04cf0d72p+3, -0x1.eda298fb7e8f6p-1, -0x1.342ea86d490e4p+0},
            {0x1.584f9acba547dp-6, -0x1.035991f2daaap-2, -0x1.b71ff6f278387p-3, -0x1.b6676bf745116p-3,
             -0x1.b6676bf7450fp-3, -0x1.b6676bf7450fp-3, -0x1.28245f3956844p-2, -0x1.3cfb304b344dep-4},
            {-0x1.b00cd47d0eeafp-5, 0x1.38a718fff4341p-9, 0x1.b83000d37ae93p-12, 0x1.f85c10ed0247ap-49,
             -0x1.0ee01b8b45338p-94, -0x1.e417cb86879c6p-91, 0x1.aea861f9ee388p-4, 0x1.dc3948b698fb8p-4},
            {-0x1.de7766785cf87p-6, 0x1.12ff4f3a7f3dbp-7, -0x1.77b435d223949p-12, -0x1.4cb44fe722e5p-47,
             0x1.a5fcde81f16d1p-95, 0x1.fcc1bd4da9791p-92, 0x1.30bf6726a9f6dp-5, -0x1.b77f636a60cdbp-6},
            {0x1.e369252510a65p-7, -0x1.0dabc6b71f0bcp-8, 0x1.ca20c9b10f324p-13, 0x1.66d3caae894eep-46,
             0x1.2b05246b78abcp-93, 0x1.1db1d15a0e4c7p-89, -0x1.616481197ec4bp-6, -0x1.5effdbd407de5p-6},
            {0x1.557f9d14a1bbcp-10, 0x1.d68f57f7dd9dep-13, -0x1.74cb66e286db9p-14, -0x1.45d47bff32cacp-45,
             -0x1.6011c40789ef7p-93, -0x1.10eae4486f989p-89, -0x1.91c9bcd955569p-8, 0x1.8ff3f6449573bp-8},
            {-0x1.2a6025598f214p-9, 0x1.9d25011830e92p-12, 0x1.1c893f5842588p-16, 0x1.fa08fd097f4f2p-45,
             -0x1.9611341447b77p-94, -0x1.cc94eb8733ad9p-90, 0x1.8c3363d0efed4p-9, 0x1.6dff5c00c847fp-9},
            {0x1.673383bf5aaacp-12, -0x1.8dbd08670674ep-14, 0x1.4f1e2ab4c2733p-18, -0x1.5231a5e964bd1p-44,
             0x1.d3ac5cc1c2d0fp-93, 0x1.997b51bc81e82p-89, 0x1.bd9a8e55b12e9p-11, -0x1.0609d0e314384p-10},
            {0x1.af0029caa5b19p-13, -0x1.db977aaf643bbp-17, -0x1.4559123d0aab8p-18, 0x1.89d1f4982fc2ap-44,
             -0x1.c885f7e79b014p-95, -0x1.f190ecf7fe43dp-92, -0x1.4092118994f4ap-12, -0x1.5c5221ce13521p-12},
            {-0x1.884ba99c5bcb3p-14, 0x1.1b359342b230ep-18, 0x1.71211192dd6fdp-20, -0x1.9a60cbc384fb1p-44,
             -0x1.accf24f7abdd8p-94, -0x1.a7cf99d0dec54p-90, -0x1.e737b80389c58p-14, 0x1.20c7dc8bebba6p-13},
            {-0x1.4368e84b9aefcp-18, 0x1.a932d3b237184p-20, 0x1.69ed5391b6e8ap-24, 0x1.87cff51227a24p-44,
             0x1.6bce0d6f2a88cp-94, 0x1.3d2042c549dcbp-90, 0x1.d6cfac7012b81p-17, 0x1.777b00ef6d876p-15},
            {0x1.cd62ddc057355p-17, 0x1.0cd6e2f548d93p-23, -0x1.91247d705c87p-23, -0x1.52b8e204b645dp-44,
             -0x1.ca11bcf627e2bp-97, -0x1.086b313156762p-93, 0x1.2dd23532bb02fp-16, -0x1.3adcb61345032p-16},
            {-0x1.3ed9f09da1d13p-19, -0x1.9dc09542aaa33p-22, 0x1.8939baae134a2p-25, 0x1.f91a307a9dd8bp-45,
             -0x1.298ffead6ea3cp-96, -0x1.2efab0fd977f5p-92, 0x1.6087ae27e1de5p-19, -0x1.d8cab8c8c28a3p-18},
            {-0x1.66167d668e0c9p-20, 0x1.0284c2a65aap-26, 0x1.4441943e9621dp-27, -0x1.3307322ab5c04p-45,
             0x1.d9a3ed1ec4959p-97, 0x1.ba2fc31c4a514p-93, -0x1.9f3e92dccc86ep-19, 0x1.85911a9ce5c6bp-19},
            {0x1.362018560165bp-21, 0x1.6812762b5c19p-25, -0x1.49b6a3dc99bf4p-27, 0x1.22a569a741a19p-46,
             -0x1.68cbc36cf07fcp-98, -0x1.4634ec1a934d3p-94, -0x1.e8e776e49d496p-21, 0x1.2742d0d8cda3p-20},
            {0x1.838768865ec5ap-24, -0x1.e89f34585dc56p-32, 0x1.a518ab046e9d2p-29, -0x1.9c77088cb273p-48,
             0x1.56249d1d94df8p-100, 0x1.2f59b33ada004p-96, 0x1.19727bdee37cfp-21, -0x1.0a69be0d2560ep-21},
            {-0x1.29e23a2941e3fp-23, -0x1.e95eaf1eda392p-28, -0x1.2009eeaf10462p-31, 0x1.a4ea120482a73p-50, 0.0,
             -0x1.72791ed6e1157p-99, 0x1.7618c15e7a29cp-23, -0x1.4608558e9a0ccp-23},
            {0x1.b631b13c8edc7p-25, 0x1.2d1222e7a5eddp-29, 0x1.85ca498f77f37p-35, -0x1.22a86bd85c225p-52, 0.0, 0.0,
             -0x1.57407f6c10edep-24, 0x1.7463389f9ad63p-24},
            {-0x1.4018f5a1ba7d4p-27, -0x1.bc08ecf85e271p-33, -0x1.3b967ea794e85p-41, 0x1.e58c8c9216443p-56, 0.0, 0.0,
             -0x1.f2429becb31bp-26, 0x1.99a917c7a7e9cp-27},
            {0x1.90858fd09ce79p-31, -0x1.37c2f3d66fb7ep-38, -0x1.1892e6b61fe22p-43, -0x1.7215c06ee164dp-60, 0.0, 0.0,
             0x1.3e8414ce04a16p-28, -0x1.54953c212347ep-27}
        }};
    };
};

/// excess: absolute error ≤ 2^-30.51; coarse_excess: 2^-25.54.
template <>
struct gelu_tanh_argument<float> {
    static constexpr float linear = 0x1.86ap+0f;
    static constexpr float cubic = 0x1.1778p-4f;
    static constexpr float unit = 0x1.0bb9c4p+0f;
    static constexpr float steps = 0x1.823f16p+3f;
    static constexpr float step_high = 0x1.536p-4f;
    static constexpr float step_low = -0x1.b8926ap-18f;
    static constexpr float excess[5] = {0x1.508a96p-9f, -0x1.0c69bep+0f, 0x1.18b508p-1f, -0x1.876734p-3f,
                                        0x1.9a089cp-5f};
    static constexpr float coarse_excess[4] = {0x1.5089f8p-9f, -0x1.0c69bep+0f, 0x1.18c062p-1f, -0x1.877994p-3f};
};

/// excess: absolute error ≤ 2^-58.05.
template <>
struct gelu_tanh_argument<double> {
    static constexpr double linear = 0x1.86ap+0;
    static constexpr double cubic = 0x1.1778p-4;
    static constexpr double unit = 0x1.0bb9c30b65442p+0;
    static constexpr double steps = 0x1.823f16d58ebbbp+3;
    static constexpr double step_high = 0x1.53591db658p-4;
    static constexpr double step_low = 0x1.6a6d7cbfdd16cp-46;
    static constexpr double excess[8] = {-0x1.7234c45746b06p-7, -0x1.08b36fb57618p+0, 0x1.14d338da72eb5p-1,
                                         -0x1.82018fcc2b093p-3, 0x1.93afba20982ebp-5, -0x1.51bdc47e51b75p-7,
                                         0x1.d6fae75334e77p-10, -0x1.195970bc76b7bp-12};
    static constexpr auto& coarse_excess = excess;
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
