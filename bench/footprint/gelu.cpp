#include <span>

#include <activation/gelu.hpp>

void gelu(std::span<const float> x, std::span<float> y) { activation::gelu(x, y); }
