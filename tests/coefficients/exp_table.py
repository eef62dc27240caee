"""Powers of two and a polynomial for include/activation/detail/math/exp.hpp.

The table of powers is κ·2^(j/8) with κ chosen so that all eight are nearly representable, which saves a table of their
low parts.  For float, κ is the best of all in one eighth of an octave around 1: every float tried as κ, then moved to
the middle of the eight errors.  For double, it is the best of some hundred vectors near (1, 2^(1/8), …, 2^(7/8))·2^52
that lattice reduction (LLL) finds.
"""

from fit import DOUBLE, FLOAT, absolute, as_power_of_two, fit, literal, rounded, row, split
from lattice import fit_together
from mpmath import exp, ldexp, log, mpf

KAPPA = {FLOAT: mpf("0.99743896903245155006"), DOUBLE: mpf("1.01142689290223009027846179833")}
DEGREE = {FLOAT: 4, DOUBLE: 7}
COARSE_DEGREE = 3
# Short enough that its product with every step number is exact: 4096 of them for float, 2^15 for double.
STEP_BITS = {FLOAT: 12, DOUBLE: 38}
BIAS = {FLOAT: 127, DOUBLE: 1023}


def powers(bits):
    exact = [KAPPA[bits] * mpf(2) ** (mpf(j) / 8) for j in range(8)]
    near = [rounded(p, bits) for p in exact]
    return near, max(abs(n / e - 1) for n, e in zip(near, exact))


# A little wider than ln 2 / 16, because the nearest step is found in rounded arithmetic.
HALF = log(2) / 16 * (1 + mpf(2) ** -8)


def excess(bits, degree, fitted):
    terms = range(degree + 1)
    return fitted(lambda r: exp(r) / KAPPA[bits] - 1, (-HALF, HALF), terms, [bits] * len(terms), weight=absolute)


def specialisation(bits):
    name = "float" if bits == FLOAT else "double"
    near, power_error = powers(bits)
    polynomial = excess(bits, DEGREE[bits], fit_together)
    notes = "excess: degree %d, absolute error ≤ %s" % (DEGREE[bits], as_power_of_two(polynomial.error))
    coarse = "    static constexpr auto& coarse_excess = excess;"
    if bits == FLOAT:
        short = excess(bits, COARSE_DEGREE, fit)
        notes += "; coarse_excess: degree %d, %s" % (COARSE_DEGREE, as_power_of_two(short.error))
    high, low = split(log(2) / 8, STEP_BITS[bits], bits)
    step_round = 3 * ldexp(mpf(1), bits - 2) + 8 * BIAS[bits]

    def define(label, value):
        return "static constexpr %s %s = %s;" % (name, label, literal(value, bits))

    def define_row(label, values):
        head = "static constexpr %s %s[%d] = " % (name, label, len(values))
        return (head + row(values, bits, indent=" " * (4 + len(head)))[4 + len(head):] + ";")

    if bits == FLOAT:
        coarse = "    " + define_row("coarse_excess", short.coefficients)
    lines = [
        "/// power: relative error ≤ %s; %s." % (as_power_of_two(power_error), notes),
        "template <>",
        "struct exp_table<%s> {" % name,
        "    " + define_row("power", near),
        "    " + define_row("excess", polynomial.coefficients),
        coarse,
        "    " + define("step_high", high),
        "    " + define("step_low", low),
        "    " + define("steps", rounded(8 / log(2), bits)),
        "    " + define("round", step_round),
        "};",
    ]
    return "\n".join(lines)


HEADER = """#ifndef ACTIVATION_DETAIL_TABLE_EXP_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_EXP_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of exp.hpp for each element type.
///
/// power[j]              κ·2^(j/8), where κ makes all eight of them nearly representable.
/// excess[k]             coefficient of rᵏ in a minimax polynomial for eʳ/κ − 1 on |r| ≤ ln 2 / 16.
/// coarse_excess[k]      the same, of a lower degree where a few tenths of an ULP do not matter.
/// step_high, step_low   ln 2 / 8 in two parts, the first short enough for exact products.
/// steps                 8 / ln 2.
/// round                 added to a value it leaves the nearest integer in the low bits of the sum, and eight times the
///                       bias of an exponent field with it.
template <class T>
struct exp_table;

// clang-format off
%s

%s
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""


def header():
    return HEADER % (specialisation(FLOAT), specialisation(DOUBLE))
