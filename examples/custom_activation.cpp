// An activation of your own, used in every call form of the library. smelu.hpp beside this file is all it takes: the
// formula as a functor, wrapped in activation::function.
#include "smelu.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <vector>

using examples::smelu;

/// Largest difference between smelu.derivative and a central difference of smelu, over [-8, 8].
double largest_gradient_error() {
    constexpr double step = 1e-5;
    double largest = 0;
    for (int i = -800; i <= 800; ++i) {
        const double x = (i + 0.5) / 100.0;  // not at a knee
        const double slope = (smelu(x + step) - smelu(x - step)) / (2 * step);
        largest = std::max(largest, std::abs(slope - smelu.derivative(x)));
    }
    return largest;
}

int main() {
    static_assert(smelu(-1.0F) == 0.0F, "a functor built from constexpr functors is constexpr");
    std::printf("one value:  smelu(0.5) = %.7f, smelu'(0.5) = %.7f\n\n", smelu(0.5F), smelu.derivative(0.5F));

    const std::vector<float> x{-20, -5, -1.25F, -0.5F, 0, 0.5F, 1, 5, 20};
    const std::vector<float> grad_output(x.size(), 0.5F);
    std::vector<float> y(x.size());
    std::vector<float> d(x.size());
    std::vector<float> grad_input(x.size());
    smelu.value_and_derivative(x, y, d);
    smelu.backward(grad_output, x, grad_input);

    std::puts("whole span:     x          smelu(x)         smelu'(x)    0.5 * smelu'(x)");
    for (std::size_t i = 0; i < x.size(); ++i)
        std::printf("%17.2f %16.8g %16.8g %17.8g\n", x[i], y[i], d[i], grad_input[i]);

    const double error = largest_gradient_error();
    std::printf("\ngradient check: at most %.1e from central differences on [-8, 8]\n", error);
    return error < 1e-8 && std::fflush(stdout) == 0 ? 0 : 1;
}
