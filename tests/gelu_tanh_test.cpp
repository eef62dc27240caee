#include <activation/gelu_tanh.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "support/suite.hpp"

namespace {

template <class T>
struct gelu_tanh_row : tests::row_defaults<activation::GELUTanh<T>, T> {
    static constexpr const auto& call = activation::gelu_tanh;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -4.768367953672346617423446e-7L, 0.4999992390779869054581947L},
        {-0.5, -0.1542859901748560779622427L, 0.1326300964653576884398291L},
        {-0.75, -0.1700394448343796958158558L, 1.061743862585702342281723e-3L},
        {-3, -3.637392081773018837816466e-3L, -0.01158416663096972620354646L},
        {-5.5, -5.92764026388026202595239e-9L, -4.67655281080741526304964e-8L},
        {-9, -1.336459594734872549979246e-28L, -2.515735285067425154341413e-27L},
        {0.5, 0.3457140098251439220377573L, 0.8673699035346423115601709L},
        {2, 1.954597694087775018781041L, 1.086099256623618381564514L},
        {6, 5.999999999915603532992377L, 1.00000000077099739309537L}};

    static constexpr tests::edges<T> value(activation::GELUTanh<T>) { return {0, T(-0.0), infinity, T(-0.0)}; }
    static constexpr tests::edges<T> derivative(activation::GELUTanh<T>) { return {T(0.5), T(0.5), 1, T(-0.0)}; }
    static long double formula(long double x, activation::GELUTanh<T>) {
        // ½(1 + tanh u) without the cancellation
        const long double u = std::sqrt(2 / std::numbers::pi_v<long double>) * (x + 0.044715L * x * x * x);
        return x / (1 + std::exp(-2 * u));
    }
};

const tests::suite<gelu_tanh_row> suite;

}  // namespace

TEST_CASE("gelu_tanh: a result too small for a number keeps the sign of the exact one") {
    CHECK(tests::hex(activation::gelu_tanh(-40.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu_tanh.derivative(-40.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu_tanh(-400.0)) == "-0x0p+0");
    CHECK(tests::hex(activation::gelu_tanh.derivative(-400.0)) == "-0x0p+0");
}
