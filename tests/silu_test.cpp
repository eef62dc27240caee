#include <activation/fast.hpp>
#include <activation/silu.hpp>
#include <cmath>
#include <limits>

#include "support/suite.hpp"

namespace {

template <class T, class Functor>
struct row_of : tests::row_defaults<Functor, T> {
    static constexpr T infinity = std::numeric_limits<T>::infinity();
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -4.768369308294495567851735e-7L, 0.4999995231628417969472801L},
        {-0.5, -0.1887703343990727176805497L, 0.2600388126973481908264481L},
        {-1.25, -0.2783751735316360662506006L, 6.319155084687581240870042e-3L},
        {-1.28125, -0.2784636988415487892355646L, -6.055677866683445606886608e-4L},
        {-20, -4.122307236380407162861724e-8L, -3.916191866064678329161503e-8L},
        {-95, -5.24502816317710609513746e-40L, -5.189817340406820767820224e-40L},
        {0.5, 0.3112296656009272823194503L, 0.7399611873026518091735519L},
        {3, 2.857722380467299657363456L, 1.088104106015169617069232L},
        {30, 29.99999999999719271310935L, 1.000000000002713710660963L}};

    static constexpr tests::edges<T> value(Functor) { return {0, T(-0.0), infinity, T(-0.0)}; }
    static constexpr tests::edges<T> derivative(Functor) { return {T(0.5), T(0.5), 1, T(-0.0)}; }
    static long double formula(long double x, Functor) { return x / (1 + std::exp(-x)); }
};

template <class T>
struct silu_row : row_of<T, activation::SiLU<T>> {
    static constexpr const auto& call = activation::silu;
};

template <class T>
struct fast_silu_row : row_of<T, activation::fast::SiLU<T>> {
    static constexpr const auto& call = activation::fast::silu;
    static constexpr double ulp(activation::fast::SiLU<T>) { return tests::contract_fast_ulp<T>; }
};

const tests::suite<silu_row> suite;
const tests::suite<fast_silu_row> fast_suite;

}  // namespace

TEST_CASE("silu: a result too small for a number keeps the sign of the exact one") {
    CHECK(tests::hex(activation::silu(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::silu.derivative(-200.0F)) == "-0x0p+0");
    CHECK(tests::hex(activation::silu(-1000.0)) == "-0x0p+0");
    CHECK(tests::hex(activation::silu.derivative(-1000.0)) == "-0x0p+0");
}
