#include <activation/swish.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T>
struct swish_row : tests::row_defaults<activation::Swish<T>, T> {
    static constexpr const auto& call = activation::swish;
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    static constexpr activation::Swish<T> parameters[] = {{}, {.beta = T(1.702)}, {.beta = T(0.25)}};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -0.0000004768369308294495567851735L, 0.4999995231628417969472801L},
        {-0.5, -0.1887703343990727176805497L, 0.2600388126973481908264481L},
        {-1.25, -0.2783751735316360662506006L, 0.006319155084687581240870042L},
        {-3, -0.1422776195327003426365445L, -0.08810410601516961706923193L},
        {-20, -4.122307236380407162861724e-8L, -3.916191866064678329161503e-8L},
        {-95, -5.24502816317710609513746e-40L, -5.189817340406820767820224e-40L},
        {0.5, 0.3112296656009272823194503L, 0.7399611873026518091735519L},
        {3, 2.857722380467299657363456L, 1.088104106015169617069232L},
        {19, 18.99999989354686828322714L, 1.000000100850334714191693L}};

    static constexpr double ulp(activation::Swish<T>) { return 2; }
    static constexpr tests::edges<T> value(activation::Swish<T>) { return {0, T(-0.0), infinity, T(-0.0)}; }
    static constexpr tests::edges<T> derivative(activation::Swish<T>) { return {T(0.5), T(0.5), 1, T(-0.0)}; }
    static long double formula(long double x, activation::Swish<T> p) {
        return x / (1 + std::exp(-static_cast<long double>(p.beta) * x));
    }
};

const tests::suite<swish_row> suite;

}  // namespace

TEST_CASE("swish: beta is 1 unless it is given, and what underflows keeps its sign") {
    CHECK(activation::Swish<>{}.beta == 1.0F);
    CHECK(activation::swish(-2.0F) == activation::swish(-2.0F, {.beta = 1.0F}));
    CHECK(tests::hex(activation::swish(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::swish.derivative(-200.0F)) == "-0x0p+0");
}
