#include <activation/elu.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct elu_row : tests::row_defaults<activation::ELU<T>, T> {
    static constexpr const auto& call = activation::elu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::ELU<T> parameters[] = {{}, {.alpha = T(0.3)}, {.alpha = T(1.7)}};
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<T> ambiguous{0, T(-0.0), -1, std::numeric_limits<T>::quiet_NaN()};
    static constexpr const char* parameter = "alpha";
    static constexpr std::initializer_list<double> knees{0};
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -9.536738616590436737910799e-7L, 0.9999990463261383409563262L},
        {-0.5, -0.3934693402873665763962005L, 0.6065306597126334236037995L},
        {-1, -0.6321205588285576784044762L, 0.3678794411714423215955238L},
        {-10, -0.9999546000702375151484644L, 4.539992976248485153559152e-5L},
        {-80, -1, 1.804851387845415172312128e-35L},
        {-103, -1, 1.852116769517975462264702e-45L},
        {3, 3, 1}};

    // A product by alpha is one more rounding.
    static constexpr double ulp(activation::ELU<T> p) {
        return p.alpha == 1 || tests::contract_ulp<T> > 1.5 ? tests::contract_ulp<T> : 1.5;
    }
    static constexpr tests::edges<T> value(activation::ELU<T> p) { return {0, T(-0.0), infinity, -p.alpha}; }
    static constexpr tests::edges<T> derivative(activation::ELU<T> p) { return {p.alpha, p.alpha, 1, 0}; }
    static long double formula(long double x, activation::ELU<T> p) {
        return x > 0 ? x : static_cast<long double>(p.alpha) * std::expm1(x);
    }
};

const tests::suite<elu_row> suite;

}  // namespace

TEST_CASE("elu: alpha is 1 unless it is given") {
    CHECK(activation::ELU<>{}.alpha == 1.0F);
    CHECK(activation::elu(-2.0F) == activation::elu(-2.0F, {.alpha = 1.0F}));
    CHECK(activation::elu(-2.0, {.alpha = 2.0}) == 2 * activation::elu(-2.0));
}

TEST_CASE("elu: an alpha that is not positive serves forward and derivative") {
    CHECK(activation::elu.derivative(-2.0F, {.alpha = -1.0F}) == -activation::elu.derivative(-2.0F));
    CHECK(activation::elu(-200.0F, {.alpha = -2.0F}) == 2.0F);
}

TEST_CASE("elu: a result that underflows has the sign of alpha times x") {
    constexpr float smallest = std::numeric_limits<float>::denorm_min();
    CHECK(tests::hex(activation::elu(-smallest, {.alpha = 0.3F})) == "-0x0p+0");
    CHECK(tests::hex(activation::elu(-smallest, {.alpha = -0.3F})) == "0x0p+0");
    CHECK(tests::hex(activation::elu(-smallest, {.alpha = 0.7F})) == "-0x1p-149");
    CHECK(tests::hex(activation::elu.derivative(-2000.0, {.alpha = 0.3})) == "0x0p+0");
    CHECK(tests::hex(activation::elu.derivative(-2000.0, {.alpha = -0.3})) == "-0x0p+0");
}
