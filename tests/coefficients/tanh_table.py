"""Polynomials for tanh and its derivative, for include/activation/detail/table/tanh_table.hpp."""

from direct import Layout, column, define, define_rows, last_before, middle, rows
from fit import DOUBLE, FLOAT, Samples, as_power_of_two, chebyshev_grid, rounded, row
from mpmath import cosh, mp, mpf, tanh

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_TANH_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_TANH_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// tanh a = min(a, lead) + Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// lead                   an edge between slots.
/// limit                  the last a of the last slot; tanh rounds to 1 there.
template <class T>
struct tanh_table;

/// tanh b = 2ND/(N² + D²) with N/D = tanh(b/2), N = b·Σ numerator[k]·b²ᵏ and D = Σ denominator[k]·b²ᵏ, |b| ≤ limit; float
/// alone has it.
///
/// limit                  the quotient is rounded to 1 there, where tanh is 0.6 ULP less, and to no more before.
template <class T>
struct tanh_quotient {};

/// sech² a = pieces.row[1] + pieces.row[2]·h + h·Σ pieces.row[k + 3]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0].
///
/// scale, offset, shift   as above.
/// pieces.row[2]          near the slope at the centre, so few bits that pieces.row[1] + pieces.row[2]·h is exact in
///                        float; the correction that follows is small next to it.
/// limit                  the last a of the last slot.
template <class T>
struct sech_squared_table;

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


HALF_OCTAVES = [2, 3, 4, 6, 8, 12, 16, 24]

# lead is 1 at the edge 4, or 5/4 at the edge 3.
TANH = {
    FLOAT: (Layout(FLOAT, mpf("2.484375"), mpf("1.515625"), HALF_OCTAVES, 22), mpf(1),
            hexadecimal("0x0p+0", "0x1.91c8p-2", "0x1.8482p-1", "0x1.553fp+0", "0x1.17728p+1", "0x1.bf488p+1",
                        "0x1.42c4cp+2", "0x1.eeccp+2")),
    DOUBLE: (Layout(DOUBLE, mpf(301) / 256, 3 - mpf(301) / 256 * 5 / 4, HALF_OCTAVES, 51), mpf(5) / 4, None),
}


def tanh_specialisation(table, bits, degree):
    layout, lead, centres = TANH[bits]
    columns, errors = [], []
    for slot in range(8):
        follows = layout.interval(slot)[0] < lead - mpf(1) / 16
        start = (lambda a: a) if follows else (lambda a: lead)
        centre = centres[slot] if centres else middle(layout, slot, lambda a: tanh(a) - start(a)) if slot else mpf(0)
        entries, error = column(layout, slot, tanh, degree, centre, start, 0 if slot else 2)
        columns.append([centre] + entries)
        errors.append(error)
    name = "float" if bits == FLOAT else "double"
    return "\n".join([
        "/// Degree %d, error ≤ %s ULP." % (degree, mp.nstr(max(errors), 2)),
        "template <>", "struct %s<%s> {" % (table, name),
        define("scale", layout.scale, bits), define("offset", layout.offset, bits),
        define("lead", lead, bits), define("limit", last_before(layout, layout.edges[-1]), bits),
        "    static constexpr int shift = %d;" % layout.shift, define_rows("pieces", rows(layout, columns), bits), "};"])


# Slots of 13/16, but the first half as wide: 8.5 to 9, 9 to 10, …, 15 to 16.
SECH_SQUARED = Layout(FLOAT, rounded(mpf(16) / 13, FLOAT), mpf("8.5"), list(range(9, 17)), 20)
SECH_SQUARED_DEGREE = 9
SECH_SQUARED_CENTRES = hexadecimal("0x0p+0", "0x1.c5f42p-1", "0x1.b1306p+0", "0x1.4aa67p+1", "0x1.a6011p+1",
                                   "0x1.085e8p+2", "0x1.3a516p+2", "0x1.74e98p+2")
SECH_SQUARED_SLOPES = hexadecimal("0x0p+0", "0x0p+0", "-0x1p-3", "-0x1.8p-5", "-0x1p-7", "-0x1p-9", "-0x1.8p-12",
                                  "-0x1.4p-14")


def sech_squared(a):
    return 1 / cosh(a) ** 2


def sech_squared_specialisation():
    layout, degree = SECH_SQUARED, SECH_SQUARED_DEGREE
    columns, errors = [], []
    for slot, (centre, lead) in enumerate(zip(SECH_SQUARED_CENTRES, SECH_SQUARED_SLOPES)):
        if slot == 0:
            entries, error = column(layout, slot, sech_squared, degree, mpf(0), lambda a: mpf(1), 2)
            columns.append([mpf(0), mpf(1), mpf(0)] + entries[1:])
        else:
            entries, error = column(layout, slot, sech_squared, degree, centre, lambda a: lead * (a - centre))
            columns.append([centre, entries[0], lead] + entries[1:])
        errors.append(error)
    return "\n".join([
        "/// Degree %d, error ≤ %s ULP." % (degree, mp.nstr(max(errors), 2)),
        "template <>", "struct sech_squared_table<float> {",
        define("scale", layout.scale, FLOAT), define("offset", layout.offset, FLOAT),
        define("limit", last_before(layout, layout.edges[-1]), FLOAT),
        "    static constexpr int shift = %d;" % layout.shift, define_rows("pieces", rows(layout, columns), FLOAT), "};"])


# Of N and of D.  The first coefficients are 7/8 and 7/4: just below a power of two D is rounded least.
QUOTIENT_DEGREES = (2, 3)
QUOTIENT_START = (mpf(7) / 8, mpf(7) / 4)
# From where tanh rounds to 1, and the last number before the first of which the kernel makes more than 1 of which it makes 1,
# with fused multiply-add and without.
QUOTIENT_END = mpf(0x1205966) / 2**21
QUOTIENT_LIMIT = mpf(0x11DA3B4) / 2**21


def tanh_quotient():
    """Its coefficients and the largest relative error that they leave in tanh."""
    points = chebyshev_grid(0, QUOTIENT_END, 257)[1:]
    count, start = QUOTIENT_DEGREES[0], QUOTIENT_START
    squares = [b * b for b in points]
    halves = [tanh(b / 2) for b in points]

    def denominator(coefficients, y):
        return start[1] + sum(c * y**(k + 1) for k, c in enumerate(coefficients[count:]))

    def samples(coefficients):
        """Of N − D·tanh(b/2), relative to D·tanh(b/2), by 1/cosh b of which it counts in tanh b."""
        weights = [1 / (t * denominator(coefficients, y) * cosh(b)) for b, y, t in zip(points, squares, halves)]
        columns = [[w * b * y**k for w, b, y in zip(weights, points, squares)] for k in range(1, count + 1)]
        columns += [[-w * t * y**k for w, t, y in zip(weights, halves, squares)]
                    for k in range(1, QUOTIENT_DEGREES[1] + 1)]
        return Samples(columns, [w * (t * start[1] - b * start[0]) for w, b, t in zip(weights, points, halves)])

    coefficients = [mpf(0)] * sum(QUOTIENT_DEGREES)
    free = list(range(len(coefficients)))
    for _ in range(6):
        coefficients = samples(coefficients).minimax(free, coefficients)
    # Rounded from the last of each on, the others taking up what that leaves.
    for i in sorted(free, key=lambda i: i if i >= count else i + 1, reverse=True):
        coefficients[i] = rounded(coefficients[i], FLOAT)
        free = [j for j in free if j != i]
        coefficients = samples(coefficients).minimax(free, coefficients)
    error = samples(coefficients).largest(coefficients)
    return [start[0]] + coefficients[:count], [start[1]] + coefficients[count:], error


def quotient_specialisation():
    numerator, denominator, error = tanh_quotient()
    return "\n".join([
        "/// Relative error ≤ %s." % as_power_of_two(error),
        "template <>", "struct tanh_quotient<float> {", define("limit", QUOTIENT_LIMIT, FLOAT),
        "    static constexpr float numerator[%d] = %s;" % (len(numerator), row(numerator, FLOAT, "").strip()),
        "    static constexpr float denominator[%d] = %s;" % (len(denominator), row(denominator, FLOAT, "").strip()), "};"])


def header():
    parts = [HEAD.rstrip()]
    parts += [tanh_specialisation("tanh_table", bits, degree) for bits, degree in ((FLOAT, 7), (DOUBLE, 18))]
    parts += [quotient_specialisation()]
    parts += [sech_squared_specialisation()]
    return "\n\n".join(parts) + "\n" + TAIL
