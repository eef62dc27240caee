"""Direct tables: eight polynomials, chosen by the leading bits of scale·x + offset, that the kernels look up.

Each slot has a centre, and its polynomial is in the distance from it.  A float's coefficients are rounded together
(lattice.py), and the centres that stand in the scripts were searched for: among some dozens per slot, the one whose first
coefficients are nearly representable and whose float evaluation had the smallest error.  A double's polynomials
interpolate at Chebyshev's points with two degrees to spare.
"""

import struct
from dataclasses import dataclass

from fit import FLOAT, Polynomial, as_power_of_two, chebyshev_grid, literal, rounded, row
from lattice import fit_together, largest_error
from mpmath import cos, floor, ldexp, log, lu_solve, matrix, mpf, pi

ROW_LENGTH = 8


def places(bits):
    """Weight of an error in last places of the exact value."""

    def weight(value):
        exponent = int(floor(log(abs(value), 2) * (1 - mpf(2) ** -bits)))
        return ldexp(mpf(1), bits - 1 - exponent)

    return weight


@dataclass
class Layout:
    """Slot k holds the x with edges[k − 1] ≤ scale·x + offset < edges[k], slot 0 those from x = 0 on.

    Shifted right by `shift`, the bits of scale·x + offset tell the slots apart.
    """

    bits: int
    scale: mpf
    offset: mpf
    edges: list
    shift: int

    def interval(self, slot):
        """The x of a slot, ascending, and a trifle beyond, because scale·x + offset is rounded."""
        ends = sorted((mpf(edge) - self.offset) / self.scale for edge in (self.first(slot), self.edges[slot]))
        margin = (ends[1] - ends[0]) * mpf(2) ** (4 - self.bits)
        return ends[0] - margin, ends[1] + margin

    def first(self, slot):
        return self.edges[slot - 1] if slot > 0 else self.offset

    def index(self, slot):
        """Where the slot's column stands in the rows."""
        form = ("<f", "<I") if self.bits == FLOAT else ("<d", "<Q")
        image = struct.unpack(form[1], struct.pack(form[0], float(self.first(slot))))[0]
        return (image >> self.shift) % ROW_LENGTH


def interpolate(function, interval, powers, bits, centre, lead):
    """The polynomial in x − centre that meets function − lead at Chebyshev's points, coefficients rounded."""
    low, high = interval
    count = len(powers)
    middle, half = (high + low) / 2, (high - low) / 2
    points = [middle + half * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]
    # At the centre itself a polynomial without a constant term says nothing.
    points = [x if x != centre else x + half / (8 * count) for x in points]
    system, right = matrix(count, count), matrix(count, 1)
    for i, x in enumerate(points):
        # A common factor is taken off both sides: a polynomial that begins with h² is fitted as one that begins with 1.
        factor = (x - centre) ** powers[0]
        for j, k in enumerate(powers):
            system[i, j] = (x - centre) ** k / factor
        right[i] = (function(x) - lead(x)) / factor
    solution = lu_solve(system, right)
    coefficients = [rounded(solution[i], bits) for i in range(count)]
    return Polynomial(coefficients, powers, centre, interval, mpf(0))


def column(layout, slot, function, degree, centre, lead, from_power=0, weight=None):
    """Coefficients of powers 0 … degree of a slot, and their largest error in last places, or as weighted."""
    powers = list(range(from_power, degree + 1))
    interval, weight = layout.interval(slot), weight or places(layout.bits)
    if layout.bits == FLOAT:
        polynomial = fit_together(function, interval, powers, [FLOAT] * len(powers), centre, weight, lead)
        error = polynomial.error
    else:
        polynomial = interpolate(function, interval, powers, layout.bits, centre, lead)
        error = largest_error(function, polynomial, polynomial.coefficients, weight, lead)
    return [mpf(0)] * from_power + polynomial.coefficients, error


def middle(layout, slot, value, share=mpf(1) / 2):
    """A centre of few bits, so that the distance from it is exact, where value(centre) is nearly representable.

    It lies around the given share of the slot: nearer to that end where the value is smaller.
    """
    low, high = layout.interval(slot)
    candidates = [rounded(low + (high - low) * (share + mpf(k) / 1024), 12) for k in range(-64, 65)]

    def gap(centre):
        exact = value(centre)
        return abs(rounded(exact, layout.bits) / exact - 1)

    return min(candidates, key=gap)


def rows(layout, columns):
    """Columns by slot as rows by index."""
    result = [[None] * ROW_LENGTH for _ in columns[0]]
    for slot, entries in enumerate(columns):
        for line, entry in zip(result, entries):
            line[layout.index(slot)] = entry
    return result


def define_rows(name, table, bits):
    """static constexpr piecewise<T, n> name = {{ … }};"""
    kind = "float" if bits == FLOAT else "double"
    lines = [row(line, bits, " " * 8) for line in table]
    return "    static constexpr piecewise<%s, %d> %s = {{\n%s\n    }};" % (kind, len(table), name, ",\n".join(lines))


def define(name, value, bits):
    """static constexpr T name = value;"""
    return "    static constexpr %s %s = %s;" % ("float" if bits == FLOAT else "double", name, literal(value, bits))


def last_before(layout, edge):
    """The last x whose scale·x + offset, rounded, is below an edge."""
    x = rounded((mpf(edge) - layout.offset) / layout.scale, layout.bits)
    step = mpf(2) ** (int(floor(log(abs(x), 2))) - layout.bits + 1)
    x += 4 * step if layout.scale > 0 else -4 * step
    while rounded(layout.scale * x + layout.offset, layout.bits) >= edge:
        x -= step if layout.scale > 0 else -step
    return x
