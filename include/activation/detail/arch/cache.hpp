#ifndef ACTIVATION_DETAIL_ARCH_CACHE_HPP
#define ACTIVATION_DETAIL_ARCH_CACHE_HPP

#include <cstddef>

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#endif

#include "activation/detail/arch/target.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// The largest cache that cpuid reports, 32 MiB where it reports none.  (sysconf's answer is the sum over all sockets'
/// caches on some virtual machines.)
inline std::size_t last_level_cache_bytes() noexcept {
    std::size_t largest = 0;
#if defined(__x86_64__) || defined(__i386__)
    constexpr unsigned leaves[] = {0x4u, 0x8000001du};
    for (const unsigned leaf : leaves) {
        unsigned a, b, c, d;
        for (unsigned index = 0; index < 8 && __get_cpuid_count(leaf, index, &a, &b, &c, &d) && (a & 31) != 0;
             ++index) {
            const std::size_t ways = (b >> 22) + 1, partitions = (b >> 12 & 1023) + 1, line = (b & 4095) + 1;
            const std::size_t bytes = ways * partitions * line * (std::size_t{c} + 1);
            if (bytes > largest) largest = bytes;
        }
    }
#endif
    return largest != 0 ? largest : std::size_t{32} << 20;
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
