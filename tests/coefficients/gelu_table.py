"""Polynomials for both forms of GELU, for include/activation/detail/table/gelu_table.hpp."""

import exp_table
from direct import Layout, column, define, define_rows, middle, places, rows
from fit import DOUBLE, FLOAT, absolute, as_power_of_two, fit, rounded, row, split
from lattice import fit_together
from mpmath import diff, erfc, exp, findroot, log, mp, mpf, pi, sqrt

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_GELU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_GELU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// With z(a) = a²/2, and z(a) = 2√(2/π)(a + 0.044715 a³) for the tanh form, these are −gelu(−a)·e^z and gelu′(−a)·e^z as
///
///     row[1] + h·Σ row[k + 2]·hᵏ                          value::pieces, of the exact form alone
///     row[1] + row[2]·h + (row[3] + h·Σ row[k + 4]·hᵏ)    derivative::pieces
///
/// with h = a − row[0], for 0 ≤ a ≤ limit, and −gelu(−a) and gelu′(−a) themselves, float alone, as
///
///     Σ row[k]·hᵏ                                         direct::value, of the exact form alone, and direct::derivative
///
/// with h = a − direct::centre.row[0].
///
/// limit                  from there on the results have underflowed.
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// even                   where scale·a + offset is below it, value::pieces holds (a/2 − gelu(a))·e^z in place of
///                        −gelu(−a)·e^z; 0 where nothing needs that.
/// derivative             row[3] is what row[1] leaves of the value at the centre.  In the slot of the root row[0] is the
///                        rounded root and row[1] is 0.
/// direct                 slots of a quarter of a binade of a + 2, narrow where the functions bend.  Errors are in last places
///                        of a sixteenth where the function is below it, of the value itself where a < 1/16.  What is
///                        looked up for limit stands for all beyond, and has the sign of what vanishes there.
template <class T>
struct gelu_table;

template <class T>
struct gelu_tanh_table;

/// 2√(2/π)(a + 0.044715 a³) = unit·(linear·a + cubic·a³), measured so that linear and cubic are exact; the others are
/// exp_table's for that unit: ln 2 / 8 / unit in two parts, its reciprocal, and polynomials for e^(−r·unit).
template <class T>
struct gelu_tanh_argument;

// clang-format off
"""

TAIL = """// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""

LINEAR = 2 * sqrt(2 / pi)
CUBIC = LINEAR * mpf("0.044715")
HALF_OCTAVES = [mpf("1.5"), 2, 3, 4, 6, 8, 12, 16]


class Exact:
    """gelu without its tanh.  shares are where in their slots the centres of value lie, by trial over all floats."""

    table = "gelu_table"
    shares = [mpf(0), mpf(1) / 4] + [mpf(1) / 3] * 6

    @staticmethod
    def gelu(x):
        return x * erfc(-x / sqrt(2)) / 2

    @staticmethod
    def value(a):
        return a * exp(a * a / 2) * erfc(a / sqrt(2)) / 2

    @staticmethod
    def derivative(a):
        return exp(a * a / 2) * erfc(a / sqrt(2)) / 2 - a / sqrt(2 * pi)

    @staticmethod
    def exponent(a):
        return a * a / 2

    @staticmethod
    def even(a):
        return exp(a * a / 2) * a * (erfc(a / sqrt(2)) - 1) / 2


class Tanh:
    """gelu with its tanh."""

    table = "gelu_tanh_table"

    @staticmethod
    def exponent(a):
        return a * (LINEAR + CUBIC * a * a)

    @staticmethod
    def gelu(x):
        return x / (1 + exp(-Tanh.exponent(x)))

    @staticmethod
    def complement(a):
        return 1 / (1 + exp(-Tanh.exponent(a)))

    @staticmethod
    def derivative(a):
        complement = Tanh.complement(a)
        return complement * (1 - a * (LINEAR + 3 * CUBIC * a * a) * complement)


# limit; degree, scale and offset of value and of the derivative; degrees of what is looked up directly.
SHAPES = {
    (Exact, FLOAT): ("14.734375", (7, "1", "1.25"), (7, "1", "1.03125"), (6, 7)),
    (Exact, DOUBLE): ("38.75", (18, "0.375", "1.25"), (19, "0.375", "1.03125"), None),
    (Tanh, FLOAT): ("11", None, (8, "1", "1.03125"), (None, 7)),
    (Tanh, DOUBLE): ("21.625", None, (21, "0.671875", "1.15625"), None),
}
# Of a in the direct slots.
DIRECT_EDGES = [mpf(e) / 2 for e in (1, 2, 3, 4, 6, 8, 10, 12)]
SIXTEENTH = mpf(1) / 16


def layout_of(bits, scale, offset):
    return Layout(bits, mpf(scale), mpf(offset), HALF_OCTAVES, 22 if bits == FLOAT else 51)


def value_column(form, layout, slot, degree, even):
    """Centre, value there, coefficients; and the error in last places."""
    if slot == 0:
        function = form.even if even else form.value
        entries, error = column(layout, slot, function, degree, mpf(0), lambda a: mpf(0), 2 if even else 1)
        return [mpf(0), mpf(0)] + entries[1:], error
    centre = middle(layout, slot, form.value, form.shares[slot])
    lead = rounded(form.value(centre), layout.bits)
    entries, error = column(layout, slot, form.value, degree, centre, lambda a: lead, 1)
    return [centre, lead] + entries[1:], error


def derivative_column(form, layout, slot, degree):
    """Centre, value there, slope, the rest of the value, coefficients; and the error in last places."""
    low, high = layout.interval(slot)
    root = findroot(form.derivative, mpf("0.752"))
    if low < root < high:
        centre = rounded(root, layout.bits)
        lead, rest = mpf(0), rounded(form.derivative(centre), layout.bits)
    else:
        centre = rounded(low + (high - low) * (mpf(5) / 8 if high < root else mpf(3) / 16), 8)
        lead, rest = split(form.derivative(centre), layout.bits, layout.bits)
    slope = rounded(diff(form.derivative, centre), layout.bits)
    entries, error = column(layout, slot, form.derivative, degree, centre,
                            lambda a: lead + rest + slope * (a - centre), 1)
    return [centre, lead, slope, rest] + entries[1:], error


def direct_weight(value, a):
    """In last places of the value, of a sixteenth where it is below that and a is not."""
    return places(FLOAT)(abs(value) if a < SIXTEENTH else max(abs(value), SIXTEENTH))


def direct_centre(layout, slot):
    return mpf(0) if slot == 0 else (layout.first(slot) + layout.edges[slot]) / 2 - layout.offset


def direct_column(layout, slot, function, degree, known, at_end):
    """Coefficients, and the error in last places; `at_end` is what the last slot is to have more at its end."""
    low, high = layout.interval(slot)
    if slot == 0:
        entries, error = column(layout, slot, function, degree, mpf(0),
                                lambda a: sum(c * a**k for k, c in enumerate(known)), len(known), direct_weight)
        return known + entries[len(known):], error
    centre = direct_centre(layout, slot)
    if slot < 7:
        return column(layout, slot, function, degree, centre, lambda a: mpf(0), 0, direct_weight)

    def lifted(a):
        return function(a) + at_end * ((a - low) / (high - low))**3

    entries, error = column(layout, slot, lifted, degree, centre, lambda a: mpf(0), 0, direct_weight)
    return entries, error + abs(at_end) * direct_weight(mpf(0), high)


def part(name, layout, constants, columns):
    """One nested structure of a specialisation."""
    body = [define("scale", layout.scale, layout.bits), define("offset", layout.offset, layout.bits)]
    body += [define(key, constant, layout.bits) for key, constant in constants.items()]
    body.append("    static constexpr int shift = %d;" % layout.shift)
    # Beyond the limit are slots that no a falls into, and there too small to be floats.
    normal = [[c if abs(c) > mpf(2) ** -100 else c * 0 for c in entries] for entries in columns]
    body.append(define_rows("pieces", rows(layout, normal), layout.bits))
    return ["    struct %s {" % name] + ["    " + line for text in body for line in text.split("\n")] + ["    };"]


def value_part(name, form, bits, degree, scale, offset):
    even = HALF_OCTAVES[0] if bits == FLOAT else mpf(0)
    layout = layout_of(bits, scale, offset)
    columns = [value_column(form, layout, slot, degree, even > 0) for slot in range(8)]
    return part(name, layout, {"even": even}, [c for c, _ in columns]), max(error for _, error in columns)


def derivative_part(name, form, bits, degree, scale, offset):
    layout = layout_of(bits, scale, offset)
    columns = [derivative_column(form, layout, slot, degree) for slot in range(8)]
    return part(name, layout, {}, [c for c, _ in columns]), max(error for _, error in columns)


def direct_part(form, bits, degrees):
    layout = Layout(bits, mpf(1), mpf(2), [e + 2 for e in DIRECT_EDGES], 21)
    limit = DIRECT_EDGES[-1] - mpf(2) ** -21
    half = mpf(1) / 2

    def value(a):
        return -form.gelu(-a)

    def derivative(a):
        return form.derivative(a) * exp(-form.exponent(a))

    body = [define("scale", layout.scale, bits), define("offset", layout.offset, bits), define("limit", limit, bits),
            "    static constexpr int shift = %d;" % layout.shift,
            define_rows("centre", rows(layout, [[direct_centre(layout, slot)] for slot in range(8)]), bits)]
    # At the end half a last place of a sixteenth more, which keeps the value positive, and the derivative halfway to 0.
    notes = []
    for name, function, degree, known, at_end in (("value", value, degrees[0], [mpf(0), half], mpf(2) ** -28),
                                                  ("derivative", derivative, degrees[1], [half], -derivative(limit) / 2)):
        if degree:
            columns = [direct_column(layout, slot, function, degree, known, at_end) for slot in range(8)]
            body.append(define_rows(name, rows(layout, [c for c, _ in columns]), bits))
            notes.append("direct::%s: degree %d, error ≤ %s ULP" % (name, degree, mp.nstr(max(e for _, e in columns), 2)))
    return ["    struct direct {"] + ["    " + line for text in body for line in text.split("\n")] + ["    };"], notes


def specialisation(form, bits):
    limit, value, derivative, direct = SHAPES[form, bits]
    name = "float" if bits == FLOAT else "double"
    notes, lines = [], []
    for label, shape, make in (("value", value, value_part), ("derivative", derivative, derivative_part)):
        if shape:
            text, error = make(label, form, bits, *shape)
            notes.append("%s: degree %d, error ≤ %s ULP" % (label, shape[0], mp.nstr(error, 2)))
            lines += [""] + text
    if direct:
        text, of_direct = direct_part(form, bits, direct)
        notes += of_direct
        lines += [""] + text
    return "\n".join(["/// %s." % "; ".join(notes), "template <>", "struct %s<%s> {" % (form.table, name),
                      define("limit", mpf(limit), bits)] + lines + ["};"])


def argument(bits):
    """0.044715 is 8943/200000, and 200000 is 3125·2⁶."""
    name = "float" if bits == FLOAT else "double"
    linear, cubic = mpf(3125) / 2**11, mpf(8943) / 2**17
    unit = LINEAR / linear
    values = [("linear", linear), ("cubic", cubic), ("unit", rounded(unit, bits)),
              ("steps", rounded(8 * unit / log(2), bits))]
    values += zip(("step_high", "step_low"), split(log(2) / 8 / unit, exp_table.STEP_BITS[bits], bits))
    polynomials = [("excess", excess(bits, exp_table.DEGREE[bits], unit))]
    coarse = "    static constexpr auto& coarse_excess = excess;"
    notes = "excess: absolute error ≤ %s" % as_power_of_two(polynomials[0][1].error)
    if bits == FLOAT:
        polynomials.append(("coarse_excess", excess(bits, exp_table.COARSE_DEGREE, unit)))
        notes += "; coarse_excess: %s" % as_power_of_two(polynomials[1][1].error)
        coarse = None
    lines = ["/// %s." % notes, "template <>", "struct gelu_tanh_argument<%s> {" % name]
    lines += [define(key, value, bits) for key, value in values]
    for label, polynomial in polynomials:
        head = "    static constexpr %s %s[%d] = " % (name, label, len(polynomial.coefficients))
        lines.append(head + row(polynomial.coefficients, bits, " " * len(head))[len(head):] + ";")
    return "\n".join(lines + ([coarse] if coarse else []) + ["};"])


def excess(bits, degree, unit):
    """As exp_table's for e^(−r·unit)."""
    powers, half = range(degree + 1), exp_table.HALF / unit
    fitted = fit if degree == exp_table.COARSE_DEGREE else fit_together
    return fitted(lambda r: exp(-r * unit) / exp_table.KAPPA[bits] - 1, (-half, half), powers, [bits] * len(powers),
                  weight=absolute)


def header():
    parts = [HEAD.rstrip()]
    parts += [specialisation(form, bits) for form in (Exact, Tanh) for bits in (FLOAT, DOUBLE)]
    parts += [argument(FLOAT), argument(DOUBLE)]
    return "\n\n".join(parts) + "\n" + TAIL
