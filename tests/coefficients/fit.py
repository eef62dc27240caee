"""Minimax polynomials with coefficients that are floats or doubles: what the table generators share.

    from fit import FLOAT, fit, relative
    p = fit(lambda a: erfc(a), (mpf(1), mpf(2)), powers=range(8), formats=[FLOAT] * 8, centre=mpf("1.5"))
    p.coefficients, p.error          # rounded coefficients; largest weighted error over the interval

A fit is a discrete Remez exchange in mpmath precision on a Chebyshev grid of the interval.  Coefficients are then rounded
one at a time, the others being fitted again after each, so that later ones take up the rounding error of earlier ones.
Only the standard Debian packages python3-mpmath and (for speed) python3-gmpy2 are needed.
"""

from dataclasses import dataclass

from mpmath import cos, lu_solve, matrix, mp, mpf, pi

mp.prec = 200

FLOAT = 24
DOUBLE = 53
EXACT = None  # leaves a coefficient as it is: one that the header holds as a sum of two numbers


def rounded(value, bits):
    """The nearest number with `bits` bits of significand, as an mpf; EXACT gives the value itself."""
    if bits is EXACT:
        return value
    with mp.workprec(bits):
        return +mpf(value)


def split(value, *bits):
    """The value as a sum of numbers of the given precisions, leading part first."""
    parts = []
    for precision in bits:
        parts.append(rounded(value - sum(parts, mpf(0)), precision))
    return parts


def relative(value):
    """Weight of relative error."""
    return 1 / abs(value)


def absolute(value):
    """Weight of absolute error."""
    return mpf(1)


@dataclass
class Polynomial:
    """Σ coefficients[i]·(x − centre)^powers[i], with its largest weighted error over the interval."""

    coefficients: list
    powers: list
    centre: mpf
    interval: tuple
    error: mpf

    def __call__(self, x):
        h = mpf(x) - self.centre
        return sum((c * h**k for c, k in zip(self.coefficients, self.powers)), mpf(0))


def chebyshev_grid(low, high, count):
    """Extrema of a Chebyshev polynomial on [low, high], both ends included, in ascending order."""
    middle, half = (mpf(high) + low) / 2, (mpf(high) - low) / 2
    return [middle - half * cos(pi * i / (count - 1)) for i in range(count)]


class Samples:
    """The weighted least-maximum problem on a grid: columns of a basis against a right-hand side."""

    def __init__(self, columns, target):
        self.columns = columns
        self.target = target

    def residuals(self, coefficients, target):
        result = list(target)
        for coefficient, column in zip(coefficients, self.columns):
            result = [r - coefficient * entry for r, entry in zip(result, column)]
        return result

    def largest(self, coefficients):
        return max(abs(r) for r in self.residuals(coefficients, self.target))

    def minimax(self, free, known):
        """Coefficients with those in `free` fitted and the others as in `known`."""
        result = list(known)
        if not free:
            return result
        zeroed = [mpf(0) if i in free else c for i, c in enumerate(known)]
        target = self.residuals(zeroed, self.target)
        columns = [self.columns[i] for i in free]
        candidates = [exchange(columns, target), reweighted(columns, target)]
        solution = min(candidates, key=Samples(columns, target).largest)
        for i, value in zip(free, solution):
            result[i] = value
        return result


def alternation(residuals, count):
    """Indices of `count` extrema with alternating signs, or None if there are not that many."""
    peaks = []
    for i, r in enumerate(residuals):
        if peaks and (residuals[peaks[-1]] > 0) == (r > 0):
            if abs(r) > abs(residuals[peaks[-1]]):
                peaks[-1] = i
        else:
            peaks.append(i)
    while len(peaks) > count:
        if len(peaks) == count + 1:
            drop = 0 if abs(residuals[peaks[0]]) < abs(residuals[peaks[-1]]) else len(peaks) - 1
            del peaks[drop]
        else:
            # Dropping a neighbouring pair keeps the signs alternating.
            i = min(range(len(peaks) - 1), key=lambda j: max(abs(residuals[peaks[j]]), abs(residuals[peaks[j + 1]])))
            del peaks[i : i + 2]
    return peaks if len(peaks) == count else None


def exchange(columns, target, iterations=40):
    """Remez' second algorithm on the grid; the best coefficients met."""
    unknowns, points = len(columns), len(target)
    reference = [round((points - 1) * (1 - float(cos(pi * i / unknowns))) / 2) for i in range(unknowns + 1)]
    best, best_error = None, None
    for _ in range(iterations):
        system = matrix(unknowns + 1, unknowns + 1)
        right = matrix(unknowns + 1, 1)
        for row, point in enumerate(reference):
            for column in range(unknowns):
                system[row, column] = columns[column][point]
            system[row, unknowns] = (-1) ** row
            right[row] = target[point]
        solution = lu_solve(system, right)
        coefficients = [solution[i] for i in range(unknowns)]
        residuals = list(target)
        for coefficient, column in zip(coefficients, columns):
            residuals = [r - coefficient * entry for r, entry in zip(residuals, column)]
        error = max(abs(r) for r in residuals)
        if best_error is None or error < best_error:
            best, best_error = coefficients, error
        following = alternation(residuals, unknowns + 1)
        if following is None or following == reference or error <= abs(solution[unknowns]) * (1 + mpf(2) ** -20):
            break
        reference = following
    return best


def reweighted(columns, target, iterations=4):
    """Lawson's algorithm: least squares, weighted anew by the residuals.

    For bases whose best approximation need not alternate, as those without a constant term on an interval around 0,
    where the exchange may end far off.
    """
    count = len(columns)
    weights = [mpf(1)] * len(target)
    for _ in range(iterations):
        system, right = matrix(count, count), matrix(count, 1)
        for i in range(count):
            shares = [w * entry for w, entry in zip(weights, columns[i])]
            right[i] = sum((s * t for s, t in zip(shares, target)), mpf(0))
            for j in range(count):
                system[i, j] = sum((s * entry for s, entry in zip(shares, columns[j])), mpf(0))
        solution = lu_solve(system, right)
        coefficients = [solution[i] for i in range(count)]
        residuals = Samples(columns, target).residuals(coefficients, target)
        weights = [w * abs(r) for w, r in zip(weights, residuals)]
        total = sum(weights, mpf(0))
        weights = [w / total for w in weights]
    return coefficients


def fit(function, interval, powers, formats, centre=0, weight=relative, lead=None, known=None, order=None):
    """The polynomial of least maximum weight(f(x))·|f(x) − lead(x) − p(x)| with rounded coefficients.

    powers   exponents of x − centre, ascending
    formats  precision of each coefficient: FLOAT, DOUBLE, any number of bits, or EXACT
    weight   a function of f(x); relative (default) or absolute, or for roots and switched errors one of (f(x), x)
    lead     a function of x that the kernel adds by itself, for instance an exact leading part
    known    {power: value} for coefficients that are given
    order    powers in the order in which they are rounded; default from the highest down
    """
    low, high, centre = mpf(interval[0]), mpf(interval[1]), mpf(centre)
    powers, known = list(powers), dict(known or {})
    points = [x for x in chebyshev_grid(low, high, 32 * (len(powers) + 1) + 1) if function(x) != 0]
    values = [mpf(function(x)) for x in points]
    two = weight.__code__.co_argcount == 2
    weights = [weight(v, x) if two else weight(v) for v, x in zip(values, points)]
    target = [w * (v - (lead(x) if lead else 0)) for w, v, x in zip(weights, values, points)]
    columns = [[w * (x - centre) ** k for w, x in zip(weights, points)] for k in powers]
    samples = Samples(columns, target)
    coefficients = [mpf(known.get(k, 0)) for k in powers]
    free = [i for i, k in enumerate(powers) if k not in known]
    coefficients = samples.minimax(free, coefficients)
    for k in order or sorted((powers[i] for i in free), reverse=True):
        i = powers.index(k)
        coefficients[i] = rounded(coefficients[i], formats[i])
        free.remove(i)
        coefficients = samples.minimax(free, coefficients)
    return Polynomial(coefficients, powers, centre, (low, high), samples.largest(coefficients))


# ---- printing ---------------------------------------------------------------------------------------------------------


def literal(value, bits=FLOAT):
    """A C++ literal: hexadecimal, exact, with the suffix of its type."""
    if value == 0:
        return ("-" if str(value).startswith("-") else "") + ("0.0f" if bits == FLOAT else "0.0")
    if rounded(value, bits) != value:
        raise ValueError("%s has more than %d bits" % (mp.nstr(value, 20), bits))
    mantissa, exponent = float(value).hex().split("p")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return mantissa + "p" + exponent + ("f" if bits == FLOAT else "")


def row(values, bits=FLOAT, indent="    ", columns=120):
    """{a, b, …}, broken into lines no longer than `columns`."""
    lines, line = [], indent + "{"
    for i, value in enumerate(values):
        text = literal(value, bits) + ("," if i + 1 < len(values) else "}")
        if len(line) + 1 + len(text) > columns:
            lines.append(line.rstrip())
            line = indent + " "
        line += text + " "
    return "\n".join(lines + [line.rstrip()])


def as_power_of_two(error):
    """An error as the headers state it: 2^-27.31."""
    return "2^%.2f" % float(mp.log(error, 2))
