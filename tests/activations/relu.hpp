#ifndef ACTIVATION_TESTS_ACTIVATIONS_RELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_RELU_HPP

#include "support/description.hpp"

namespace described {

struct ReLU : description {
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, exact}};
    static constexpr bool has_from_output = true;

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-1000.0, -1000.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, 0, infinity<T>, 0};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {0, 0, 1, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters&) {
        return x <= 0;
    }
    static long double formula(long double x, const parameters&) { return x > 0 ? x : 0; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return relu_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return slope_by_sign<Real>(x, 0.0);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x > 0.0 ? x : like(x, 0.0);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return like(x, x > 0.0 ? 1.0 : 0.0);
    }
};

}  // namespace described

#endif
