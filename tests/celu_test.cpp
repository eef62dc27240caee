#include <activation/celu.hpp>
#include <activation/elu.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct celu_row : tests::row_defaults<activation::CELU<T>, T> {
    static constexpr const auto& call = activation::celu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::CELU<T> parameters[] = {{}, {.alpha = T(0.3)}, {.alpha = T(1.7)}};
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<T> ambiguous{0, T(-0.0), -1, std::numeric_limits<T>::quiet_NaN()};
    static constexpr const char* parameter = "alpha";
    static constexpr std::initializer_list<double> knees{0};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -0.0000009536738616590436737910799L, 0.9999990463261383409563262L},
        {-0.5, -0.3934693402873665763962005L, 0.6065306597126334236037995L},
        {-1, -0.6321205588285576784044762L, 0.3678794411714423215955238L},
        {-10, -0.9999546000702375151484644L, 0.00004539992976248485153559152L},
        {-80, -1.0L, 1.804851387845415172312128e-35L},
        {-103, -1.0L, 1.852116769517975462264702e-45L},
        {3, 3.0L, 1.0L}};

    static constexpr double ulp(activation::CELU<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::CELU<T> p) { return {0, T(-0.0), infinity, -p.alpha}; }
    static constexpr tests::edges<T> derivative(activation::CELU<T>) { return {1, 1, 1, 0}; }
    static long double formula(long double x, activation::CELU<T> p) {
        const long double alpha = static_cast<long double>(p.alpha);
        return x > 0 ? x : alpha * std::expm1(x / alpha);
    }
};

const tests::suite<celu_row> suite;

}  // namespace

TEST_CASE("celu: alpha is 1 unless it is given, and celu is elu then") {
    CHECK(activation::CELU<>{}.alpha == 1.0F);
    CHECK(activation::celu(-2.0F) == activation::elu(-2.0F));
    CHECK(activation::celu(-2.0, {.alpha = 2.0}) == 2 * activation::elu(-1.0));
}
