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
    {"prelu weight 0.25", {0x7e28d89ab7cbe087, 0x7d679b2dbb2f4421, 0xb682a0e62a0df58d, 0xb3820b5266c3a4a4}},
    {"elu alpha 1", {0x0e0703eea8c6f310, 0xffbb7b3f376d0f72, 0x26f74a340816d5e7, 0x1ff22d02379310c9}},
    {"elu alpha 0.3", {0xf7e914cda4a9f8fc, 0x8b1f9a8658bba1a3, 0x50dbef628f27da10, 0xf38579460b2c65cf}},
    {"elu alpha 1.67", {0xda2c65a27a06c80b, 0x891491e57e30e11e, 0x8a873a496edb0157, 0x967fc23568cdd1a0}},
    {"gelu", {0x9189cf2699a1e908, 0x5327dd4d6f7fa30e, 0xfd6ac14866ab9237, 0x38dea6d52e355e58}},
    {"gelu_tanh", {0x3c92c2ae5e0ef759, 0xc5208cdf8ae4e7ac, 0xd052e2d44b85282a, 0x958fdabef37779b7}},
    {"silu", {0x0901dc91041d819c, 0xbe9e6ce5b4a4b6e1, 0xfb0ec8a0629fa3dc, 0x51723bc0a5ad35cc}},
    {"sigmoid", {0xdb6c62a349cdec8a, 0x6fe168f800117556, 0x0597bb9971aeb5d2, 0x469b7b4be0e8a2e5}},
    {"tanh", {0xa348caba7b67bee5, 0x225ad21be1d0d48c, 0x0ba26d3b1c63280e, 0x0aaff76cb320ca36}},
    {"fast::gelu", {0xefa50ed98005314a, 0x26ecd524627b4718, 0x0c0da1696d7c7208, 0xfe064379d6195046}},
    {"fast::gelu_tanh", {0x90fdfad9824b1a1e, 0x18c1478a6e3fea14, 0xa69d21ec808c332a, 0x7d9b26dd9bd727a1}},
    {"fast::silu", {0x156a981fc2c7cd1d, 0x1a8112e64123f1e0, 0x81f0615f355dcef4, 0xf86cd874bf1d41ad}},
    {"fast::sigmoid", {0xaa6157c7e8775404, 0x375fec92db8a230c, 0xd70b790cba1db416, 0x4739c4af40a7061f}},
    {"fast::tanh", {0xa2e1c80cb92eff41, 0xac00592f68f9c48e, 0x0ba26d3b1c63280e, 0xd540453ba44cf5d2}},
    {"selu", {0x023aa678d4577fa0, 0xee198daa84828a7d, 0x7cdecb8dfec64882, 0xe6006fce51087e1c}},
    {"celu alpha 1", {0x0e0703eea8c6f310, 0xffbb7b3f376d0f72, 0x26f74a340816d5e7, 0x1ff22d02379310c9}},
    {"celu alpha 0.7", {0x2c159bf1263e585b, 0x07e2647356c4f493, 0x7b57d5e837cb9752, 0xb7a7e3e58de402d9}},
    {"softplus beta 1", {0x7c11d8efd9cc5cd4, 0x1edc61d08a268cb9, 0x8758e80e7014d771, 0x16c3806bbcb69902}},
    {"softplus beta 1.7", {0x3d40fbb05049490a, 0xccebb84af73359cf, 0x2afc335673575052, 0x721305802a2190d2}},
    {"log_sigmoid", {0xdca1d271f03c33f0, 0x62ddabb55856665b, 0x96ab7246196a2d3f, 0xa357d9a90d1d5729}},
    {"swish beta 1", {0xd11180262bbf3a76, 0x66780c640a36ecc0, 0x1e211a66a7110f12, 0x988d80d08daab87e}},
    {"swish beta 0.85", {0x6d42e116bb73b0da, 0x8d921feb1b498c30, 0xd9a0190bd31bc47b, 0x8cfd731ba580bb8b}},
    {"quick_gelu", {0x9ba7addbfe245bdd, 0x745931eb0620ea2d, 0x24564508ef82c715, 0x823ad39583393d29}},
    {"mish", {0x0179e3eb49846a06, 0x3fdfcef8425febc4, 0xeaa0e0e89ac93b67, 0xd1e1b8071334fd6b}},
    {"tanhshrink", {0xac4956159ca097b0, 0x4272cf9c198b1cbc, 0xd724a2da5e0a6ebf, 0x9712dfab4f1b23cb}},
};

#endif
