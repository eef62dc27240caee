#ifndef ACTIVATION_TESTS_CHECKSUMS_HPP
#define ACTIVATION_TESTS_CHECKSUMS_HPP

#include "exhaustive/checksum.hpp"

/// What every target with fused multiply-add makes of the fixed inputs: float forward and derivative, double forward
/// and derivative. Written by `exhaustive --checksums > tests/checksums.hpp`.
struct committed_checksum {
    const char* kernel;
    exhaustive::checksum sum;
};

inline constexpr committed_checksum checksums[] = {
    {"relu", {0x9717611f426b149d, 0x1b236d33cdce60b2, 0xb05ac4d9700bddf5, 0xf1a23b66006a294e}},
    {"leaky_relu slope 0.01", {0x03b7d1b6eba850b0, 0xfca7f732dfff04d9, 0xc3c63d9bf8b8a51f, 0x6d3543afcf6754c8}},
    {"leaky_relu slope 1.7", {0x495ab39b02db283e, 0xa55ecea138a10b11, 0x12e0ab2182b8d64e, 0xf29b6b12e87b985c}},
    {"prelu weight 0.25", {0x7e28d89ab7cbe087, 0x7d679b2dbb2f4421, 0xb682a0e62a0df58d, 0xb3820b5266c3a4a4}},
    {"prelu weight -0.3", {0x3c73c09ff3370195, 0x0e05d01fa2160b5c, 0x1becae08c74bbc9c, 0x7fcf0679a1f6e177}},
    {"elu alpha 1", {0x0e0703eea8c6f310, 0xffbb7b3f376d0f72, 0x26f74a340816d5e7, 0x1ff22d02379310c9}},
    {"elu alpha 0.3", {0xf7e914cda4a9f8fc, 0x8b1f9a8658bba1a3, 0x50dbef628f27da10, 0xf38579460b2c65cf}},
    {"elu alpha 1.67", {0xda2c65a27a06c80b, 0x891491e57e30e11e, 0x8a873a496edb0157, 0x967fc23568cdd1a0}},
    {"gelu", {0x2b9edb12b4c7b83f, 0xc5ad03c8342b96be, 0xfd6ac14866ab9237, 0x38dea6d52e355e58}},
    {"gelu_tanh", {0x3c92c2ae5e0ef759, 0xd1333a56b692b11e, 0xd052e2d44b85282a, 0x958fdabef37779b7}},
    {"silu", {0x0901dc91041d819c, 0xbe9e6ce5b4a4b6e1, 0xfb0ec8a0629fa3dc, 0x51723bc0a5ad35cc}},
    {"sigmoid", {0xdb6c62a349cdec8a, 0x6fe168f800117556, 0x0597bb9971aeb5d2, 0x469b7b4be0e8a2e5}},
    {"tanh", {0xa348caba7b67bee5, 0x225ad21be1d0d48c, 0x0ba26d3b1c63280e, 0x0aaff76cb320ca36}},
    {"exp", {0x508441685a64f68a, 0x508441685a64f68a, 0xb26b0397110c4161, 0xb26b0397110c4161}},
    {"fast::gelu", {0x42a612e004572ea6, 0x7d681d6a201411c9, 0x0c0da1696d7c7208, 0xfe064379d6195046}},
    {"fast::gelu_tanh", {0x4d8eb713d332b7fa, 0xdc41ed667fe5f837, 0xa69d21ec808c332a, 0x7d9b26dd9bd727a1}},
    {"fast::silu", {0xade07e601b639a91, 0xc55e90e82ea4437b, 0x81f0615f355dcef4, 0xf86cd874bf1d41ad}},
    {"fast::sigmoid", {0x140b98e8ccab40c3, 0x533b1760263e8deb, 0xd70b790cba1db416, 0x4739c4af40a7061f}},
    {"fast::tanh", {0x77a8e562b168aa8e, 0x0d3470f568085f91, 0x0ba26d3b1c63280e, 0xd540453ba44cf5d2}},
    {"fast::quick_gelu", {0xe4bd63e6f38a5836, 0x454d15d32cd42007, 0x5ee4c80c577150b6, 0xf2a54652444cdd1c}},
    {"fast::swish", {0x829822d83d20b35d, 0xaf438c745faba0d7, 0xfb0ec8a0629fa3dc, 0x8ce0cf0dceff2735}},
    {"fast::selu", {0xa5522bb353bcd5c6, 0x73ea66d2c1c967aa, 0x7cdecb8dfec64882, 0xe6006fce51087e1c}},
    {"fast::elu", {0x0e0703eea8c6f310, 0x2a79b321e99913f0, 0x26f74a340816d5e7, 0x1ff22d02379310c9}},
    {"fast::celu", {0x0e0703eea8c6f310, 0x5ed230cf0f5a383e, 0x26f74a340816d5e7, 0x1ff22d02379310c9}},
    {"fast::softplus", {0xffbc206f88a90724, 0x05afbe18014abb0c, 0x8758e80e7014d771, 0x37d5faf559a2e436}},
    {"fast::log_sigmoid", {0xb1d9492bda4001be, 0x6da8d47957d1d2df, 0x96ab7246196a2d3f, 0xa357d9a90d1d5729}},
    {"fast::mish", {0x66d2ffc8a933056d, 0x8365fbc3feea8b4c, 0x22add679cc4b1f35, 0x1c213b3709b99140}},
    {"fast::tanhshrink", {0x582a4ce410f39fe5, 0xe759ff40e7a8dc34, 0xa1994b03d75302db, 0xf8ed180931bc3ef9}},
    {"fast::softsign", {0x6e9e2b26b4c83504, 0xfeb4c8a53b20a413, 0xc61b22c2a71735b6, 0xedc542cd1f20c7e2}},
    {"fast::exp", {0x1977012f88a505bd, 0x1977012f88a505bd, 0xb26b0397110c4161, 0xb26b0397110c4161}},
    {"fast::hardsigmoid", {0x7cb12dd9b4976c75, 0xe4a424a7ba01482d, 0xffac45738e6e250c, 0x120ac6ed1ff85ae3}},
    {"fast::hardswish", {0x74a05d75eb5a562c, 0x9df2d63e95a093a1, 0xe8ae07b5520b2eaa, 0xf3696b47929065ed}},
    {"fast::star_relu", {0xcec4f3917e2795ac, 0x3b98d96512940741, 0x398e47f4b8df23f6, 0xb6c33d8c6bbfe481}},
    {"fast::softcap", {0xe6804232c38e29e9, 0xd0e1f5743b48e317, 0xfe148ce00a8dbcaf, 0x63291fee36f082ea}},
    {"selu", {0x023aa678d4577fa0, 0xee198daa84828a7d, 0x7cdecb8dfec64882, 0xe6006fce51087e1c}},
    {"celu alpha 1", {0x0e0703eea8c6f310, 0xffbb7b3f376d0f72, 0x26f74a340816d5e7, 0x1ff22d02379310c9}},
    {"celu alpha 0.7", {0x2c159bf1263e585b, 0x07e2647356c4f493, 0x7b57d5e837cb9752, 0xb7a7e3e58de402d9}},
    {"softplus beta 1", {0x7c11d8efd9cc5cd4, 0xdb6c62a349cdec8a, 0x8758e80e7014d771, 0x37d5faf559a2e436}},
    {"softplus beta 1.7", {0x3d40fbb05049490a, 0x078d5522c476ce03, 0x2afc335673575052, 0x8b7184ef2444bab2}},
    {"softplus beta 0.5 threshold 3", {0x54532fc3a16e9593, 0xd7f613986776758a, 0x9664fe4fdb897bc9, 0xfd8a85b5fea2d07d}},
    {"log_sigmoid", {0xdca1d271f03c33f0, 0x62ddabb55856665b, 0x96ab7246196a2d3f, 0xa357d9a90d1d5729}},
    {"swish beta 1", {0x0901dc91041d819c, 0xbe9e6ce5b4a4b6e1, 0xfb0ec8a0629fa3dc, 0x8ce0cf0dceff2735}},
    {"swish beta 0.85", {0x6cf55f55958e74a1, 0x5646e8710a5356a1, 0x967a239e8a0ff1a7, 0x737996d5ab5e7531}},
    {"quick_gelu", {0x4d30018aa54f07b3, 0x3561896cd80a0774, 0x5ee4c80c577150b6, 0xf2a54652444cdd1c}},
    {"mish", {0x6f826bf2de032ab8, 0x84979cd2a5c8c878, 0x22add679cc4b1f35, 0x1c213b3709b99140}},
    {"tanhshrink", {0x4bebe619887e3f9a, 0xe759ff40e7a8dc34, 0xa1994b03d75302db, 0xf8ed180931bc3ef9}},
    {"relu6", {0x99381dd956bed257, 0x06bf3b2e361a2efb, 0xd7535b869afeb1b8, 0x2a8614f257369161}},
    {"squared_relu", {0xa7e02a7b904cf9c9, 0xf4241e5051c4c790, 0x11566f6e783a6adb, 0xe41fbef6b667a728}},
    {"threshold 0 value 0", {0x9717611f426b149d, 0x1b236d33cdce60b2, 0xb05ac4d9700bddf5, 0xf1a23b66006a294e}},
    {"threshold 0.4 value -1.7", {0x5a56bbae9a05bde8, 0x45aa25e2f25cc606, 0xfd3c833a8fd6fb08, 0xedc6f610c0a74ead}},
    {"hardtanh -1 to 1", {0x7c68f2b68acecfa9, 0x0c90f6331f3a45a6, 0x2b8180b0244b4498, 0x0b29aa858afbde0a}},
    {"hardtanh -0.3 to 1.7", {0x0e3c15c769e2c8aa, 0x1a8c6b1c000ba495, 0xc05e0208a86e1801, 0x7fcb276145b3f8ed}},
    {"hardsigmoid", {0xac55ecdd87413dd2, 0xe4a424a7ba01482d, 0xffac45738e6e250c, 0x120ac6ed1ff85ae3}},
    {"hardswish", {0x74929685c79ae9f9, 0x9df2d63e95a093a1, 0xe8ae07b5520b2eaa, 0xf3696b47929065ed}},
    {"hardshrink lambd 0.5", {0xbdcc6743b1f800fa, 0x057a2c1149b1ae56, 0x56ae083f2ca62784, 0x5ce5506a037cc100}},
    {"hardshrink lambd 1.7", {0xdc6ccd6984870f3c, 0xebbbcd17e142f77b, 0x58c46aa8c254d3a6, 0xe4fb7331680837b6}},
    {"softshrink lambd 0.5", {0xb6d4c6cc036e1656, 0x057a2c1149b1ae56, 0x63d9085aa54df178, 0x5ce5506a037cc100}},
    {"softshrink lambd 1.7", {0x5d389ada244125f0, 0xebbbcd17e142f77b, 0xc87bfa0b7b159d96, 0xe4fb7331680837b6}},
    {"softsign", {0xedc7ed8b71d24096, 0xd3af79f239c14768, 0x1762f5c320bed4ac, 0x13300d1dcc500892}},
    {"star_relu scale 0.8944 bias -0.4472",
     {0xf6bf17d02d4657ce, 0x3b98d96512940741, 0x398e47f4b8df23f6, 0xb6c33d8c6bbfe481}},
    {"star_relu scale 1.7 bias 0.3", {0x15a9dd6ef188d07d, 0xc336c23f34e3f6e9, 0xbbb28d2e826a9c4c, 0x993b740419a9da51}},
    {"softcap cap 30", {0x1d66e40ec3faae5c, 0x2a54c90a7193c802, 0xfe148ce00a8dbcaf, 0x63291fee36f082ea}},
    {"softcap cap 0.7", {0xed83cf47709bf14f, 0x87d795a7f3699d4c, 0x5d4c81c318905367, 0xeb12ba0ec97b2ce1}},
};

#endif
