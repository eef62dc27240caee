"""Polynomials for x − tanh x and its derivative, for include/activation/detail/table/tanhshrink_table.hpp."""

from direct import Layout, column, define, define_rows, last_before, middle, places, rows
from fit import DOUBLE, EXACT, FLOAT, Samples, as_power_of_two, chebyshev_grid, fit, literal, rounded, row, split
from mpmath import mpf, nstr, sqrt, tanh

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP

#include "activation/detail/table/piecewise.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Of float: a − tanh a = lowering·Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0], which is not below 0 but by a
/// trifle, so that nothing cancels.
///
/// scale, offset, shift   the slot is bits(scale·a + offset) >> shift, modulo 8.
/// limit                  the last a of the last slot; from there on it is a − 1, but for a quarter of the last place.
/// lowering               a power of two: what the smallest numbers' square loses is none of the subnormals.
///
/// Of double: x − tanh x = x³·Σ series[k]·x²ᵏ for |x| ≤ limit.
template <class T>
struct tanhshrink_table;

/// x − tanh x = x³·Σ numerator[k]·x²ᵏ / Σ denominator[k]·x²ᵏ for |x| ≤ limit; float alone has it.
template <class T>
struct short_tanhshrink_table {};

/// tanh² a = Σ pieces.row[k + 1]·hᵏ for 0 ≤ a ≤ limit, h = a − pieces.row[0]; float alone has it.
///
/// scale, offset, shift   as above.
/// limit                  the last a of the last slot, where the polynomial is rounded to 1.
template <class T>
struct tanh_squared_table {};

// clang-format off"""

TAIL = """// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""

LIMIT = mpf(5) / 8

# Half octaves, as tanh has them.
LAYOUT = Layout(FLOAT, mpf(347) / 128, mpf(3) / 2, [2, 3, 4, 6, 8, 12, 16, 24], 22)
DEGREE = 7
LOWERING = mpf(2) ** -40


def series(y):
    """(x − tanh x)/x³ at y = x²."""
    if y < mpf("1e-9"):
        return mpf(1) / 3 - y * 2 / 15 + y * y * 17 / 315 - y ** 3 * 62 / 2835 + y ** 4 * 1382 / 155925
    x = sqrt(y)
    return (x - tanh(x)) / (x * y)


def raised(a):
    return a**3 * series(a * a) / LOWERING


def eight_polynomials(what, table, layout, columns, errors, *more):
    """A table of float, of the columns of its slots and their errors."""
    return "\n".join([
        "/// Degree %d, error ≤ %s %s." % (DEGREE, nstr(max(errors), 2), what),
        "template <>", "struct %s<float> {" % table,
        define("scale", layout.scale, FLOAT), define("offset", layout.offset, FLOAT),
        define("limit", last_before(layout, layout.edges[-1]), FLOAT), *more,
        "    static constexpr int shift = %d;" % layout.shift, define_rows("pieces", rows(layout, columns), FLOAT), "};"])


def direct_specialisation():
    columns, errors = [], []
    for slot in range(8):
        # Next to the lower end: further up the first coefficients would cancel.
        centre = middle(LAYOUT, slot, raised, mpf(1) / 25) if slot else mpf(0)
        entries, error = column(LAYOUT, slot, raised, DEGREE, centre, lambda a: mpf(0), 0 if slot else 3)
        columns.append([centre] + entries)
        errors.append(error)
    return eight_polynomials("ULP", "tanhshrink_table", LAYOUT, columns, errors, define("lowering", LOWERING, FLOAT))


def specialisation(name, bits, degree):
    p = fit(series, (mpf(0), LIMIT ** 2), range(degree + 1), [EXACT] + [bits] * degree)
    first, low = split(p.coefficients[0], bits, bits)
    head = "    static constexpr %s series[%d] = " % (name, degree + 1)
    return "\n".join(["/// Degree %d, relative error ≤ %s, and of series[0], which is rounded, %s."
                      % (degree, as_power_of_two(p.error), as_power_of_two(abs(low / first))),
                      "template <>", "struct tanhshrink_table<%s> {" % name,
                      "    static constexpr %s limit = 0.625%s;" % (name, "f" if bits == FLOAT else ""),
                      head + row([first] + p.coefficients[1:], bits, " " * len(head))[len(head):] + ";", "};"])


# Half octaves too.  Not as far as 9.4, tanh² is not 1 yet.
SQUARE = Layout(FLOAT, mpf(75) / 32, mpf(3) / 2, LAYOUT.edges, 22)


def tanh_squared(a):
    return tanh(a)**2


def square_specialisation():
    places_of = places(FLOAT)
    columns, errors = [], []
    for slot in range(8):
        centre = middle(SQUARE, slot, tanh_squared) if slot else mpf(0)
        # Next to 0 it is a², as it stands.
        entries, error = column(SQUARE, slot, tanh_squared, DEGREE, centre, (lambda a: mpf(0)) if slot else lambda a: a * a,
                                0 if slot else 3, lambda value: places_of(max(value, mpf(1) / 16)))
        if slot == 0:
            entries[2] = mpf(1)
        columns.append([centre] + entries)
        errors.append(error)
    return eight_polynomials("ULP of max(tanh² a, 1/16)", "tanh_squared_table", SQUARE, columns, errors)


# The first coefficients' quotient, of 1/3, is exact, and just below powers of two sums are rounded least: of the numerators
# tried this one had the smallest error.
QUOTIENT_DEGREES = (3, 4)
QUOTIENT_START = (mpf(2389) / 4096, mpf(3 * 2389) / 4096)
QUOTIENT_END = 8


def quotient():
    """Its coefficients, and the largest error that they leave in last places of max(x − tanh x, 1/16)."""
    points = chebyshev_grid(0, QUOTIENT_END, 97)[1:]
    count, start = QUOTIENT_DEGREES[0], QUOTIENT_START
    squares = [a * a for a in points]
    values = [a - tanh(a) for a in points]
    quotients = [value / a**3 for value, a in zip(values, points)]

    def denominator(coefficients, y):
        return start[1] + sum(c * y**(k + 1) for k, c in enumerate(coefficients[count:]))

    def samples(coefficients):
        weights = [a**3 / max(value, mpf(1) / 16) / denominator(coefficients, y)
                   for a, value, y in zip(points, values, squares)]
        columns = [[w * y**k for w, y in zip(weights, squares)] for k in range(1, count + 1)]
        columns += [[-w * q * y**k for w, q, y in zip(weights, quotients, squares)]
                    for k in range(1, QUOTIENT_DEGREES[1] + 1)]
        return Samples(columns, [w * (q * start[1] - start[0]) for w, q in zip(weights, quotients)])

    coefficients = [mpf(0)] * sum(QUOTIENT_DEGREES)
    free = list(range(len(coefficients)))
    for _ in range(5):
        coefficients = samples(coefficients).minimax(free, coefficients)
    # Rounded from the last of each on, the others taking up what that leaves.
    for i in sorted(free, key=lambda i: i + 1 if i < count else i - count + 1, reverse=True):
        coefficients[i] = rounded(coefficients[i], FLOAT)
        free = [j for j in free if j != i]
        coefficients = samples(coefficients).minimax(free, coefficients)
    error = samples(coefficients).largest(coefficients) * 2**24
    return [start[0]] + coefficients[:count], [start[1]] + coefficients[count:], error


def short_specialisation():
    numerator, denominator, error = quotient()

    def define_row(name, values):
        head = "    static constexpr float %s[%d] = " % (name, len(values))
        return head + row(values, FLOAT, " " * len(head)).strip() + ";"

    return "\n".join([
        "/// Error ≤ %s ULP of max(x − tanh x, 1/16)." % nstr(error, 2),
        "template <>", "struct short_tanhshrink_table<float> {",
        "    static constexpr float limit = %sf;" % literal(mpf(QUOTIENT_END)).rstrip("f"),
        define_row("numerator", numerator), define_row("denominator", denominator), "};"])


def header():
    return "\n".join([HEAD, direct_specialisation(), "", specialisation("double", DOUBLE, 14), "",
                      short_specialisation(), "", square_specialisation()]) + "\n" + TAIL
