"""Coefficients of the scaled normal tail, for include/activation/detail/gelu_table.hpp."""

from mpmath import erfc, exp, log, mpf, pi, sqrt

from fit import DOUBLE, FLOAT, as_power_of_two, fit, literal, row, split

HEAD = """#ifndef ACTIVATION_DETAIL_GELU_TABLE_HPP
#define ACTIVATION_DETAIL_GELU_TABLE_HPP

#include "activation/detail/target.hpp"

/// Written by tests/coefficients/gelu_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of gelu.hpp and gelu_tanh.hpp for each element type.
///
/// tail[k]      coefficient of (d − centre)ᵏ in a polynomial for Q(a)·e^(a²/2)/d, d = 1 / (a + offset), 0 ≤ a ≤ limit.
/// limit        beyond it the result has underflowed.
/// density      1/√(2π).
/// linear, cubic   2√(2/π) and 2√(2/π)·0.044715, as a sum of two numbers.
template <class T>
struct gelu_table;
"""

TAIL = """
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""


def specialisation(name, bits, offset, limit, limit_tanh, degree):
    def scaled(d):
        a = 1 / d - offset
        return erfc(a / sqrt(2)) * exp(a * a / 2) / (2 * d)

    centre = split((mpf(1) / offset + mpf(1) / (limit + offset)) / 2, 8)[0]
    p = fit(scaled, (mpf(1) / (limit + offset), mpf(1) / offset), range(degree + 1), [bits] * (degree + 1), centre)
    linear = split(2 * sqrt(2 / pi), bits, bits)
    cubic = split(2 * sqrt(2 / pi) * mpf("0.044715"), bits, bits)
    lines = ["/// tail: degree %d, relative error ≤ %s." % (degree, as_power_of_two(p.error)),
             "template <>", "struct gelu_table<%s> {" % name,
             "    static constexpr %s tail[%d] =" % (name, degree + 1),
             row(p.coefficients, bits, "        ") + ";"]
    for key, value in (("offset", offset), ("centre", centre), ("limit", limit), ("limit_tanh", limit_tanh),
                       ("density", split(1 / sqrt(2 * pi), bits)[0]),
                       ("linear_high", linear[0]), ("linear_low", linear[1]),
                       ("cubic_high", cubic[0]), ("cubic_low", cubic[1])):
        lines.append("    static constexpr %s %s = %s;" % (name, key, literal(mpf(value), bits)))
    return "\n".join(lines + ["};"])


def header():
    return "\n".join([HEAD, specialisation("float", FLOAT, 2, 15, 11, 12), "",
                      specialisation("double", DOUBLE, 4, 39, 22, 23)]) + "\n" + TAIL
