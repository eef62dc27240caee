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
    using element = std::remove_const_t<E>;
    E* data;

    /// The same as a source or sink of the driver's.
    [[gnu::always_inline]] auto place() const {
        if constexpr (std::is_const_v<E>)
            return plain_source<element>{data};
        else
            return plain_sink<E>{data};
    }
    template <class V>
    [[gnu::always_inline]] doubles_t<V> load_doubles(std::size_t i) const {
        return detail::load_doubles<doubles_t<V>>(data + i);
    }

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return load_lanes<V>(data + i);
    }
    template <class V>
    [[gnu::always_inline]] void load_first_over(V& value, std::size_t i, std::size_t count) const {
        detail::load_first_over(value, data + i, count);
    }
    template <class V>
    [[gnu::always_inline]] void store(std::size_t i, const V& value) const {
        store_lanes(data + i, value);
    }
    template <class V>
    [[gnu::always_inline]] void store_first(std::size_t i, const V& value, std::size_t count) const {
        detail::store_first(data + i, value, count);
    }
};

/// Lanes whose elements lie `spacing` apart, over what the value has, and back.
template <class V>
[[gnu::noinline]] void load_spaced(V& value, const scalar_t<V>* from, std::size_t spacing, std::size_t count) {
    scalar_t<V> buffer[lanes<V>::size];
    store_lanes(buffer, value);
    for (std::size_t lane = 0; lane < count; ++lane) buffer[lane] = from[lane * spacing];
    value = load_lanes<V>(buffer);
}

template <class V>
[[gnu::noinline]] void store_spaced(scalar_t<V>* to, std::size_t spacing, const V& value, std::size_t count) {
    scalar_t<V> buffer[lanes<V>::size];
    store_lanes(buffer, value);
    for (std::size_t lane = 0; lane < count; ++lane) to[lane * spacing] = buffer[lane];
}

/// A row whose elements lie `spacing` apart, in most calls 1.  It is a source and sink of the driver's.
template <class E>
struct spaced_row {
    using element = std::remove_const_t<E>;
    E* data;
    std::size_t spacing;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        if (spacing == 1) [[likely]]
            return load_lanes<V>(data + i);
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
            return store_lanes(data + i, value);
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

/// The values of a row that are what stands in memory.
template <class T>
struct stored_values {
    adjacent_row<const T> x;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        return x.template load<V>(i);
    }
    /// What stands behind the row's end is −∞, whose exponential is none.
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t i, std::size_t count) const {
        V value(-infinity<T>);
        x.load_first_over(value, i, count);
        return value;
    }
    [[gnu::always_inline]] bool are_at(const void* memory) const { return x.data == memory; }
};

/// −0, which changes nothing that it is added to.
template <class T>
inline constexpr T nothing_to_add[row_block] = {T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0),
                                                T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0), T(-0.0)};

/// scale·x + mask, of which there may be none.
template <class T>
struct masked_values {
    spaced_row<const T> x;
    spaced_row<const T> mask;
    T scale;

    template <class V>
    [[gnu::always_inline]] V load(std::size_t i) const {
        const V value = x.template load<V>(i);
        return multiply_add(V(scale), value, mask.data == nullptr ? V(T(-0.0)) : mask.template load<V>(i));
    }
    template <class V>
    [[gnu::always_inline]] V load_first(std::size_t i, std::size_t count) const {
        V value(T(0)), addend(-infinity<T>);
        x.load_first_over(value, i, count);
        if (mask.data == nullptr)
            detail::load_first_over(addend, nothing_to_add<T>, count);
        else
            mask.load_first_over(addend, i, count);
        return multiply_add(V(scale), value, addend);
    }
    [[gnu::always_inline]] bool are_at(const void* memory) const { return x.data == memory || mask.data == memory; }
};

/// The rows of a call in which the elements of a row follow one another.
template <class T>
struct rows_in_memory {
    const T* x;
    std::size_t x_stride;
    T* y;
    std::size_t y_stride;
    std::size_t count;
    std::size_t width;

    [[gnu::always_inline]] stored_values<T> values(std::size_t row) const { return {{x + row * x_stride}}; }
    [[gnu::always_inline]] adjacent_row<T> place(std::size_t row) const { return {y + row * y_stride}; }

    /// y = operation(x) of each element, where they are rows of one.
    template <class Operation>
    void map(const Operation& operation) const {
        if (x_stride == 1 && y_stride == 1) return transform(operation, count, sinks(y), sources(x));
        for (std::size_t row = 0; row < count; ++row)
            y[row * y_stride] = operation(group<T, 1>{{x[row * x_stride]}}).item[0];
    }
};

/// Rows up to so many blocks stay in registers.
inline constexpr std::size_t blocks_in_registers = 4;

/// A function over rows, each of which goes the way that its width asks for: Of has what is done with rows of so many blocks
/// in registers, in_registers<blocks>(rows), and through_memory(values, place, width) for one row of any width.
template <class Of>
struct rows_by_width : Of {
    using T = typename Of::element;

    void operator()(const rows_in_memory<T>& rows) {
        if (rows.width == 1) return rows.map(typename Of::of_one{});
        if (rows.width <= row_block) return Of::template in_registers<1>(rows);
        if (rows.width <= 2 * row_block) return Of::template in_registers<2>(rows);
        if (rows.width <= blocks_in_registers * row_block) return Of::template in_registers<blocks_in_registers>(rows);
        for (std::size_t row = 0; row < rows.count; ++row)
            Of::through_memory(rows.values(row), rows.place(row), rows.width);
    }

    /// A row with options: through memory, whatever its width.
    void operator()(const masked_values<T>& x, const spaced_row<T>& y, std::size_t width) {
        if (width == 1) return y.store(0, typename Of::of_one{}(group<T, 1>{{x.template load<T>(0)}}).item[0]);
        Of::through_memory(x, y, width);
    }
};

/// A value in elements first to last − 1.
template <class Place, class T>
[[gnu::always_inline]] inline void fill(const Place& to, std::size_t first, std::size_t last, T value) {
    for (std::size_t i = first; i < last; ++i) to.store(i, value);
}

}  // namespace detail
ACTIVATION_END_OF_OWN_FUNCTIONS
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
