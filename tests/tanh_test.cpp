#include <activation/fast.hpp>
#include <activation/tanh.hpp>
#include <cmath>

#include "support/suite.hpp"

namespace {

template <class T, class Functor>
struct row_of : tests::row_defaults<Functor, T> {
    static constexpr bool from_output = true;
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<tests::known_value> known{
        {-0x1p-20, -9.536743164059608794206706e-7L, 0.9999999999990905052982276L},
        {-0.5, -0.4621171572600097585023185L, 0.7864477329659274101496989L},
        {-1.5, -0.9051482536448664382423037L, 0.1807066389236485305974401L},
        {-9, -0.9999999695400409744793021L, 6.091991712323229194123301e-8L},
        {0.125, 0.1243530017715962080546473L, 0.9845363309503933903410078L},
        {0.75, 0.6351489523872873192144344L, 0.5965858082813314260061336L},
        {3, 0.9950547536867304513318802L, 9.86603716544019127315617e-3L},
        {40, 1, 7.219405551381660689248513e-35L}};

    static constexpr tests::edges<T> value(Functor) { return {0, T(-0.0), 1, -1}; }
    static constexpr tests::edges<T> derivative(Functor) { return {1, 1, 0, 0}; }
    static long double formula(long double x, Functor) { return std::tanh(x); }
};

template <class T>
struct tanh_row : row_of<T, activation::Tanh<T>> {
    static constexpr const auto& call = activation::tanh;
};

template <class T>
struct fast_tanh_row : row_of<T, activation::fast::Tanh<T>> {
    static constexpr const auto& call = activation::fast::tanh;
    static constexpr double ulp(activation::fast::Tanh<T>) { return tests::contract_fast_ulp<T>; }
};

const tests::suite<tanh_row> suite;
const tests::suite<fast_tanh_row> fast_suite;

}  // namespace

TEST_CASE("tanh: is odd bit for bit, and its derivative even") {
    for (const float x : tests::random_patterns<float>(100000, 11)) {
        if (!tests::same_bits(activation::tanh(-x), -activation::tanh(x)) ||
            !tests::same_bits(activation::tanh.derivative(-x), activation::tanh.derivative(x)))
            FAIL("at " << tests::hex(x));
    }
    SUCCEED();
}
