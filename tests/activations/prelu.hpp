#ifndef ACTIVATION_TESTS_ACTIVATIONS_PRELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_PRELU_HPP

#include "support/description.hpp"

namespace described {

struct PReLU : description {
    struct parameters {
        double weight;
    };

    static constexpr parameter_set<parameters> sets[]{
        {"weight 0.25", {0.25}, shape::rising, rounded_once},
        {"weight -0.3", {-0x1.333334p-2}, shape::other, rounded_once},
        {"weight 0.6", {0x1.333334p-1}, shape::rising, rounded_once, use::suite},
        {"weight 1.5", {1.5}, shape::rising, rounded_once, use::suite},
    };
    static constexpr bool has_from_output = true;
    static constexpr const char* positive_parameter = "weight";
    static constexpr bool output_determines(const parameters& p) { return p.weight > 0; }

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-1000.0, -1000.0};

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {T(p.weight) * T(0), T(p.weight) * T(-0.0), infinity<T>, T(p.weight) * -infinity<T>};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters& p) {
        return {T(p.weight), T(p.weight), 1, T(p.weight)};
    }
    static long double formula(long double x, const parameters& p) { return x > 0 ? x : p.weight * x; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return linear_by_sign<Real>(x, p.weight);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return slope_by_sign<Real>(x, p.weight);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return x > 0.0 ? x : p.weight * x;
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return like(x, x > 0.0 ? 1.0 : p.weight);
    }
};

}  // namespace described

#endif
