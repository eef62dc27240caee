#ifndef ACTIVATION_TESTS_ACTIVATIONS_SILU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SILU_HPP

#include "support/description.hpp"

namespace described {

struct SiLU : description {
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::other, accurate}};
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -4.768369308294495567851735e-7L, 0.4999995231628417969472801L},
        {-0.5, -0.1887703343990727176805497L, 0.2600388126973481908264481L},
        {-1.25, -0.2783751735316360662506006L, 6.319155084687581240870042e-3L},
        {-1.28125, -0.2784636988415487892355646L, -6.055677866683445606886608e-4L},
        {-20, -4.122307236380407162861724e-8L, -3.916191866064678329161503e-8L},
        {-95, -5.24502816317710609513746e-40L, -5.189817340406820767820224e-40L},
        {0.5, 0.3112296656009272823194503L, 0.7399611873026518091735519L},
        {3, 2.857722380467299657363456L, 1.088104106015169617069232L},
        {30, 29.99999999999719271310935L, 1.000000000002713710660963L}};

    static constexpr double derivative_root = -1.2784645427610738;
    static constexpr precision reference_precision{-48.0, -102.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, T(-0.0)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 1, T(-0.0)};
    }
    static long double formula(long double x, const parameters&) { return x / (1 + std::exp(-x)); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return swish_forward(x, widen<Real>(1.0));
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return swish_derivative(x, widen<Real>(1.0));
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x * sigmoid(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return gated_derivative(x, x, like(x, 1.0));
    }
};

}  // namespace described

#endif
