#ifndef ACTIVATION_DETAIL_SIMD_PACK_HPP
#define ACTIVATION_DETAIL_SIMD_PACK_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "activation/detail/arch/registers.hpp"
#include "activation/detail/simd/arithmetic.hpp"
#include "activation/detail/simd/lane.hpp"
#include "activation/detail/simd/lookup.hpp"

namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

template <class B, std::size_t Count>
struct pack;

/// action(0), action(1), … with constant indices, so that no array has to stand in memory.
template <std::size_t Count, class Action>
[[gnu::always_inline]] constexpr void unroll(Action action) {
    [action]<std::size_t... Index>(std::index_sequence<Index...>) __attribute__((always_inline)) {
        (action(Index), ...);
    }
    (std::make_index_sequence<Count>{});
}

/// operation(a.part[i], b.part[i], …) for each i.
template <class Operation, class B, std::size_t Count, class... More>
[[gnu::always_inline]] inline auto map(Operation operation, const pack<B, Count>& first, const More&... more) {
    pack<decltype(operation(first.part[0], more.part[0]...)), Count> result;
    unroll<Count>([&](std::size_t i)
                      __attribute__((always_inline)) { result.part[i] = operation(first.part[i], more.part[i]...); });
    return result;
}

/// Several batches that go through a kernel side by side: every operation is issued for all of them before the next,
/// which fills the pipeline while each waits for its own result, and loads each row of a table once for all.
/// It has the operations of a batch, so a kernel does not know which of the two it computes.
template <class B, std::size_t Count>
struct pack {
    B part[Count];

    pack() = default;

    // Batch by batch: where two branches meet, g++ copies an aggregate in pieces of half a batch, which then have to
    // wait for their stores.
    [[gnu::always_inline]] pack(const pack& other) {
        unroll<Count>([&](std::size_t i) __attribute__((always_inline)) { part[i] = other.part[i]; });
    }
    [[gnu::always_inline]] pack& operator=(const pack& other) {
        unroll<Count>([&](std::size_t i) __attribute__((always_inline)) { part[i] = other.part[i]; });
        return *this;
    }

    template <class Scalar>
        requires std::is_arithmetic_v<Scalar>
    [[gnu::always_inline]] pack(Scalar value) {
        unroll<Count>([&](std::size_t i)
                          __attribute__((always_inline)) { part[i] = B(static_cast<typename B::value_type>(value)); });
    }

    [[gnu::always_inline]] friend pack operator+(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return B(x + y); }, a, b);
    }
    [[gnu::always_inline]] friend pack operator-(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return B(x - y); }, a, b);
    }
    [[gnu::always_inline]] friend pack operator*(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return B(x * y); }, a, b);
    }
    [[gnu::always_inline]] friend pack operator&(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return B(x & y); }, a, b);
    }
    [[gnu::always_inline]] friend pack operator|(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return B(x | y); }, a, b);
    }
    [[gnu::always_inline]] friend pack operator^(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return B(x ^ y); }, a, b);
    }
    [[gnu::always_inline]] friend pack operator<<(const pack& a, int count) {
        return map([count](const B& x) { return B(x << count); }, a);
    }
    [[gnu::always_inline]] friend pack operator>>(const pack& a, int count) {
        return map([count](const B& x) { return B(x >> count); }, a);
    }
    [[gnu::always_inline]] friend pack operator-(const pack& a) {
        return map([](const B& x) { return B(opposite(x)); }, a);
    }
    [[gnu::always_inline]] friend pack operator!(const pack& a) {
        return map([](const B& x) { return B(!x); }, a);
    }
    [[gnu::always_inline]] friend auto operator<(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return x < y; }, a, b);
    }
    [[gnu::always_inline]] friend auto operator<=(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return x <= y; }, a, b);
    }
    [[gnu::always_inline]] friend auto operator>(const pack& a, const pack& b) { return b < a; }
    [[gnu::always_inline]] friend auto operator>=(const pack& a, const pack& b) { return b <= a; }
    [[gnu::always_inline]] friend auto operator==(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return x == y; }, a, b);
    }
    [[gnu::always_inline]] friend auto operator!=(const pack& a, const pack& b) {
        return map([](const B& x, const B& y) { return x != y; }, a, b);
    }
};

template <class B, std::size_t Count>
struct value_traits<pack<B, Count>> {
    using scalar = typename B::value_type;
};

template <class B, std::size_t Count>
struct lanes<pack<B, Count>> {
    using bits = pack<bits_t<B>, Count>;
    using mask = pack<mask_t<B>, Count>;
    static constexpr std::size_t size = Count * lanes<B>::size;
};

template <class V>
inline constexpr bool is_pack = false;
template <class B, std::size_t Count>
inline constexpr bool is_pack<pack<B, Count>> = true;

template <class V>
    requires is_pack<V>
[[gnu::always_inline]] inline V load_lanes(const scalar_t<V>* from) {
    using B = std::remove_cvref_t<decltype(V::part[0])>;
    V result;
    unroll<sizeof(V) / sizeof(B)>([&](std::size_t i) __attribute__((always_inline)) {
        result.part[i] = load_lanes<B>(from + i * lanes<B>::size);
    });
    return result;
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline void store_lanes(typename B::value_type* to, const pack<B, Count>& value) {
    unroll<Count>([&](std::size_t i)
                      __attribute__((always_inline)) { store_lanes(to + i * lanes<B>::size, value.part[i]); });
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline auto to_bits(const pack<B, Count>& value) {
    return map([](const B& x) { return to_bits(x); }, value);
}

template <class V>
    requires is_pack<V>
[[gnu::always_inline]] inline V from_bits(const bits_t<V>& bits) {
    using B = std::remove_cvref_t<decltype(V::part[0])>;
    return map([](const bits_t<B>& x) { return from_bits<B>(x); }, bits);
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline pack<B, Count> choose(const pack<mask_t<B>, Count>& condition, const pack<B, Count>& yes,
                                                    const pack<B, Count>& no) {
    return map([](const mask_t<B>& c, const B& y, const B& n) { return choose(c, y, n); }, condition, yes, no);
}

template <class M, std::size_t Count>
[[gnu::always_inline]] inline bool any_lane(const pack<M, Count>& condition) {
    M joined = condition.part[0];
    unroll<Count - 1>([&](std::size_t i) __attribute__((always_inline)) { joined = joined | condition.part[i + 1]; });
    return any_lane(joined);
}

template <class M, std::size_t Count>
[[gnu::always_inline]] inline bool all_lanes(const pack<M, Count>& condition) {
    bool all = all_lanes(condition.part[0]);
    unroll<Count - 1>([&](std::size_t i)
                          __attribute__((always_inline)) { all = all && all_lanes(condition.part[i + 1]); });
    return all;
}

/// Bit i says whether a comparison of floats holds in lane i.
template <class A>
    requires requires(const xsimd::batch_bool<float, A>& condition) { registers::lane_bits(condition.data); }
[[gnu::always_inline]] inline std::uint64_t lane_bits(const xsimd::batch_bool<float, A>& condition) {
    return registers::lane_bits(condition.data);
}

template <class M, std::size_t Count>
[[gnu::always_inline]] inline std::uint64_t lane_bits(const pack<M, Count>& condition) {
    std::uint64_t bits = 0;
    unroll<Count>([&](std::size_t i)
                      __attribute__((always_inline)) { bits |= lane_bits(condition.part[i]) << (i * M::size); });
    return bits;
}

/// operation(first, more…), a pack's batches one after another: what belongs to one batch stays together.  Unlike a
/// sequence of pack operations this alternates the kinds of instruction, which keeps more of a core's units busy.
template <class Operation, class V, class... More>
[[gnu::always_inline]] constexpr auto batch_by_batch(Operation operation, const V& first, const More&... more) {
    if constexpr (is_pack<V>)
        return map(operation, first, more...);
    else
        return operation(first, more...);
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline pack<B, Count> multiply_add(const pack<B, Count>& a, const pack<B, Count>& b,
                                                          const pack<B, Count>& c) {
    return map([](const B& x, const B& y, const B& z) { return multiply_add(x, y, z); }, a, b, c);
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline pack<B, Count> divide(const pack<B, Count>& a, const pack<B, Count>& b) {
    // Not by divide of each: a call more, though inlined, and g++ allocates other registers throughout the kernel.
    if constexpr (requires { registers::divide(a.part[0].data, b.part[0].data); })
        return map([](const B& x, const B& y) { return B(registers::divide(x.data, y.data)); }, a, b);
    else
        return map([](const B& x, const B& y) { return B(x / y); }, a, b);
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline pack<B, Count> opposite(const pack<B, Count>& value) {
    return -value;
}

template <class B, std::size_t Count>
[[gnu::always_inline]] inline pack<B, Count> unfused(const pack<B, Count>& value) {
    return map([](const B& x) { return unfused(x); }, value);
}

template <class T, class U, std::size_t Count>
[[gnu::always_inline]] inline auto lookup(const T (&row)[8], const pack<U, Count>& index) {
    return map([&row](const U& x) { return lookup(row, x); }, index);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
