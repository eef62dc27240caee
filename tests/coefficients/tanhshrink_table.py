"""A polynomial for x − tanh x, for include/activation/detail/table/tanhshrink_table.hpp."""

from fit import DOUBLE, EXACT, FLOAT, as_power_of_two, fit, literal, row, split
from mpmath import mpf, sqrt, tanh

HEAD = """#ifndef ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP
#define ACTIVATION_DETAIL_TABLE_TANHSHRINK_TABLE_HPP

#include "activation/detail/arch/target.hpp"

/// Written by tests/coefficients/regenerate.py; do not edit.
namespace activation {
inline namespace ACTIVATION_TARGET {
namespace detail {

/// x − tanh x = x³·(series_low + Σ series[k]·x²ᵏ) for |x| ≤ limit.
template <class T>
struct tanhshrink_table;

// clang-format off"""

TAIL = """// clang-format on

}  // namespace detail
}  // namespace ACTIVATION_TARGET
}  // namespace activation

#endif
"""

LIMIT = mpf(5) / 8


def series(y):
    """(x − tanh x)/x³ at y = x²."""
    if y < mpf("1e-9"):
        return mpf(1) / 3 - y * 2 / 15 + y * y * 17 / 315 - y ** 3 * 62 / 2835 + y ** 4 * 1382 / 155925
    x = sqrt(y)
    return (x - tanh(x)) / (x * y)


def specialisation(name, bits, degree):
    p = fit(series, (mpf(0), LIMIT ** 2), range(degree + 1), [EXACT] + [bits] * degree)
    first, low = split(p.coefficients[0], bits, bits)
    head = "    static constexpr %s series[%d] = " % (name, degree + 1)
    return "\n".join(["/// Degree %d, relative error ≤ %s." % (degree, as_power_of_two(p.error)),
                      "template <>", "struct tanhshrink_table<%s> {" % name,
                      "    static constexpr %s limit = 0.625%s;" % (name, "f" if bits == FLOAT else ""),
                      "    static constexpr %s series_low = %s;" % (name, literal(low, bits)),
                      head + row([first] + p.coefficients[1:], bits, " " * len(head))[len(head):] + ";", "};"])


def header():
    return "\n".join([HEAD, specialisation("float", FLOAT, 6), "", specialisation("double", DOUBLE, 14)]) + "\n" + TAIL
