#ifndef ACTIVATION_BENCH_LIBRARY_FLAVOURS_HPP
#define ACTIVATION_BENCH_LIBRARY_FLAVOURS_HPP

#include <cstddef>

namespace bench {

/// One call on n floats.
using call = void (*)(const float* x, float* y, std::size_t n);

/// What is timed, in this order.
inline constexpr const char* called[] = {"relu", "leaky_relu", "gelu", "silu", "tanh", "gelu_tanh", "fast gelu"};

/// The peers' names for them.
inline constexpr const char* tasks[] = {"relu", "leaky_relu", "gelu", "silu", "tanh", "gelu_tanh", "gelu"};
inline constexpr std::size_t call_count = sizeof called / sizeof called[0];

/// The same calls by the headers, compiled by -O2 alone and for this machine, and as the textbook has them.
extern const call headers_plain[call_count];
extern const call headers_native[call_count];
extern const call textbook[call_count];

}  // namespace bench

#endif
