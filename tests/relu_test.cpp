#include <activation/relu.hpp>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct relu_row : tests::row_defaults<activation::ReLU<T>, T> {
    static constexpr const auto& call = activation::relu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<double> knees{0};

    static constexpr double ulp(activation::ReLU<T>) { return 0; }
    static constexpr tests::edges<T> value(activation::ReLU<T>) { return {0, 0, infinity, 0}; }
    static constexpr tests::edges<T> derivative(activation::ReLU<T>) { return {0, 0, 1, 0}; }
    static long double formula(long double x, activation::ReLU<T>) { return x > 0 ? x : 0; }
};

const tests::suite<relu_row> suite;

}  // namespace
