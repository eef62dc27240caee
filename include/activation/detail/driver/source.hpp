#ifndef ACTIVATION_DETAIL_DRIVER_SOURCE_HPP
#define ACTIVATION_DETAIL_DRIVER_SOURCE_HPP

#include <cstddef>

#include "activation/detail/driver/memory.hpp"
#include "activation/detail/simd/half_lanes.hpp"

/// Where the elements of a call come from and where they go to: one small source or sink a way.
///
/// A plain one is memory in which element follows element.  The loops know of it
///
///     element                     what stands in memory
///     load<V>(i)                  lanes from element i on, in the type in which they are computed, compute_t<element>
///     load_first<V>(count)        fewer elements than V has lanes, the other lanes being 0
///     store(i, lanes), store_first(lanes, count)    of a sink, likewise
///     at(i)                       the one whose first element is i
///     address()                   of its first element
///     unknown()                   the same, of whose size the compiler has been made to know nothing
///     is_overwritten              of a sink, whether what stands in it does not count, so that it may be stored to twice
///
/// and any other is told by the pieces of memory that it consists of: here() is the plain one of the elements that follow
/// one another from where it stands, adjacent() says how many they are, and advance(count) moves on by as many, or fewer.
/// Where those are `count` and as many follow behind them, again and again, is_at_row(count) holds, and next_row(count) moves on.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class E>
struct plain_source {
    using element = E;
    const E* data;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return load_elements<V>(data + i);
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t count) const {
        return load_few<V>(data, count);
    }
    [[gnu::always_inline]] plain_source at(std::ptrdiff_t i) const { return {data + i}; }
    [[gnu::always_inline]] const void* address() const { return data; }
    [[gnu::always_inline]] plain_source unknown() const { return {__builtin_launder(data)}; }
    /// Two halves as the bits of one float.
    [[gnu::always_inline]] plain_source<float> in_pairs() const { return {reinterpret_cast<const float*>(data)}; }
};

template <class E>
struct plain_sink {
    using element = E;
    static constexpr bool is_overwritten = true;
    E* data;

    template <class V>
    [[gnu::always_inline]] void store(std::size_t i, const V& value) const {
        store_elements(data + i, value);
    }
    template <class V>
    [[gnu::always_inline]] void store_first(const V& value, std::size_t count) const {
        store_few(data, value, count);
    }
    [[gnu::always_inline]] plain_sink at(std::ptrdiff_t i) const { return {data + i}; }
    [[gnu::always_inline]] const void* address() const { return data; }
    [[gnu::always_inline]] plain_sink unknown() const { return {__builtin_launder(data)}; }
    [[gnu::always_inline]] plain_sink<float> in_pairs() const { return {reinterpret_cast<float*>(data)}; }
};

/// Whether the elements of a place are what is computed.
template <class Place>
inline constexpr bool holds_values = float_or_double<typename Place::element>;

/// A plain sink whose lanes go around the cache; they must be aligned to the register.
template <class E>
struct streaming_sink {
    E* data;

    template <class V>
    [[gnu::always_inline]] void store(std::size_t i, const V& value) const {
        stream_lanes(data + i, value);
    }
};

/// Rows of `width` elements of a plain source or sink, with a gap behind each: room that is left out, or the way back to
/// the same row's first element.
template <class Plain>
struct strided {
    using element = typename Plain::element;
    Plain place;
    std::size_t width;
    std::ptrdiff_t gap;
    std::size_t left = width;

    [[gnu::always_inline]] std::size_t adjacent() const { return left; }
    [[gnu::always_inline]] Plain here() const { return place; }
    /// The same from element i on.
    [[gnu::always_inline]] strided at(std::ptrdiff_t i) const {
        const auto row_length = static_cast<std::ptrdiff_t>(width);
        const std::ptrdiff_t row = i / row_length;
        return {place.at(row * (row_length + gap) + i % row_length), width, gap,
                static_cast<std::size_t>(row_length - i % row_length)};
    }
    [[gnu::always_inline]] void advance(std::size_t count) {
        const bool ends = count == left;
        place = place.at(static_cast<std::ptrdiff_t>(count) + (ends ? gap : 0));
        left = ends ? width : left - count;
    }
    [[gnu::always_inline]] bool is_at_row(std::size_t count) const { return left == count && width == count; }
    [[gnu::always_inline]] void next_row(std::size_t count) {
        place = place.at(static_cast<std::ptrdiff_t>(count) + gap);
    }
    [[gnu::always_inline]] bool has_pairs() const { return width % 2 == 0 && gap % 2 == 0 && left % 2 == 0; }
    [[gnu::always_inline]] auto in_pairs() const {
        return strided<decltype(place.in_pairs())>{place.in_pairs(), width / 2, gap / 2, left / 2};
    }
};

/// The plain place of element i.
template <class Place>
[[gnu::always_inline]] inline auto place_of(const Place& place, std::size_t i) {
    const Place there = place.at(static_cast<std::ptrdiff_t>(i));
    if constexpr (requires { there.here(); })
        return there.here();
    else
        return there;
}

/// Element i alone.
template <class T, class Place>
[[gnu::always_inline]] inline T value_at(const Place& place, std::size_t i) {
    return place_of(place, i).template load<T>(0);
}

template <class Place, class T>
[[gnu::always_inline]] inline void put_at(const Place& place, std::size_t i, T value) {
    place_of(place, i).store(0, value);
}

/// A row that begins anew behind its last element.
template <class Plain>
[[gnu::always_inline]] constexpr strided<Plain> repeated(const Plain& row, std::size_t width) {
    return {row, width, -static_cast<std::ptrdiff_t>(width)};
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
