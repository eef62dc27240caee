#ifndef ACTIVATION_TESTS_ACTIVATIONS_SQUARED_RELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SQUARED_RELU_HPP

#include "support/description.hpp"

namespace described {

struct SquaredReLU : description {
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, rounded_once}};

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr precision reference_precision{-52.0, -104.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, 0, infinity<T>, 0};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {0, 0, infinity<T>, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters&) {
        return x <= 0;
    }
    static long double formula(long double x, const parameters&) { return x > 0 ? x * x : 0; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return squared_relu_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return squared_relu_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x > 0.0 ? x * x : like(x, 0.0);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return x > 0.0 ? 2.0 * x : like(x, 0.0);
    }
};

}  // namespace described

#endif
