#ifndef ACTIVATION_DETAIL_DRIVER_TWO_STEPS_HPP
#define ACTIVATION_DETAIL_DRIVER_TWO_STEPS_HPP

#include <cstddef>

#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/simd/lane.hpp"

/// What is prepared of many elements before the first of them is finished.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// As far from element i as whole groups of batches go, up to `count`; returns where they end.  V is one batch, W the batches
/// that go side by side.
///
/// Block by block, short enough for the nearest cache to keep what was prepared.  At -O3 g++ would write out every turn of a
/// block.
template <class V, class W, class Kernel, class Sinks, class Sources>
[[gnu::always_inline]] inline std::size_t run_in_two_steps(const Kernel& kernel, const Sinks& to, const Sources& from,
                                                           std::size_t i, std::size_t count) {
    using T = scalar_t<V>;
    constexpr std::size_t group_size = lanes<W>::size, block = 1024 / sizeof(T) / group_size * group_size;
    using parts = decltype(kernel.prepare(from.template load<W>(i)));
    constexpr std::size_t size = sizeof(parts) / sizeof(W);
    alignas(64) T prepared[size][block];
    while (count - i >= group_size) {
        const std::size_t end = length_of_block(count - i, block, group_size);
#pragma GCC unroll 1
        for (std::size_t j = 0; j < end; j += group_size) {
            const parts results = kernel.prepare(from.template load<W>(i + j));
            unroll<size>([&](std::size_t k)
                             __attribute__((always_inline)) { store_lanes(prepared[k] + j, results.item[k]); });
        }
#pragma GCC unroll 1
        for (std::size_t j = 0; j < end; j += group_size) {
            parts results;
            unroll<size>([&](std::size_t k)
                             __attribute__((always_inline)) { results.item[k] = load_lanes<W>(prepared[k] + j); });
            to.store(i + j, kernel.finish(from.template load<W>(i + j), results));
        }
        i += end;
    }
    return i;
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
