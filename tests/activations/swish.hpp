#ifndef ACTIVATION_TESTS_ACTIVATIONS_SWISH_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SWISH_HPP

#include "support/description.hpp"

namespace described {

struct Swish : description {
    struct parameters {
        double beta;
    };

    static constexpr bounds allowed{{0.98, 1.29}, {1.0, 1.55}, {0.8, 1.7}, {0.8, 1.7}, floor_of_contract};
    static constexpr bounds contract{{2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{
        {"beta 1", {1.0}, shape::other, allowed},
        {"beta 0.85", {0x1.b33334p-1}, shape::other, allowed},
        {"beta 1.702", {0x1.b3b646p0}, shape::other, contract, use::suite},
        {"beta 0.25", {0.25}, shape::other, contract, use::suite},
    };
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -0.0000004768369308294495567851735L, 0.4999995231628417969472801L},
        {-0.5, -0.1887703343990727176805497L, 0.2600388126973481908264481L},
        {-1.25, -0.2783751735316360662506006L, 0.006319155084687581240870042L},
        {-3, -0.1422776195327003426365445L, -0.08810410601516961706923193L},
        {-20, -4.122307236380407162861724e-8L, -3.916191866064678329161503e-8L},
        {-95, -5.24502816317710609513746e-40L, -5.189817340406820767820224e-40L},
        {0.5, 0.3112296656009272823194503L, 0.7399611873026518091735519L},
        {3, 2.857722380467299657363456L, 1.088104106015169617069232L},
        {19, 18.99999989354686828322714L, 1.000000100850334714191693L}};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, T(-0.0)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 1, T(-0.0)};
    }
    static long double formula(long double x, const parameters& p) { return x / (1 + std::exp(-p.beta * x)); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return swish_forward(x, widen<Real>(p.beta));
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return swish_derivative(x, widen<Real>(p.beta));
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return x * sigmoid(p.beta * x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return gated_derivative(x, p.beta * x, like(x, p.beta));
    }
};

}  // namespace described

#endif
