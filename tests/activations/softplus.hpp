#ifndef ACTIVATION_TESTS_ACTIVATIONS_SOFTPLUS_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SOFTPLUS_HPP

#include "support/description.hpp"

namespace described {

struct Softplus : description {
    struct parameters {
        double beta;
        double threshold;
    };

    static constexpr bounds allowed{{1.27, 0.88}, {1.73, 0.88}, {1.2, 0.6}, {1.7, 0.7}, floor_of_contract};
    static constexpr bounds contract{{2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{
        {"beta 1", {1.0, 20.0}, shape::other, allowed},
        {"beta 1.7", {0x1.b33334p0, 20.0}, shape::other, allowed},
        {"beta 0.5 threshold 3", {0.5, 3.0}, shape::other, allowed},
        {"beta 2", {2.0, 20.0}, shape::other, contract, use::suite},
        {"beta 0.5 threshold 30", {0.5, 30.0}, shape::other, contract, use::suite},
    };
    static constexpr bool has_from_output = true;
    /// Where the threshold is low, softplus jumps there, and outputs next to it come from both sides.
    static constexpr bool output_determines(const parameters& p) { return p.threshold >= 10; }
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, 0.6931467037229007931299537L, 0.49999976158142089845557L},
        {-0.5, 0.4740769841801066808729974L, 0.3775406687981454353610994L},
        {-1.25, 0.2519290813453728889534187L, 0.2227001388253088530004805L},
        {-3, 0.04858735157374205875892592L, 0.04742587317756678087884815L},
        {-20, 2.061153620314380703238983e-9L, 2.061153618190203581430862e-9L},
        {-95, 5.521082277028532731723642e-42L, 5.521082277028532731723642e-42L},
        {0.5, 0.9740769841801066808729974L, 0.6224593312018545646389006L},
        {3, 3.048587351573742058758926L, 0.9525741268224332191211518L},
        {19, 19.0000000056027964218416L, 0.9999999943972035938540602L}};

    static std::vector<double> knees(const parameters& p) { return {p.threshold / p.beta}; }
    static constexpr precision reference_precision{-44.0, -94.0};

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {static_cast<T>(ln_2_of_long_double / p.beta), static_cast<T>(ln_2_of_long_double / p.beta), infinity<T>,
                0};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 1, 0};
    }
    static long double formula(long double x, const parameters& p) {
        return p.beta * x > p.threshold ? x : std::log1p(std::exp(p.beta * x)) / p.beta;
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return softplus_forward<Real>(x, p.beta, p.threshold);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return softplus_derivative<Real>(x, p.beta, p.threshold);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return is_linear_softplus(x, p.beta, p.threshold) ? x : softplus(x, p.beta);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return is_linear_softplus(x, p.beta, p.threshold) ? like(x, 1.0) : sigmoid(p.beta * x);
    }
};

}  // namespace described

#endif
