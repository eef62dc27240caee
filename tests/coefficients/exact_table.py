"""Coefficients of the exact tier, for include/activation/detail/table/exact_table.hpp.

eʳ = (even(r²) + r·odd(r²))/(even(r²) − r·odd(r²)) is one quotient of polynomials, near the minimax one; so is
Φ(−a)·e^(a²/2).  What a double makes of them is wrong in its last places, at other inputs for each choice of a common factor
of numerator and denominator, which is no change of their quotient.  SCALE, RAISE and the last places here were tried out
on the inputs that are hard to round (tests/exact/hard_cases) by exact_search.py: with these none of them comes out wrong, with
fused multiply-add or without.  After a change of any of it, exact_exhaustive has to ask every float again.
"""

from fit import DOUBLE, literal, rounded
from mpmath import atanh, cos, erfc, exp, expm1, floor, log, lu_solve, matrix, mp, mpf, pi, sqrt, tanh

# Common factors of even and odd, in 256ths, and what is added to the last place of the power of two; for tanhshrink to that of
# its numerator's first coefficient.
SCALE = {"sigmoid": 400, "gelu_tanh_slope": 456, "silu_slope": 464, "mish": 355, "mish_slope": 374, "quick_gelu": 270, "softplus": 258}
RAISE = {"sigmoid": 1, "silu": 2, "silu_slope": 2, "gelu_tanh": 2, "gelu_tanh_slope": -4, "softplus": 1,
         "tanhshrink": -1}
# Those of the quotient in gelu's derivative, and last places that are added: next to the root a few floats need them all.
SLOPE_SCALE = mpf(95) / 64
SLOPE_UPPER = [-2, 1, 0, 1, 1, -2, -2, -4, -4]
SLOPE_LOWER = [0, -1, -2, -2, -1, 1, 0, 1, -1, -9]
# Half of a step, and a trifle, because the nearest one is found in rounded arithmetic.
HALF = log(mpf(2)) / 2 * (1 + mpf(2) ** -10)
STEP = rounded(log(mpf(2)), DOUBLE)
# As far as gelu is not 0.
GAUSS_REACH = mpf("14.3")
# Below it x − tanh x is a quotient of polynomials.
SHRINK_LIMIT = mpf("0.6875")


def solve(rows, right):
    count = len(right)
    system, column = matrix(count, count), matrix(count, 1)
    for i in range(count):
        column[i] = right[i]
        for j in range(count):
            system[i, j] = rows[i][j]
    return list(lu_solve(system, column))


def chebyshev_nodes(low, high, count):
    return [(low + high) / 2 - (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def interpolated(function, degree, half):
    """The polynomial through the values at Chebyshev's nodes of [−half, half]."""
    nodes = chebyshev_nodes(-half, half, degree + 1)
    return solve([[x**k for k in range(degree + 1)] for x in nodes], [function(x) for x in nodes])


def quotient_through(function, nodes, upper, lower):
    """Numerator and denominator, which begins with 1, through the values at the nodes."""
    values = [function(x) for x in nodes]
    rows = [[x**k for k in range(upper + 1)] + [-y * x**k for k in range(1, lower + 1)] for x, y in zip(nodes, values)]
    solution = solve(rows, values)
    return solution[: upper + 1], [mpf(1)] + solution[upper + 1 :]


def value(coefficients, x):
    result = mpf(0)
    for c in reversed(coefficients):
        result = result * x + c
    return result


def half_exponential():
    """odd and even: tanh(r/2)/r as a quotient in r²."""
    return quotient_through(lambda s: tanh(sqrt(s) / 2) / sqrt(s), chebyshev_nodes(mpf(0), HALF**2, 5), 2, 2)


def logarithm_series():
    """log(1 + e) = s·series(s²) with s = e/(2 + e), so for s from 0 to 1/3: 2·artanh(s)/s, in s²."""
    nodes = chebyshev_nodes(mpf(0), mpf(1) / 9, 10)
    return solve([[q**k for k in range(10)] for q in nodes], [2 * atanh(sqrt(q)) / sqrt(q) for q in nodes])


def shrink_quotient():
    """(a − tanh a)/a³ as a quotient in a², 2⁻⁵⁴ of it wrong and less."""
    function = lambda q: (1 - tanh(sqrt(q)) / sqrt(q)) / q
    return quotient_through(function, chebyshev_nodes(mpf(0), SHRINK_LIMIT**2, 6), 2, 3)


def mills(a):
    """Φ(−a)·e^(a²/2), times what the exponential is off because ln 2 is rounded."""
    half_square = a * a / 2
    return erfc(a / sqrt(mpf(2))) / 2 * exp(half_square * (1 + (log(mpf(2)) - STEP) / log(mpf(2))))


def levelled_quotient(function, reach, upper, lower, rounds=12):
    """Through nodes that are moved, in a/(a + 3), until the relative errors between them are all alike."""
    top = reach / (reach + 3)
    at = lambda t: 3 * t / (1 - t)
    nodes = chebyshev_nodes(mpf(0), top, upper + lower + 1)
    for _ in range(rounds):
        numerator, denominator = quotient_through(function, [at(t) for t in nodes], upper, lower)
        ends = [mpf(0)] + nodes + [top]
        errors = []
        for low, high in zip(ends, ends[1:]):
            points = [at(low + (high - low) * mpf(k) / 8) for k in range(9)]
            errors.append(max(abs(value(numerator, a) / value(denominator, a) / function(a) - 1) for a in points))
        if log(max(errors) / min(errors), 2) < 0.05:
            return numerator, denominator
        mean = sum(log(e) for e in errors) / len(errors)
        lengths = [(b - a) * exp((mean - log(e)) * mpf("0.12")) for a, b, e in zip(ends, ends[1:], errors)]
        total, nodes = sum(lengths), []
        for length in lengths[:-1]:
            nodes.append((nodes[-1] if nodes else mpf(0)) + length * top / total)
    raise ArithmeticError("the errors are not level")


def array(name, values):
    texts = [literal(rounded(v, DOUBLE), DOUBLE) for v in values]
    lines, line = [], "    static constexpr double %s[] = {" % name
    for i, text in enumerate(texts):
        piece = text + ("," if i + 1 < len(texts) else "};")
        if len(line) + len(piece) + 1 > 120:
            lines.append(line)
            line = "       "
        line += ("" if line.endswith("{") else " ") + piece
    return "\n".join(lines + [line]) + "\n"


def number(name, x):
    return "    static constexpr double %s = %s;\n" % (name, literal(rounded(mpf(x), DOUBLE), DOUBLE))


def moved(values, scale, places):
    """The doubles next to scale·values, moved by so many last places."""
    result = []
    for v, count in zip(values, places):
        near = rounded(scale * v, DOUBLE)
        result.append(near + count * mpf(2) ** (floor(log(abs(near), 2)) - 52))
    return result


def struct(name, body, base="exact_split_table"):
    return "struct %s%s {\n%s};\n" % (name, " : " + base if base else "", body)


HEADER = """#ifndef ACTIVATION_DETAIL_TABLE_EXACT_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_EXACT_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of detail/math/exact_*.hpp, a struct for each function of the exact tier.
///
/// steps, step_high, step_low    1/ln 2 and ln 2, and what step_high is off where that counts.
/// round                         added to a value it leaves the nearest integer, biased like an exponent, in the low bits.
/// even, odd                     eʳ = (even(r²) + r·odd(r²))/(even(r²) − r·odd(r²)); of tanh, with 2r for r, of quick_gelu
///                               with 1.702r.
/// raise                         what is added to the last place of the power of two.
/// exponential                   coefficients of eʳ.
/// excess                        those of (eʳ − 1)/r.
/// scale, negative_scale         λ and λ·α of selu, whose exponential is λ·α·eʳ.
/// mills                         numerator and denominator of Φ(−a)·e^(a²/2) for 0 ≤ a ≤ 14.3.
/// linear, cubic                 gelu_tanh is x·σ(x·(linear + cubic·x²)); linear_slope and cubic_slope are of that
///                               argument's derivative.
/// density                       1/√(2π).
/// factor                        1.702.
/// series                        log(1 + e) = s·series(s²) with s = e/(2 + e).
/// shrink                        numerator and denominator of (a − tanh a)/a³, in a², for 0 ≤ a ≤ limit.

// clang-format off
%s
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""


def structs():
    mp.prec = 250
    odd, even = half_exponential()
    raised = lambda name: "    static constexpr int raise = %d;\n" % RAISE.get(name, 0)

    def logistic(name, more="", unit=mpf(1)):
        scale = mpf(SCALE.get(name, 256)) / 256
        body = array("even", [scale * c * unit ** (2 * k) for k, c in enumerate(even)])
        body += array("odd", [scale * c * unit ** (2 * k + 1) for k, c in enumerate(odd)])
        return struct("exact_%s_table" % name, body + raised(name) + more)

    factor = mpf("1.702")
    linear = 2 * sqrt(2 / pi)
    cubic = linear * mpf("0.044715")
    argument = number("linear", linear) + number("cubic", cubic)
    upper, lower = levelled_quotient(mills, GAUSS_REACH, 8, 9)
    quotient = array("mills_numerator", upper) + array("mills_denominator", lower)
    slope_quotient = array("mills_numerator", moved(upper, SLOPE_SCALE, SLOPE_UPPER)) + array(
        "mills_denominator", moved(lower, SLOPE_SCALE, SLOPE_LOWER))
    shrink_upper, shrink_lower = shrink_quotient()
    shrink = array("shrink_numerator", moved(shrink_upper, 1, [RAISE["tanhshrink"], 0, 0]))
    shrink += array("shrink_denominator", shrink_lower)
    twice = array("even", [c * 4**k for k, c in enumerate(even)]) + array("odd", [2 * c * 4**k for k, c in enumerate(odd)])
    # So short that its multiples are exact.
    short_step = rounded(log(mpf(2)), 42)
    step_low = number("step_high", short_step) + number("step_low", log(mpf(2)) - short_step)
    short_part = rounded(log(mpf(2)) / factor, 42)
    parted = number("steps", factor / log(mpf(2))) + number("step_high", short_part)
    parted += number("step_low", log(mpf(2)) / factor - short_part)
    selu_scale = mpf("1.0507009873554804934193349852946")
    selu_decay = selu_scale * mpf("1.6732632423543772848170429916717")
    return [
        struct("exact_split_table", number("steps", 1 / log(mpf(2))) + number("step_high", STEP)
               + number("round", mpf(3) * 2**51 + 1023), ""),
        struct("exact_tanh_table", twice + raised("tanh")),
        logistic("sigmoid"),
        logistic("sigmoid_slope"),
        logistic("silu"),
        logistic("silu_slope"),
        logistic("gelu_tanh", argument),
        logistic("gelu_tanh_slope", argument + number("linear_slope", moved([linear], 1, [-1])[0]) + number("cubic_slope", 3 * cubic)),
        logistic("gelu", quotient),
        logistic("gelu_slope", slope_quotient + number("density", 1 / sqrt(2 * pi))),
        struct("exact_exp_table", step_low + array("exponential", interpolated(exp, 10, HALF))),
        struct("exact_expm1_table",
               array("excess", interpolated(lambda r: expm1(r) / r if abs(r) > mpf(2) ** -60 else mpf(1), 10, HALF))),
        struct("exact_selu_table", step_low + number("scale", selu_scale) + number("negative_scale", selu_decay)
               + array("exponential", interpolated(lambda r: selu_decay * exp(r), 10, HALF))),
        logistic("mish"),
        logistic("mish_slope"),
        logistic("quick_gelu", parted, factor),
        logistic("quick_gelu_slope", parted + number("factor", factor), factor),
        logistic("softplus", array("series", logarithm_series())),
        struct("exact_tanhshrink_table", number("limit", SHRINK_LIMIT) + shrink, "exact_tanh_table"),
    ]


def header():
    return HEADER % "\n".join(structs()).rstrip("\n")
