"""Rounds all coefficients of a fit at once, which leaves a far smaller error than rounding one after another.

The rounded polynomials are the points of a lattice: integers times the last places of the coefficients, sampled over the
interval.  The one nearest to the minimax polynomial is found by Babai's nearest plane in a basis that has been reduced
by LLL, as Brisebarre and Chevillard do ("Efficient polynomial L∞-approximations", ARITH 18, 2007).
"""

from dataclasses import replace

from fit import EXACT, Polynomial, chebyshev_grid, fit, relative, rounded
from mpmath import floor, ldexp, log, mpf


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def orthogonalised(basis):
    """Gram and Schmidt: orthogonal vectors, and the squares of their lengths."""
    result, squares = [], []
    for vector in basis:
        rest = list(vector)
        for other, square in zip(result, squares):
            share = dot(vector, other) / square
            rest = [r - share * o for r, o in zip(rest, other)]
        result.append(rest)
        squares.append(dot(rest, rest))
    return result, squares


def reduced(basis):
    """Lenstra, Lenstra and Lovász; also the integer combinations that give the new vectors."""
    count = len(basis)
    basis = [list(v) for v in basis]
    integers = [[int(i == j) for j in range(count)] for i in range(count)]
    flat, squares = orthogonalised(basis)
    k = 1
    while k < count:
        for j in range(k - 1, -1, -1):
            multiple = round(dot(basis[k], flat[j]) / squares[j])
            if multiple:
                basis[k] = [a - multiple * b for a, b in zip(basis[k], basis[j])]
                integers[k] = [a - multiple * b for a, b in zip(integers[k], integers[j])]
        share = dot(basis[k], flat[k - 1]) / squares[k - 1]
        if squares[k] >= (0.99 - share * share) * squares[k - 1]:
            k += 1
        else:
            basis[k - 1], basis[k] = basis[k], basis[k - 1]
            integers[k - 1], integers[k] = integers[k], integers[k - 1]
            flat, squares = orthogonalised(basis)
            k = max(k - 1, 1)
    return basis, integers, flat, squares


def nearest_point(basis, target):
    """Integers z with Σ z[i]·basis[i] near the target."""
    basis, integers, flat, squares = reduced(basis)
    result = [0] * len(basis)
    rest = list(target)
    for i in range(len(basis) - 1, -1, -1):
        multiple = round(dot(rest, flat[i]) / squares[i])
        rest = [r - multiple * b for r, b in zip(rest, basis[i])]
        result = [r + multiple * z for r, z in zip(result, integers[i])]
    return result


def last_place(value, bits):
    """The spacing of numbers with `bits` bits of significand around the value."""
    return ldexp(mpf(1), int(floor(log(abs(value), 2))) - bits + 1)


def fit_together(function, interval, powers, formats, centre=0, weight=relative, lead=None, known=None):
    """As fit.fit, with the coefficients rounded together."""
    powers, known = list(powers), dict(known or {})
    exact = fit(function, interval, powers, [EXACT] * len(powers), centre, weight, lead, known)
    free = [i for i, k in enumerate(powers) if k not in known and formats[i] is not EXACT]
    points = [x for x in chebyshev_grid(*exact.interval, 8 * len(powers) + 1) if function(x) != 0]
    two = weight.__code__.co_argcount == 2
    weights = [weight(function(x), x) if two else weight(function(x)) for x in points]
    start = [rounded(exact.coefficients[i], formats[i]) for i in free]
    steps = [last_place(c, formats[i]) for c, i in zip(start, free)]
    columns = [[s * w * (x - exact.centre) ** powers[i] for w, x in zip(weights, points)] for s, i in zip(steps, free)]
    gap = [sum((exact.coefficients[i] - c) * column[p] / s for i, c, s, column in zip(free, start, steps, columns))
           for p in range(len(points))]
    # Doubles are enough to choose the integers.
    chosen = nearest_point([[float(c) for c in column] for column in columns], [float(g) for g in gap])
    coefficients = list(exact.coefficients)
    for i, c, s, z in zip(free, start, steps, chosen):
        coefficients[i] = c + z * s
        if rounded(coefficients[i], formats[i]) != coefficients[i]:
            coefficients[i] = rounded(coefficients[i], formats[i])
    return replace(exact, coefficients=coefficients, error=largest_error(function, exact, coefficients, weight, lead))


def largest_error(function, like, coefficients, weight, lead):
    """The largest weighted error of other coefficients over the interval of a polynomial."""
    polynomial = Polynomial(coefficients, like.powers, like.centre, like.interval, mpf(0))
    two = weight.__code__.co_argcount == 2
    worst = mpf(0)
    for x in chebyshev_grid(*like.interval, 32 * (len(coefficients) + 1) + 1):
        value = function(x)
        if value == 0:
            continue
        factor = weight(value, x) if two else weight(value)
        worst = max(worst, factor * abs(value - (lead(x) if lead else 0) - polynomial(x)))
    return worst
