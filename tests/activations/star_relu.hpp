#ifndef ACTIVATION_TESTS_ACTIVATIONS_STAR_RELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_STAR_RELU_HPP

#include "support/description.hpp"

namespace described {

struct StarReLU : description {
    struct parameters {
        double scale;
        double bias;
    };

    static constexpr bounds allowed{{1.26, 0.5}, {1.26, 0.5}, {1.26, 0.5}, {1.26, 0.5}};
    // Of no judge: two roundings, where the bias does not show any more.
    static constexpr bounds two_roundings{{1.5, 0.5}, {1.5, 0.5}, {1.5, 0.5}, {1.5, 0.5}};
    static constexpr parameter_set<parameters> sets[]{
        {"scale 0.8944 bias -0.4472", {0x1.c9eeccp-1, -0x1.c9eeccp-2}, shape::rising, allowed},
        {"scale 1.7 bias 0.3", {0x1.b33334p0, 0x1.333334p-2}, shape::rising, allowed},
        {"scale 0.3 bias -2.5", {0x1.333334p-2, -2.5}, shape::rising, two_roundings, use::suite},
    };
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-3, -0.447200000286102294921875L, 0.0L},
        {0x1p-20, -0.4472000002852888428600889L, 0.000001705932618278893642127514L},
        {0.5, -0.2236000001430511474609375L, 0.89440000057220458984375L},
        {0x1.6a09e6p-1, -1.530700389322861904224139e-8L, 1.264872589348343012716214L},
        {0.75, 0.05590000003576278686523438L, 1.341600000858306884765625L},
        {3, 7.602400004863739013671875L, 5.3664000034332275390625L},
        {19, 322.4312002062797546386719L, 33.9872000217437744140625L},
        {1024, 937845.9277999997138977051L, 1831.731201171875L}};

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr precision reference_precision{-50.0, -100.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {T(p.bias), T(p.bias), infinity<T>, T(p.bias)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {0, 0, infinity<T>, 0};
    }
    template <class T>
    static constexpr bool constant(T x, const parameters&) {
        return x <= 0;
    }
    static long double formula(long double x, const parameters& p) { return (x > 0 ? p.scale * x * x : 0) + p.bias; }

    template <class T>
    static T textbook(T x) {
        return T(0.8944) * (x > T(0) ? x * x : T(0)) - T(0.4472);
    }
    template <class T>
    static T textbook_derivative(T x) {
        return x > T(0) ? T(2 * 0.8944) * x : T(0);
    }

    /// In all words of the products.  A huge x, of which the bias is nothing, is moved by a power of two.
    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        const double a = select(x > 0.0, x, 0.0);
        const double bounded = select(is_infinite(a), 0.0, a);
        const double factor = select(is_huge(a), 0x1p-600, 1.0), bias = select(is_huge(a), 0.0, p.bias);
        const double_double square = two_product(bounded * factor, bounded * factor);
        const double_double upper = two_product(square.high, p.scale), lower = two_product(square.low, p.scale);
        const double_double sum = two_sum(upper.high, bias) + upper.low + lower.high + lower.low;
        const Real usual = narrow<Real>(sum);
        return {select(is_infinite(a), widen<Real>(a), usual), select(is_huge(bounded), 1200.0, 0.0)};
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        const scaled<Real> product = times(select(x > 0.0, x, 0.0), widen<Real>(p.scale));
        return {product.value, product.exponent + 1.0};
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return x > 0.0 ? p.bias + p.scale * x * x : like(x, p.bias);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return x > 0.0 ? 2.0 * p.scale * x : like(x, 0.0);
    }
};

}  // namespace described

#endif
