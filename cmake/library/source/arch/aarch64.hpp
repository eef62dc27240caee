#ifndef ACTIVATION_LIBRARY_ARCH_AARCH64_HPP
#define ACTIVATION_LIBRARY_ARCH_AARCH64_HPP

#include <sys/auxv.h>
#include <sys/prctl.h>

#include <cstdint>

/// What an aarch64 processor runs under Linux.
namespace activation_library {

/// What getauxval and prctl say, as far as it matters here.
struct processor {
    static constexpr std::uint64_t sve = 1U << 22;

    std::uint64_t capabilities = 0;
    /// Bytes of a register of SVE in the thread that asks.
    std::uint32_t register_bytes = 0;

    constexpr bool runs_neon() const { return true; }

    /// SVE exists from Armv8.2 on, so that its processors run the rest of what the compiler takes from there.
    constexpr bool runs_sve(std::uint32_t bits) const {
        return (capabilities & sve) != 0 && register_bytes * 8 == bits;
    }
    constexpr bool runs_sve256() const { return runs_sve(256); }
    constexpr bool runs_sve512() const { return runs_sve(512); }
};

inline processor this_processor() {
    processor found;
    found.capabilities = getauxval(AT_HWCAP);
    if ((found.capabilities & processor::sve) != 0) {
        // PR_SVE_GET_VL, which older headers lack; above the length its answer has flags.
        const int answer = prctl(51, 0, 0, 0, 0);
        if (answer > 0) found.register_bytes = static_cast<std::uint32_t>(answer) & 0xffff;
    }
    return found;
}

}  // namespace activation_library

#endif
