#ifndef ACTIVATION_DETAIL_DRIVER_STREAMING_HPP
#define ACTIVATION_DETAIL_DRIVER_STREAMING_HPP

#include <atomic>
#include <cstddef>

#include "activation/detail/arch/cache.hpp"
#include "activation/detail/arch/target.hpp"

namespace activation {

// Data, not code: one variable for all targets of a program, so it stands outside the target's namespace.
namespace detail::shared {

/// Bytes from which a call streams; 0 until the cache has been asked for its size.
inline std::atomic<std::size_t> streaming_threshold{0};

}  // namespace detail::shared

inline namespace ACTIVATION_TARGET {

/// Calls that only move memory (the ReLU family) write around the cache once their inputs and outputs together exceed
/// this many bytes: the caller's next read of the output then comes from memory, which it would anyway.  The default
/// is the size of the last-level cache.  SIZE_MAX switches streaming stores off.
inline void set_streaming_threshold(std::size_t bytes) noexcept {
    detail::shared::streaming_threshold.store(bytes == 0 ? 1 : bytes, std::memory_order_relaxed);
}

namespace detail {

inline std::size_t streaming_threshold() noexcept {
    const std::size_t known = shared::streaming_threshold.load(std::memory_order_relaxed);
    if (known != 0) [[likely]]
        return known;
    std::size_t unset = 0;
    const std::size_t measured = last_level_cache_bytes();
    return shared::streaming_threshold.compare_exchange_strong(unset, measured, std::memory_order_relaxed) ? measured
                                                                                                           : unset;
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
