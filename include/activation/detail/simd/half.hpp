#ifndef ACTIVATION_DETAIL_SIMD_HALF_HPP
#define ACTIVATION_DETAIL_SIMD_HALF_HPP

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "activation/detail/arch/half_types.hpp"
#include "activation/detail/arch/target.hpp"
#include "activation/detail/simd/value.hpp"

/// Numbers of sixteen bits: what is stored in them, and what is computed instead.
namespace activation {

// Data, not code: one type for all targets of a program, so that one may hand it to another.

/// How sixteen bits stand for a number: bfloat16 has the exponent of a float and 8 significant bits, float16 is IEEE's
/// binary16 with 5 bits of exponent and 11 significant ones.
enum class format { bfloat16, float16 };

namespace detail::shared {

/// The bits of the float that is the same number.
[[gnu::always_inline]] constexpr std::uint32_t widened_bfloat16(std::uint16_t half) {
    return static_cast<std::uint32_t>(half) << 16;
}

[[gnu::always_inline]] constexpr std::uint32_t widened_float16(std::uint16_t half) {
    const std::uint32_t sign = (half & 0x8000u) << 16, magnitude = half & 0x7fffu;
    if (magnitude > 0x7c00) return sign | 0x7fc00000u | magnitude << 13;
    if (magnitude == 0x7c00) return sign | 0x7f800000u;
    if (magnitude >= 0x400) return sign | ((magnitude << 13) + (112u << 23));
    if (magnitude == 0) return sign;
    const auto shift = static_cast<std::uint32_t>(__builtin_clz(magnitude)) - 21;
    return sign | ((magnitude << (shift + 13)) + ((112 - shift) << 23));
}

/// A float's bits as a half's, rounded once to nearest even.  NaN stays NaN, with the first bits of its payload.
[[gnu::always_inline]] constexpr std::uint16_t narrowed_bfloat16(std::uint32_t bits) {
    if ((bits & 0x7fffffffu) > 0x7f800000u) return static_cast<std::uint16_t>(bits >> 16 | 0x40);
    return static_cast<std::uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

[[gnu::always_inline]] constexpr std::uint16_t narrowed_float16(std::uint32_t bits) {
    const std::uint32_t sign = bits >> 16 & 0x8000, magnitude = bits & 0x7fffffffu;
    if (magnitude > 0x7f800000u) return static_cast<std::uint16_t>(sign | 0x7e00 | (magnitude >> 13 & 0x3ff));
    if (magnitude >= 0x47800000u) return static_cast<std::uint16_t>(sign | 0x7c00);
    if (magnitude >= 0x38800000u)
        return static_cast<std::uint16_t>(sign | ((magnitude - (112u << 23) + 0xfff + (magnitude >> 13 & 1)) >> 13));
    const std::uint32_t shift = 126 - (magnitude >> 23);
    if (shift > 24) return static_cast<std::uint16_t>(sign);
    const std::uint32_t significand = (magnitude & 0x7fffffu) | 0x800000u;
    const std::uint32_t half = (1u << (shift - 1)) - 1 + (significand >> shift & 1);
    return static_cast<std::uint16_t>(sign | (significand + half) >> shift);
}

template <format Format>
[[gnu::always_inline]] constexpr float widened(std::uint16_t half) {
    if constexpr (Format == format::bfloat16)
        return __builtin_bit_cast(float, widened_bfloat16(half));
    else
        return __builtin_bit_cast(float, widened_float16(half));
}

template <format Format>
[[gnu::always_inline]] constexpr std::uint16_t narrowed(float value) {
    if constexpr (Format == format::bfloat16)
        return narrowed_bfloat16(__builtin_bit_cast(std::uint32_t, value));
    else
        return narrowed_float16(__builtin_bit_cast(std::uint32_t, value));
}

}  // namespace detail::shared

/// The library's own types of sixteen bits, for memory alone: converted to float and back explicitly, rounded once to nearest
/// even.  NaN stays NaN, what is too large becomes infinite, subnormal numbers stay what they are.  Without a value they are
/// as little initialised as a float.
struct bfloat16 {
    std::uint16_t bits;

    bfloat16() = default;
    [[gnu::always_inline]] explicit constexpr bfloat16(float value) noexcept
        : bits(detail::shared::narrowed<format::bfloat16>(value)) {}
    [[gnu::always_inline]] explicit constexpr operator float() const noexcept {
        return detail::shared::widened<format::bfloat16>(bits);
    }
};

struct float16 {
    std::uint16_t bits;

    float16() = default;
    [[gnu::always_inline]] explicit constexpr float16(float value) noexcept
        : bits(detail::shared::narrowed<format::float16>(value)) {}
    [[gnu::always_inline]] explicit constexpr operator float() const noexcept {
        return detail::shared::widened<format::float16>(bits);
    }
};

/// Which format somebody else's type has, so that calls take it as an element:
///
///     template <>
///     struct activation::storage<Eigen::half> {
///         static constexpr auto format = activation::format::float16;
///     };
template <class E>
struct storage {};

template <>
struct storage<bfloat16> {
    static constexpr auto format = activation::format::bfloat16;
};
template <>
struct storage<float16> {
    static constexpr auto format = activation::format::float16;
};
template <>
struct storage<detail::compiler_float16> {
    static constexpr auto format = activation::format::float16;
};
template <>
struct storage<detail::compiler_bfloat16> {
    static constexpr auto format = activation::format::bfloat16;
};

inline namespace ACTIVATION_TARGET {

/// What stands in memory with sixteen bits and is computed as float.
template <class E>
concept half_width = sizeof(E) == 2 && std::is_trivially_copyable_v<E>&& requires {
    { storage<E>::format } -> std::convertible_to<format>;
};

/// What a call takes the elements of its ranges for.
template <class E>
concept element = float_or_double<E> || half_width<E>;

namespace detail {

/// What an element is computed in.
template <class E>
struct compute_type {};
template <float_or_double E>
struct compute_type<E> {
    using type = E;
};
template <half_width E>
struct compute_type<E> {
    using type = float;
};
template <class E>
using compute_t = typename compute_type<E>::type;

template <half_width E>
[[gnu::always_inline]] constexpr float widened(const E& value) {
    return shared::widened<storage<E>::format>(__builtin_bit_cast(std::uint16_t, value));
}

template <half_width E>
[[gnu::always_inline]] constexpr E narrowed_to(float value) {
    return __builtin_bit_cast(E, shared::narrowed<storage<E>::format>(value));
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
