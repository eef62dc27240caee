#ifndef ACTIVATION_TESTS_EXACT_KERNELS_HPP
#define ACTIVATION_TESTS_EXACT_KERNELS_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// The functions of the exact tier, and fingerprints of all that they give.
namespace exact {

/// f or f′ of one activation, compiled for this build's instruction set.
struct kernel {
    /// "gelu", "gelu derivative"
    std::string name;
    const char* activation;
    bool derivative;
    /// y[i] of x[i], by batches of the widest registers and what is left by single values.
    void (*map)(const float* x, float* y, std::size_t count);
    void (*map_one_by_one)(const float* x, float* y, std::size_t count);
};

/// Those that have more to do than to choose or to multiply once.
std::vector<kernel> kernels();

// Not std::bit_cast, which not every standard library with C++20 has; and inlined, because a 32-bit x86 function returns a
// float in an x87 register, which makes a signalling NaN a quiet one, with other bits.
[[gnu::always_inline]] constexpr std::uint32_t bits_of(float x) { return __builtin_bit_cast(std::uint32_t, x); }
[[gnu::always_inline]] constexpr float float_of(std::uint32_t bits) { return __builtin_bit_cast(float, bits); }

/// What a result of one input adds to a checksum, so that inputs may be taken in any order: SplitMix64's last step, by
/// Steele, Lea and Flood, of the bits of both.  All NaNs count as one.
inline std::uint64_t share_of(float x, float y) {
    const std::uint32_t result = y != y ? 0x7fc00000 : bits_of(y);
    std::uint64_t state = std::uint64_t{bits_of(x)} << 32 | result;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
    state = (state ^ (state >> 27)) * 0x94d049bb133111eb;
    return state ^ (state >> 31);
}

/// The inputs of a thinned checksum: every 8191st bit pattern, and every 127th of those from 2^−5 to 16 and their
/// opposites.
std::vector<float> thinned_inputs();

/// The sum of the shares of all inputs.
std::uint64_t checksum_of(const std::vector<float>& x, const std::vector<float>& y);

}  // namespace exact

#endif
