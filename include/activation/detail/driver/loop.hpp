#ifndef ACTIVATION_DETAIL_DRIVER_LOOP_HPP
#define ACTIVATION_DETAIL_DRIVER_LOOP_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "activation/detail/driver/after_values.hpp"
#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/deferring.hpp"
#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/driver/memory.hpp"
#include "activation/detail/driver/streaming.hpp"
#include "activation/detail/driver/two_steps.hpp"
#include "activation/detail/simd/lane.hpp"

/// The loops of the library.  A kernel maps a group of inputs to a group of outputs, lane by lane; the loops feed it with
/// batches from memory and know nothing of what it computes.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// The loops.  V is one batch, W the batches that go side by side.
template <class V, class Kernel, class Sinks, class Sources>
class loop {
public:
    static constexpr std::size_t width = lanes<V>::size;
    using W = typename side_by_side<V, width == 1 ? 1 : interleave<Kernel>>::type;

    [[gnu::always_inline]] loop(const Kernel& kernel, const Sinks& to, const Sources& from)
        : kernel_(kernel), to_(to), from_(from) {}

    /// The first and the last batch overlap their neighbours, the one so that all others are aligned in the first
    /// output, the other because it ends with the last element.  Both are loaded before anything is written: in place
    /// a neighbour's results would already stand in their inputs.
    [[gnu::always_inline]] void run(std::size_t count) const {
        const bool partial = count < width;
        inputs<V> last, first, in;
        if (partial)
            from_.load_first_into(last, count);
        else
            from_.load_into(last, count - width);
        const std::size_t skipped = count > worth_aligning ? elements_to_alignment() : 0;
        if (skipped != 0)
            from_.load_into(first, 0);
        else
            assign(first, last);
        std::size_t i = run_side_by_side(skipped, count);
        bool first_is_left = skipped != 0;
        // One by one: what is left of the middle, then the two ends, all through one copy of the kernel.
        while (first_is_left || i < count) {
            const bool middle = count - i > width;
            const bool end = !middle && i < count;
            if (middle)
                from_.load_into(in, i);
            else if (end)
                assign(in, last);
            else
                assign(in, first);
            const std::size_t position = middle ? i : end ? count - width : 0;
            if constexpr (many_constants<Kernel>)
                apart(kernel_, to_, position, count, in);
            else
                one(kernel_, to_, position, count, in);
            if (end && partial) return;
            if (!middle && !end) first_is_left = false;
            i = middle ? i + width : count;
        }
    }

    /// Nothing but what few elements need, for a kernel that is an instruction or two: before the loops above there is
    /// more to do than in it.  The four batches overlap where there are fewer elements, and all are loaded before one is
    /// stored.
    [[gnu::always_inline]] void run_few(std::size_t count) const {
        inputs<V> first, second, third, last;
        if (count < width) {
            from_.load_first_into(first, count);
            return to_.store_first(kernel_(first), count);
        }
        const std::size_t end = count - width;
        from_.load_into(first, 0);
        from_.load_into(last, end);
        if (count > 2 * width) {
            const std::size_t middle = end < 2 * width ? end : 2 * width;
            from_.load_into(second, width);
            from_.load_into(third, middle);
            to_.store(width, kernel_(second));
            to_.store(middle, kernel_(third));
        }
        to_.store(0, kernel_(first));
        to_.store(end, kernel_(last));
    }

    static constexpr std::size_t few = memory_bound<Kernel> ? 4 * width : 0;

    /// As far as whole groups of batches go; returns where they end.
    [[gnu::always_inline]] std::size_t run_side_by_side(std::size_t i, std::size_t count) const {
        if constexpr (memory_bound<Kernel> && Sinks::count == 1 && can_stream<W> && holds_values<first_sink>)
            if ((Sources::count + Sinks::count) * element_size * count > streaming_threshold() && is_aligned(i) &&
                !from_.has(to_.template get<0>().address()))
                return stream_side_by_side(i, count);
        if constexpr (has_value_kernel<Kernel>)
            if (count - i >= 4 * lanes<W>::size) return run_after_values<V, W>(kernel_, to_, from_, i, count);
        if constexpr (in_two_steps<Kernel, W, Sources::count>)
            return run_in_two_steps<V, W>(kernel_, to_, from_, i, count);
        if constexpr (deferring<Kernel, V, Sinks, Sources>) return run_deferring(i, count);
        return for_each_group<W>(
            i, count, [&](std::size_t position) __attribute__((always_inline)) {
                if constexpr (memory_bound<Kernel>)
                    to_.store_in_order(position, results_at<W>(kernel_, from_, position));
                else
                    to_.store(position, results_at<W>(kernel_, from_, position));
            });
    }

private:
    template <class X>
    using inputs = group<X, Sources::count>;

    /// The batch at position, or all there is if count is less.
    [[gnu::always_inline]] static void one(const Kernel& kernel, const Sinks& to, std::size_t position,
                                           std::size_t count, const inputs<V>& in) {
        const auto results = kernel(in);
        if (count < width) return to.store_first(results, count);
        to.store(position, results);
    }
    /// The same in a function of its own.
    [[gnu::noinline]] static void apart(const Kernel& kernel, const Sinks& to, std::size_t position, std::size_t count,
                                        const inputs<V>& in) {
        one(kernel, to, position, count, in);
    }

    static constexpr std::size_t worth_aligning = 32 * width;

    /// Value by value, see bundle::load_into.
    [[gnu::always_inline]] static void assign(inputs<V>& to, const inputs<V>& from) {
        unroll<Sources::count>([&](std::size_t i) __attribute__((always_inline)) { to.item[i] = from.item[i]; });
    }
    using first_sink = std::remove_cvref_t<decltype(std::declval<const Sinks&>().template get<0>())>;
    using element = typename first_sink::element;
    static constexpr std::size_t element_size = sizeof(element);

    [[gnu::always_inline]] std::size_t run_deferring(std::size_t i, std::size_t count) const {
        if (count - i < lanes<W>::size) return i;
        const bool alone = lanes<W>::size <= 2 * width && count - i < 2 * lanes<W>::size;
        far_lanes<V, W, Kernel, Sinks, Sources> aside(kernel_, to_, from_);
        const std::size_t end = run_beside(aside, kernel_, to_, from_, i, count, alone);
        aside.finish();
        return end;
    }

    [[gnu::always_inline]] std::size_t stream_side_by_side(std::size_t i, std::size_t count) const {
        // clang 14 does not deduce aggregates.
        const streaming_sink<element> streaming{to_.template get<0>().data};
        const std::size_t end = for_each_group<W>(
            i, count, [&](std::size_t position) __attribute__((always_inline)) {
                streaming.store(position, kernel_(from_.template load<W>(position)).item[0]);
            });
        registers::finish_streaming();
        return end;
    }

    std::uintptr_t address_of_first() const {
        return reinterpret_cast<std::uintptr_t>(to_.template get<0>().address());
    }

    /// A low threshold lets ranges stream that are too short to have been aligned.
    bool is_aligned(std::size_t i) const {
        return (address_of_first() + i * element_size) % (width * element_size) == 0;
    }

    std::size_t elements_to_alignment() const {
        const std::size_t past = address_of_first() % (width * element_size);
        return past % element_size != 0 ? 0 : (width - past / element_size) % width;
    }

    Kernel kernel_;
    Sinks to_;
    Sources from_;
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
