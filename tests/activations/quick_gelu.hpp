#ifndef ACTIVATION_TESTS_ACTIVATIONS_QUICK_GELU_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_QUICK_GELU_HPP

#include "support/description.hpp"

namespace described {

struct QuickGELU : description {
    static constexpr bounds allowed{{0.97, 1.95}, {0.98, 1.95}, {0.8, 1.7}, {0.8, 1.7}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::other, allowed}};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -0.0000004768367712131293957039993L, 0.4999991884231567386376172L},
        {-0.5, -0.149611563393619876830138L, 0.1207780880345857289816748L},
        {-1.25, -0.1330656985568306758532188L, -0.09591611674996183389426519L},
        {-3, -0.01807130970778596651264127L, -0.02454832390565234874260546L},
        {-20, -3.29341024139937172832873e-14L, -5.440713718791752864784146e-14L},
        {-50, -5.501860750056332123188939e-36L, -9.254129781594750631203795e-36L},
        {0.5, 0.350388436606380123169862L, 0.8792219119654142710183252L},
        {3, 2.981928690292214033487359L, 1.024548323905652348742605L},
        {19, 18.9999999999998283915593L, 1.000000000000283045542878L}};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, T(-0.0)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 1, T(-0.0)};
    }
    static long double formula(long double x, const parameters&) { return x / (1 + std::exp(-1.702L * x)); }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return swish_forward(x, narrow<Real>(quick_gelu_beta));
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return swish_derivative(x, narrow<Real>(quick_gelu_beta));
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x * sigmoid(beta_of_quick_gelu(x) * x);
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return gated_derivative(x, beta_of_quick_gelu(x) * x, beta_of_quick_gelu(x));
    }
};

}  // namespace described

#endif
