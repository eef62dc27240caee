#include <activation/fast.hpp>
#include <activation/sigmoid.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T, class Functor>
struct row_of : tests::row_defaults<Functor, T> {
    static constexpr bool from_output = true;
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, 0.49999976158142089845557L, 0.2499999999999431565811392L},
        {-0.5, 0.3775406687981454353610994L, 0.2350037122015944890693027L},
        {-3, 0.04742587317756678087884815L, 0.04517665973091213264936003L},
        {-20, 2.061153618190203581430862e-9L, 2.061153613941849343652295e-9L},
        {-100, 3.720075976020835962959696e-44L, 3.720075976020835962959696e-44L},
        {0.5, 0.6224593312018545646389006L, 0.2350037122015944890693027L},
        {3, 0.9525741268224332191211518L, 0.04517665973091213264936003L},
        {30, 0.9999999999999064237703116L, 9.357622968838423302763293e-14L}};

    static constexpr tests::edges<T> value(Functor) { return {T(0.5), T(0.5), 1, 0}; }
    static constexpr tests::edges<T> derivative(Functor) { return {T(0.25), T(0.25), 0, 0}; }
    static long double formula(long double x, Functor) { return 1 / (1 + std::exp(-x)); }
};

template <class T>
struct sigmoid_row : row_of<T, activation::Sigmoid<T>> {
    static constexpr const auto& call = activation::sigmoid;
};

template <class T>
struct fast_sigmoid_row : row_of<T, activation::fast::Sigmoid<T>> {
    static constexpr const auto& call = activation::fast::sigmoid;
    static constexpr double ulp(activation::fast::Sigmoid<T>) { return tests::contract_fast_ulp<T>; }
};

const tests::suite<sigmoid_row> suite;
const tests::suite<fast_sigmoid_row> fast_suite;

}  // namespace

TEST_CASE("sigmoid: the left tail is computed down to the last subnormal") {
    CHECK(activation::sigmoid(-103.0F) == std::numeric_limits<float>::denorm_min());
    CHECK(tests::hex(activation::sigmoid(-200.0F)) == "0x0p+0");
    CHECK(activation::sigmoid(-745.0) == std::numeric_limits<double>::denorm_min());
    CHECK(tests::hex(activation::sigmoid(-1000.0)) == "0x0p+0");
}
