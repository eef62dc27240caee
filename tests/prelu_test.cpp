#include <activation/prelu.hpp>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct prelu_row : tests::row_defaults<activation::PReLU<T>, T> {
    static constexpr const auto& call = activation::prelu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::PReLU<T> parameters[] = {{}, {.weight = T(0.6)}, {.weight = T(1.5)}};
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<T> ambiguous{0, T(-0.0), -1, std::numeric_limits<T>::quiet_NaN()};
    static constexpr const char* parameter = "weight";
    static constexpr std::initializer_list<double> knees{0};

    static constexpr double ulp(activation::PReLU<T>) { return 0.5; }
    static constexpr tests::edges<T> value(activation::PReLU<T>) { return {0, T(-0.0), infinity, -infinity}; }
    static constexpr tests::edges<T> derivative(activation::PReLU<T> p) { return {p.weight, p.weight, 1, p.weight}; }
    static long double formula(long double x, activation::PReLU<T> p) {
        return x > 0 ? x : static_cast<long double>(p.weight) * x;
    }
};

const tests::suite<prelu_row> suite;

}  // namespace

TEST_CASE("prelu: weight is 0.25 unless it is given") {
    CHECK(activation::PReLU<>{}.weight == 0.25F);
    CHECK(activation::PReLU<double>{}.weight == 0.25);
    CHECK(activation::prelu(-2.0F) == -2 * 0.25F);
    CHECK(activation::prelu(-2.0, {.weight = 0.5}) == -1);
}

TEST_CASE("prelu: a slope that is not positive serves forward and derivative") {
    CHECK(activation::prelu(-2.0F, {.weight = -0.5F}) == 1.0F);
    CHECK(activation::prelu.derivative(-2.0F, {.weight = -0.5F}) == -0.5F);
    CHECK(activation::prelu.derivative(-2.0F, {.weight = 0.0F}) == 0.0F);
}
