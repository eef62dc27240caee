#ifndef ACTIVATION_DETAIL_DRIVER_LANE_COUNT_HPP
#define ACTIVATION_DETAIL_DRIVER_LANE_COUNT_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/simd/widen.hpp"

/// How many lanes of comparisons hold, part by part of blocks of a row.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// In a row of any width.
template <class V>
class lane_count {
public:
    [[gnu::always_inline]] lane_count() {
        unroll<parts>([&](std::size_t i) __attribute__((always_inline)) { count_[i] = V(scalar_t<V>(0)); });
    }
    [[gnu::always_inline]] void add(std::size_t i, const mask_t<V>& holds) {
        count_[i] = choose(holds, V(count_[i] + V(scalar_t<V>(1))), count_[i]);
    }
    [[gnu::always_inline]] double total() const {
        doubles_t<V> counts[parts];
        unroll<parts>([&](std::size_t i) __attribute__((always_inline)) { counts[i] = widened(count_[i]); });
        return total_of_lanes<false>(counts, counts).high;
    }

private:
    static constexpr std::size_t parts = block_parts<V>;
    V count_[parts];
};

/// The same in a short row, where the target tells at once.
template <class V>
class quick_lane_count {
public:
    [[gnu::always_inline]] void add(std::size_t, const mask_t<V>& holds) {
        count_ += registers::lanes_that_hold(holds.data);
    }
    [[gnu::always_inline]] double total() const { return count_; }

private:
    int count_ = 0;
};

template <class V>
inline constexpr bool tells_at_once = requires(const mask_t<V>& holds) {
    registers::lanes_that_hold(holds.data);
};

template <class V>
using short_lane_count = std::conditional_t<tells_at_once<V>, quick_lane_count<V>, lane_count<V>>;

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
