#include <activation/mish.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct mish_row : tests::row_defaults<activation::Mish<T>, T> {
    static constexpr const auto& call = activation::mish;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -0.0000005722042988054315549130961L, 0.5999993896483938444134469L},
        {-0.5, -0.220743774651729996815324L, 0.2895106779135121923973737L},
        {-1.25, -0.3084139611415276823160607L, -0.01469756247301953919840257L},
        {-3, -0.1456474612756245873146172L, -0.09339311453232083557275618L},
        {-20, -4.122307240628761400640292e-8L, -3.916191874348969075316688e-8L},
        {-95, -5.24502816317710609513746e-40L, -5.189817340406820767820224e-40L},
        {0.5, 0.3752452113048951048185624L, 0.8864243753577272584508843L},
        {3, 2.986535004967957319057052L, 1.021106910929443772655554L},
        {19, 18.99999999999999880712955L, 1.000000000000002322958227L}};

    static constexpr double ulp(activation::Mish<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::Mish<T>) { return {0, T(-0.0), infinity, T(-0.0)}; }
    static constexpr tests::edges<T> derivative(activation::Mish<T>) { return {T(0.6), T(0.6), 1, T(-0.0)}; }
    static long double formula(long double x, activation::Mish<T>) {
        const long double w = std::exp(x);
        return x > 30 ? x : x * (w * (w + 2) / (w * (w + 2) + 2));
    }
};

const tests::suite<mish_row> suite;

}  // namespace

TEST_CASE("mish: what underflows keeps its sign") {
    CHECK(tests::hex(activation::mish(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::mish.derivative(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::mish(-1000.0)) == "-0x0p+0");
    CHECK(tests::hex(activation::mish.derivative(-1000.0)) == "-0x0p+0");
}
