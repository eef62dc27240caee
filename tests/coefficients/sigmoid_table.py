"""Polynomials for σ′, for include/activation/detail/table/sigmoid_table.hpp."""

from direct import Layout, column, define, define_rows, last_before, rows
from fit import FLOAT
from mpmath import exp, mp, mpf

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_SIGMOID_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SIGMOID_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/sigmoid_table.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// σ′(a) = Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// limit                  the last a of the last slot.
template <class T>
struct sigmoid_derivative_table;

// clang-format off
"""

TAIL = """// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""

# Slots of 1, but the first half as wide: 8.5 to 9, 9 to 10, …, 15 to 16.
LAYOUT = Layout(FLOAT, mpf(1), mpf("8.5"), list(range(9, 17)), 20)
DEGREE = 7
CENTRES = [mpf(float.fromhex(c)) for c in ("0x0p+0", "0x1.ccb02p-1", "0x1.1914fp+1", "0x1.99f1fp+1",
                                           "0x1.ff42cp+1", "0x1.4cddd8p+2", "0x1.89b5c8p+2", "0x1.bf892p+2")]


def sigmoid_derivative(a):
    e = exp(-a)
    return e / (1 + e) ** 2


def header():
    columns, errors = [], []
    for slot, centre in enumerate(CENTRES):
        entries, error = column(LAYOUT, slot, sigmoid_derivative, DEGREE, centre, lambda a: mpf(0))
        columns.append([centre] + entries)
        errors.append(error)
    table = "\n".join([
        "/// Degree %d, error ≤ %s ULP." % (DEGREE, mp.nstr(max(errors), 2)),
        "template <>", "struct sigmoid_derivative_table<float> {",
        define("scale", LAYOUT.scale, FLOAT), define("offset", LAYOUT.offset, FLOAT),
        define("limit", last_before(LAYOUT, LAYOUT.edges[-1]), FLOAT),
        "    static constexpr int shift = %d;" % LAYOUT.shift, define_rows("pieces", rows(LAYOUT, columns), FLOAT), "};"])
    return HEAD.rstrip() + "\n\n" + table + "\n\n" + TAIL
