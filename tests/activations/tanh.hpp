#ifndef ACTIVATION_TESTS_ACTIVATIONS_TANH_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_TANH_HPP

#include "support/description.hpp"

namespace described {

struct Tanh : description {
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, accurate}};
    static constexpr bounds fast = fast_tier_everywhere;
    static constexpr bool has_from_output = true;
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -9.536743164059608794206706e-7L, 0.9999999999990905052982276L},
        {-0.5, -0.4621171572600097585023185L, 0.7864477329659274101496989L},
        {-1.5, -0.9051482536448664382423037L, 0.1807066389236485305974401L},
        {-9, -0.9999999695400409744793021L, 6.091991712323229194123301e-8L},
        {0.125, 0.1243530017715962080546473L, 0.9845363309503933903410078L},
        {0.75, 0.6351489523872873192144344L, 0.5965858082813314260061336L},
        {3, 0.9950547536867304513318802L, 9.86603716544019127315617e-3L},
        {40, 1, 7.219405551381660689248513e-35L}};

    static constexpr reach tail{55.0, 380.0};
    static constexpr precision reference_precision{-50.5, -103.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), 1, -1};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {1, 1, 0, 0};
    }
    static long double formula(long double x, const parameters&) { return std::tanh(x); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return tanh_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return tanh_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return tanh(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return sech(x) * sech(x);
    }
};

}  // namespace described

#endif
