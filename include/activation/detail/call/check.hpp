#ifndef ACTIVATION_DETAIL_CALL_CHECK_HPP
#define ACTIVATION_DETAIL_CALL_CHECK_HPP

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <stdexcept>
#include <string_view>

#include "activation/detail/arch/target.hpp"

/// What a call demands of its ranges at run time, checked before anything is written.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// How a message names a call: "activation::", the callable's name, and the form, as in ".derivative(x, d)".
struct call_site {
    std::string_view name;
    const char* form;
};

/// A range as an argument of a call.  Of rows, bytes reach from the first row to the end of the last; other memory is one
/// row.
struct argument {
    const char* name;
    const void* data;
    std::size_t size;
    std::size_t bytes;
    bool written;
    bool in_rows = false;
    std::size_t row_bytes = 0;
    std::size_t stride_bytes = 0;
};

/// Throws std::invalid_argument; without exceptions the text goes to stderr and the program aborts.
[[noreturn, gnu::cold, gnu::noinline]] inline void fail(const char* text) {
#if defined(__cpp_exceptions)
    throw std::invalid_argument(text);
#else
    std::fputs(text, stderr);
    std::fputc('\n', stderr);
    std::abort();
#endif
}

/// "activation::gelu(x, y): " and what print(to, room) writes.  Each format stands in a call of snprintf, so that every
/// compiler checks it by the rules of its own library.
template <class Print>
[[noreturn, gnu::cold, gnu::noinline]] void fail_call(const call_site& call, Print print) {
    char text[400];
    const int length = std::snprintf(text, sizeof text, "activation::%.*s%s: ", static_cast<int>(call.name.size()),
                                     call.name.data(), call.form);
    const auto used = static_cast<std::size_t>(length) < sizeof text ? static_cast<std::size_t>(length) : sizeof text;
    print(text + used, sizeof text - used);
    fail(text);
}

/// "activation::gelu(x, y): x has 3 elements, y has 4: the sizes must agree"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_pair(const call_site& call, const argument& a,
                                                             const argument& b, const char* problem) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room, "%s has %zu elements, %s has %zu: %s", a.name, a.size, b.name, b.size, problem);
    });
}

/// "activation::gelu(x, y): x has 3 elements that are not adjacent: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_strides(const call_site& call, const char* name,
                                                                std::size_t size) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room,
                      "%s has %zu elements that are not adjacent: its strides must be those of contiguous memory", name,
                      size);
    });
}

/// "activation::elu.backward_from_output(…): alpha is -1, but the output determines the derivative only if …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_parameter(const call_site& call, const char* parameter,
                                                                  double value) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room, "%s is %g, but the output determines the derivative only if it is positive", parameter,
                      value);
    });
}

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

/// "activation::softmax(x, y, width): the rows of x have 64 elements, but in this call they need 32"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_row_width(const call_site& call, const char* name,
                                                                  std::size_t row_width, std::size_t width) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room, "the rows of %s have %zu elements, but in this call they need %zu", name, row_width,
                      width);
    });
}

/// "activation::rows(x, width, stride): x has 10 elements, width is 4, stride is 3: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_strided(const call_site& call, std::size_t size,
                                                                std::size_t width, std::size_t stride) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room,
                      "x has %zu elements, width is %zu, stride is %zu: the width must be at least 1 and at most the "
                      "stride, and x "
                      "whole rows, of which the last may lack what lies between",
                      size, width, stride);
    });
}

/// "activation::swiglu.packed(x, y, width): x has 12 elements, y has 5, width is 3: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_packed(const call_site& call, const argument& x,
                                                               const argument& y, std::size_t width) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(
            to, room,
            "x has %zu elements, y has %zu, width is %zu: x must be rows × 2·width and y rows × width, with a width of "
            "at least 1",
            x.size, y.size, width);
    });
}

/// x is rows × 2·width, y is rows × width, and they are apart.  No rows are fine whatever the width.
[[gnu::always_inline]] inline void check_packed(const call_site& call, const argument& x, const argument& y,
                                                std::size_t width) {
    const bool rows = width == 0 ? y.size == 0 : y.size % width == 0;
    if (!rows || x.size / 2 != y.size || x.size % 2 != 0) [[unlikely]]
        fail_packed(call, x, y, width);
    check_memory(call, x, y);
}

/// "activation::prelu(x, y, weights, inner): x has 12 elements, weights has 5, inner is 1: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_channels(const call_site& call, const argument& x,
                                                                 const argument& weights, std::size_t inner) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(
            to, room,
            "x has %zu elements, weights has %zu, inner is %zu: weights and inner must not be empty or 0, and "
            "x a multiple of weights.size()·inner",
            x.size, weights.size, inner);
    });
}

/// x is whole groups of weights.size()·inner elements.  One element a weight takes no division to tell.
[[gnu::always_inline]] inline bool channels_fit(const argument& x, const argument& weights, std::size_t inner) {
    if (weights.size == 0 || inner == 0) return false;
    return (inner == 1 && x.size == weights.size) || (x.size % inner == 0 && x.size / inner % weights.size == 0);
}

[[gnu::always_inline]] inline void check_channels(const call_site& call, const argument& x, const argument& weights,
                                                  std::size_t inner) {
    if (!channels_fit(x, weights, inner)) [[unlikely]]
        fail_channels(call, x, weights, inner);
}

/// "activation::softmax(x, y, width): x has 12 elements, width is 5: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_rows(const call_site& call, const argument& x,
                                                             std::size_t width) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room,
                      "%s has %zu elements, width is %zu: all must be rows × width, with a width of at least 1", x.name,
                      x.size, width);
    });
}

/// How many rows a range has; one takes no division to tell.
[[gnu::always_inline]] inline std::size_t rows_of(std::size_t size, std::size_t width) {
    return size == width ? 1 : size / width;
}

/// Each of them is apart from the others, or the same memory where it may be.
template <class... Arguments>
[[gnu::always_inline]] inline bool all_memory_fits(const argument& first, const Arguments&... more) {
    if constexpr (sizeof...(more) == 0)
        return true;
    else
        return (memory_fits(first, more) && ...) && all_memory_fits(more...);
}

/// What check_rows asks for, one thing after another.  By value: an argument whose address is handed on would be written
/// to memory by the calls that do not fail, too.
template <class... Arguments>
[[gnu::cold, gnu::noinline]] void check_rows_again(const call_site& call, std::size_t width, argument first,
                                                   Arguments... more) {
    if (first.size != width && (width == 0 || first.size % width != 0) && first.size != 0)
        fail_rows(call, first, width);
    check_elementwise(call, {first, more...});
}

/// All ranges are rows × width; no rows are fine whatever the width.
template <class... Arguments>
[[gnu::always_inline]] inline void check_rows(const call_site& call, std::size_t width, const argument& first,
                                              const Arguments&... more) {
    const bool in_rows = first.size == width || first.size == 0 || (width != 0 && first.size % width == 0);
    if (in_rows && ((first.size == more.size) && ...) && all_memory_fits(first, more...)) [[likely]]
        return;
    check_rows_again(call, width, first, more...);
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
