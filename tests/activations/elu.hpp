#ifndef ACTIVATION_TESTS_ACTIVATIONS_ELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_ELU_HPP

#include "support/description.hpp"

namespace described {

struct ELU : description {
    struct parameters {
        double alpha;
    };

    static constexpr bounds alpha_1{{0.91, 0.8}, {1.04, 0.79}, {1.0, 0.8}, {1.0, 0.8}};
    static constexpr bounds alpha_03{{1.15, 0.81}, {1.7, 1.31}, {1.3, 0.8}, {1.6, 1.2}};
    static constexpr bounds alpha_167{{1.29, 0.8}, {1.61, 1.07}, {1.4, 0.8}, {1.5, 1.7}};
    static constexpr bounds any_alpha{{1.5, 2.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}};
    static constexpr parameter_set<parameters> sets[]{
        {"alpha 1", {1.0}, shape::rising, alpha_1},
        {"alpha 0.3", {0x1.333334p-2}, shape::rising, alpha_03, use::judge_and_suite, 1},
        {"alpha 1.67", {0x1.ab851ep0}, shape::other, alpha_167, use::judge_and_suite, 1},
        {"alpha 1.7", {0x1.b33334p0}, shape::other, any_alpha, use::suite},
    };
    static constexpr bool has_from_output = true;
    static constexpr const char* positive_parameter = "alpha";
    static constexpr bool output_determines(const parameters& p) { return p.alpha > 0; }
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -9.536738616590436737910799e-7L, 0.9999990463261383409563262L},
        {-0.5, -0.3934693402873665763962005L, 0.6065306597126334236037995L},
        {-1, -0.6321205588285576784044762L, 0.3678794411714423215955238L},
        {-10, -0.9999546000702375151484644L, 4.539992976248485153559152e-5L},
        {-80, -1, 1.804851387845415172312128e-35L},
        {-103, -1, 1.852116769517975462264702e-45L},
        {3, 3, 1}};

    static std::vector<double> knees(const parameters&) { return {0}; }
    static constexpr precision reference_precision{-51.0, -104.0};

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        return {0, T(-0.0), infinity<T>, -T(p.alpha)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters& p) {
        return {T(p.alpha), T(p.alpha), 1, 0};
    }
    static long double formula(long double x, const parameters& p) { return x > 0 ? x : p.alpha * std::expm1(x); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        return elu_forward<Real>(x, p.alpha);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        return elu_derivative<Real>(x, p.alpha);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return x > 0.0 ? x : p.alpha * expm1(x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        return x > 0.0 ? like(x, 1.0) : p.alpha * exp(x);
    }
};

}  // namespace described

#endif
