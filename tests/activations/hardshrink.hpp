#ifndef ACTIVATION_TESTS_ACTIVATIONS_HARDSHRINK_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_HARDSHRINK_HPP

#include "support/description.hpp"

namespace described {

struct Hardshrink : description {
    struct parameters {
        double lambd;
    };

    static constexpr parameter_set<parameters> sets[]{
        {"lambd 0.5", {0.5}, shape::rising, exact},
        {"lambd 1.7", {0x1.b33334p0}, shape::rising, exact},
        {"lambd 1.25", {1.25}, shape::rising, exact, use::suite},
    };

    static std::vector<double> knees(const parameters& p) { return {-p.lambd, p.lambd}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-1000.0, -1000.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, 0, infinity<T>, -infinity<T>};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {0, 0, 1, 1};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters& p) {
        return x >= -T(p.lambd) && x <= T(p.lambd);
    }
    static long double formula(long double x, const parameters& p) { return std::fabs(x) <= p.lambd ? 0 : x; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return hardshrink_forward<Real>(x, p.lambd);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return shrink_derivative<Real>(x, p.lambd);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return is_within(x, p.lambd) ? like(x, 0.0) : x;
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return like(x, is_within(x, p.lambd) ? 0.0 : 1.0);
    }
};

}  // namespace described

#endif
