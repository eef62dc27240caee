#ifndef ACTIVATION_TESTS_ACTIVATIONS_HARDSIGMOID_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_HARDSIGMOID_HPP

#include "support/description.hpp"

namespace described {

struct Hardsigmoid : description {
    static constexpr bounds allowed{{1.0, 0.34}, {0.5, 0.34}, {1.67, 0.34}, {0.5, 0.34}};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, allowed}};
    static constexpr bool has_from_output = true;

    static std::vector<double> knees(const parameters&) { return {-3, 3}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-51.0, -103.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {T(0.5), T(0.5), 1, 0};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(1) / T(6), T(1) / T(6), 0, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters&) {
        return x <= -3 || x >= 3;
    }
    static long double formula(long double x, const parameters&) {
        return std::fmin(std::fmax((x + 3) / 6, 0.0L), 1.0L);
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return hardsigmoid_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return hardsigmoid_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return hardsigmoid(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return is_between(x, -3.0, 3.0) ? 1.0 / like(x, 6.0) : like(x, 0.0);
    }
};

}  // namespace described

#endif
