"""Polynomials for both forms of GELU near 0, for include/activation/detail/table/near_gelu_table.hpp."""

from direct import Layout, define, define_rows, places, rows
from fit import FLOAT, rounded
from gelu_table import Exact, Tanh
from lattice import fit_together
from mpmath import diff, exp, findroot, mp, mpf

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_NEAR_GELU_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_NEAR_GELU_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// −gelu(−a) and gelu′(−a) for 0 ≤ a ≤ limit as
///
///     Σ row[k + 1]·hᵏ                    value::pieces, of the exact form alone
///     row[1]·h + Σ row[k + 2]·hᵏ         derivative::pieces
///
/// with h = a − row[0].
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8; value's offset rounds scale·a to an integer.
/// even                   where scale·a + offset is below it, value::pieces holds −gelu(−a) − a/2.
/// derivative             row[1] is 0, but in the slot of the root, whose centre is the rounded root, the slope there.
template <class T>
struct near_gelu_table;

template <class T>
struct near_gelu_tanh_table;

// clang-format off
"""

TAIL = """
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""

DEGREE = 8
# What rounding is in a float's kernel comes to 1 ULP a little beyond.
LIMITS = {Exact: "3.9", Tanh: "3.85"}
# The root's slot is the second, and narrow slots would take another lookup.
CENTRES = {
    (Exact, "value"): "0x0p+0 0x1.9f562p-2 0x1.1c837p+0 0x1.c09f3ep+0 0x1.280e7p+1 0x1.6ec6eap+1 0x1.b673fcp+1 0x1.e64284p+1",
    (Exact, "derivative"):
        "0x1.2268dep-3 0 0x1.f55482p-1 0x1.b8ea62p+0 0x1.1ef318p+1 0x1.6b762p+1 0x1.a1dff4p+1 0x1.dd576p+1",
    (Tanh, "derivative"):
        "0x1.2dc336p-3 0 0x1.f5d114p-1 0x1.baaa2cp+0 0x1.1e8014p+1 0x1.6098eep+1 0x1.a21616p+1 0x1.d9c846p+1",
}


class Nearest(Layout):
    """Slots around the integers scale·a: 1.5·2²³ is added, and the sum's last bits are the slot."""

    def index(self, slot):
        return slot


START = mpf(3) * 2**22
VALUE = Nearest(FLOAT, rounded(mpf("1.8"), FLOAT), START, [START + k + mpf(1) / 2 for k in range(8)], 0)
DERIVATIVE = Layout(FLOAT, rounded(mpf("1.95"), FLOAT), mpf("8.296875"), [mpf(9 + k) for k in range(8)], 20)
EVERY = list(range(DEGREE + 1))


def interval(layout, slot, limit):
    low, high = layout.interval(slot)
    return max(low, mpf(0)), min(high, limit)


def fitted(function, ends, centre, **more):
    weight = more.pop("weight", places(FLOAT))
    powers = more.pop("powers", EVERY)
    return fit_together(function, ends, powers, [FLOAT] * len(powers), centre, weight, **more)


def value_column(form, slot, centre, limit):
    ends = interval(VALUE, slot, limit)
    if slot == 0:
        p = fitted(lambda a: -form.gelu(-a) - a / 2, ends, mpf(0), powers=EVERY[2:],
                   weight=lambda _, a: places(FLOAT)(form.gelu(-a)))
        return [mpf(0)] * 3 + p.coefficients, p.error
    p = fitted(lambda a: -form.gelu(-a), ends, centre)
    return [centre] + p.coefficients, p.error


def derivative_column(form, slot, centre, limit):
    def function(a):
        return form.derivative(a) * exp(-form.exponent(a))

    ends = interval(DERIVATIVE, slot, limit)
    root = findroot(function, mpf("0.752"))
    if not ends[0] < root < ends[1]:
        p = fitted(function, ends, centre)
        return [centre, mpf(0)] + p.coefficients, p.error
    centre = rounded(root, FLOAT)
    slope = rounded(diff(function, centre), FLOAT)
    p = fitted(function, ends, centre, lead=lambda a: slope * (a - centre), known={0: rounded(function(centre), FLOAT)},
               weight=lambda value, _: mpf(2)**FLOAT / max(abs(value), mpf(2)**-FLOAT))
    return [centre, slope] + p.coefficients, p.error


def part(name, form, layout, column, more):
    limit = rounded(mpf(LIMITS[form]), FLOAT)
    centres = [mpf(float.fromhex(c)) for c in CENTRES[form, name].split()]
    columns = [column(form, slot, centre, limit) for slot, centre in enumerate(centres)]
    body = [define("scale", layout.scale, FLOAT), define("offset", layout.offset, FLOAT)] + more
    body += ["    static constexpr int shift = %d;" % layout.shift,
             define_rows("pieces", rows(layout, [c for c, _ in columns]), FLOAT)]
    lines = ["", "    struct %s {" % name] + ["    " + line for text in body for line in text.split("\n")] + ["    };"]
    return lines, "%s: degree %d, error ≤ %s ULP" % (name, DEGREE, mp.nstr(max(e for _, e in columns), 2))


def specialisation(name, form):
    lines, notes = [define("limit", rounded(mpf(LIMITS[form]), FLOAT), FLOAT)], []
    parts = [("derivative", DERIVATIVE, derivative_column, [])]
    if form is Exact:
        parts.insert(0, ("value", VALUE, value_column, [define("even", START + 1, FLOAT)]))
    for label, layout, column, more in parts:
        text, note = part(label, form, layout, column, more)
        lines += text
        notes.append(note)
    return "\n".join(["/// %s." % "; ".join(notes), "template <>", "struct %s<float> {" % name] + lines + ["};"])


def header():
    parts = [HEAD.rstrip(), specialisation("near_gelu_table", Exact), specialisation("near_gelu_tanh_table", Tanh)]
    return "\n\n".join(parts) + TAIL
