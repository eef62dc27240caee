#ifndef ACTIVATION_TESTS_ACTIVATIONS_GELU_TANH_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_GELU_TANH_HPP

#include <numbers>

#include "support/description.hpp"

namespace described {

struct GELUTanh : description {
    static constexpr parameter_set<parameters> sets[]{{"", {}, shape::other, accurate}};
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -4.768367953672346617423446e-7L, 0.4999992390779869054581947L},
        {-0.5, -0.1542859901748560779622427L, 0.1326300964653576884398291L},
        {-0.75, -0.1700394448343796958158558L, 1.061743862585702342281723e-3L},
        {-3, -3.637392081773018837816466e-3L, -0.01158416663096972620354646L},
        {-5.5, -5.92764026388026202595239e-9L, -4.67655281080741526304964e-8L},
        {-9, -1.336459594734872549979246e-28L, -2.515735285067425154341413e-27L},
        {0.5, 0.3457140098251439220377573L, 0.8673699035346423115601709L},
        {2, 1.954597694087775018781041L, 1.086099256623618381564514L},
        {6, 5.999999999915603532992377L, 1.00000000077099739309537L}};

    static constexpr double derivative_root = -0.7524614220710163;
    static constexpr reach tail{12.0, 22.0};
    static constexpr precision reference_precision{-45.0, -94.5};

    template <class T>
    static constexpr edges<T> value(const parameters&) {
        return {0, T(-0.0), infinity<T>, T(-0.0)};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {T(0.5), T(0.5), 1, T(-0.0)};
    }
    static long double formula(long double x, const parameters&) {
        // ½(1 + tanh u) without the cancellation
        const long double u = std::sqrt(2 / std::numbers::pi_v<long double>) * (x + 0.044715L * x * x * x);
        return x / (1 + std::exp(-2 * u));
    }

    template <class Real>
    static scaled<Real> forward(double x, const parameters&) {
        return gelu_tanh_forward<Real>(x);
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters&) {
        return gelu_tanh_derivative<Real>(x);
    }

    template <class Number>
    static Number precise(const Number& x, const parameters&) {
        return x * sigmoid(gelu_tanh_argument(x));
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters&) {
        return gated_derivative(x, gelu_tanh_argument(x), gelu_tanh_argument_slope(x));
    }
};

}  // namespace described

#endif
