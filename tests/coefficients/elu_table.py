"""Polynomials for eˣ − 1, x ≤ 0, for include/activation/detail/table/elu_table.hpp."""

from direct import Layout, column, define, define_rows, middle, rows
from fit import DOUBLE, FLOAT, rounded
from mpmath import expm1, ldexp, mp, mpf

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_ELU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_ELU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// eˣ − 1 = max(x, −1) + Σ pieces.row[k + 1]·hᵏ for limit ≤ x ≤ 0, h = x − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·x + offset) >> shift, modulo 8; one of them ends at −1.
/// pieces.row[1]          −0 in the slot of 0, so that the sum is ±0 for ±0.
/// limit                  eˣ − 1 rounds to −1 there.
template <class T>
struct elu_table;

// clang-format off
"""

TAIL = """// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""


def hexadecimal(*values):
    return [mpf(float.fromhex(v)) for v in values]


# Half octaves for float and octaves for double.  −1 is at the edge 4 and 8; float's offset is one last place short of
# it, so that all x above −1 fall into the slot before it although scale·x + offset is coarser than x.
ELU = {
    FLOAT: (Layout(FLOAT, mpf(-109) / 64, 4 - mpf(109) / 64 - ldexp(mpf(1), -22), [3, 4, 6, 8, 12, 16, 24, 32], 22), 7,
            hexadecimal("0x0p+0", "-0x1.8b72p-1", "-0x1.59858p+0", "-0x1.4569p+1", "-0x1.2298p+2", "-0x1.d09dp+2", "-0x1.63a28p+3",
                        "-0x1.f97cp+3")),
    DOUBLE: (Layout(DOUBLE, mpf("-6.75"), mpf("1.25"), [2, 4, 8, 16, 32, 64, 128, 256], 52), 20, None),
}
LIMIT = {FLOAT: mpf("-17.4375"), DOUBLE: mpf("-37.5")}


def specialisation(bits):
    layout, degree, centres = ELU[bits]
    columns, errors = [], []
    for slot in range(8):
        follows = layout.interval(slot)[1] > mpf(-15) / 16
        start = (lambda x: x) if follows else (lambda x: mpf(-1))
        centre = centres[slot] if centres else middle(layout, slot, lambda x: expm1(x) - start(x)) if slot else mpf(0)
        entries, error = column(layout, slot, expm1, degree, centre, start, 0 if slot else 2)
        if slot == 0:
            entries[0] = float("-0.0")
        columns.append([centre] + entries)
        errors.append(error)
    name = "float" if bits == FLOAT else "double"
    return "\n".join([
        "/// Degree %d, error ≤ %s ULP." % (degree, mp.nstr(max(errors), 2)),
        "template <>", "struct elu_table<%s> {" % name,
        define("scale", layout.scale, bits), define("offset", rounded(layout.offset, bits), bits),
        define("limit", LIMIT[bits], bits),
        "    static constexpr int shift = %d;" % layout.shift, define_rows("pieces", rows(layout, columns), bits), "};"])


def header():
    return "\n\n".join([HEAD.rstrip(), specialisation(FLOAT), specialisation(DOUBLE)]) + "\n" + TAIL
