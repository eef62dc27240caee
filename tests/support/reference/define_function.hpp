#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_DEFINE_FUNCTION_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_DEFINE_FUNCTION_HPP

#include "fast.hpp"
#include "support/description.hpp"

/// Makes a function of a description. Compile with -ffp-contract=off, as double_double.hpp asks for.
namespace reference {

inline double scale(double value, double exponent) { return value * power_of_two(at_least(-900.0, exponent)); }

template <class Description>
[[gnu::flatten]] void evaluate_floats(mode what, const parameters& values, const float* x, double* exact,
                                      std::size_t count) {
    const auto p = named<typename Description::parameters>(values);
    const auto evaluate = [&](auto formula) {
        for (std::size_t i = 0; i < count; ++i) {
            const double argument = static_cast<double>(x[i]);
            const scaled<double> result = formula(argument);
            exact[i] = select(argument != argument, argument, scale(result.value, result.exponent));
        }
    };
    if (what == mode::forward) {
        evaluate([p](double argument) { return Description::template forward<double>(argument, p); });
    } else {
        evaluate([p](double argument) { return Description::template derivative<double>(argument, p); });
    }
}

template <class Description>
[[gnu::flatten]] void evaluate_doubles(mode what, const parameters& values, const double* x, exact_double* exact,
                                       std::size_t count) {
    const auto p = named<typename Description::parameters>(values);
    const auto evaluate = [&](auto formula) {
        for (std::size_t i = 0; i < count; ++i) {
            const scaled<double_double> result = formula(x[i]);
            exact[i] = {select(x[i] != x[i], x[i], result.value.high), result.value.low, result.exponent};
        }
    };
    if (what == mode::forward) {
        evaluate([p](double argument) { return Description::template forward<double_double>(argument, p); });
    } else {
        evaluate([p](double argument) { return Description::template derivative<double_double>(argument, p); });
    }
}

template <class Description>
std::vector<double> knees_of(const parameters& p) {
    return Description::knees(named<typename Description::parameters>(p));
}

template <class Description>
function make_function(const char* name) {
    std::vector<labelled_parameters> sets;
    for (const auto& set : Description::sets) {
        const auto values = values_of(set.values);
        sets.push_back({set.label, {values.begin(), values.end()}});
    }
    return {name,
            sets,
            Description::known,
            knees_of<Description>,
            Description::derivative_root,
            Description::tail.in_float,
            Description::tail.in_double,
            Description::reference_precision.in_float,
            Description::reference_precision.in_double,
            evaluate_floats<Description>,
            evaluate_doubles<Description>};
}

}  // namespace reference

#endif
