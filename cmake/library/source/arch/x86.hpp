#ifndef ACTIVATION_LIBRARY_ARCH_X86_HPP
#define ACTIVATION_LIBRARY_ARCH_X86_HPP

#include <cpuid.h>

#include <cstdint>

/// What an x86-64 processor runs, and its operating system saves.
namespace activation_library {

/// What cpuid and xgetbv say, as far as it matters here.
struct processor {
    std::uint32_t leaf1_ecx = 0;
    std::uint32_t leaf7_ebx = 0;
    std::uint64_t saved_registers = 0;

    /// Whether all those bits are set.
    static constexpr bool has(std::uint64_t word, std::uint64_t bits) { return (word & bits) == bits; }

    constexpr bool runs_sse2() const { return true; }

    /// AVX2, FMA and F16C, which the kernels of float16 take, and the operating system saves the 256-bit registers: bits 1 and 2
    /// of XCR0.
    constexpr bool runs_avx2() const {
        constexpr std::uint32_t fma = 1U << 12, osxsave = 1U << 27, avx = 1U << 28, f16c = 1U << 29;
        constexpr std::uint32_t avx2 = 1U << 5;
        return has(leaf1_ecx, fma | osxsave | avx | f16c) && has(leaf7_ebx, avx2) && has(saved_registers, 0x6);
    }

    /// F, DQ, CD, BW and VL, and the operating system saves the masks and the 512-bit registers too: bits 5 to 7.
    constexpr bool runs_avx512() const {
        constexpr std::uint32_t f = 1U << 16, dq = 1U << 17, cd = 1U << 28, bw = 1U << 30, vl = 1U << 31;
        return runs_avx2() && has(leaf7_ebx, f | dq | cd | bw | vl) && has(saved_registers, 0xe6);
    }
};

inline processor this_processor() {
    processor found;
    std::uint32_t a, b, c, d;
    if (__get_cpuid(1, &a, &b, &c, &d)) found.leaf1_ecx = c;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) found.leaf7_ebx = b;
    if ((found.leaf1_ecx & 1U << 27) != 0) {
        std::uint32_t low, high;
        asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
        found.saved_registers = std::uint64_t{high} << 32 | low;
    }
    return found;
}

}  // namespace activation_library

#endif
