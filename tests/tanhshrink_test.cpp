#include <activation/tanhshrink.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct tanhshrink_row : tests::row_defaults<activation::Tanhshrink<T>, T> {
    static constexpr const auto& call = activation::tanhshrink;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -2.891205793293626676146247e-19L, 9.094947017723767841733373e-13L},
        {-0.5, -0.03788284273999024149768152L, 0.2135522670340725898503011L},
        {-0.75, -0.1148510476127126807855656L, 0.4034141917186685739938664L},
        {-3, -2.00494524631326954866812L, 0.9901339628345598087268438L},
        {-20, -19.00000000000000000849671L, 0.999999999999999983006583L},
        {0x1p-12, 4.850638293807388327186337e-12L, 5.960464240691491913055303e-8L},
        {0.5, 0.03788284273999024149768152L, 0.2135522670340725898503011L},
        {3, 2.00494524631326954866812L, 0.9901339628345598087268438L},
        {19, 18.00000000000000006278266L, 0.9999999999999998744346883L}};

    static constexpr double ulp(activation::Tanhshrink<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::Tanhshrink<T>) { return {0, T(-0.0), infinity, -infinity}; }
    static constexpr tests::edges<T> derivative(activation::Tanhshrink<T>) { return {0, 0, 1, 1}; }
    static long double formula(long double x, activation::Tanhshrink<T>) {
        // Half of the digits would cancel next to zero, and all of them there.
        if (std::fabs(x) > 0.125L) return x - std::tanh(x);
        const long double y = x * x;
        return x * y *
               (1 / 3.0L -
                y * (2 / 15.0L -
                     y * (17 / 315.0L -
                          y * (62 / 2835.0L - y * (1382 / 155925.0L -
                                                   y * (21844 / 6081075.0L - y * (929569 / 638512875.0L -
                                                                                  y * (6404582 / 10854718875.0L))))))));
    }
};

const tests::suite<tanhshrink_row> suite;

}  // namespace

TEST_CASE("tanhshrink: it is odd bit for bit, and what underflows keeps its sign") {
    for (float x = 0x1p-30F; x < 20; x *= 1.01F) REQUIRE(activation::tanhshrink(-x) == -activation::tanhshrink(x));
    CHECK(tests::hex(activation::tanhshrink(-0x1p-100F)) == "-0x0p+0");
    CHECK(tests::hex(activation::tanhshrink(0x1p-100F)) == "0x0p+0");
}
