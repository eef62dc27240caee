#ifndef ACTIVATION_TESTS_ACTIVATIONS_TANHSHRINK_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_TANHSHRINK_HPP

#include "support/description.hpp"

namespace described {

struct Tanhshrink : description {
    static constexpr bounds allowed{{1.82, 1.46}, {1.99, 1.77}, {1.86, 1.37}, {1.86, 1.37}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, allowed}};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -2.891205793293626676146247e-19L, 9.094947017723767841733373e-13L},
        {-0.5, -0.03788284273999024149768152L, 0.2135522670340725898503011L},
        {-0.75, -0.1148510476127126807855656L, 0.4034141917186685739938664L},
        {-3, -2.00494524631326954866812L, 0.9901339628345598087268438L},
        {-20, -19.00000000000000000849671L, 0.999999999999999983006583L},
        {0x1p-12, 4.850638293807388327186337e-12L, 5.960464240691491913055303e-8L},
        {0.5, 0.03788284273999024149768152L, 0.2135522670340725898503011L},
        {3, 2.00494524631326954866812L, 0.9901339628345598087268438L},
        {19, 18.00000000000000006278266L, 0.9999999999999998744346883L}};

    static constexpr precision reference_precision{-47.0, -97.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, -infinity<T>};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {0, 0, 1, 1};
    }
    static long double formula(long double x, const parameters&) {
        // Half of the digits would cancel next to zero, and all of them there.
        if (std::fabs(x) > 0.125L) return x - std::tanh(x);
        const long double y = x * x;
        return x * y *
               (1 / 3.0L -
                y * (2 / 15.0L -
                     y * (17 / 315.0L -
                          y * (62 / 2835.0L - y * (1382 / 155925.0L -
                                                   y * (21844 / 6081075.0L - y * (929569 / 638512875.0L -
                                                                                  y * (6404582 / 10854718875.0L))))))));
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return tanhshrink_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return tanhshrink_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return tanhshrink(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return tanh(x) * tanh(x);
    }
};

}  // namespace described

#endif
