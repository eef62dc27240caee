#include <activation/softmax.hpp>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>

#include "support/catch.hpp"

// Rows in memory of just their size: small enough to compile under the sanitizers, which watch what lies around it.
namespace {

/// An allocation of its own for each array, with nothing behind the last element.
struct array {
    explicit array(std::size_t count) : data(new float[count]), all(data.get(), count) {}

    std::unique_ptr<float[]> data;
    std::span<float> all;
};

void fill(array& x, std::size_t seed) {
    for (std::size_t i = 0; i < x.all.size(); ++i) x.all[i] = static_cast<float>((i * 37 + seed) % 101) / 10 - 5;
}

TEST_CASE("softmax: nothing but its rows is read or written, in any width and number") {
    std::size_t compared = 0;
    for (std::size_t width = 1; width <= 70; ++width)
        for (const std::size_t rows : {std::size_t{1}, std::size_t{3}, std::size_t{9}}) {
            const std::size_t count = rows * width;
            array x(count), y(count), gradient(count), result(count);
            fill(x, width);
            fill(gradient, rows);
            activation::softmax(x.all, y.all, width);
            activation::softmax.backward(gradient.all, y.all, result.all, width);
            INFO(rows << " rows of " << width);
            for (std::size_t row = 0; row < rows; ++row) {
                double sum = 0, values = 0, mean = 0;
                for (std::size_t i = row * width; i < (row + 1) * width; ++i) sum += std::exp(double{x.all[i]});
                for (std::size_t i = row * width; i < (row + 1) * width; ++i) {
                    values += double{y.all[i]};
                    mean += double{y.all[i]} * double{gradient.all[i]};
                }
                REQUIRE(std::abs(values - 1) < 1e-6);
                for (std::size_t i = row * width; i < (row + 1) * width; ++i, ++compared) {
                    REQUIRE(std::abs(double{y.all[i]} - std::exp(double{x.all[i]}) / sum) < 1e-6);
                    REQUIRE(std::abs(double{result.all[i]} - (double{gradient.all[i]} - mean) * double{y.all[i]}) <
                            1e-6);
                }
            }
        }
    REQUIRE(compared == 13 * 70 * 71 / 2);
}

}  // namespace
