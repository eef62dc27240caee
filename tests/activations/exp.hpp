#ifndef ACTIVATION_TESTS_ACTIVATIONS_EXP_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_EXP_HPP

#include "support/description.hpp"

namespace described {

struct Exp : description {
    static constexpr bounds measured{{0.79, 0.79}, {0.79, 0.79}, {0.8, 0.8}, {0.8, 0.8}};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, measured}};
    static constexpr bool has_from_output = true;
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, 0.9999990463261383409563262L, 0.9999990463261383409563262L},
        {-0.5, 0.6065306597126334236037995L, 0.6065306597126334236037995L},
        {-3, 0.04978706836786394297934242L, 0.04978706836786394297934242L},
        {-20, 2.06115362243855782796594e-9L, 2.06115362243855782796594e-9L},
        {-100, 3.720075976020835962959696e-44L, 3.720075976020835962959696e-44L},
        {0.5, 1.648721270700128146848651L, 1.648721270700128146848651L},
        {3, 20.08553692318766774092853L, 20.08553692318766774092853L},
        {30, 1.068647458152446214699047e+13L, 1.068647458152446214699047e+13L},
        {88, 1.65163625499400185552833e+38L, 1.65163625499400185552833e+38L}};

    static constexpr precision reference_precision{-51.0, -103.0};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {1, 1, infinity<T>, 0};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {1, 1, infinity<T>, 0};
    }
    static long double formula(long double x, const parameters&) { return std::exp(x); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        const exponential<Real> e =
            exponential_of(widen<Real>(std::copysign(magnitude_up_to(is_double<Real> ? 700.0 : 2000.0, x), x)));
        return {e.mantissa(), e.exponent};
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return forward<Real>(x, p);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return exp(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return exp(x);
    }
};

}  // namespace described

#endif
