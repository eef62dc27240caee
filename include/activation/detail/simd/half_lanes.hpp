#ifndef ACTIVATION_DETAIL_SIMD_HALF_LANES_HPP
#define ACTIVATION_DETAIL_SIMD_HALF_LANES_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/half.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/pack.hpp"

/// Lanes from elements of memory and back, which may be of another type than what is computed.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// As many halves as V has lanes.
template <class V, format Format>
[[gnu::always_inline]] inline V load_halves(const void* from) {
    constexpr std::size_t size = lanes<V>::size;
    const auto* const bytes = static_cast<const char*>(from);
    V value;
    if constexpr (is_pack<V>) {
        using B = std::remove_cvref_t<decltype(V::part[0])>;
        unroll<size / lanes<B>::size>([&](std::size_t i) __attribute__((always_inline)) {
            value.part[i] = load_halves<B, Format>(bytes + 2 * i * lanes<B>::size);
        });
    } else if constexpr (size == 1 && Format == format::float16 && requires { registers::load_float16(value, from); }) {
        registers::load_float16(value, from);
    } else if constexpr (size == 1) {
        std::uint16_t bits;
        __builtin_memcpy(&bits, from, sizeof bits);
        value = shared::widened<Format>(bits);
    } else if constexpr (Format == format::bfloat16 && requires { registers::load_bfloat16(value.data, from); }) {
        registers::load_bfloat16(value.data, from);
    } else if constexpr (Format == format::float16 && requires { registers::load_float16(value.data, from); }) {
        registers::load_float16(value.data, from);
    } else {
        float buffer[size];
        for (std::size_t i = 0; i < size; ++i) buffer[i] = load_halves<float, Format>(bytes + 2 * i);
        value = load_lanes<V>(buffer);
    }
    return value;
}

template <format Format, class V>
[[gnu::always_inline]] inline void store_halves(void* to, const V& value) {
    constexpr std::size_t size = lanes<V>::size;
    auto* const bytes = static_cast<char*>(to);
    if constexpr (is_pack<V>) {
        using B = std::remove_cvref_t<decltype(V::part[0])>;
        constexpr std::size_t parts = size / lanes<B>::size, part_bytes = 2 * lanes<B>::size;
        constexpr bool in_pairs = Format == format::bfloat16 && requires(const B& b) {
            registers::store_bfloat16(to, b.data, b.data);
        };
        constexpr std::size_t pairs = in_pairs ? parts / 2 : 0;
        unroll<pairs>([&](std::size_t i) __attribute__((always_inline)) {
            if constexpr (in_pairs)
                registers::store_bfloat16(bytes + 2 * i * part_bytes, value.part[2 * i].data,
                                          value.part[2 * i + 1].data);
        });
        unroll<parts - 2 * pairs>([&](std::size_t i) __attribute__((always_inline)) {
            store_halves<Format>(bytes + (2 * pairs + i) * part_bytes, value.part[2 * pairs + i]);
        });
    } else if constexpr (size == 1 && Format == format::float16 && requires { registers::store_float16(to, value); }) {
        registers::store_float16(to, value);
    } else if constexpr (size == 1) {
        const std::uint16_t bits = shared::narrowed<Format>(value);
        __builtin_memcpy(to, &bits, sizeof bits);
    } else if constexpr (Format == format::bfloat16 && requires { registers::store_bfloat16(to, value.data); }) {
        registers::store_bfloat16(to, value.data);
    } else if constexpr (Format == format::float16 && requires { registers::store_float16(to, value.data); }) {
        registers::store_float16(to, value.data);
    } else {
        float buffer[size];
        store_lanes(buffer, value);
        for (std::size_t i = 0; i < size; ++i) store_halves<Format>(bytes + 2 * i, buffer[i]);
    }
}

/// As many elements as V has lanes, in the type in which they are computed.
template <class V, element E>
[[gnu::always_inline]] inline V load_elements(const E* from) {
    if constexpr (half_width<E>)
        return load_halves<V, storage<E>::format>(from);
    else
        return load_lanes<V>(from);
}

template <class V, element E>
[[gnu::always_inline]] inline void store_elements(E* to, const V& value) {
    if constexpr (half_width<E>)
        store_halves<storage<E>::format>(to, value);
    else
        store_lanes(to, value);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
