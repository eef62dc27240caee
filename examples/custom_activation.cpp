// An activation of your own, used in every call form of the library. mish.hpp beside this file is all it takes: the
// formula as a functor, wrapped in activation::function.
#include "mish.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <vector>

using examples::mish;

/// Largest difference between mish.derivative and a central difference of mish, over [-8, 8].
double largest_gradient_error() {
    constexpr double step = 1e-5;
    double largest = 0;
    for (int i = -800; i <= 800; ++i) {
        const double x = i / 100.0;
        const double slope = (mish(x + step) - mish(x - step)) / (2 * step);
        largest = std::max(largest, std::abs(slope - mish.derivative(x)));
    }
    return largest;
}

int main() {
    static_assert(mish(0.0F) == 0.0F, "a functor built from constexpr functors is constexpr");
    std::printf("one value:  mish(1) = %.7f, mish'(1) = %.7f\n\n", mish(1.0F), mish.derivative(1.0F));

    const std::vector<float> x{-20, -5, -1.25F, -0.5F, 0, 0.5F, 1, 5, 20};
    const std::vector<float> grad_output(x.size(), 0.5F);
    std::vector<float> y(x.size());
    std::vector<float> d(x.size());
    std::vector<float> grad_input(x.size());
    mish.value_and_derivative(x, y, d);
    mish.backward(grad_output, x, grad_input);

    std::puts("whole span:     x          mish(x)         mish'(x)    0.5 * mish'(x)");
    for (std::size_t i = 0; i < x.size(); ++i)
        std::printf("%17.2f %16.8g %16.8g %17.8g\n", x[i], y[i], d[i], grad_input[i]);

    const double error = largest_gradient_error();
    std::printf("\ngradient check: at most %.1e from central differences on [-8, 8]\n", error);
    return error < 1e-8 ? 0 : 1;
}
