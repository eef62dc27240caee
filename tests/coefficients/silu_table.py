"""Polynomials for silu′(−a), for include/activation/detail/table/silu_table.hpp."""

from direct import Layout, column, define, define_rows, last_before, rows
from fit import DOUBLE, FLOAT, as_power_of_two, fit, literal, rounded, row
from lattice import fit_together
from mpmath import exp, findroot, mp, mpf

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_SILU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SILU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/silu_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// silu′(−a) = pieces.row[1]·h + Σ pieces.row[k + 2]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// pieces.row[1]          0, but in the root's slot, whose centre is the rounded root, the slope there.
/// limit                  the last a of the last slot.
template <class T>
struct silu_derivative_table;

/// silu′(−a) = slope·d + Σ correction[k]·dᵏ with d = a − root, |d| ≤ reach.
///
/// root         the root of silu′(−a), rounded.
/// slope        its slope there, rounded; correction holds what both are off by, and the curvature.
template <class T>
struct silu_root_table;

// clang-format off
"""

TAIL = """// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""

REACH = mpf(1) / 16
ROOT = findroot(lambda a: 1 + exp(-a) - a, mpf("1.278"))

LAYOUT = Layout(FLOAT, mpf(1), mpf(2), [mpf(e) / 2 for e in (5, 6, 7, 8, 10, 12, 14, 16)], 21)
DEGREE = 7
CENTRES = [mpf(float.fromhex(c)) for c in ("0x1.32f48p-3", "0x1.b210cp-1", "0x1.474974p+0", "0x1.a0a2cp+0",
                                           "0x1.46d9fp+1", "0x1.d389ap+1", "0x1.2994dp+2", "0x1.6f9f1p+2")]


def silu_derivative(a):
    s = 1 / (1 + exp(a))
    return s * (1 - a * (1 - s))


def slope(a):
    s = 1 / (1 + exp(a))
    return -s * (1 - s) * (2 - a * (1 - 2 * s))


def root_column():
    """The slope as a coefficient of its own, and the others with their largest relative error, at 2⁻²⁴ as one place."""
    root = CENTRES[2]
    lead = rounded(slope(root), FLOAT)

    def places(value, a):
        return mpf(2) ** FLOAT / max(abs(value), mpf(2) ** -FLOAT)

    powers = range(DEGREE + 1)
    p = fit_together(silu_derivative, LAYOUT.interval(2), powers, [FLOAT] * len(powers), root, places,
                     lambda a: lead * (a - root), {0: rounded(silu_derivative(root), FLOAT)})
    return [root, lead] + p.coefficients, p.error


def derivative_specialisation():
    columns, errors = [], []
    for slot, centre in enumerate(CENTRES):
        if centre == rounded(ROOT, FLOAT):
            entries, error = root_column()
        else:
            coefficients, error = column(LAYOUT, slot, silu_derivative, DEGREE, centre, lambda a: mpf(0))
            entries = [centre, mpf(0)] + coefficients
        columns.append(entries)
        errors.append(error)
    return "\n".join([
        "/// Degree %d, error ≤ %s ULP." % (DEGREE, mp.nstr(max(errors), 2)),
        "template <>", "struct silu_derivative_table<float> {",
        define("scale", LAYOUT.scale, FLOAT), define("offset", LAYOUT.offset, FLOAT),
        define("limit", last_before(LAYOUT, LAYOUT.edges[-1]), FLOAT),
        "    static constexpr int shift = %d;" % LAYOUT.shift, define_rows("pieces", rows(LAYOUT, columns), FLOAT), "};"])


def root_specialisation(name, bits, degree):
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
    return "\n\n".join([HEAD.rstrip(), derivative_specialisation(),
                        root_specialisation("double", DOUBLE, 11)]) + "\n" + TAIL
