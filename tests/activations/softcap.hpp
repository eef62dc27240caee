#ifndef ACTIVATION_TESTS_ACTIVATIONS_SOFTCAP_HPP
#define ACTIVATION_TESTS_ACTIVATIONS_SOFTCAP_HPP

#include "support/description.hpp"

namespace described {

struct Softcap : description {
    struct parameters {
        double cap;
    };

    static constexpr bounds allowed{{1.41, 1.44}, {1.6, 1.45}, {1.77, 1.18}, {1.89, 1.23}, floor_of_contract};
    static constexpr bounds contract{{2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, {2.0, 2.0}, floor_of_contract};
    static constexpr parameter_set<parameters> sets[]{
        {"cap 30", {30.0}, shape::rising, allowed},
        {"cap 0.7", {0x1.666666p-1}, shape::rising, allowed},
        {"cap -2.5", {-2.5}, shape::rising, contract, use::suite},
        {"cap 50", {50.0}, shape::rising, contract, use::suite},
    };
    // From mpmath at 60 digits.
    static constexpr std::initializer_list<known_value> known{
        {-0x1p-20, -0.0000009536743164062496787549119L, 0.9999999999999989894503314L},
        {-0.5, -0.499953708847158327119833L, 0.9997222736544555231571878L},
        {-20, -17.4834883604373036020292L, 0.6603640386116148061423129L},
        {-300, -29.99999987633078290858779L, 8.244614455767397374609178e-9L},
        {0.125, 0.1249992766253938047203185L, 0.9999826390898256980866656L},
        {3, 2.990039838748674513549153L, 0.9900662908474397783478056L},
        {30, 22.84782467867294664358375L, 0.4199743416140260693944967L},
        {75, 29.59842894454290866643828L, 0.02659222668316061965599414L},
        {1000, 30.0L, 4.457532631361366771342579e-29L}};

    static constexpr reach tail{1700.0, 12000.0};
    static constexpr precision reference_precision{-46.0, -98.0};

    template <class T>
    static constexpr edges<T> value(const parameters& p) {
        const T cap = T(p.cap < 0 ? -p.cap : p.cap);
        return {0, T(-0.0), cap, -cap};
    }
    template <class T>
    static constexpr edges<T> slope(const parameters&) {
        return {1, 1, 0, 0};
    }
    static long double formula(long double x, const parameters& p) { return p.cap * std::tanh(x / p.cap); }

    template <class T>
    static T textbook(T x) {
        return T(30) * std::tanh(x / T(30));
    }
    template <class T>
    static T textbook_derivative(T x) {
        const T t = std::tanh(x / T(30));
        return T(1) - t * t;
    }

    /// −2·|x/cap|
    template <class Real>
    static Real exponent(double x, const parameters& p) {
        const double cap = std::fabs(p.cap);
        return widen<Real>(-2.0 * magnitude_up_to(1000.0 * cap, x)) / widen<Real>(cap);
    }
    template <class Real>
    static scaled<Real> forward(double x, const parameters& p) {
        const Real t = expm1_of(exponent<Real>(x, p));
        const Real magnitude = -t / (t + 2.0) * std::fabs(p.cap);
        return linear_near_zero(x, widen<Real>(1.0), select(x < 0.0, -magnitude, magnitude));
    }
    template <class Real>
    static scaled<Real> derivative(double x, const parameters& p) {
        const exponential<Real> e = exponential_of(exponent<Real>(x, p));
        const Real one_plus = e.value() + 1.0;
        return {e.mantissa() / (one_plus * one_plus), e.exponent + 2.0};
    }

    template <class Number>
    static Number precise(const Number& x, const parameters& p) {
        return p.cap * tanh(x / like(x, p.cap));
    }
    template <class Number>
    static Number precise_derivative(const Number& x, const parameters& p) {
        const Number s = sech(x / like(x, p.cap));
        return s * s;
    }
};

}  // namespace described

#endif
