#ifndef ACTIVATION_DETAIL_DRIVER_ROW_TILE_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_TILE_HPP

#include <cstddef>

#include "activation/detail/driver/row_place.hpp"

/// Rows whose elements do not follow one another, brought together on the stack: a few that begin side by side at a time,
/// so that what is read of a cache line is all of it.
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

template <class T>
class row_tile {
public:
    static constexpr std::size_t capacity = 16384 / sizeof(T);

    /// How many rows go into one.
    static constexpr std::size_t rows_of(std::size_t width, std::size_t left) {
        constexpr std::size_t cache_line = 64 / sizeof(T);
        const std::size_t fit = capacity / width, most = fit < cache_line ? fit : cache_line;
        return left < most ? left : most;
    }

    explicit row_tile(std::size_t width) : width_(width) {}

    [[gnu::always_inline]] T* row(std::size_t number) { return memory_ + number * width_; }

    /// Elements of `count` rows from that one on, each `spacing` behind the one before.
    template <class E>
    [[gnu::noinline]] void gather(const E* from, std::size_t spacing, std::size_t count) {
        for (std::size_t i = 0; i < width_; ++i, from += spacing)
            for (std::size_t number = 0; number < count; ++number)
                memory_[number * width_ + i] = load_elements<T>(from + number);
    }
    template <class E>
    [[gnu::noinline]] void scatter(E* to, std::size_t spacing, std::size_t count) const {
        for (std::size_t i = 0; i < width_; ++i, to += spacing)
            for (std::size_t number = 0; number < count; ++number)
                store_elements(to + number, memory_[number * width_ + i]);
    }

private:
    std::size_t width_;
    T memory_[capacity];
};

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
