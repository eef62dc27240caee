#include <cstddef>
#include <span>

#include <activation/softmax.hpp>

void softmax_with_options(std::span<const float> x, std::span<float> y, std::size_t width, float scale) {
    activation::softmax(x, y, width, {.scale = scale, .causal = true});
}
