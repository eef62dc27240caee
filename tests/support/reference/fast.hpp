#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_FAST_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_FAST_HPP

#include <cstddef>

#include "function.hpp"

/// References fast enough for every float: written apart from the library and from libm, checked against MPFR by
/// reference_test.cpp.
namespace reference {

/// Relative error below 2^-44 (swish, quick_gelu and mish: 2^-36) wherever |exact| > 2^-200; below that, right in sign and
/// tiny.
inline void evaluate(const function& which, mode what, const parameters& p, const float* x, double* exact,
                     std::size_t count) {
    which.evaluate_floats(what, p, x, exact, count);
}

/// What a block of results is worth, in ULP (ulp.hpp).
struct error_summary {
    double largest;
    std::size_t above_half;
    std::size_t above_one;
    std::size_t zeros_of_wrong_sign;
};

/// Errors of `count` floats against what `evaluate` returned for them; `floor` as in ulp_error.
error_summary summarise(const float* results, const double* exact, std::size_t count, double floor);

/// Relative error below 2^-94 (2^-84), results below the smallest double included.
inline void evaluate(const function& which, mode what, const parameters& p, const double* x, exact_double* exact,
                     std::size_t count) {
    which.evaluate_doubles(what, p, x, exact, count);
}

error_summary summarise(const double* results, const exact_double* exact, std::size_t count, double floor);

}  // namespace reference

#endif
