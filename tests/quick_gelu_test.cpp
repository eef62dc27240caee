#include <activation/quick_gelu.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct quick_gelu_row : tests::row_defaults<activation::QuickGELU<T>, T> {
    static constexpr const auto& call = activation::quick_gelu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -0.0000004768367712131293957039993L, 0.4999991884231567386376172L},
        {-0.5, -0.149611563393619876830138L, 0.1207780880345857289816748L},
        {-1.25, -0.1330656985568306758532188L, -0.09591611674996183389426519L},
        {-3, -0.01807130970778596651264127L, -0.02454832390565234874260546L},
        {-20, -3.29341024139937172832873e-14L, -5.440713718791752864784146e-14L},
        {-50, -5.501860750056332123188939e-36L, -9.254129781594750631203795e-36L},
        {0.5, 0.350388436606380123169862L, 0.8792219119654142710183252L},
        {3, 2.981928690292214033487359L, 1.024548323905652348742605L},
        {19, 18.9999999999998283915593L, 1.000000000000283045542878L}};

    static constexpr double ulp(activation::QuickGELU<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::QuickGELU<T>) { return {0, T(-0.0), infinity, T(-0.0)}; }
    static constexpr tests::edges<T> derivative(activation::QuickGELU<T>) { return {T(0.5), T(0.5), 1, T(-0.0)}; }
    static long double formula(long double x, activation::QuickGELU<T>) { return x / (1 + std::exp(-1.702L * x)); }
};

const tests::suite<quick_gelu_row> suite;

}  // namespace
