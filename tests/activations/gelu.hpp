#ifndef ACTIVATION_TESTS_ACTIVATIONS_GELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_GELU_HPP

#include "support/description.hpp"

namespace described {

struct GELU : description {
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::other, accurate}};
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -4.768367953672346617420723e-7L, 0.4999992390779869054570529L},
        {-0.5, -0.1542687693629934481811477L, 0.1325048753438371574749552L},
        {-0.75, -0.1699705142826511494952966L, 7.742782607648956283087645e-4L},
        {-3, -4.049694094890283579955444e-3L, -0.01194564720418392700015524L},
        {-5.5, -1.04442593562382456611182e-7L, -5.733472398739924803491604e-7L},
        {-13.5, -1.05553898626381531412026e-40L, -1.424894091479883821686882e-39L},
        {0.5, 0.3457312306370065518188523L, 0.8674951246561628425250448L},
        {2, 1.954499736103641585599435L, 1.085231801078196896700846L},
        {6, 5.999999994080474129773811L, 1.000000035468709453902015L}};

    static constexpr double derivative_root = -0.7517915246935645;
    static constexpr reach tail{15.0, 39.0};
    static constexpr precision reference_precision{-47.5, -100.5};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, T(-0.0)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 1, T(-0.0)};
    }
    static long double formula(long double x, const parameters&) { return x * std::erfc(-x / std::sqrt(2.0L)) / 2; }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return gelu_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return gelu_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x * phi(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return gelu_derivative(x);
    }
};

}  // namespace described

#endif
