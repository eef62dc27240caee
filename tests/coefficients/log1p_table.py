"""A polynomial for artanh, for include/activation/detail/table/log1p_table.hpp."""

from fit import DOUBLE, FLOAT, as_power_of_two, fit, row
from mpmath import atanh, mpf, sqrt

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_LOG1P_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_LOG1P_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// artanh s = s + s³·Σ artanh[k]·s²ᵏ for 0 ≤ s ≤ 1/3.
template <class T>
struct log1p_table;

// clang-format off"""

TAIL = """// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""


def bend(y):
    """(artanh s / s − 1) / y at y = s²."""
    if y < mpf("1e-8"):
        return sum(y ** k / (2 * k + 3) for k in range(12))
    s = sqrt(y)
    return (atanh(s) / s - 1) / y


def specialisation(name, bits, degree):
    def weight(value, y):
        return y  # what counts is the error of artanh s / s, which is near 1

    p = fit(bend, (mpf(0), mpf(1) / 9), range(degree + 1), [bits] * (degree + 1), mpf(0), weight)
    head = "    static constexpr %s artanh[%d] = " % (name, degree + 1)
    return "\n".join(["/// Degree %d, relative error of artanh ≤ %s." % (degree, as_power_of_two(p.error)),
                      "template <>", "struct log1p_table<%s> {" % name,
                      head + row(p.coefficients, bits, " " * len(head))[len(head):] + ";", "};"])


def header():
    return "\n".join([HEAD, specialisation("float", FLOAT, 4), "", specialisation("double", DOUBLE, 10)]) + "\n" + TAIL
