#include <activation/relu6.hpp>
#include <cmath>

#include "support/suite.hpp"

namespace {

template <class T>
struct relu6_row : tests::row_defaults<activation::ReLU6<T>, T> {
    static constexpr const auto& call = activation::relu6;
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<double> knees{0, 6};

    static constexpr double ulp(activation::ReLU6<T>) { return 0; }
    static constexpr tests::edges<T> value(activation::ReLU6<T>) { return {0, 0, 6, 0}; }
    static constexpr tests::edges<T> derivative(activation::ReLU6<T>) { return {0, 0, 0, 0}; }
    static constexpr bool constant(T x, activation::ReLU6<T>) { return x <= 0 || x >= 6; }
    static long double formula(long double x, activation::ReLU6<T>) { return std::fmin(std::fmax(x, 0.0L), 6.0L); }
};

const tests::suite<relu6_row> suite;

}  // namespace

TEST_CASE("relu6: the derivative is 0 at both knees, as PyTorch has it") {
    CHECK(activation::relu6.derivative(0.0F) == 0.0F);
    CHECK(activation::relu6.derivative(6.0F) == 0.0F);
    CHECK(activation::relu6.derivative(5.999F) == 1.0F);
}
