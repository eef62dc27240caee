"""Powers of two and a polynomial for include/activation/detail/math/short_exp.hpp.

The polynomial's constant is c₀ and the powers are 2^(j/8)/c₀, all nine of them floats.  C0 is the best of all floats in
[1.74, 1.88] by the largest error of the eight: there the polynomial's values are just below 2, where rounding takes the
smallest share of them.
"""

import struct

from fit import FLOAT, as_power_of_two, fit, literal, relative, rounded, row, split
from mpmath import exp, ldexp, log, mpf

C0 = mpf(0x1C91C5) / 2**20
DEGREE = 3
# A little wider than half a step, because the nearest one is found in rounded arithmetic.
HALF = mpf(1) / 2 * (1 + mpf(2) ** -8)


def powers():
    exact = [mpf(2) ** (mpf(j) / 8) / C0 for j in range(8)]
    near = [rounded(p, FLOAT) for p in exact]
    return near, max(abs(n / e - 1) for n, e in zip(near, exact))


def shifted(j, power):
    """Its bits without what the step number adds to them when it is shifted into place."""
    image = struct.unpack("<I", struct.pack("<f", float(power)))[0] - (j << 20)
    return struct.unpack("<f", struct.pack("<I", image))[0]


def polynomial():
    terms = range(DEGREE + 1)
    return fit(lambda f: C0 * exp(f * log(2) / 8), (-HALF, HALF), terms, [FLOAT] * len(terms), weight=relative,
               known={0: C0})


HEADER = """#ifndef ACTIVATION_DETAIL_TABLE_SHORT_EXP_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_SHORT_EXP_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// Constants of short_exp.hpp; float alone has them.
///
/// power[j]        2^(j/8)/c, c = polynomial[0] being such that all eight are nearly representable; their bits are without
///                 what the step number adds to them.
/// polynomial[k]   coefficient of fᵏ in c·2^(f/8) for |f| ≤ 1/2.
/// steps           8 / ln 2, and steps_low what it is off.
/// round           added to a value it leaves the nearest integer in the low bits of the sum.
template <class T>
struct short_exp_table {};

// clang-format off
%s
// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""


def header():
    near, power_error = powers()
    fitted = polynomial()
    steps, steps_low = split(8 / log(2), FLOAT, FLOAT)

    def define_row(label, values):
        head = "    static constexpr float %s[%d] = " % (label, len(values))
        return head + row(values, FLOAT, indent=" " * len(head))[len(head):] + ";"

    lines = [
        "/// power: relative error ≤ %s; polynomial: ≤ %s." % (as_power_of_two(power_error),
                                                                as_power_of_two(fitted.error)),
        "template <>",
        "struct short_exp_table<float> {",
        define_row("power", [mpf(shifted(j, p)) for j, p in enumerate(near)]),
        define_row("polynomial", fitted.coefficients),
        "    static constexpr float steps = %s;" % literal(steps, FLOAT),
        "    static constexpr float steps_low = %s;" % literal(steps_low, FLOAT),
        "    static constexpr float round = %s;" % literal(3 * ldexp(mpf(1), FLOAT - 2), FLOAT),
        "};",
    ]
    return HEADER % "\n".join(lines)
