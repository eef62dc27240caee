#ifndef ACTIVATION_TESTS_ACTIVATIONS_HARDSWISH_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_HARDSWISH_HPP

#include "support/description.hpp"

namespace described {

struct Hardswish : description {
    static constexpr bounds allowed{{1.5, 1.34}, {1.92, 1.34}, {1.67, 1.34}, {1.91, 1.34}};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::other, allowed}};

    static std::vector<double> knees(const parameters&) { return {-3, 3}; }
    static constexpr double derivative_root = -1.5;
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-51.0, -102.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, T(-0.0)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 1, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters&) {
        return x <= -3;
    }
    static long double formula(long double x, const parameters&) {
        return x <= -3 ? -0.0L : x >= 3 ? x : x * (x + 3) / 6;
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return hardswish_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return hardswish_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x < 3.0 ? x * hardsigmoid(x) : x;
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return is_between(x, -3.0, 3.0) ? (3.0 + 2.0 * x) / like(x, 6.0) : like(x, x > 0.0 ? 1.0 : 0.0);
    }
};

}  // namespace described

#endif
