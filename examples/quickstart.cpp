#include <activation/activation.hpp>
#include <cstdio>
#include <vector>

int main() {
    std::vector<float> x{-2, -1, 0, 1, 2}, y(5), d(5);
    activation::gelu.value_and_derivative(x, y, d);       // y = gelu(x), d = gelu'(x), one pass
    activation::leaky_relu(x, {.negative_slope = 0.2F});  // in place: x = leaky_relu(x)
    for (std::size_t i = 0; i < 5; ++i) std::printf("%9.6f %9.6f %9.6f\n", x[i], y[i], d[i]);
}
