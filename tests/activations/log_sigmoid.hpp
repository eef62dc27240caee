#ifndef ACTIVATION_TESTS_ACTIVATIONS_LOG_SIGMOID_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_LOG_SIGMOID_HPP

#include "support/description.hpp"

namespace described {

struct LogSigmoid : description {
    static constexpr bounds allowed{{1.2, 0.87}, {1.2, 0.88}, {1.2, 0.6}, {1.2, 0.6}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, allowed}};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -0.6931476573972171993799537L, 0.50000023841857910154443L},
        {-0.5, -0.9740769841801066808729974L, 0.6224593312018545646389006L},
        {-1.25, -1.501929081345372888953419L, 0.7772998611746911469995195L},
        {-3, -3.048587351573742058758926L, 0.9525741268224332191211518L},
        {-20, -20.00000000206115362031438L, 0.9999999979388463818097964L},
        {-95, -95.0L, 1.0L},
        {0.5, -0.4740769841801066808729974L, 0.3775406687981454353610994L},
        {3, -0.04858735157374205875892592L, 0.04742587317756678087884815L},
        {19, -5.602796421841603638399241e-9L, 5.602796406145939795411906e-9L},
        {90, -8.194012623990515430361108e-40L, 8.194012623990515430361108e-40L}};

    static constexpr precision reference_precision{-48.0, -100.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {static_cast<T>(-ln_2_of_long_double), static_cast<T>(-ln_2_of_long_double), T(-0.0), -infinity<T>};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 0, 1};
    }
    static long double formula(long double x, const parameters&) {
        return (x < 0 ? x : -0.0L) - std::log1p(std::exp(-std::fabs(x)));
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return log_sigmoid_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return sigmoid_forward<Real>(-x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return -softplus(-x, 1.0);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return sigmoid(-x);
    }
};

}  // namespace described

#endif
