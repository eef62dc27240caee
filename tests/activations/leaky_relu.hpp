#ifndef ACTIVATION_TESTS_ACTIVATIONS_LEAKY_RELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_LEAKY_RELU_HPP

#include "support/description.hpp"

namespace described {

struct LeakyReLU : description {
    struct parameters {
        double negative_slope;
    };

    static constexpr parameter_set<parameters> sets[]{
        {"slope 0.01", {0x1.47ae14p-7}, shape::rising, rounded_once},
        {"slope 1.7", {0x1.b33334p0}, shape::rising, rounded_once},
        {"slope 0.2", {0x1.99999ap-3}, shape::rising, rounded_once, use::suite},
    };
    static constexpr bool has_from_output = true;
    static constexpr const char* positive_parameter = "negative_slope";
    static constexpr bool output_determines(const parameters& p) { return p.negative_slope > 0; }

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr reach tail{8.0, 8.0};
    static constexpr precision reference_precision{-1000.0, -1000.0};

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {0, T(p.negative_slope) * T(-0.0), infinity<T>, T(p.negative_slope) * -infinity<T>};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters& p) {
        return {T(p.negative_slope), T(p.negative_slope), 1, T(p.negative_slope)};
    }
    static long double formula(long double x, const parameters& p) { return x > 0 ? x : p.negative_slope * x; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return linear_by_sign<Real>(x, p.negative_slope);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return slope_by_sign<Real>(x, p.negative_slope);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return x > 0.0 ? x : p.negative_slope * x;
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return like(x, x > 0.0 ? 1.0 : p.negative_slope);
    }
};

}  // namespace described

#endif
