#ifndef ACTIVATION_TESTS_ACTIVATIONS_HARDTANH_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_HARDTANH_HPP

#include "support/description.hpp"

namespace described {

struct Hardtanh : description {
    struct parameters {
        double min_val;
        double max_val;
    };

    static constexpr parameter_set<parameters> sets[]{
        {"-1 to 1", {-1.0, 1.0}, shape::rising, exact},
        {"-0.3 to 1.7", {-0x1.333334p-2, 0x1.b33334p0}, shape::rising, exact},
        {"-2.5 to 0.5", {-2.5, 0.5}, shape::rising, exact, use::suite},
    };
    static constexpr bool has_from_output = true;

    static std::vector<double> knees(const parameters& p) { return {p.min_val, p.max_val}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-1000.0, -1000.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {0, T(-0.0), T(p.max_val), T(p.min_val)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {1, 1, 0, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters& p) {
        return x <= T(p.min_val) || x >= T(p.max_val);
    }
    static long double formula(long double x, const parameters& p) {
        return std::fmin(std::fmax(x, p.min_val), p.max_val);
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return clamp_forward<Real>(x, p.min_val, p.max_val);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return clamp_derivative<Real>(x, p.min_val, p.max_val);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return clamp(x, p.min_val, p.max_val);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return like(x, is_between(x, p.min_val, p.max_val) ? 1.0 : 0.0);
    }
};

}  // namespace described

#endif
