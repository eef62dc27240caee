#include <activation/softsign.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct softsign_row : tests::row_defaults<activation::Softsign<T>, T> {
    static constexpr const auto& call = activation::softsign;

    static constexpr std::initializer_list<double> knees{0};

    static constexpr double ulp(activation::Softsign<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::Softsign<T>) { return {0, T(-0.0), 1, -1}; }
    static constexpr tests::edges<T> derivative(activation::Softsign<T>) { return {1, 1, 0, 0}; }
    static long double formula(long double x, activation::Softsign<T>) { return x / (1 + std::fabs(x)); }
};

const tests::suite<softsign_row> suite;

}  // namespace

TEST_CASE("softsign: 1 gives a half and slope a quarter") {
    CHECK(activation::softsign(1.0F) == 0.5F);
    CHECK(activation::softsign.derivative(-1.0F) == 0.25F);
}
