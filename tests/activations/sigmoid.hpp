#ifndef ACTIVATION_TESTS_ACTIVATIONS_SIGMOID_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SIGMOID_HPP

#include "support/description.hpp"

namespace described {

struct Sigmoid : description {
    static constexpr const char* symbol = "σ";
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, accurate}};
    static constexpr bool has_from_output = true;
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, 0.49999976158142089845557L, 0.2499999999999431565811392L},
        {-0.5, 0.3775406687981454353610994L, 0.2350037122015944890693027L},
        {-3, 0.04742587317756678087884815L, 0.04517665973091213264936003L},
        {-20, 2.061153618190203581430862e-9L, 2.061153613941849343652295e-9L},
        {-100, 3.720075976020835962959696e-44L, 3.720075976020835962959696e-44L},
        {0.5, 0.6224593312018545646389006L, 0.2350037122015944890693027L},
        {3, 0.9525741268224332191211518L, 0.04517665973091213264936003L},
        {30, 0.9999999999999064237703116L, 9.357622968838423302763293e-14L}};

    static constexpr precision reference_precision{-50.5, -103.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {T(0.5), T(0.5), 1, 0};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.25), T(0.25), 0, 0};
    }
    static long double formula(long double x, const parameters&) { return 1 / (1 + std::exp(-x)); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return sigmoid_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return sigmoid_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return sigmoid(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return sigmoid(x) * sigmoid(-x);
    }
};

}  // namespace described

#endif
