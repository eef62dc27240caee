#ifndef ACTIVATION_TESTS_ACTIVATIONS_THRESHOLD_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_THRESHOLD_HPP

#include "support/description.hpp"

namespace described {

struct Threshold : description {
    struct parameters {
        double threshold;
        double value;
    };

    static constexpr parameter_set<parameters> sets[]{
        {"0 value 0", {0.0, 0.0}, shape::rising, exact},
        {"0.4 value -1.7", {0x1.99999ap-2, -0x1.b33334p0}, shape::other, exact},
        {"-1 value 7", {-1.0, 7.0}, shape::other, exact, use::suite},
    };

    static std::vector<double> knees(const parameters& p) { return {p.threshold}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-1000.0, -1000.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {T(p.threshold) < 0 ? T(0) : T(p.value), T(p.threshold) < 0 ? T(-0.0) : T(p.value), infinity<T>,
                T(p.value)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters& p) {
        return {T(p.threshold) < 0 ? T(1) : T(0), T(p.threshold) < 0 ? T(1) : T(0), 1, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters& p) {
        return x <= T(p.threshold);
    }
    static long double formula(long double x, const parameters& p) { return x > p.threshold ? x : p.value; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return threshold_forward<Real>(x, p.threshold, p.value);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return threshold_derivative<Real>(x, p.threshold);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return x > p.threshold ? x : like(x, p.value);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return like(x, x > p.threshold ? 1.0 : 0.0);
    }
};

}  // namespace described

#endif
