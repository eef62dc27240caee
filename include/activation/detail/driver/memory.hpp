#ifndef ACTIVATION_DETAIL_DRIVER_MEMORY_HPP
#define ACTIVATION_DETAIL_DRIVER_MEMORY_HPP

#include <cstddef>
#include <cstdint>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/half_lanes.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// How vectors come from memory and go back to it where a plain load or store does not serve: fewer elements than
/// lanes, and stores around the cache.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// count < Limit elements, by the powers of two in count.
template <std::size_t Limit, class T>
[[gnu::always_inline]] inline void copy_fewer(T* to, const T* from, std::size_t count) {
    if constexpr (Limit > 1) {
        constexpr std::size_t half = Limit / 2;
        if ((count & half) != 0) {
            __builtin_memcpy(to, from, half * sizeof(T));
            to += half;
            from += half;
        }
        copy_fewer<half>(to, from, count);
    }
}

/// The first count < lanes elements; the other lanes are 0.
template <class V>
[[gnu::always_inline]] inline V load_first(const scalar_t<V>* from, std::size_t count) {
    using T = scalar_t<V>;
    if constexpr (lanes<V>::size == 1) {
        return V(T(0));
    } else if constexpr (requires(V value) { registers::load_first(value.data, from, count); }) {
        V value;
        registers::load_first(value.data, from, count);
        return value;
    } else {
        T buffer[lanes<V>::size] = {};
        copy_fewer<lanes<V>::size>(buffer, from, count);
        return load_lanes<V>(buffer);
    }
}

/// The first count ≤ lanes elements; the other lanes keep the value that they have.
template <class V>
[[gnu::always_inline]] inline void load_first_over(V& value, const scalar_t<V>* from, std::size_t count) {
    using T = scalar_t<V>;
    constexpr std::size_t all = lanes<V>::size;
    if constexpr (requires { registers::load_first_over(value.data, from, count); }) {
        registers::load_first_over(value.data, from, count);
    } else {
        T buffer[all];
        store_lanes(buffer, value);
        copy_fewer<2 * all>(buffer, from, count);
        value = load_lanes<V>(buffer);
    }
}

template <class V>
[[gnu::always_inline]] inline void store_first(scalar_t<V>* to, const V& value, std::size_t count) {
    using T = scalar_t<V>;
    if constexpr (requires { registers::store_first(to, value.data, count); }) {
        registers::store_first(to, value.data, count);
    } else if constexpr (lanes<V>::size > 1) {
        T buffer[lanes<V>::size];
        store_lanes(buffer, value);
        copy_fewer<lanes<V>::size>(to, buffer, count);
    }
}

/// load_first where what lies behind may have been written a moment ago, which some targets would wait for.
template <class V>
[[gnu::always_inline]] inline V load_few(const scalar_t<V>* from, std::size_t count) {
    if constexpr (requires(V value) { registers::load_few(value.data, from, count); }) {
        V value;
        registers::load_few(value.data, from, count);
        return value;
    } else {
        return load_first<V>(from, count);
    }
}

/// store_first where what lies behind may be read in a moment.
template <class V>
[[gnu::always_inline]] inline void store_few(scalar_t<V>* to, const V& value, std::size_t count) {
    if constexpr (requires { registers::store_few(to, value.data, count); })
        registers::store_few(to, value.data, count);
    else
        store_first(to, value, count);
}

/// The same of halves, by way of as many as V has lanes.
template <class V, half_width E>
[[gnu::always_inline]] inline V load_few(const E* from, std::size_t count) {
    std::uint16_t buffer[lanes<V>::size] = {};
    copy_fewer<lanes<V>::size>(buffer, reinterpret_cast<const std::uint16_t*>(from), count);
    return load_halves<V, storage<E>::format>(buffer);
}

template <class V, half_width E>
[[gnu::always_inline]] inline void store_few(E* to, const V& value, std::size_t count) {
    std::uint16_t buffer[lanes<V>::size];
    store_halves<storage<E>::format>(buffer, value);
    copy_fewer<lanes<V>::size>(reinterpret_cast<std::uint16_t*>(to), buffer, count);
}

template <class V, half_width E>
[[gnu::always_inline]] inline void store_first(E* to, const V& value, std::size_t count) {
    store_few(to, value, count);
}

template <class V, half_width E>
[[gnu::always_inline]] inline void load_first_over(V& value, const E* from, std::size_t count) {
    constexpr std::size_t all = lanes<V>::size;
    if (count == all) {
        value = load_elements<V>(from);
        return;
    }
    float kept[all], loaded[all];
    store_lanes(kept, value);
    store_lanes(loaded, load_few<V>(from, count));
    copy_fewer<all>(kept, loaded, count);
    value = load_lanes<V>(kept);
}

/// Whether this target can write a pack of B around the cache.
template <class W>
inline constexpr bool can_stream = false;
template <class B, std::size_t Count>
inline constexpr bool can_stream<pack<B, Count>> = requires(B value, scalar_t<B>* to) {
    registers::stream(to, value.data);
};

template <class B, std::size_t Count>
[[gnu::always_inline]] inline void stream_lanes(scalar_t<B>* to, const pack<B, Count>& value) {
    unroll<Count>([&](std::size_t i) __attribute__((always_inline)) {
        registers::stream(to + i * lanes<B>::size, value.part[i].data);
    });
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
