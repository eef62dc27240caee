#ifndef ACTIVATION_TESTS_ACTIVATIONS_SOFTSIGN_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SOFTSIGN_HPP

#include "support/description.hpp"

namespace described {

struct Softsign : description {
    static constexpr bounds allowed{{1.25, 1.99}, {1.25, 1.99}, {1.25, 1.91}, {1.25, 1.91}};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, allowed}};

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr precision reference_precision{-50.5, -102.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), 1, -1};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {1, 1, 0, 0};
    }
    static long double formula(long double x, const parameters&) { return x / (1 + std::fabs(x)); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return softsign_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return softsign_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x / (1.0 + abs(x));
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return like(x, 1.0) / ((1.0 + abs(x)) * (1.0 + abs(x)));
    }
};

}  // namespace described

#endif
