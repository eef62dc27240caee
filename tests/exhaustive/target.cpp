// What the kernels of this build were compiled for: compile it with their flags.
#include "kernel.hpp"
#include "support/functor.hpp"

namespace exhaustive {

std::string target_name() {
#if defined(__AVX512F__)
    const std::string name = "AVX-512";
#elif defined(__AVX2__)
    const std::string name = "AVX2";
#elif defined(__AVX__)
    const std::string name = "AVX";
#elif defined(__SSE4_1__)
    const std::string name = "SSE4.1";
#elif defined(__SSE2__)
    const std::string name = "SSE2";
#elif defined(__aarch64__)
    const std::string name = "NEON";
#else
    const std::string name = "scalar";
#endif
    return name + (tests::has_fused_multiply_add ? "+FMA" : " without FMA");
}

bool target_has_fused_multiply_add() { return tests::has_fused_multiply_add; }

bool processor_has_target() {
#if defined(__AVX512F__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
#elif defined(__AVX2__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#elif defined(__FMA__)
    return __builtin_cpu_supports("fma");
#else
    return true;
#endif
}

}  // namespace exhaustive
