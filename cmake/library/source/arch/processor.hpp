#ifndef ACTIVATION_LIBRARY_ARCH_PROCESSOR_HPP
#define ACTIVATION_LIBRARY_ARCH_PROCESSOR_HPP

/// this_processor(), which has a member runs_<name>() for each target that cmake/library/targets.cmake has for its family.
#if defined(__x86_64__)
#include "x86.hpp"
#elif defined(__aarch64__) && defined(__linux__)
#include "aarch64.hpp"
#else

namespace activation_library {

/// Whatever runs at all runs what the compiler is told nothing for; NEON is part of every aarch64 processor.
struct processor {
    constexpr bool runs_neon() const { return true; }
    constexpr bool runs_scalar() const { return true; }
};

inline processor this_processor() { return {}; }

}  // namespace activation_library

#endif

#endif
