#ifndef ACTIVATION_DETAIL_DRIVER_DRIVER_HPP
#define ACTIVATION_DETAIL_DRIVER_DRIVER_HPP

#include <cstddef>
#include <cstdint>
#include <xsimd/xsimd.hpp>

#include "activation/detail/driver/memory.hpp"
#include "activation/detail/driver/streaming.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// The loops of the library.  A kernel maps a group of inputs to a group of outputs, lane by lane; the driver feeds
/// it with batches from memory and knows nothing of what it computes.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// A fixed number of values, one for each input or output of a kernel.
template <class V, std::size_t Count>
struct group {
    V item[Count];
};

template <class T, class... More>
[[gnu::always_inline]] constexpr group<T, 1 + sizeof...(More)> group_of(T first, More... more) {
    return {{first, more...}};
}

/// The widest batch of T that this target has, or T itself where xsimd knows no vectors.
template <class T, bool vectors = xsimd::types::has_simd_register<T, xsimd::default_arch>::value>
struct native {
    using type = xsimd::batch<T, xsimd::default_arch>;
};
template <class T>
struct native<T, false> {
    using type = T;
};
template <class T>
using native_t = typename native<T>::type;

/// How many batches a kernel wants to see side by side; a kernel that says nothing sees one.
template <class Kernel>
inline constexpr std::size_t interleave = 1;
template <class Kernel>
    requires requires { Kernel::interleave; }
inline constexpr std::size_t interleave<Kernel> = Kernel::interleave;

/// Count batches as one value, and one as itself.
template <class V, std::size_t Count>
struct side_by_side {
    using type = pack<V, Count>;
};
template <class V>
struct side_by_side<V, 1> {
    using type = V;
};

/// A kernel that only moves memory may write around the cache.
template <class Kernel>
inline constexpr bool memory_bound = false;
template <class Kernel>
    requires requires { Kernel::memory_bound; }
inline constexpr bool memory_bound<Kernel> = Kernel::memory_bound;

/// A kernel that is taken in two steps: kernel(in) is finish(in, prepare(in)).  A processor sees only so many operations
/// ahead.  Where each waits for the one before, it has more to do at once among many short first steps, and then among as
/// many second ones, than on the long ways from loads to stores.
template <class Kernel, class V, std::size_t Inputs>
concept in_two_steps = requires(const Kernel& kernel, const group<V, Inputs>& in) {
    kernel.finish(in, kernel.prepare(in));
};

/// The loops.  V is one batch, W the batches that go side by side.
template <class V, class Kernel, class T, std::size_t Inputs, std::size_t Outputs>
class loop {
public:
    static constexpr std::size_t width = lanes<V>::size;
    using W = typename side_by_side<V, width == 1 ? 1 : interleave<Kernel>>::type;

    [[gnu::always_inline]] loop(const Kernel& kernel, const group<T*, Outputs>& to, const group<const T*, Inputs>& from)
        : kernel_(kernel), to_(to), from_(from) {}

    /// The first and the last batch overlap their neighbours, the one so that all others are aligned in the first
    /// output, the other because it ends with the last element.  Both are loaded before anything is written: in place
    /// a neighbour's results would already stand in their inputs.
    [[gnu::always_inline]] void run(std::size_t count) const {
        const bool partial = count < width;
        const group<V, Inputs> last = partial ? load_few(count) : load_at<V>(count - width);
        const std::size_t skipped = count > worth_aligning ? elements_to_alignment(to_.item[0]) : 0;
        const group<V, Inputs> first = skipped != 0 ? load_at<V>(0) : last;
        std::size_t i = run_side_by_side(skipped, count);
        bool first_is_left = skipped != 0;
        // One by one: what is left of the middle, then the two ends, all through one copy of the kernel.
        while (first_is_left || i < count) {
            const bool middle = count - i > width;
            const bool end = !middle && i < count;
            const group<V, Outputs> results = kernel_(middle ? load_at<V>(i) : end ? last : first);
            if (end && partial) return store_few(results, count);
            store_at(middle ? i : end ? count - width : 0, results);
            if (!middle && !end) first_is_left = false;
            i = middle ? i + width : count;
        }
    }

private:
    static constexpr std::size_t worth_aligning = 32 * width;

    /// As far as whole groups of batches go; returns where they end.
    [[gnu::always_inline]] std::size_t run_side_by_side(std::size_t i, std::size_t count) const {
        if constexpr (memory_bound<Kernel> && Outputs == 1 && can_stream<W>)
            if ((Inputs + Outputs) * sizeof(T) * count > streaming_threshold() && is_aligned(i) && !in_place())
                return stream_side_by_side(i, count);
        if constexpr (in_two_steps<Kernel, W, Inputs>) return run_in_two_steps(i, count);
        return for_each_group(
            i, count, [&](std::size_t at) __attribute__((always_inline)) { store_at(at, kernel_(load_at<W>(at))); });
    }

    /// Block by block, short enough for the nearest cache to keep what was prepared.  At -O3 g++ would write out every turn
    /// of a block.
    [[gnu::always_inline]] std::size_t run_in_two_steps(std::size_t i, std::size_t count) const {
        constexpr std::size_t stride = lanes<W>::size, block = 16 * width / stride * stride;
        using parts = decltype(kernel_.prepare(load_at<W>(i)));
        constexpr std::size_t size = sizeof(parts) / sizeof(W);
        alignas(64) T prepared[size][block];
        while (count - i >= stride) {
            const std::size_t end = count - i < block ? (count - i) / stride * stride : block;
#pragma GCC unroll 1
            for (std::size_t j = 0; j < end; j += stride) {
                const parts results = kernel_.prepare(load_at<W>(i + j));
                unroll<size>([&](std::size_t k)
                                 __attribute__((always_inline)) { store_lanes(prepared[k] + j, results.item[k]); });
            }
#pragma GCC unroll 1
            for (std::size_t j = 0; j < end; j += stride) {
                parts results;
                unroll<size>([&](std::size_t k)
                                 __attribute__((always_inline)) { results.item[k] = load_lanes<W>(prepared[k] + j); });
                store_at(i + j, kernel_.finish(load_at<W>(i + j), results));
            }
            i += end;
        }
        return i;
    }

    [[gnu::always_inline]] std::size_t stream_side_by_side(std::size_t i, std::size_t count) const {
        const std::size_t end = for_each_group(
            i, count, [&](std::size_t at) __attribute__((always_inline)) {
                stream_lanes(to_.item[0] + at, kernel_(load_at<W>(at)).item[0]);
            });
        registers::finish_streaming();
        return end;
    }

    /// action(i), action(i + lanes), … while a whole group is left; returns where they end.  i is compared with the last
    /// place: of a count − i that is compared with the lanes g++ thinks it may wrap round, and warns, where it knows count.
    template <class Action>
    [[gnu::always_inline]] static std::size_t for_each_group(std::size_t i, std::size_t count, Action action) {
        constexpr std::size_t size = lanes<W>::size;
        if (count < size) return i;
        for (const std::size_t last = count - size; i <= last; i += size) action(i);
        return i;
    }

    /// A low threshold lets ranges stream that are too short to have been aligned.
    bool is_aligned(std::size_t i) const {
        return reinterpret_cast<std::uintptr_t>(to_.item[0] + i) % (width * sizeof(T)) == 0;
    }

    bool in_place() const {
        bool same = false;
        for (const T* from : from_.item) same = same || from == to_.item[0];
        return same;
    }

    static std::size_t elements_to_alignment(const T* pointer) {
        const std::size_t past = reinterpret_cast<std::uintptr_t>(pointer) % (width * sizeof(T));
        return past % sizeof(T) != 0 ? 0 : (width - past / sizeof(T)) % width;
    }

    template <class X>
    [[gnu::always_inline]] group<X, Inputs> load_at(std::size_t position) const {
        group<X, Inputs> values;
        unroll<Inputs>([&](std::size_t i) __attribute__((always_inline)) {
            values.item[i] = load_lanes<X>(from_.item[i] + position);
        });
        return values;
    }

    template <class X>
    [[gnu::always_inline]] void store_at(std::size_t position, const group<X, Outputs>& results) const {
        unroll<Outputs>([&](std::size_t i)
                            __attribute__((always_inline)) { store_lanes(to_.item[i] + position, results.item[i]); });
    }

    /// Fewer elements than one batch has.
    [[gnu::always_inline]] group<V, Inputs> load_few(std::size_t count) const {
        group<V, Inputs> values;
        unroll<Inputs>([&](std::size_t i)
                           __attribute__((always_inline)) { values.item[i] = load_first<V>(from_.item[i], count); });
        return values;
    }

    [[gnu::always_inline]] void store_few(const group<V, Outputs>& results, std::size_t count) const {
        unroll<Outputs>([&](std::size_t i)
                            __attribute__((always_inline)) { store_first(to_.item[i], results.item[i], count); });
    }

    Kernel kernel_;
    group<T*, Outputs> to_;
    group<const T*, Inputs> from_;
};

/// to[j][i] = kernel(from[0][i], …)[j] for i < count.  An output may be the same memory as an input.
///
/// The ends and what is shorter than one batch go through the same code as all else, so that a result does not depend
/// on where in the array its element stands.
template <class T, class Kernel, std::size_t Inputs, std::size_t Outputs>
inline void transform(Kernel kernel, std::size_t count, group<T*, Outputs> to, group<const T*, Inputs> from) {
    if (count == 0) return;
    // A compiler that knows how much memory stands behind a pointer warns of the whole registers that would not fit, though
    // they are never loaded or stored: it is not to know.
    unroll<Outputs>([&](std::size_t i) __attribute__((always_inline)) { to.item[i] = __builtin_launder(to.item[i]); });
    unroll<Inputs>([&](std::size_t i)
                       __attribute__((always_inline)) { from.item[i] = __builtin_launder(from.item[i]); });
    loop<native_t<T>, Kernel, T, Inputs, Outputs>(kernel, to, from).run(count);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
