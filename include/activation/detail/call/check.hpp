#ifndef ACTIVATION_DETAIL_CALL_CHECK_HPP
#define ACTIVATION_DETAIL_CALL_CHECK_HPP

#include <cstddef>
#include <cstdint>

#include "activation/detail/call/fail.hpp"

/// What a call demands of its ranges at run time, checked before anything is written.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

[[gnu::always_inline]] inline bool overlap(const argument& a, const argument& b) {
    const auto a_begin = reinterpret_cast<std::uintptr_t>(a.data);
    const auto b_begin = reinterpret_cast<std::uintptr_t>(b.data);
    return a.bytes != 0 && b.bytes != 0 && a_begin < b_begin + b.bytes && b_begin < a_begin + a.bytes;
}

/// The same byte range in every row.
[[gnu::always_inline]] inline bool same_memory(const argument& a, const argument& b) {
    return a.data == b.data && a.bytes == b.bytes && a.size == b.size &&
           (a.in_rows || b.in_rows ? a.row_bytes == b.row_bytes && a.stride_bytes == b.stride_bytes : true);
}

/// Whether a row of the one meets a row of the other.  Rows at the same stride, such as the halves of one buffer, are told
/// apart by where they stand within it; others row by row.
[[gnu::noinline]] inline bool rows_overlap(argument a, argument b) {
    for (argument* each : {&a, &b})
        if (!each->in_rows) each->row_bytes = each->stride_bytes = each->bytes;
    const auto begin = reinterpret_cast<std::uintptr_t>(a.data), other = reinterpret_cast<std::uintptr_t>(b.data);
    if (a.stride_bytes == b.stride_bytes) {
        const std::size_t stride = a.stride_bytes;
        const std::size_t ahead =
            other >= begin ? (other - begin) % stride : (stride - (begin - other) % stride) % stride;
        if (ahead >= a.row_bytes && ahead + b.row_bytes <= stride) return false;
    }
    std::size_t i = 0, j = 0;
    while (i < a.bytes && j < b.bytes) {
        const std::uintptr_t a_row = begin + i, b_row = other + j;
        if (a_row < b_row + b.row_bytes && b_row < a_row + a.row_bytes) return true;
        (a_row < b_row ? i : j) += a_row < b_row ? a.stride_bytes : b.stride_bytes;
    }
    return false;
}

/// Two ranges are the same memory or do not meet, and two outputs do not meet at all.
[[gnu::always_inline]] inline bool memory_fits(const argument& a, const argument& b) {
    return !overlap(a, b) || (same_memory(a, b) && !(a.written && b.written)) ||
           ((a.in_rows || b.in_rows) && !rows_overlap(a, b));
}

[[gnu::always_inline]] inline void check_memory(const call_site& call, const argument& a, const argument& b) {
    if (memory_fits(a, b)) [[likely]]
        return;
    fail_pair(call, a, b,
              same_memory(a, b) ? "two outputs on the same memory" : "they overlap without being the same memory");
}

/// All ranges of an element-wise call have one size, and their memory is apart or the same.
template <std::size_t Count>
[[gnu::always_inline]] inline void check_elementwise(const call_site& call, const argument (&arguments)[Count]) {
    for (std::size_t i = 1; i < Count; ++i)
        if (arguments[i].size != arguments[0].size) [[unlikely]]
            fail_pair(call, arguments[0], arguments[i], "the sizes must agree");
    for (std::size_t i = 0; i < Count; ++i)
        for (std::size_t j = i + 1; j < Count; ++j) check_memory(call, arguments[i], arguments[j]);
}

/// Whether they are rows of this width; no rows are fine whatever the width.  One row takes no division to tell.
[[gnu::always_inline]] inline bool are_rows(std::size_t size, std::size_t width) {
    return size == width || size == 0 || (width != 0 && size % width == 0);
}

/// x is rows × 2·width and y is rows × width.
[[gnu::always_inline]] inline void check_packed(const call_site& call, const argument& x, const argument& y,
                                                std::size_t width) {
    if (!are_rows(y.size, width) || x.size / 2 != y.size || x.size % 2 != 0) [[unlikely]]
        fail_packed(call, x, y, width);
}

/// x is whole groups of weights.size()·inner elements.  One group takes no division to tell.
[[gnu::always_inline]] inline bool channels_fit(const argument& x, const argument& weights, std::size_t inner) {
    if (weights.size == 0 || inner == 0) return false;
    std::size_t group = 0;
    if (!__builtin_mul_overflow(weights.size, inner, &group) && x.size == group) return true;
    return x.size % inner == 0 && x.size / inner % weights.size == 0;
}

[[gnu::always_inline]] inline void check_channels(const call_site& call, const argument& x, const argument& weights,
                                                  std::size_t inner) {
    if (!channels_fit(x, weights, inner)) [[unlikely]]
        fail_channels(call, x, weights, inner);
}

/// How many rows a range has; one takes no division to tell.
[[gnu::always_inline]] inline std::size_t rows_of(std::size_t size, std::size_t width) {
    return size == width ? 1 : size / width;
}

/// Whether they have one size, and each is apart from those behind it or the same memory where it may be.
template <class... Arguments>
[[gnu::always_inline]] inline bool arguments_fit(const argument& first, const Arguments&... more) {
    if constexpr (sizeof...(more) == 0)
        return true;
    else
        return ((first.size == more.size) && ...) && (memory_fits(first, more) && ...) && arguments_fit(more...);
}

/// What check_rows asks for, one thing after another.  By value: an argument whose address is handed on would be written
/// to memory by the calls that do not fail, too.
template <class... Arguments>
[[gnu::cold, gnu::noinline]] void check_rows_again(const call_site& call, std::size_t width, argument first,
                                                   Arguments... more) {
    if (!are_rows(first.size, width)) fail_rows(call, first, width);
    check_elementwise(call, {first, more...});
}

/// All ranges are rows × width.
template <class... Arguments>
[[gnu::always_inline]] inline void check_rows(const call_site& call, std::size_t width, const argument& first,
                                              const Arguments&... more) {
    if (are_rows(first.size, width) && arguments_fit(first, more...)) [[likely]]
        return;
    check_rows_again(call, width, first, more...);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
