#include <activation/softshrink.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct softshrink_row : tests::row_defaults<activation::Softshrink<T>, T> {
    static constexpr const auto& call = activation::softshrink;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::Softshrink<T> parameters[] = {{}, {.lambd = T(1.25)}};
    static constexpr std::initializer_list<double> knees{-1.25, -0.5, 0.5, 1.25};

    static constexpr double ulp(activation::Softshrink<T>) { return 0.5; }
    static constexpr tests::edges<T> value(activation::Softshrink<T>) { return {0, 0, infinity, -infinity}; }
    static constexpr tests::edges<T> derivative(activation::Softshrink<T>) { return {0, 0, 1, 1}; }
    static constexpr bool constant(T x, activation::Softshrink<T> p) { return x >= -p.lambd && x <= p.lambd; }
    static long double formula(long double x, activation::Softshrink<T> p) {
        return std::fabs(x) <= static_cast<long double>(p.lambd)
                   ? 0
                   : x - std::copysign(static_cast<long double>(p.lambd), x);
    }
};

const tests::suite<softshrink_row> suite;

}  // namespace

TEST_CASE("softshrink: lambd is 0.5 unless it is given, and its knees have derivative 0") {
    CHECK(activation::Softshrink<>{}.lambd == 0.5F);
    CHECK(activation::softshrink.derivative(0.5F) == 0.0F);
    CHECK(activation::softshrink.derivative(-0.5F) == 0.0F);
    CHECK(activation::softshrink(-2.0F, {.lambd = 0.25F}) == -1.75F);
}
