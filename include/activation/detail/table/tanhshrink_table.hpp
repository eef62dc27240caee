#ifndef ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Of float: a − tanh a = lowering·Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0], which is not below 0 but by a
/// trifle, so that nothing cancels.
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// limit                  the last a of the last slot; from there on it is a − 1, but for a quarter of the last place.
/// lowering               a power of two: what the smallest numbers' square loses is none of the subnormals.
///
/// Of double: x − tanh x = x³·Σ series[k]·x²ᵏ for |x| ≤ limit.
template <class T>
struct tanhshrink_table;

/// x − tanh x = x³·Σ numerator[k]·x²ᵏ / Σ denominator[k]·x²ᵏ for |x| ≤ limit; float alone has it.
template <class T>
struct short_tanhshrink_table {};

/// tanh² a = Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0]; float alone has it.
///
/// scale, offset, shift   as above.
/// limit                  the last a of the last slot, where the polynomial is rounded to 1.
template <class T>
struct tanh_squared_table {};

// clang-format off
/// Degree 7, error ≤ 0.5 ULP.
template <>
struct tanhshrink_table<float> {
    static constexpr float scale = 0x1.5bp+1f;
    static constexpr float offset = 0x1.8p+0f;
    static constexpr float limit = 0x1.09973cp+3f;
    static constexpr float lowering = 0x1p-40f;
    static constexpr int shift = 22;
    static constexpr piecewise<float, 9> pieces = {{
        {0x1.aeep-3f, 0x1.1fep-1f, 0x1.d6ap-1f, 0x1.a7ep+0f, 0x1.376p+1f, 0x1.f5ap+1f, 0x1.564p+2f, 0.0f},
        {0x1.8fca52p+31f, 0x1.aef404p+35f, 0x1.8ca5dap+37f, 0x1.73c5b2p+39f, 0x1.72aad6p+40f, 0x1.75b9d8p+41f,
         0x1.1640bep+42f, 0.0f},
        {0x1.602a9ap+35f, 0x1.09f9e8p+38f, 0x1.0d806ap+39f, 0x1.ba7d68p+39f, 0x1.f0735cp+39f, 0x1.ff3154p+39f,
         0x1.fff424p+39f, 0.0f},
        {0x1.965faap+37f, 0x1.82537p+38f, 0x1.5fdd2ep+38f, 0x1.027bf4p+37f, 0x1.e9eb02p+34f, 0x1.9d05eap+30f,
         0x1.77666cp+26f, 0.0f},
        {0x1.1c8592p+38f, 0x1.be618ep+35f, -0x1.75fba2p+36f, -0x1.2765e4p+36f, -0x1.3c3a18p+34f, -0x1.128478p+30f,
         -0x1.dcd922p+25f, 0x1.555556p+38f},
        {-0x1.f9cbfp+36f, -0x1.3ad3a4p+37f, -0x1.926bf4p+35f, 0x1.9d215ep+34f, 0x1.267152p+33f, 0x1.0db854p+29f,
         0x1.9b959ep+24f, 0x1.6ae4ap+16f},
        {-0x1.74ad08p+36f, 0x1.7132f2p+35f, 0x1.e01292p+35f, -0x1.9bfa96p+31f, -0x1.8ee39cp+31f, -0x1.8d4dd4p+27f,
         -0x1.d1e758p+22f, -0x1.111e64p+37f},
        {0x1.3d67a2p+36f, 0x1.088938p+35f, -0x1.95621ap+34f, -0x1.a956f2p+30f, 0x1.673d4ap+29f, 0x1.8d9dc8p+25f,
         0x1.3494b6p+20f, 0x1.f28594p+28f},
        {-0x1.00a118p+33f, -0x1.7f2ce8p+34f, 0x1.15df04p+32f, 0x1.6846fep+29f, -0x1.402094p+26f, -0x1.8b4f48p+22f,
         -0x1.6694f8p+16f, 0x1.a4fccep+35f}
    }};
};

/// Degree 14, relative error ≤ 2^-58.85, and of series[0], which is rounded, 2^-54.05.
template <>
struct tanhshrink_table<double> {
    static constexpr double limit = 0.625;
    static constexpr double series[15] = {0x1.5555555555555p-2, -0x1.1111111111111p-3, 0x1.ba1ba1ba1ba16p-5,
                                          -0x1.664f4882c0d4cp-6, 0x1.226e355e59e08p-7, -0x1.d6d3d0da82b54p-9,
                                          0x1.7da3637cbaf34p-10, -0x1.355812813fd11p-11, 0x1.f57b51cd2290ep-13,
                                          -0x1.9666755587703p-14, 0x1.48c0703cfea9ap-15, -0x1.06cc125893dadp-16,
                                          0x1.8da381d164d26p-18, -0x1.f3b3c0615d48ep-20, 0x1.725b2ff9cc96dp-22};
};

/// Error ≤ 0.26 ULP of max(x − tanh x, 1/16).
template <>
struct short_tanhshrink_table<float> {
    static constexpr float limit = 0x1p+3f;
    static constexpr float numerator[4] = {0x1.2aap-1f, 0x1.45ee6ep-5f, 0x1.2c047cp-11f, 0x1.a10d7ep-20f};
    static constexpr float denominator[5] = {0x1.bffp+0f, 0x1.a3764ep-1f, 0x1.79e0dap-5f, 0x1.40ec72p-11f,
                                             0x1.a8d408p-20f};
};

/// Degree 7, error ≤ 0.54 ULP of max(tanh² a, 1/16).
template <>
struct tanh_squared_table<float> {
    static constexpr float scale = 0x1.2cp+1f;
    static constexpr float offset = 0x1.8p+0f;
    static constexpr float limit = 0x1.333332p+3f;
    static constexpr int shift = 22;
    static constexpr piecewise<float, 9> pieces = {{
        {0x1.9dp-2f, 0x1.c06p-1f, 0x1.8bcp+0f, 0x1.25ap+1f, 0x1.c44p+1f, 0x1.50ep+2f, 0x1.f7p+2f, 0.0f},
        {0x1.2c1582p-3f, 0x1.fbe842p-2f, 0x1.aae2fap-1f, 0x1.eb94a6p-1f, 0x1.fe4164p-1f, 0x1.fff1f4p-1f,
         0x1.ffffecp-1f, 0.0f},
        {0x1.4e8a08p-1f, 0x1.6b789ep-1f, 0x1.36dea4p-2f, 0x1.4020cap-4f, 0x1.bddc02p-8f, 0x1.c17d56p-13f,
         0x1.3f7e36p-20f, 0.0f},
        {0x1.e9c9dap-2f, -0x1.f7b784p-3f, -0x1.ff1e9p-3f, -0x1.3329c8p-4f, -0x1.bc5c84p-8f, -0x1.c1828p-13f,
         -0x1.466306p-20f, 0x1p+0f},
        {-0x1.5c026ep-1f, -0x1.f03d44p-3f, 0x1.9fadd6p-4f, 0x1.77cccp-5f, 0x1.26077ep-8f, 0x1.2b5d3ap-13f,
         0x1.b03a4cp-21f, -0x1.071b56p-17f},
        {-0x1.232f9cp-5f, 0x1.2d0bep-2f, 0x1.1fb2ep-8f, -0x1.36c5dp-6f, -0x1.2182c4p-9f, -0x1.29f87ep-14f,
         -0x1.79d9a2p-22f, -0x1.552b4ep-1f},
        {0x1.986418p-2f, -0x1.483dd4p-4f, -0x1.249b76p-5f, 0x1.278e82p-8f, 0x1.c7e5ep-11f, 0x1.e3389ep-16f,
         0x1.3b791ap-23f, -0x1.454c2ap-8f},
        {-0x1.d95442p-4f, -0x1.401036p-4f, 0x1.981414p-6f, 0x1.0d1926p-11f, -0x1.2a665p-12f, -0x1.5c1c72p-17f,
         -0x1.5098p-24f, 0x1.a8ab06p-2f},
        {-0x1.242306p-3f, 0x1.4f256cp-4f, -0x1.a148bcp-8f, -0x1.c7876ep-11f, 0x1.f8a0bap-15f, 0x1.57832ep-19f,
         0x1.665c84p-26f, -0x1.133544p-3f}
    }};
};
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
