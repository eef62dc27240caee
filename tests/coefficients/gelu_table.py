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
///     row[1] + h·Σ row[k + 2]·hᵏ                          value:: and fast_value::pieces, of the exact form alone
///     row[1] + row[2]·h + (row[3] + h·Σ row[k + 4]·hᵏ)    derivative::pieces
///
/// with h = a − row[0], for 0 ≤ a ≤ limit, and gelu′(−a) itself as
///
///     Σ row[k + 1]·hᵏ                                     fast_derivative::pieces, float alone
///
/// limit                  from there on the results have underflowed.
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// even                   where scale·a + offset is below it, value::pieces holds (a/2 − gelu(a))·e^z in place of
///                        −gelu(−a)·e^z; 0 where nothing needs that.
/// derivative             row[3] is what row[1] leaves of the value at the centre.  In the slot of the root row[0] is the
///                        rounded root and row[1] is 0.
/// fast_derivative        its error is in last places of max(|gelu′|, 1/16).  The last slot is −0; limit is within it.
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
    def complement(a):
        return 1 / (1 + exp(-Tanh.exponent(a)))

    @staticmethod
    def derivative(a):
        complement = Tanh.complement(a)
        return complement * (1 - a * (LINEAR + 3 * CUBIC * a * a) * complement)


# limit; degree, scale and offset of value, of the fast tier's value where it is another, of the derivative, and of the
# fast tier's.
SHAPES = {
    (Exact, FLOAT): ("14.734375", (7, "1", "1.25"), (6, "1", "1.03125"), (7, "1", "1.03125"), (8, "1.03125", "8.5")),
    (Exact, DOUBLE): ("38.75", (18, "0.375", "1.25"), None, (19, "0.375", "1.03125"), None),
    (Tanh, FLOAT): ("11", None, None, (8, "1", "1.03125"), (8, "1.0625", "8.5")),
    (Tanh, DOUBLE): ("21.625", None, None, (21, "0.671875", "1.15625"), None),
}


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


def fast_derivative_column(form, layout, slot, degree):
    """Centre, coefficients; and the error in last places of a sixteenth and more."""

    def derivative(a):
        return form.derivative(a) * exp(-form.exponent(a))

    def weight(value):
        return places(layout.bits)(max(abs(value), mpf(1) / 16))

    low, high = layout.interval(slot)
    if slot == 0:
        entries, error = column(layout, slot, derivative, degree, mpf(0), lambda a: mpf(1) / 2, 1, weight)
        return [mpf(0), mpf(1) / 2] + entries[1:], error
    if slot == 7:
        return [mpf(0)] + [float("-0.0")] * (degree + 1), abs(derivative(low)) * weight(mpf(0))
    root = findroot(form.derivative, mpf("0.752"))
    # From the root itself there is little to round next to it.
    centre = rounded(root, layout.bits) if low < root < high else middle(layout, slot, derivative)
    entries, error = column(layout, slot, derivative, degree, centre, lambda a: mpf(0), 0, weight)
    return [centre] + entries, error


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
    even = HALF_OCTAVES[0] if bits == FLOAT and name == "value" else mpf(0)
    layout = layout_of(bits, scale, offset)
    columns = [value_column(form, layout, slot, degree, even > 0) for slot in range(8)]
    return part(name, layout, {"even": even}, [c for c, _ in columns]), max(error for _, error in columns)


def derivative_part(name, form, bits, degree, scale, offset):
    layout = layout_of(bits, scale, offset)
    columns = [derivative_column(form, layout, slot, degree) for slot in range(8)]
    return part(name, layout, {}, [c for c, _ in columns]), max(error for _, error in columns)


def fast_derivative_part(name, form, bits, degree, scale, offset):
    layout = Layout(bits, mpf(scale), mpf(offset), list(range(9, 17)), 20)
    columns = [fast_derivative_column(form, layout, slot, degree) for slot in range(8)]
    # In the midst of the last slot: without fused multiply-add scale·a + offset is rounded twice.
    limit = rounded((layout.edges[-1] - mpf(1) / 2 - layout.offset) / layout.scale, 8)
    return part(name, layout, {"limit": limit}, [c for c, _ in columns]), max(error for _, error in columns)


def specialisation(form, bits):
    limit, value, fast_value, derivative, fast_derivative = SHAPES[form, bits]
    name = "float" if bits == FLOAT else "double"
    notes, lines = [], []
    for label, shape, make in (("value", value, value_part), ("fast_value", fast_value, value_part),
                               ("derivative", derivative, derivative_part),
                               ("fast_derivative", fast_derivative, fast_derivative_part)):
        if shape:
            text, error = make(label, form, bits, *shape)
            notes.append("%s: degree %d, error ≤ %s ULP" % (label, shape[0], mp.nstr(error, 2)))
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
