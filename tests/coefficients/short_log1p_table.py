"""A polynomial for include/activation/detail/math/short_softplus.hpp."""

from fit import FLOAT, as_power_of_two, relative, row
from lattice import fit_together
from mpmath import log, mpf

DEGREE = 8

HEADER = """#ifndef ACTIVATION_DETAIL_TABLE_SHORT_LOG1P_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SHORT_LOG1P_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// log(1 + e) = e·Σ quotient[k]·eᵏ for 0 ≤ e ≤ 1; float alone has it.
template <class T>
struct short_log1p_table {};

// clang-format off
%s
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""


def quotient(e):
    return log(1 + e) / e if e else mpf(1)


def header():
    terms = range(DEGREE + 1)
    fitted = fit_together(quotient, (mpf(2) ** -60, mpf(1)), terms, [FLOAT] * len(terms), weight=relative)
    head = "    static constexpr float quotient[%d] = " % len(terms)
    return HEADER % "\n".join([
        "/// Degree %d, relative error ≤ %s." % (DEGREE, as_power_of_two(fitted.error)),
        "template <>", "struct short_log1p_table<float> {",
        head + row(fitted.coefficients, FLOAT, indent=" " * len(head))[len(head):] + ";", "};"])
