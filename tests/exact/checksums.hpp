#ifndef ACTIVATION_TESTS_EXACT_CHECKSUMS_HPP
#define ACTIVATION_TESTS_EXACT_CHECKSUMS_HPP

#include <cstdint>

namespace exact {

/// What every target must make of every float, and of the thinned set: the sums that exact_exhaustive prints.
struct committed_checksum {
    const char* kernel;
    std::uint64_t every_float;
    std::uint64_t thinned;
};

inline constexpr committed_checksum checksums[] = {
    {"elu", 0x384e8606859b8fe7, 0xce64d531cf7970a1},
    {"elu derivative", 0x000a0fafe7ce5dc3, 0x902cc36b1614e26d},
    {"gelu", 0x77ff9a35f38700c1, 0xbf2c88fe114ac780},
    {"gelu derivative", 0x98563a29926f3021, 0x28b9e17dd089e6fd},
    {"gelu_tanh", 0xed55cc5d9588bdd5, 0x326c9c812c306d83},
    {"gelu_tanh derivative", 0x5389e9640e9c013b, 0x225201d50d4066f8},
    {"silu", 0xac31e4d5a68fed81, 0xd265f1a46ac2ee91},
    {"silu derivative", 0xa66138c632adf337, 0x157059a4306522cc},
    {"sigmoid", 0x9a2a1e4b06fbde80, 0x00194b4eb81dbef4},
    {"sigmoid derivative", 0x5aa51e459274ce43, 0x7482ed19d51f2faa},
    {"tanh", 0xc805c4afc419cf8a, 0x9a48e14015eb0394},
    {"tanh derivative", 0x4db38f6fdde367e8, 0x625fe5375174b063},
    {"exp", 0x4ccc7cddaea06b26, 0xafd4072e00b711fc},
    {"exp derivative", 0x4ccc7cddaea06b26, 0xafd4072e00b711fc},
    {"selu", 0xd4e0879f5d83d3d8, 0x5c1debace0e33320},
    {"selu derivative", 0x86fe232aa3c4bd3d, 0xd465e6c2f3d6be8d},
    {"mish", 0x4e17db3f230e93cf, 0x3ab7f07659595952},
    {"mish derivative", 0xd89a5a68fda61062, 0x027ee08f25418537},
    {"quick_gelu", 0x667ea526d5dbad30, 0x3f180d8642803800},
    {"quick_gelu derivative", 0xf6f235983535d263, 0x0d1f5ea8d327f7fc},
    {"softplus", 0x6466007299f8f063, 0x49ebc01a9563656f},
    {"softplus derivative", 0x9a2a1e4b06fbde80, 0x00194b4eb81dbef4},
    {"log_sigmoid", 0xa066b8fa7e7ef98c, 0xfad5612b2e34e418},
    {"log_sigmoid derivative", 0xe4d8b9969d33520c, 0xb957de78c86327eb},
    {"tanhshrink", 0x6e84b3b70d5ddab7, 0x111c41c0e375afb9},
    {"tanhshrink derivative", 0x21c8e2c4f9cfbdf6, 0x661c25cbdc24412b},
};

}  // namespace exact

#endif
