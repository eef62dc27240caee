#ifndef ACTIVATION_DETAIL_CALL_FAIL_HPP
#define ACTIVATION_DETAIL_CALL_FAIL_HPP

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "activation/detail/arch/target.hpp"

/// What a call says when its ranges are found unfit, and how it ends then.
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
        std::snprintf(to, room,
                      "%s has %zu elements, %s has %zu, width is %zu: %s must be rows × 2·width and %s rows × width, "
                      "with a width of "
                      "at least 1",
                      x.name, x.size, y.name, y.size, width, x.name, y.name);
    });
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

/// "activation::softmax(x, y, width): x has 12 elements, width is 5: …"
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_rows(const call_site& call, const argument& x,
                                                             std::size_t width) {
    fail_call(call, [&](char* to, std::size_t room) {
        std::snprintf(to, room,
                      "%s has %zu elements, width is %zu: all must be rows × width, with a width of at least 1", x.name,
                      x.size, width);
    });
}

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
