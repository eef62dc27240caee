#ifndef ACTIVATION_DETAIL_DRIVER_PIECE_LOOP_HPP
#define ACTIVATION_DETAIL_DRIVER_PIECE_LOOP_HPP

#include <cstddef>
#include <cstdint>
#include <utility>

#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/deferring.hpp"
#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/driver/two_steps.hpp"
#include "activation/detail/simd/lane.hpp"

/// Elements that follow one another piece by piece, in one loop, for kernels that would spend more on the way into the other
/// loops than in them.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// V is one batch, W the batches that go side by side.  Where far lanes are put aside they stay there from one piece to the
/// next, so that those of many short ones fill whole batches.
template <class V, class Kernel, class Sinks, class Sources>
class piece_loop {
    using plain_sinks = decltype(std::declval<const Sinks&>().here());
    using plain_sources = decltype(std::declval<const Sources&>().here());
    static constexpr std::size_t width = lanes<V>::size;
    using W = typename side_by_side<V, width == 1 ? 1 : interleave<Kernel>>::type;

public:
    static constexpr bool defers = deferring<Kernel, V, plain_sinks, plain_sources>;
    /// For pieces of so many elements: of fewer each goes alone (loop::few) or together with others (short_pieces), and ahead
    /// of more it pays to see to alignment.
    static constexpr std::size_t least = defers                 ? (width > 8 ? 2 * width : 16)
                                         : memory_bound<Kernel> ? width
                                         : width < 16           ? 16
                                                                : width;
    /// Beyond that what a kernel gains where its values come first is more than what is lost to far lanes of one piece alone.
    static constexpr std::size_t longest = has_value_kernel<Kernel> ? 2048 : ~std::size_t{0};
    static constexpr std::size_t most = defers ? longest : 32 * width;

    [[gnu::always_inline]] piece_loop(const Kernel& kernel, const Sinks& to, const Sources& from)
        : kernel_(kernel), aside_(kernel, to.here(), from.here()) {}

    /// The kernel of `count` rows of so many elements.
    [[gnu::noinline]] void run(std::size_t count, std::size_t length, Sinks to, Sources from) {
#pragma GCC unroll 1
        for (; count != 0; --count) {
            if constexpr (defers) aside_.go_on(to.here(), from.here());
            run_piece(length, to.here(), from.here());
            to.next_row(length);
            from.next_row(length);
        }
        if constexpr (defers) aside_.finish();
    }

private:
    using inputs = group<V, Sources::count>;

    [[gnu::always_inline]] void run_piece(std::size_t count, const plain_sinks& to, const plain_sources& from) {
        // Before anything is written, for in place a neighbour's results would stand in it.
        inputs last;
        if constexpr (!defers)
            if (count % width != 0) from.load_into(last, count - width);
        std::size_t i = run_groups(count, to, from);
        i = for_each_group<V>(
            i, count, [&](std::size_t position) __attribute__((always_inline)) {
                inputs in;
                from.load_into(in, position);
                to.store(position, result(in, position, width));
            });
        if (i == count) return;
        if (!defers) return to.store(count - width, kernel_(last));
        inputs in;
        from.at(i).load_first_into(in, count - i);
        to.at(i).store_first(result(in, i, count - i), count - i);
    }

    /// As far as whole groups go; returns where they end.
    [[gnu::always_inline]] std::size_t run_groups(std::size_t count, const plain_sinks& to, const plain_sources& from) {
        std::size_t i = 0;
        if constexpr (!defers && in_two_steps<Kernel, W, Sources::count>)
            if (count >= 4 * lanes<W>::size) i = run_in_two_steps<V, W>(kernel_, to, from, i, count);
        return for_each_group<W>(
            i, count, [&](std::size_t position) __attribute__((always_inline)) { run_group(position, to, from); });
    }

    [[gnu::always_inline]] void run_group(std::size_t i, const plain_sinks& to, const plain_sources& from) {
        if constexpr (defers) {
            const auto is_far = near_and_far<Kernel>::is_far(kernel_, from.template load<W>(i));
            if (any_lane(is_far)) [[unlikely]]
                if (aside_.take(lane_bits(is_far), i)) return;
            to.store(i, results_at<W>(near_and_far<Kernel>::of_near_lanes(kernel_), from, i));
        } else {
            to.store_in_order(i, results_at<W>(kernel_, from, i));
        }
    }

    /// Of one batch, or of its first `left` lanes, from element i on.
    [[gnu::always_inline]] auto result(const inputs& in, [[maybe_unused]] std::size_t i,
                                       [[maybe_unused]] std::size_t left) {
        if constexpr (defers) {
            const auto is_far = near_and_far<Kernel>::is_far(kernel_, in);
            if (any_lane(is_far)) [[unlikely]]
                aside_.put_all_aside(lane_bits(is_far) & ~(~std::uint64_t{1} << (left - 1)), i);
            return near_and_far<Kernel>::of_near_lanes(kernel_)(in);
        } else {
            return kernel_(in);
        }
    }

    Kernel kernel_;
    typename place_for_far_lanes<defers, V, W, Kernel, plain_sinks, plain_sources>::type aside_;
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
