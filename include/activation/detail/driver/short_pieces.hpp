#ifndef ACTIVATION_DETAIL_DRIVER_SHORT_PIECES_HPP
#define ACTIVATION_DETAIL_DRIVER_SHORT_PIECES_HPP

#include <cstddef>
#include <utility>

#include "activation/detail/driver/bundle.hpp"
#include "activation/detail/driver/kernel.hpp"
#include "activation/detail/simd/lane.hpp"

/// Elements that follow one another in short pieces alone, brought together on the stack.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// From how many elements on a piece goes alone.  One of few lanes costs what a whole batch does, where there is more to do
/// than to move memory.
template <class Kernel>
inline constexpr std::size_t short_piece = memory_bound<Kernel> ? 0 : 16;

template <class T, std::size_t Inputs, std::size_t Outputs>
class short_pieces {
public:
    static constexpr std::size_t capacity = 4096 / sizeof(T);

    /// The kernel of `count` elements, which fit; both move on.
    template <class Kernel, class Sinks, class Sources>
    [[gnu::noinline]] void run(const Kernel& kernel, std::size_t count, Sinks& to, Sources& from) {
        each_piece(count, from, [&](const auto& here, std::size_t first, std::size_t length) {
            gather(here, first, length, std::make_index_sequence<Inputs>{});
        });
        run_together(kernel, count, std::make_index_sequence<Outputs>{}, std::make_index_sequence<Inputs>{});
        each_piece(count, to, [&](const auto& here, std::size_t first, std::size_t length) {
            scatter(here, first, length, std::make_index_sequence<Outputs>{});
        });
    }

private:
    using V = native_t<T>;
    static constexpr std::size_t width = lanes<V>::size;

    template <class Places, class Action>
    static void each_piece(std::size_t count, Places& places, Action action) {
        for (std::size_t done = 0; done < count;) {
            const std::size_t length = places.adjacent(count - done);
            action(places.here(), done, length);
            done += length;
            places.advance(length);
        }
    }

    template <class Here, std::size_t... Index>
    void gather(const Here& here, std::size_t first, std::size_t length, std::index_sequence<Index...>) {
        (gather_one(here.template get<Index>(), in_[Index] + first, length), ...);
    }
    /// The last store reaches beyond the piece, where the next one follows, or nothing.
    template <class Source>
    [[gnu::always_inline]] static void gather_one(const Source& source, T* to, std::size_t length) {
        std::size_t i = 0;
        for (; i + width <= length; i += width) store_lanes(to + i, source.template load<V>(i));
        if (i == length) return;
        store_lanes(to + i, source.at(static_cast<std::ptrdiff_t>(i)).template load_first<V>(length - i));
    }

    template <class Here, std::size_t... Index>
    void scatter(const Here& here, std::size_t first, std::size_t length, std::index_sequence<Index...>) const {
        (scatter_one(here.template get<Index>(), out_[Index] + first, length), ...);
    }
    template <class Sink>
    [[gnu::always_inline]] static void scatter_one(const Sink& sink, const T* from, std::size_t length) {
        std::size_t i = 0;
        for (; i + width <= length; i += width) sink.store(i, load_lanes<V>(from + i));
        if (i == length) return;
        sink.at(static_cast<std::ptrdiff_t>(i)).store_first(load_lanes<V>(from + i), length - i);
    }

    template <class Kernel, std::size_t... Output, std::size_t... Input>
    void run_together(const Kernel& kernel, std::size_t count, std::index_sequence<Output...>,
                      std::index_sequence<Input...>) {
        transform(kernel, count, sinks(out_[Output]...), sources(static_cast<const T*>(in_[Input])...));
    }

    static constexpr std::size_t room = capacity + width;
    alignas(64) T in_[Inputs][room];
    alignas(64) T out_[Outputs][room];
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
