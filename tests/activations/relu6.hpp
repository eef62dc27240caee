#ifndef ACTIVATION_TESTS_ACTIVATIONS_RELU6_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_RELU6_HPP

#include "support/description.hpp"

namespace described {

struct ReLU6 : description {
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, exact}};
    static constexpr bool has_from_output = true;

    static std::vector<double> knees(const parameters&) { return {0, 6}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-1000.0, -1000.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, 0, 6, 0};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {0, 0, 0, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters&) {
        return x <= 0 || x >= 6;
    }
    // Not by std::fmax, whose zero of −0 and +0 may be either.
    static long double formula(long double x, const parameters&) { return x > 0 ? std::fmin(x, 6.0L) : 0.0L; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return clamp_forward<Real>(x, 0.0, 6.0);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return clamp_derivative<Real>(x, 0.0, 6.0);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return clamp(x, 0.0, 6.0);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return like(x, is_between(x, 0.0, 6.0) ? 1.0 : 0.0);
    }
};

}  // namespace described

#endif
