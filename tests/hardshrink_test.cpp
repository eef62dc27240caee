#include <activation/hardshrink.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct hardshrink_row : tests::row_defaults<activation::Hardshrink<T>, T> {
    static constexpr const auto& call = activation::hardshrink;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::Hardshrink<T> parameters[] = {{}, {.lambd = T(1.25)}};
    static constexpr std::initializer_list<double> knees{-1.25, -0.5, 0.5, 1.25};

    static constexpr double ulp(activation::Hardshrink<T>) { return 0; }
    static constexpr tests::edges<T> value(activation::Hardshrink<T>) { return {0, 0, infinity, -infinity}; }
    static constexpr tests::edges<T> derivative(activation::Hardshrink<T>) { return {0, 0, 1, 1}; }
    static constexpr bool constant(T x, activation::Hardshrink<T> p) { return x >= -p.lambd && x <= p.lambd; }
    static long double formula(long double x, activation::Hardshrink<T> p) {
        return std::fabs(x) <= static_cast<long double>(p.lambd) ? 0 : x;
    }
};

const tests::suite<hardshrink_row> suite;

}  // namespace

TEST_CASE("hardshrink: lambd is 0.5 unless it is given, and its knees have value and derivative 0") {
    CHECK(activation::Hardshrink<>{}.lambd == 0.5F);
    CHECK(activation::hardshrink(0.5F) == 0.0F);
    CHECK(activation::hardshrink.derivative(-0.5F) == 0.0F);
    CHECK(activation::hardshrink(-2.0F, {.lambd = 0.25F}) == -2.0F);
}
