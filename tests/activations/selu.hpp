#ifndef ACTIVATION_TESTS_ACTIVATIONS_SELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SELU_HPP

#include "support/description.hpp"

namespace described {

struct SELU : description {
    // Klambauer et al.'s lambda, and its product with their alpha.
    static constexpr long double scale = 1.0507009873554804934193349852946L;
    static constexpr long double negative_scale = 1.7580993408473768599402175208123L;

    static constexpr bounds allowed{{1.43, 0.88}, {1.7, 0.93}, {1.4, 0.8}, {1.6, 1.2}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::rising, allowed}};
    static constexpr bool has_from_output = true;
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -0.000001676653387566137150222975L, 1.758097664193989293803067L},
        {-0.5, -0.6917581878028714023556772L, 1.06634115304450545758454L},
        {-1, -1.111330737812562761798641L, 0.6467686030348140981415769L},
        {-10, -1.758019523260786918116049L, 0.00007981758658994182416836227L},
        {-80, -1.758099340847376859940218L, 3.173108035298497738159131e-35L},
        {-103, -1.758099340847376859940218L, 3.25620527166192567074053e-45L},
        {3, 3.152102962066441480258005L, 1.050700987355480493419335L}};

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr precision reference_precision{-50.0, -100.0};
    static constexpr bool has_formula_at_infinity = true;

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, static_cast<T>(-negative_scale)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {static_cast<T>(negative_scale), static_cast<T>(negative_scale), static_cast<T>(scale), 0};
    }
    static long double formula(long double x, const parameters&) {
        return x > 0 ? scale * x : negative_scale * std::expm1(x);
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return selu_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return selu_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return lambda_of(x) * (x > 0.0 ? x : alpha_of(x) * expm1(x));
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return x > 0.0 ? lambda_of(x) : lambda_of(x) * alpha_of(x) * exp(x);
    }
};

}  // namespace described

#endif
