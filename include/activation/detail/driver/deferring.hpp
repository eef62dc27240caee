#ifndef ACTIVATION_DETAIL_DRIVER_DEFERRING_HPP
#define ACTIVATION_DETAIL_DRIVER_DEFERRING_HPP

#include <cstddef>
#include <cstdint>
#include <utility>

#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/simd/half_lanes.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// Deferral: of a kernel that has a short way for the lanes near 0 and a long one for those far from it, far lanes are put
/// aside, and computed together when there are enough of them to fill whole batches.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// What is done about far lanes, V being one batch and W the batches that go side by side.  An output may be the same
/// memory as an input: what is put aside is read before anything is written where it stood.
///
/// The functions are calls of their own, so that what hardly ever runs takes no registers from what always does.
template <class V, class W, class Kernel, class Sinks, class Sources>
class far_lanes {
public:
    [[gnu::always_inline]] far_lanes(const Kernel& kernel, const Sinks& to, const Sources& from)
        : kernel_(kernel), to_(to), from_(from) {}

    /// What is taken next stands elsewhere; what is aside stays.
    [[gnu::always_inline]] void go_on(const Sinks& to, const Sources& from) {
        to_ = to;
        from_ = from;
    }

    /// Of the group from element i on, bit l of `far_bits` says whether lane l is far.  Returns whether nothing is left to do:
    /// where more than 13 of 32 are, or the group is of two batches and alone, it costs less to compute both ways in all lanes.
    [[gnu::noinline]] bool take(std::uint64_t far_bits, std::size_t i, bool alone = false) {
        if (alone || static_cast<std::size_t>(__builtin_popcountll(far_bits)) * 32 > 13 * group_size) {
            if (far_bits == all)
                compute_far(i);
            else
                compute_both(i);
            return true;
        }
        put_all_aside(far_bits, i);
        return false;
    }

    /// Those of a group or of less.
    [[gnu::noinline]] void put_all_aside(std::uint64_t far_bits, std::size_t i) {
        if (count_ > enough) finish();
        for (; far_bits != 0; far_bits &= far_bits - 1)
            put_aside(i + static_cast<std::size_t>(__builtin_ctzll(far_bits)));
    }

    /// Computes what is aside.
    [[gnu::noinline]] void finish() {
        for (std::size_t k = count_; k % width != 0; ++k)
            unroll<Sources::count>([&](std::size_t j) __attribute__((always_inline)) { aside_[j][k] = T(0); });
        for (std::size_t k = 0; k < count_; k += width) {
            inputs<V> in;
            unroll<Sources::count>([&](std::size_t j)
                                       __attribute__((always_inline)) { in.item[j] = load_lanes<V>(aside_[j] + k); });
            const outputs<V> results = parts::of_far_lanes(kernel_)(in);
            store_apart(k, count_ - k < width ? count_ - k : width, results, sink_numbers{});
        }
        count_ = 0;
    }

private:
    using T = scalar_t<V>;
    using parts = near_and_far<Kernel>;
    using sink_numbers = std::make_index_sequence<Sinks::count>;
    template <class X>
    using inputs = group<X, Sources::count>;
    template <class X>
    using outputs = group<X, Sinks::count>;

    static constexpr std::size_t width = lanes<V>::size, group_size = lanes<W>::size;
    static_assert(group_size <= 64);
    static constexpr std::uint64_t all = ~std::uint64_t(0) >> (64 - group_size);
    /// So many lanes make the batches that are not full at the end few, and stay in the nearest cache.
    static constexpr std::size_t enough = 128, room = enough + group_size;

    [[gnu::always_inline]] void put_aside(std::size_t i) {
        const inputs<T> in = from_.template load<T>(i);
        unroll<Sources::count>([&](std::size_t j) __attribute__((always_inline)) { aside_[j][count_] = in.item[j]; });
        note_places(i, sink_numbers{});
        ++count_;
    }
    template <std::size_t... Index>
    [[gnu::always_inline]] void note_places(std::size_t i, std::index_sequence<Index...>) {
        ((place_[Index][count_] = to_.template get<Index>().data + i), ...);
    }

    /// The first `left` lanes, each to a place of its own.  They become elements together.
    template <std::size_t... Index>
    [[gnu::always_inline]] void store_apart(std::size_t k, std::size_t left, const outputs<V>& results,
                                            std::index_sequence<Index...>) const {
        (store_lanes_apart(to_.template get<Index>(), place_[Index] + k, left, results.item[Index]), ...);
    }
    template <class Sink>
    [[gnu::always_inline]] static void store_lanes_apart(const Sink&, void* const* places, std::size_t left,
                                                         const V& value) {
        using element = typename Sink::element;
        alignas(64) element elements[width];
        store_elements(elements, value);
        for (std::size_t lane = 0; lane < left; ++lane) *static_cast<element*>(places[lane]) = elements[lane];
    }

    [[gnu::noinline]] void compute_far(std::size_t i) const {
        to_.store(i, parts::of_far_lanes(kernel_)(from_.template load<W>(i)));
    }

    [[gnu::noinline]] void compute_both(std::size_t i) const {
        // Through memory, for there are not registers enough for both.
        alignas(64) T kept[Sinks::count][group_size];
        const outputs<W> nearby = parts::of_near_lanes(kernel_)(from_.template load<W>(i));
        unroll<Sinks::count>([&](std::size_t j)
                                 __attribute__((always_inline)) { store_lanes(kept[j], nearby.item[j]); });
        outputs<W> results = parts::of_far_lanes(kernel_)(from_.template load<W>(i));
        const auto is_far = parts::is_far(kernel_, from_.template load<W>(i));
        unroll<Sinks::count>([&](std::size_t j) __attribute__((always_inline)) {
            results.item[j] = choose(is_far, results.item[j], load_lanes<W>(kept[j]));
        });
        to_.store(i, results);
    }

    [[no_unique_address]] Kernel kernel_;
    Sinks to_;
    Sources from_;
    std::size_t count_ = 0;
    void* place_[Sinks::count][room];
    alignas(64) T aside_[Sources::count][room];
};

/// far_lanes where there are any.
template <bool defers, class V, class W, class Kernel, class Sinks, class Sources>
struct place_for_far_lanes {
    using type = far_lanes<V, W, Kernel, Sinks, Sources>;
};
template <class V, class W, class Kernel, class Sinks, class Sources>
struct place_for_far_lanes<false, V, W, Kernel, Sinks, Sources> {
    struct type {
        [[gnu::always_inline]] type(const Kernel&, const Sinks&, const Sources&) {}
    };
};

/// From element i on as far as whole groups go, whose far lanes stay aside; returns where they end.
template <class V, class W, class Kernel, class Sinks, class Sources>
[[gnu::always_inline]] inline std::size_t run_beside(far_lanes<V, W, Kernel, Sinks, Sources>& aside,
                                                     const Kernel& kernel, const Sinks& to, const Sources& from,
                                                     std::size_t i, std::size_t count, bool alone) {
    using parts = near_and_far<Kernel>;
    const auto near_kernel = parts::of_near_lanes(kernel);
    return for_each_group<W>(
        i, count, [&](std::size_t position) __attribute__((always_inline)) {
            const auto is_far = parts::is_far(kernel, from.template load<W>(position));
            if (any_lane(is_far)) [[unlikely]]
                if (aside.take(lane_bits(is_far), position, alone)) return;
            to.store(position, results_at<W>(near_kernel, from, position));
        });
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
