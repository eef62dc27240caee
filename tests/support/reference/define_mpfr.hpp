#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_DEFINE_MPFR_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_DEFINE_MPFR_HPP

#include <cmath>

#include "mpfr_formulas.hpp"
#include "support/description.hpp"

/// What a description says in MPFR's numbers.
namespace reference {

template <class T>
T at_infinity(const tests::edges<T>& edges, bool positive) {
    return positive ? edges.positive_infinity : edges.negative_infinity;
}

template <class Description>
mpfr_number evaluate_description(mpfr_prec_t precision, mode what, const parameters& values, double x) {
    const auto p = named<typename Description::parameters>(values);
    const number argument(precision, x);
    if (std::isnan(x)) return argument.value();
    const bool forward = what == mode::forward;
    if (std::isinf(x) && !Description::has_formula_at_infinity) {
        const auto edges = forward ? Description::template value<double>(p) : Description::template slope<double>(p);
        return number(precision, at_infinity(edges, x > 0.0)).value();
    }
    return (forward ? Description::precise(argument, p) : Description::precise_derivative(argument, p)).value();
}

}  // namespace reference

#endif
