#ifndef ACTIVATION_TESTS_ACTIVATIONS_MISH_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_MISH_HPP

#include "support/description.hpp"

namespace described {

struct Mish : description {
    static constexpr bounds allowed{{1.88, 1.54}, {1.9, 1.62}, {1.63, 1.14}, {1.68, 1.15}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::other, allowed}};
    // From mpmath at 100 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -0.0000005722042988054315549130961L, 0.5999993896483938444134469L},
        {-0.5, -0.220743774651729996815324L, 0.2895106779135121923973737L},
        {-1.25, -0.3084139611415276823160607L, -0.01469756247301953919840257L},
        {-3, -0.1456474612756245873146172L, -0.09339311453232083557275618L},
        {-20, -4.122307240628761400640292e-8L, -3.916191874348969075316688e-8L},
        {-95, -5.24502816317710609513746e-40L, -5.189817340406820767820224e-40L},
        {0.5, 0.3752452113048951048185624L, 0.8864243753577272584508843L},
        {3, 2.986535004967957319057052L, 1.021106910929443772655554L},
        {19, 18.99999999999999880712955L, 1.000000000000002322958227L}};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, T(-0.0)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.6), T(0.6), 1, T(-0.0)};
    }
    static long double formula(long double x, const parameters&) {
        const long double w = std::exp(x);
        return x > 30 ? x : x * (w * (w + 2) / (w * (w + 2) + 2));
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return mish_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return mish_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x * tanh(softplus(x, 1.0));
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return mish_derivative(x);
    }
};

}  // namespace described

#endif
