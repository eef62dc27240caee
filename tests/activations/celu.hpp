#ifndef ACTIVATION_TESTS_ACTIVATIONS_CELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_CELU_HPP

#include "support/description.hpp"

namespace described {

struct CELU : description {
    struct parameters {
        double alpha;
    };

    static constexpr bounds allowed{{1.36, 1.08}, {1.73, 1.09}, {1.4, 1.1}, {1.8, 1.1}, floor_of_contract};
    static constexpr bounds contract{{2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{
        {"alpha 1", {1.0}, shape::rising, allowed},
        {"alpha 0.7", {0x1.666666p-1}, shape::rising, allowed},
        {"alpha 0.3", {0x1.333334p-2}, shape::rising, contract, use::suite},
        {"alpha 1.7", {0x1.b33334p0}, shape::rising, contract, use::suite},
    };
    static constexpr bool has_from_output = true;
    static constexpr const char* positive_parameter = "alpha";
    static constexpr bool output_determines(const parameters& p) { return p.alpha > 0; }
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -0.0000009536738616590436737910799L, 0.9999990463261383409563262L},
        {-0.5, -0.3934693402873665763962005L, 0.6065306597126334236037995L},
        {-1, -0.6321205588285576784044762L, 0.3678794411714423215955238L},
        {-10, -0.9999546000702375151484644L, 0.00004539992976248485153559152L},
        {-80, -1.0L, 1.804851387845415172312128e-35L},
        {-103, -1.0L, 1.852116769517975462264702e-45L},
        {3, 3.0L, 1.0L}};

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr precision reference_precision{-44.0, -94.0};

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {0, T(-0.0), infinity<T>, -T(p.alpha)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {1, 1, 1, 0};
    }
    static long double formula(long double x, const parameters& p) {
        return x > 0 ? x : p.alpha * std::expm1(x / p.alpha);
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return celu_forward<Real>(x, p.alpha);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return celu_derivative<Real>(x, p.alpha);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return x > 0.0 ? x : p.alpha * expm1(x / like(x, p.alpha));
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return x > 0.0 ? like(x, 1.0) : exp(x / like(x, p.alpha));
    }
};

}  // namespace described

#endif
