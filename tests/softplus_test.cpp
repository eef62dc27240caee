#include <activation/softplus.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct softplus_row : tests::row_defaults<activation::Softplus<T>, T> {
    static constexpr const auto& call = activation::softplus;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::Softplus<T> parameters[] = {{}, {.beta = T(2)}, {.beta = T(0.5), .threshold = T(30)}};
    static constexpr bool from_output = true;
    static constexpr std::initializer_list<double> knees{20, 10, 60};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, 0.6931467037229007931299537L, 0.49999976158142089845557L},
        {-0.5, 0.4740769841801066808729974L, 0.3775406687981454353610994L},
        {-1.25, 0.2519290813453728889534187L, 0.2227001388253088530004805L},
        {-3, 0.04858735157374205875892592L, 0.04742587317756678087884815L},
        {-20, 2.061153620314380703238983e-9L, 2.061153618190203581430862e-9L},
        {-95, 5.521082277028532731723642e-42L, 5.521082277028532731723642e-42L},
        {0.5, 0.9740769841801066808729974L, 0.6224593312018545646389006L},
        {3, 3.048587351573742058758926L, 0.9525741268224332191211518L},
        {19, 19.0000000056027964218416L, 0.9999999943972035938540602L}};

    static constexpr double ulp(activation::Softplus<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::Softplus<T> p) {
        return {static_cast<T>(0.693147180559945309417232121458L / static_cast<long double>(p.beta)),
                static_cast<T>(0.693147180559945309417232121458L / static_cast<long double>(p.beta)), infinity, 0};
    }
    static constexpr tests::edges<T> derivative(activation::Softplus<T>) { return {T(0.5), T(0.5), 1, 0}; }
    static long double formula(long double x, activation::Softplus<T> p) {
        const long double beta = static_cast<long double>(p.beta);
        return beta * x > static_cast<long double>(p.threshold) ? x : std::log1p(std::exp(beta * x)) / beta;
    }
};

const tests::suite<softplus_row> suite;

}  // namespace

TEST_CASE("softplus: names and defaults are PyTorch's, and so is the threshold") {
    CHECK(activation::Softplus<>{}.beta == 1.0F);
    CHECK(activation::Softplus<>{}.threshold == 20.0F);
    CHECK(activation::softplus(20.5) == 20.5);
    CHECK(activation::softplus(20.0) > 20.0);
    CHECK(activation::softplus.derivative(20.5) == 1.0);
    CHECK(activation::softplus.derivative(20.0) < 1.0);
    CHECK(activation::softplus(3.0F, {.threshold = 2.0F}) == 3.0F);
    CHECK(activation::softplus(1.0F, {.threshold = 2.0F}) == activation::softplus(1.0F));
}
