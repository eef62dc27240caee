#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_COEFFICIENTS_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_COEFFICIENTS_HPP

// clang-format off
// Written by coefficients.py; change that file, not this one.

namespace reference {

struct double_double {
    double high;
    double low;
};

struct triple_double {
    double high;
    double middle;
    double low;
};

/// 1 / ln 2
inline constexpr double_double log2_e = {0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56};

/// ln 2, the first two parts of 40 bits, so that their products with an exponent are exact.
inline constexpr triple_double ln_2 = {0x1.62e42fefa2000p-1, 0x1.9ef35793c6000p-41, 0x1.673007e5ed5e8p-81};

/// 1 / sqrt(2 pi)
inline constexpr double_double inverse_sqrt_2pi = {0x1.9884533d43651p-2, -0x1.cbc0d30ebfd15p-56};

/// 2 sqrt(2 / pi)
inline constexpr double_double gelu_tanh_linear = {0x1.9884533d43651p+0, -0x1.cbc0d30ebfd15p-54};

/// 2 sqrt(2 / pi) 0.044715
inline constexpr double_double gelu_tanh_cubic = {0x1.2444f2a4d8b4bp-4, -0x1.6c843a29d1c70p-61};

/// 3 * 2 sqrt(2 / pi) 0.044715
inline constexpr double_double gelu_tanh_cubic_slope = {0x1.b6676bf7450f0p-3, 0x1.bba7351828aabp-57};

/// Klambauer et al.'s lambda
inline constexpr double_double selu_scale = {0x1.0cfabd6a91132p+0, 0x1.6fc7d272f2695p-55};

/// lambda alpha
inline constexpr double_double selu_negative_scale = {0x1.c212cc640f031p+0, 0x1.05161b045a1fep-56};

/// 1.702
inline constexpr double_double quick_gelu_beta = {0x1.b3b645a1cac08p+0, 0x1.89374bc6a7efap-55};

/// 1 / (2 k + 1) for k = 0 ... 35
inline constexpr double_double odd_reciprocals[] = {
    {0x1p+0, 0.0},
    {0x1.5555555555555p-2, 0x1.5555555555555p-56},
    {0x1.999999999999ap-3, -0x1.999999999999ap-57},
    {0x1.2492492492492p-3, 0x1.2492492492492p-57},
    {0x1.c71c71c71c71cp-4, 0x1.c71c71c71c71cp-58},
    {0x1.745d1745d1746p-4, -0x1.745d1745d1746p-59},
    {0x1.3b13b13b13b14p-4, -0x1.3b13b13b13b14p-58},
    {0x1.1111111111111p-4, 0x1.1111111111111p-60},
    {0x1.e1e1e1e1e1e1ep-5, 0x1.e1e1e1e1e1e1ep-61},
    {0x1.af286bca1af28p-5, 0x1.af286bca1af28p-59},
    {0x1.8618618618618p-5, 0x1.8618618618618p-59},
    {0x1.642c8590b2164p-5, 0x1.642c8590b2164p-60},
    {0x1.47ae147ae147bp-5, -0x1.eb851eb851eb8p-61},
    {0x1.2f684bda12f68p-5, 0x1.2f684bda12f68p-59},
    {0x1.1a7b9611a7b96p-5, 0x1.1a7b9611a7b96p-61},
    {0x1.0842108421084p-5, 0x1.0842108421084p-60},
    {0x1.f07c1f07c1f08p-6, -0x1.f07c1f07c1f08p-61},
    {0x1.d41d41d41d41dp-6, 0x1.0750750750750p-60},
    {0x1.bacf914c1bad0p-6, -0x1.bacf914c1bad0p-60},
    {0x1.a41a41a41a41ap-6, 0x1.0690690690690p-60},
    {0x1.8f9c18f9c18fap-6, -0x1.f3831f3831f38p-61},
    {0x1.7d05f417d05f4p-6, 0x1.7d05f417d05f4p-62},
    {0x1.6c16c16c16c17p-6, -0x1.f49f49f49f49fp-61},
    {0x1.5c9882b931057p-6, 0x1.310572620ae4cp-61},
    {0x1.4e5e0a72f0539p-6, 0x1.e0a72f0539783p-60},
    {0x1.4141414141414p-6, 0x1.4141414141414p-62},
    {0x1.3521cfb2b78c1p-6, 0x1.a90e7d95bc60ap-61},
    {0x1.29e4129e4129ep-6, 0x1.04a7904a7904ap-60},
    {0x1.1f7047dc11f70p-6, 0x1.1f7047dc11f70p-60},
    {0x1.15b1e5f75270dp-6, 0x1.15b1e5f75270dp-64},
    {0x1.0c9714fbcda3bp-6, -0x1.f79b47582192ep-61},
    {0x1.0410410410410p-6, 0x1.0410410410410p-60},
    {0x1.f81f81f81f820p-7, -0x1.f81f81f81f820p-61},
    {0x1.e9131abf0b767p-7, 0x1.503d226357e17p-62},
    {0x1.dae6076b981dbp-7, -0x1.9f89467e251a0p-63},
    {0x1.cd85689039b0bp-7, -0x1.76fc64f52edf9p-62},
};

/// (x - tanh x) / x^3: Taylor series in x^2.
inline constexpr double_double tanhshrink_series[] = {
    {0x1.5555555555555p-2, 0x1.5555555555555p-56},
    {-0x1.1111111111111p-3, -0x1.1111111111111p-59},
    {0x1.ba1ba1ba1ba1cp-5, -0x1.7917917917918p-59},
    {-0x1.664f4882c10fap-6, 0x1.9a5288b6c44fdp-63},
    {0x1.226e355e6c23dp-7, -0x1.c292b8f1a2c13p-61},
    {-0x1.d6d3d0e157de0p-9, 0x1.280cfc968d971p-63},
    {0x1.7da36452b75e3p-10, -0x1.25789b285d2edp-64},
    {-0x1.3558248036744p-11, -0x1.488d9563f1f23p-65},
    {0x1.f57d7734d1664p-13, 0x1.0d55a913ccb50p-68},
    {-0x1.967e18afcafadp-14, 0x1.d7614a42d44e6p-68},
    {0x1.497d8eea25259p-15, 0x1.9f2d02e4d2863p-70},
    {-0x1.0b132d39a6050p-16, -0x1.3b274c2c19614p-70},
    {0x1.b0f72d3ee24e9p-18, 0x1.1688ddd595609p-73},
    {-0x1.5ef2da474e5b7p-19, 0x1.c261d7eba23cfp-74},
    {0x1.1c77df95c1c0dp-20, 0x1.6e489cb1078aep-79},
    {-0x1.cd299de4ae6bbp-22, -0x1.c26fd86c5c6a9p-77},
    {0x1.75cde6563fed9p-23, -0x1.7904ae1078f51p-79},
    {-0x1.2efe8db3aff1fp-24, -0x1.188a0032395c5p-79},
    {0x1.eb3229047434cp-26, -0x1.acc3aaa741cf3p-81},
    {-0x1.8e25ff9327e2cp-27, 0x1.9d3baf80603fep-81},
    {0x1.42ba1a349b490p-28, 0x1.148f65da823d3p-84},
    {-0x1.0597b61cb3092p-29, -0x1.49013e7305427p-84},
    {0x1.a813f6eaa7058p-31, 0x1.49d54190a0d11p-85},
    {-0x1.57bea2950f11ep-32, -0x1.0a0aea35e7928p-86},
    {0x1.16a101c5fde96p-33, 0x1.fd1dd595ffe28p-89},
    {-0x1.c3b23b05e39f9p-35, 0x1.40ce1dd75acd4p-89},
    {0x1.6e2193ae496d5p-36, 0x1.1085a9bee637fp-90},
    {-0x1.28c65557ea2a5p-37, -0x1.fe424c774ec75p-91},
    {0x1.e11cf33c632a8p-39, 0x1.a99a31c5c384ep-94},
    {-0x1.85f9bf8d6b2b2p-40, 0x1.2b8d5ce99e0f5p-94},
    {0x1.3c1a3035e663dp-41, -0x1.b81c3e94ae3f7p-97},
    {-0x1.00390e238ecb8p-42, -0x1.20fd25c322352p-96},
    {0x1.9f5f74b6c8690p-44, -0x1.d8f180da030a3p-98},
    {-0x1.50b0462832a12p-45, 0x1.89d645d2b6fcdp-100},
};

/// 1 / k! for k = 1 ... 24
inline constexpr double_double inverse_factorials[] = {
    {0x1p+0, 0.0},
    {0x1p-1, 0.0},
    {0x1.5555555555555p-3, 0x1.5555555555555p-57},
    {0x1.5555555555555p-5, 0x1.5555555555555p-59},
    {0x1.1111111111111p-7, 0x1.1111111111111p-63},
    {0x1.6c16c16c16c17p-10, -0x1.f49f49f49f49fp-65},
    {0x1.a01a01a01a01ap-13, 0x1.a01a01a01a01ap-73},
    {0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76},
    {0x1.71de3a556c734p-19, -0x1.c154f8ddc6c00p-73},
    {0x1.27e4fb7789f5cp-22, 0x1.cbbc05b4fa99ap-76},
    {0x1.ae64567f544e4p-26, -0x1.c062e06d1f209p-80},
    {0x1.1eed8eff8d898p-29, -0x1.2aec959e14c06p-83},
    {0x1.6124613a86d09p-33, 0x1.f28e0cc748ebep-87},
    {0x1.93974a8c07c9dp-37, 0x1.05d6f8a2efd1fp-92},
    {0x1.ae7f3e733b81fp-41, 0x1.1d8656b0ee8cbp-97},
    {0x1.ae7f3e733b81fp-45, 0x1.1d8656b0ee8cbp-101},
    {0x1.952c77030ad4ap-49, 0x1.ac981465ddc6cp-103},
    {0x1.6827863b97d97p-53, 0x1.eec01221a8b0bp-107},
    {0x1.2f49b46814157p-57, 0x1.2650f61dbdcb4p-112},
    {0x1.e542ba4020225p-62, 0x1.ea72b4afe3c2fp-120},
    {0x1.71b8ef6dcf572p-66, -0x1.d043ae40c4647p-120},
    {0x1.0ce396db7f853p-70, -0x1.aebcdbd20331cp-124},
    {0x1.761b41316381ap-75, -0x1.3423c7d91404fp-130},
    {0x1.f2cf01972f578p-80, -0x1.9ada5fcc1ab14p-135},
};

/// (a + 5) erfcx(a / sqrt 2) / 2 in u = 1.25 - 11.25 / (a + 5), 0 <= a <= 40; relative error below 2^-51.
inline constexpr double_double mills_24[] = {
    {0x1.b30b52fe27788p-1, -0x1.e49f444311b84p-55},
    {-0x1.66a356c45da86p-1, -0x1.3b69171b50e48p-55},
    {0x1.effffeef936bdp-2, -0x1.35901d3c3ebd0p-57},
    {-0x1.1ccb5a7d926d1p-2, -0x1.786aba58a2370p-56},
    {0x1.092dacfb3f4cdp-3, 0x1.300293b806903p-59},
    {-0x1.7c6f6bcd3b1bcp-5, 0x1.092dd2b1848ecp-59},
    {0x1.704159f464bf1p-7, -0x1.1495666e097c0p-61},
    {-0x1.d3c9e3991adccp-11, -0x1.4892794d63299p-68},
    {-0x1.1694e08dbc0fbp-11, 0x1.68b7b8f0199dep-65},
    {0x1.9ffe87e0d4163p-13, 0x1.6f8ac1787326fp-69},
    {0x1.0e3df740fe26dp-18, 0x1.9e532594e2d55p-74},
    {-0x1.332f1d0ea2eabp-16, -0x1.06e78471380f9p-71},
    {0x1.09f230bb61a88p-19, -0x1.f830d433f4477p-73},
    {0x1.b60c8c3779f25p-20, -0x1.5131736e2500ap-76},
    {-0x1.5168059480e63p-22, 0x1.04b5f4949a70ap-76},
    {-0x1.64a6f40b386cap-23, 0x1.4f788dd65ce18p-77},
    {0x1.416d9575d5d46p-25, 0x1.d4422cb62792cp-80},
    {0x1.57471f5bfd1bfp-26, 0x1.86829d7eac749p-80},
    {-0x1.06e400602b714p-28, -0x1.829ef9b3486d7p-82},
    {-0x1.6c6772658620dp-29, 0x1.785aea71fa79ep-84},
    {0x1.508974aef3d9bp-32, 0x1.27be80625d006p-87},
    {0x1.6637f20748a5ep-32, -0x1.c87efdd4e3c06p-89},
    {-0x1.e6bf99c834054p-37, -0x1.5ed85a5c4154bp-91},
    {-0x1.be99709b104fcp-36, 0x1.87394f56b4572p-90},
};

/// The same; relative error below 2^-106.
inline constexpr double_double mills_44[] = {
    {0x1.b30b52fe27788p-1, -0x1.e6183b5f611e3p-55},
    {-0x1.66a356c45da86p-1, -0x1.3798f3f626ff5p-55},
    {0x1.effffeef936bep-2, -0x1.48ec8ec84671dp-56},
    {-0x1.1ccb5a7d926d4p-2, 0x1.f26da7ebdec47p-56},
    {0x1.092dacfb3f47dp-3, 0x1.4a7327d828d1fp-58},
    {-0x1.7c6f6bcd3ae88p-5, 0x1.e15a644f49e25p-62},
    {0x1.704159f46aae8p-7, -0x1.d01b7237d1df8p-61},
    {-0x1.d3c9e39a0ad5ap-11, 0x1.96a08cdfa0251p-65},
    {-0x1.1694e09169d89p-11, -0x1.f7f06c512f0f8p-65},
    {0x1.9ffe88052f8b3p-13, 0x1.a7ae0de2372c2p-67},
    {0x1.0e3e0224c377ap-18, 0x1.8690d75370657p-73},
    {-0x1.332f23927cc8cp-16, -0x1.b91e4b7551e99p-70},
    {0x1.09f1ddbc773b1p-19, 0x1.9090617f8be33p-73},
    {0x1.b60e0853e231ap-20, -0x1.3d1a5e6616beep-75},
    {-0x1.51616056eeaa8p-22, -0x1.09b65742af40bp-77},
    {-0x1.64c3984a0a95bp-23, -0x1.5448842079819p-78},
    {0x1.410fd267d12f8p-25, 0x1.cc9a725aca2bfp-80},
    {0x1.58ba417409722p-26, 0x1.1c11b990da673p-80},
    {-0x1.034d91c778e4cp-28, 0x1.a58736fbd2e00p-83},
    {-0x1.78f5522ef68c7p-29, -0x1.e44ccb4855206p-83},
    {0x1.1feb33e2b792fp-32, 0x1.caebfcffa990fp-90},
    {0x1.acb54a34fa998p-32, -0x1.fab9219aa568dp-87},
    {0x1.9c9dfd6ff9243p-37, -0x1.d52f918ddfbe8p-91},
    {-0x1.ce5b101f46eb2p-35, -0x1.aaa82881a2148p-89},
    {-0x1.5d1313c5692acp-37, 0x1.53a975ae7a795p-91},
    {0x1.9f86714beff75p-38, 0x1.cfd6441d41c8dp-92},
    {0x1.6c68bbba6c7acp-39, -0x1.0104f0782eaa3p-93},
    {-0x1.94f7f41749bc3p-42, -0x1.673975868f900p-99},
    {-0x1.0c5f444316b71p-41, -0x1.643f7a7f6963ap-97},
    {-0x1.f3074e8184ae5p-45, -0x1.e3f8c558ddbeap-99},
    {0x1.170a7509f385fp-44, 0x1.fece0b422c04cp-98},
    {0x1.c4ab9b5fa5131p-46, 0x1.00a3ea0649f68p-100},
    {-0x1.d54c4b9efe300p-49, -0x1.069fe76eeae6dp-104},
    {-0x1.723711a7b0f95p-48, -0x1.aafaa4bc8e050p-103},
    {-0x1.1daf47065e2f6p-50, -0x1.59815848c5a05p-104},
    {0x1.59240f4424b87p-51, 0x1.2c30e84c4459dp-112},
    {0x1.a9ea7a3470ce4p-52, -0x1.4c307d8eaae7cp-106},
    {-0x1.ae3855eb72aabp-62, 0x1.dd7dcd3bd0f0dp-122},
    {-0x1.3c135253af0c7p-54, 0x1.69059a8847987p-109},
    {-0x1.241c06d71968bp-56, -0x1.367c57b6d8638p-110},
    {0x1.1acf41c25f7d9p-57, -0x1.0cc9c64e6364bp-111},
    {0x1.d0a51b9a7597dp-59, 0x1.a61f53b9b7efdp-113},
    {-0x1.eb2535afeb279p-62, 0x1.5ce694462c7e0p-120},
    {-0x1.1e9f4c736a01cp-62, 0x1.2e1719c22e63ep-118},
};

/// Where erfcx(a / sqrt 2) / 2 - a / sqrt(2 pi) is zero, in three parts.
inline constexpr triple_double gelu_slope_root = {0x1.80ead197f00b4p-1, -0x1.13e74c58cada8p-56, -0x1.65d4b5b9cdd03p-111};

/// erfcx(a / sqrt 2) / 2 - a / sqrt(2 pi) divided by h = a - root: Taylor series in h.
inline constexpr double_double gelu_slope_near_root[] = {
    {-0x1.25126c1543190p-1, 0x1.4e17f645067cep-55},
    {0x1.5b297ebb9a527p-4, -0x1.0c656af7eaf36p-58},
    {-0x1.2bad2862a3fdep-5, -0x1.ee14b0d7d0570p-61},
    {0x1.d507ae5ca7841p-7, -0x1.3fc30a82cb53ep-63},
    {-0x1.526fe74d6ca88p-8, -0x1.b57d7c853e067p-63},
    {0x1.c7c0250a470a4p-10, -0x1.fb6fb65f63885p-66},
    {-0x1.20e423711be9cp-11, -0x1.9093a9bcbfeb1p-65},
    {0x1.5b28587c55a10p-13, -0x1.54e8f9d642b03p-69},
    {-0x1.8d96b37d397a9p-15, -0x1.e51b97df40a8bp-69},
    {0x1.b3e40113c105fp-17, -0x1.10680899abc15p-76},
    {-0x1.cb25c717e0efcp-19, -0x1.52351fab1b181p-73},
    {0x1.d2205e4150445p-21, -0x1.96211c6dfa81fp-75},
    {-0x1.c947b58faa810p-23, -0x1.4e5c20ec3fcffp-77},
    {0x1.b27e46d2df64cp-25, -0x1.7f59c7bbf759ep-82},
    {-0x1.90a8c31471214p-27, -0x1.49077d0836c73p-82},
    {0x1.6730b1f5cdc8cp-29, 0x1.d67a8ce4587e9p-84},
    {-0x1.398d991261294p-31, -0x1.0de85762d6b6ap-85},
    {0x1.0ae5818c3fea3p-33, -0x1.575c3f7503b3bp-88},
    {-0x1.bb9ae2f0196fbp-36, -0x1.ca4c97fb15246p-90},
    {0x1.6855afc25e249p-38, -0x1.24bbba4f5f16ep-92},
    {-0x1.1e62abab4fc81p-40, 0x1.e326928870458p-94},
    {0x1.bdd4df418d16fp-43, 0x1.55d17d75d3c7ap-99},
};

/// Where 1 - a + exp(-a) is zero, in three parts.
inline constexpr triple_double silu_slope_root = {0x1.474973c84120bp+0, 0x1.f8d74bc9ac154p-54, 0x1.44a50180ba780p-108};

/// 1 - a + exp(-a) divided by h = a - root: Taylor series in h.
inline constexpr double_double silu_slope_near_root[] = {
    {-0x1.474973c84120bp+0, -0x1.f8d74bc9ac154p-54},
    {0x1.1d25cf210482ep-3, -0x1.ca2d0d94faaecp-61},
    {-0x1.7c3269815b593p-5, 0x1.7b83c121bf8e9p-59},
    {0x1.7c3269815b593p-7, -0x1.7b83c121bf8e9p-61},
    {-0x1.302854677c475p-9, -0x1.36c9cbe5005acp-63},
    {0x1.958b1b34a5b47p-12, 0x1.24343f7001e40p-68},
    {-0x1.cf7a683c2b176p-15, 0x1.a22b4976da592p-70},
    {0x1.cf7a683c2b176p-18, -0x1.a22b4976da592p-73},
    {-0x1.9bfb0751ed6a2p-21, 0x1.9d68926db6608p-75},
    {0x1.49959f74bdee8p-24, -0x1.4aba0ebe2b806p-78},
    {-0x1.df654506e5b80p-28, 0x1.e10ea1149c5dbp-82},
    {0x1.3f98d8af43d00p-31, -0x1.40b46b6312e92p-85},
    {-0x1.8959a83a2c13bp-35, 0x1.3bf1bf3edc32ap-89},
    {0x1.c18b09670dcd5p-39, 0x1.72596e9396a19p-93},
    {-0x1.df833d3ab9639p-43, 0x1.4b4f394605d71p-99},
    {0x1.df833d3ab9639p-47, -0x1.4b4f394605d71p-103},
    {-0x1.c34e57becc99fp-51, 0x1.1b849b61f7de7p-109},
    {0x1.9129318d27a54p-55, 0x1.b75c3041ab1e5p-109},
    {-0x1.51d1d8e2a81f6p-59, -0x1.0632af5fb8855p-113},
    {0x1.0e417a4eece5fp-63, -0x1.94a44080392efp-117},
    {-0x1.9bd17d6c13a78p-68, 0x1.c500c492f76a8p-123},
    {0x1.2b811565dfbfap-72, 0x1.574159c031f16p-130},
};

/// Where 1 + exp(-y) - a y'(a), y = 2 sqrt(2 / pi) (a + 0.044715 a^3), is zero, in three parts.
inline constexpr triple_double gelu_tanh_slope_root = {0x1.81429f9e97e4dp-1, -0x1.4f523ed77dbdcp-55, 0x1.a649fca8ac0e5p-109};

/// 1 + exp(-y) - a y'(a), y = 2 sqrt(2 / pi) (a + 0.044715 a^3), divided by h = a - root: Taylor series in h.
inline constexpr double_double gelu_tanh_slope_near_root[] = {
    {-0x1.3af6cd05624f6p+1, -0x1.3d9262739585fp-53},
    {-0x1.993cd34bf4f0bp-4, 0x1.eedb2e18bc01cp-58},
    {-0x1.9a0ef5cdf30cdp-2, 0x1.6acbcce677720p-59},
    {0x1.3720c65c91b86p-4, -0x1.5552d898db193p-58},
    {-0x1.f37b831f961d5p-6, -0x1.403a58081d274p-60},
    {0x1.721f46cff80e5p-7, 0x1.d48b327438a79p-64},
    {-0x1.e3b48390927c3p-9, 0x1.7e155794b3290p-63},
    {0x1.2e3c21a8287c4p-10, 0x1.72dee76d77ebep-64},
    {-0x1.75d4710a624dep-12, -0x1.60a7d22a13b34p-68},
    {0x1.b04c8bbfaae68p-14, 0x1.8e696dd936638p-68},
    {-0x1.d7291623745f0p-16, -0x1.c8c10d5d8eef5p-71},
    {0x1.fec3273245de1p-18, -0x1.69489a22884dcp-73},
    {-0x1.0d4d58aed35e5p-19, -0x1.577d11e740234p-73},
    {0x1.0c9eaab3dd300p-21, -0x1.87c5d50c44e18p-77},
    {-0x1.07b3650e4ebcap-23, -0x1.4102daae231c9p-77},
    {0x1.013f6d7db330cp-25, -0x1.4dbef42efcbc6p-80},
    {-0x1.e0e678179596bp-28, -0x1.4ffff61d0bb40p-85},
    {0x1.b592b805552b8p-30, 0x1.c2238c43f1cbep-84},
    {-0x1.8eb081b5eb6b4p-32, -0x1.0eaedfeafb297p-87},
    {0x1.618e4ffebc494p-34, -0x1.2415f96737bdep-89},
    {-0x1.2f3cb75e40ac6p-36, 0x1.4f90b0fcc934ep-93},
    {0x1.041b08d784ce3p-38, -0x1.a12bd70efef20p-93},
};

}  // namespace reference

#endif
