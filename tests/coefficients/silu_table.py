"""A polynomial for silu′(−a) next to its root, for include/activation/detail/silu_table.hpp."""

from fit import DOUBLE, FLOAT, as_power_of_two, fit, literal, rounded, row
from mpmath import exp, findroot, mpf

HEAD = """#ifndef ACTIVATION_DETAIL_SILU_TABLE_HPP
#define ACTIVATION_DETAIL_SILU_TABLE_HPP

#include "activation/detail/target.hpp"

/// Written by tests/coefficients/silu_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// silu′(−a) = slope·d + Σ correction[k]·dᵏ with d = a − root, |d| ≤ reach.
///
/// root         the root of silu′(−a), rounded.
/// slope        its slope there, rounded; correction holds what both are off by, and the curvature.
template <class T>
struct silu_root_table;
"""

TAIL = """
}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""

REACH = mpf(1) / 16
ROOT = findroot(lambda a: 1 + exp(-a) - a, mpf("1.278"))


def silu_derivative(a):
    s = 1 / (1 + exp(a))
    return s * (1 - a * (1 - s))


def slope(a):
    s = 1 / (1 + exp(a))
    return -s * (1 - s) * (2 - a * (1 - 2 * s))


def specialisation(name, bits, degree):
    root = rounded(ROOT, bits)
    lead = rounded(slope(root), bits)

    def weight(value, a):
        return 1 / max(abs(value), mpf(2) ** -bits)

    p = fit(silu_derivative, (root - REACH, root + REACH), range(degree + 1), [bits] * (degree + 1), root, weight,
            lambda a: lead * (a - root), {0: rounded(silu_derivative(root), bits)})
    lines = ["/// correction: degree %d, relative error ≤ %s." % (degree, as_power_of_two(p.error)),
             "template <>", "struct silu_root_table<%s> {" % name]
    for key, value in (("root", root), ("slope", lead), ("reach", REACH)):
        lines.append("    static constexpr %s %s = %s;" % (name, key, literal(value, bits)))
    head = "    static constexpr %s correction[%d] = " % (name, degree + 1)
    lines += [head + row(p.coefficients, bits, " " * len(head))[len(head):] + ";", "};"]
    return "\n".join(lines)


def header():
    return "\n".join([HEAD, specialisation("float", FLOAT, 5), "", specialisation("double", DOUBLE, 11)]) + "\n" + TAIL
