// The gradients of softmax and its logarithm of rows that were scaled, against multiple precision: scales of every size,
// with gradients of every size.

#include <activation/softmax.hpp>
#include <cstddef>
#include <limits>
#include <vector>

#include "rows/gradient_errors.hpp"
#include "support/bit_patterns.hpp"
#include "support/catch.hpp"

namespace {

/// Of gradients up to `size`, with a few that are much smaller.
template <class T>
rows::errors worst_of(T scale, double size) {
    tests::random_bits next(17);
    rows::errors worst;
    for (const std::size_t width : {1U, 2U, 5U, 16U, 33U, 200U})
        for (const double spread : {0.0, 3.0, 60.0, sizeof(T) == 4 ? 100.0 : 700.0})
            for (int repeat = 0; repeat < (width < 10 ? 10 : 2); ++repeat) {
                std::vector<T> x(width), y(width), logs(width), grad_output(width);
                for (std::size_t i = 0; i < width; ++i) {
                    x[i] = static_cast<T>(rows::between(next, -spread, spread));
                    grad_output[i] = static_cast<T>(rows::between(next, -size, size) * (i % 5 == 3 ? 0x1p-20 : 1));
                }
                activation::softmax(x, y, width);
                activation::log_softmax(x, logs, width);
                rows::add_errors(worst, grad_output, y, logs, scale);
            }
    return worst;
}

template <class T>
void check(std::vector<double> scales, std::vector<double> sizes) {
    for (const double scale : scales)
        for (const double size : sizes) {
            const rows::errors worst = worst_of(static_cast<T>(scale), size);
            INFO("scale " << scale << ", gradients up to " << size << ": softmax " << worst.softmax << ", log_softmax "
                          << worst.log_softmax);
            CHECK(worst.softmax <= 4);
            CHECK(worst.log_softmax <= 4);
        }
}

}  // namespace

TEST_CASE("softmax: gradients of scaled rows are within the bound") {
    const double float_max = std::numeric_limits<float>::max(), double_max = std::numeric_limits<double>::max() / 2;
    check<float>({0, 0.125, 0.3, 1, -0.9, 1.5, -7, 1e4, 1e20, 3e38, 1e-20, 1e-38, 1e-44},
                 {1, 1e-6, 1e6, 1e-20, 1e20, 1e-38, 1e-44, float_max});
    check<double>({1, 0.125, 0.3, -0.9, 1.5, 1e100, 1e308, 1e-100, 1e-308}, {1, 1e-100, 1e100, 1e-310, double_max});
}
