#include <activation/relu.hpp>
#include <limits>
#include <vector>

#include "support/catch.hpp"
#include "support/same_bits.hpp"

TEMPLATE_TEST_CASE("relu: no gradient passes back from an output of 0, whatever it is", "", float, double) {
    using T = TestType;
    const T infinity = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
    const T outputs[]{0, T(-0.0), 1, infinity, nan, std::numeric_limits<T>::denorm_min()};
    const T gradients[]{infinity, -infinity, nan, T(1.5), T(-0.0)};
    for (std::size_t length = 1; length <= 40; ++length) {
        std::vector<T> grad_output(length), y(length), grad_input(length);
        for (std::size_t i = 0; i < length; ++i) {
            grad_output[i] = gradients[i % 5];
            y[i] = outputs[(i + length) % 6];
        }
        activation::relu.backward_from_output(grad_output, y, grad_input);
        for (std::size_t i = 0; i < length; ++i) {
            const T expected = y[i] == 0 ? T(0) : y[i] > 0 ? grad_output[i] : nan;
            if (!tests::same_bits(grad_input[i], expected)) FAIL("length " << length << ", element " << i);
        }
        REQUIRE(grad_input.size() == length);
    }
}
