#include <activation/hardsigmoid.hpp>
#include <cmath>

#include "support/suite.hpp"

namespace {

template <class T>
struct hardsigmoid_row : tests::row_defaults<activation::Hardsigmoid<T>, T> {
    static constexpr const auto& call = activation::hardsigmoid;
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<double> knees{-3, 3};

    static constexpr double ulp(activation::Hardsigmoid<T>) { return 0.501; }
    static constexpr tests::edges<T> value(activation::Hardsigmoid<T>) { return {T(0.5), T(0.5), 1, 0}; }
    static constexpr tests::edges<T> derivative(activation::Hardsigmoid<T>) { return {T(1) / T(6), T(1) / T(6), 0, 0}; }
    static constexpr bool constant(T x, activation::Hardsigmoid<T>) { return x <= -3 || x >= 3; }
    static long double formula(long double x, activation::Hardsigmoid<T>) {
        return std::fmin(std::fmax((x + 3) / 6, 0.0L), 1.0L);
    }
};

const tests::suite<hardsigmoid_row> suite;

}  // namespace

TEST_CASE("hardsigmoid: the derivative is 0 at both knees, as PyTorch has it") {
    CHECK(activation::hardsigmoid.derivative(-3.0) == 0.0);
    CHECK(activation::hardsigmoid.derivative(3.0) == 0.0);
    CHECK(activation::hardsigmoid.derivative(2.999) == 1.0 / 6);
}
