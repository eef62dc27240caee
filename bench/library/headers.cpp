// The calls by the headers, as ACTIVATION_BENCH_FLAVOUR and with that one's flags.
#include <activation/fast.hpp>

#include "flavours.hpp"

namespace bench {

const call ACTIVATION_BENCH_FLAVOUR[call_count] = {
    [](const float* x, float* y, std::size_t n) { activation::relu(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation::leaky_relu(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation::gelu(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation::silu(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation::tanh(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation::gelu_tanh(x, y, n); },
    [](const float* x, float* y, std::size_t n) { activation::fast::gelu(x, y, n); },
};

}  // namespace bench
