// What a processor runs follows from its own bits and from what the operating system saves.
#include "arch/processor.hpp"

#include <cstdio>

namespace {

using activation_library::processor;

constexpr std::uint32_t fma = 1U << 12, osxsave = 1U << 27, avx = 1U << 28, f16c = 1U << 29;
constexpr std::uint32_t avx2 = 1U << 5, f = 1U << 16, dq = 1U << 17, cd = 1U << 28, bw = 1U << 30, vl = 1U << 31;
constexpr std::uint32_t old_leaf = fma | osxsave | avx | f16c, all_512 = avx2 | f | dq | cd | bw | vl;

constexpr processor haswell{old_leaf, avx2, 0x7}, skylake{old_leaf, all_512, 0xe7};
static_assert(haswell.runs_sse2() && haswell.runs_avx2() && !haswell.runs_avx512());
static_assert(skylake.runs_avx2() && skylake.runs_avx512());
static_assert(!processor{}.runs_avx2() && processor{}.runs_sse2());

// AVX2 without FMA or without F16C, as on a processor that emulates half of it.
static_assert(!processor{old_leaf & ~fma, avx2, 0x7}.runs_avx2());
static_assert(!processor{old_leaf & ~f16c, avx2, 0x7}.runs_avx2());
// The processor has it, the operating system does not say so, or saves but half of the registers.
static_assert(!processor{old_leaf & ~osxsave, all_512, 0xe7}.runs_avx2());
static_assert(!processor{old_leaf, all_512, 0x3}.runs_avx2());
static_assert(processor{old_leaf, all_512, 0x7}.runs_avx2() && !processor{old_leaf, all_512, 0x7}.runs_avx512());
static_assert(!processor{old_leaf, all_512, 0x67}.runs_avx512());
// Knights Landing: F and CD, and neither DQ, BW nor VL.
static_assert(!processor{old_leaf, avx2 | f | cd, 0xe7}.runs_avx512());
static_assert(!processor{old_leaf, all_512 & ~vl, 0xe7}.runs_avx512());

}  // namespace

int main() {
    const processor here = activation_library::this_processor();
    std::printf("avx2 %d, avx512 %d\n", here.runs_avx2(), here.runs_avx512());
    // The compiler's own opinion.
    return here.runs_avx2() == (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) &&
                   here.runs_avx512() == (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                                          __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512bw") &&
                                          __builtin_cpu_supports("avx512vl"))
               ? 0
               : 1;
}
