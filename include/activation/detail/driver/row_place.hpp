#ifndef ACTIVATION_DETAIL_DRIVER_ROW_PLACE_HPP
#define ACTIVATION_DETAIL_DRIVER_ROW_PLACE_HPP

#include <cstddef>
#include <type_traits>

#include "activation/detail/arch/target.hpp"
#include "activation/detail/driver/driver.hpp"
#include "activation/detail/driver/lane_sum.hpp"
#include "activation/detail/driver/memory.hpp"
#include "activation/detail/driver/source.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/widen.hpp"

/// Where one row stands in memory, and what it holds: the sources and sinks of the functions over rows, which read a row
/// more than once and know where it ends.
///
///     load<V>(i)                      lanes from element i on
///     load_first_over(v, i, count)    fewer elements than v has lanes; its other lanes keep what they have
///     store(i, v), store_first(i, v, count)    of one that is written
///     data                            of its first element
namespace activation {
inline namespace ACTIVATION_TARGET {
ACTIVATION_OWN_FUNCTIONS
namespace detail {

/// A row whose elements follow one another.
template <class E>
struct adjacent_row {
    using stored_element = std::remove_const_t<E>;
    using element = compute_t<stored_element>;
    E* data;

    /// The same as a source or sink of the driver's.
    [[gnu::always_inline]] auto place() const {
        if constexpr (std::is_const_v<E>)
            return plain_source<stored_element>{data};
        else
            return plain_sink<E>{data};
    }
    template <class V>
    [[gnu::always_inline]] doubles_t<V> load_doubles(std::size_t i) const {
        if constexpr (half_width<stored_element>)
            return widened(load<V>(i));
        else
            return detail::load_doubles<doubles_t<V>>(data + i);
    }

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return load_elements<V>(data + i);
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t i, std::size_t count) const {
        detail::load_first_over(value, data + i, count);
    }
    template <class V>
    [[gnu::always_inline]] void store(std::size_t i, const V& value) const {
        store_elements(data + i, value);
    }
    template <class V>
    [[gnu::always_inline]] void store_first(std::size_t i, const V& value, std::size_t count) const {
        detail::store_first(data + i, value, count);
    }
};

/// Lanes whose elements lie `spacing` apart, over what the value has, and back.
template <class V, class E>
[[gnu::noinline]] void load_spaced(V& value, const E* from, std::size_t spacing, std::size_t count) {
    using T = scalar_t<V>;
    T buffer[lanes<V>::size];
    store_lanes(buffer, value);
    for (std::size_t lane = 0; lane < count; ++lane) buffer[lane] = load_elements<T>(from + lane * spacing);
    value = load_lanes<V>(buffer);
}

template <class V, class E>
[[gnu::noinline]] void store_spaced(E* to, std::size_t spacing, const V& value, std::size_t count) {
    scalar_t<V> buffer[lanes<V>::size];
    store_lanes(buffer, value);
    for (std::size_t lane = 0; lane < count; ++lane) store_elements(to + lane * spacing, buffer[lane]);
}

/// A row whose elements lie `spacing` apart, in most calls 1.  It is a source and sink of the driver's.
template <class E>
struct spaced_row {
    using stored_element = std::remove_const_t<E>;
    using element = compute_t<stored_element>;
    E* data;
    std::size_t spacing;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        if (spacing == 1) [[likely]]
            return load_elements<V>(data + i);
        V value(element(0));
        load_spaced(value, data + i * spacing, spacing, lanes<V>::size);
        return value;
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t i, std::size_t count) const {
        if (spacing == 1) [[likely]]
            return detail::load_first_over(value, data + i, count);
        load_spaced(value, data + i * spacing, spacing, count);
    }
    template <class V>
    [[gnu::always_inline]] void store(std::size_t i, const V& value) const {
        if (spacing == 1) [[likely]]
            return store_elements(data + i, value);
        store_spaced(data + i * spacing, spacing, value, lanes<V>::size);
    }
    template <class V>
    [[gnu::always_inline]] void store_first(std::size_t i, const V& value, std::size_t count) const {
        if (spacing == 1 && count < lanes<V>::size) [[likely]]
            return detail::store_first(data + i, value, count);
        store_spaced(data + i * spacing, spacing, value, count);
    }
    template <class V>
    [[gnu::always_inline]] doubles_t<V> load_doubles(std::size_t i) const {
        return widened(load<V>(i));
    }

    [[gnu::always_inline]] spaced_row place() const { return *this; }
    [[gnu::always_inline]] spaced_row at(std::ptrdiff_t i) const {
        return {data + i * static_cast<std::ptrdiff_t>(spacing), spacing};
    }
    [[gnu::always_inline]] const void* address() const { return data; }
    [[gnu::always_inline]] spaced_row unknown() const { return {__builtin_launder(data), spacing}; }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t count) const {
        V value(element(0));
        load_first_over(value, 0, count);
        return value;
    }
    template <class V>
    [[gnu::always_inline]] void store_first(const V& value, std::size_t count) const {
        store_first(0, value, count);
    }
};

/// A value in elements first to last − 1.  A call of its own: a compiler that knew a row to be shorter than a register would
/// warn of the stores that are then not made.
template <class Place, class T>
[[gnu::noinline]] void fill(const Place to, std::size_t first, std::size_t last, T value) {
    using V = native_t<T>;
    std::size_t i = first;
    for (; i + lanes<V>::size <= last; i += lanes<V>::size) to.store(i, V(value));
    for (; i < last; ++i) to.store(i, value);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
