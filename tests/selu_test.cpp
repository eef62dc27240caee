#include <activation/selu.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct selu_row : tests::row_defaults<activation::SELU<T>, T> {
    static constexpr const auto& call = activation::selu;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<double> knees{0};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -0.000001676653387566137150222975L, 1.758097664193989293803067L},
        {-0.5, -0.6917581878028714023556772L, 1.06634115304450545758454L},
        {-1, -1.111330737812562761798641L, 0.6467686030348140981415769L},
        {-10, -1.758019523260786918116049L, 0.00007981758658994182416836227L},
        {-80, -1.758099340847376859940218L, 3.173108035298497738159131e-35L},
        {-103, -1.758099340847376859940218L, 3.25620527166192567074053e-45L},
        {3, 3.152102962066441480258005L, 1.050700987355480493419335L}};

    static constexpr double ulp(activation::SELU<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::SELU<T>) {
        return {0, T(-0.0), infinity, -activation::SELU<T>::negative_scale};
    }
    static constexpr tests::edges<T> derivative(activation::SELU<T>) {
        return {activation::SELU<T>::negative_scale, activation::SELU<T>::negative_scale, activation::SELU<T>::scale,
                0};
    }
    static long double formula(long double x, activation::SELU<T>) {
        constexpr long double scale = 1.0507009873554804934193349852946L;
        constexpr long double alpha = 1.6732632423543772848170429916717L;
        return x > 0 ? scale * x : scale * alpha * std::expm1(x);
    }
};

const tests::suite<selu_row> suite;

}  // namespace

TEST_CASE("selu: the largest numbers become infinite only where lambda times them does") {
    CHECK(std::isfinite(activation::selu(0x1.e74b30p+127F)));
    CHECK(activation::selu(0x1.e74b32p+127F) == std::numeric_limits<float>::infinity());
    CHECK(std::isfinite(activation::selu(0x1.e74b31afded6dp+1023)));
    CHECK(activation::selu(0x1.e74b31afded6ep+1023) == std::numeric_limits<double>::infinity());
}
