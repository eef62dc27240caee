#!/usr/bin/python3
"""Writes coefficients.hpp: every constant of the fast reference, from mpmath at 600 bits.

    /usr/bin/python3 coefficients.py > coefficients.hpp

Each constant is a pair of doubles, high + low, so that one table serves double and double-double arithmetic alike.
"""

from mpmath import mp, mpf, bernoulli, cos, erfc, exp, factorial, findroot, log, pi, sqrt, taylor

mp.prec = 600

ERFCX_OFFSET = mpf(5)
ERFCX_LIMIT = mpf(40)
GELU_TANH_LINEAR = 2 * sqrt(2 / pi)
GELU_TANH_CUBIC = GELU_TANH_LINEAR * mpf("0.044715")


def hexadecimal(value):
    return float(value).hex().replace("0x1.0000000000000p", "0x1p").replace("0x0.0p+0", "0.0")


def pair(value):
    high = float(value)
    return "{%s, %s}" % (hexadecimal(high), hexadecimal(value - mpf(high)))


def triple(value):
    high = float(value)
    middle = float(value - mpf(high))
    return "{%s, %s, %s}" % (hexadecimal(high), hexadecimal(middle), hexadecimal(value - mpf(high) - mpf(middle)))


def constant(name, value, comment):
    print("/// %s\ninline constexpr double_double %s = %s;\n" % (comment, name, pair(value)))


def table(name, values, comment):
    print("/// %s\ninline constexpr double_double %s[] = {" % (comment, name))
    for value in values:
        print("    %s," % pair(value))
    print("};\n")


def chebyshev_polynomial(function, count):
    """Monomial coefficients of the interpolant at `count` Chebyshev points of [-1, 1]."""
    points = [cos(pi * (j + mpf(1) / 2) / count) for j in range(count)]
    values = [function(point) for point in points]
    result = [mpf(0)] * count
    previous, current = [mpf(1)], [mpf(0), mpf(1)]
    for k in range(count):
        weight = (2 if k else 1) * sum(
            values[j] * cos(k * pi * (j + mpf(1) / 2) / count) for j in range(count)) / count
        for power, coefficient in enumerate(previous):
            result[power] += weight * coefficient
        following = [mpf(0)] + [2 * coefficient for coefficient in current]
        for power, coefficient in enumerate(previous):
            following[power] -= coefficient
        previous, current = current, following
    return result


def mills(a):
    return exp(a * a / 2) * erfc(a / sqrt(mpf(2))) / 2


def mills_polynomial(u):
    reciprocal = (mpf(5) / 4 - u) / (mpf(45) / 4)
    return mills(1 / reciprocal - ERFCX_OFFSET) / reciprocal


def gelu_slope(a):
    return mills(a) - a / sqrt(2 * pi)


def silu_slope(a):
    return 1 - a + exp(-a)


def gelu_tanh_slope(a):
    linear, cubic = GELU_TANH_LINEAR, GELU_TANH_CUBIC
    return 1 + exp(-a * (linear + cubic * a * a)) - a * (linear + 3 * cubic * a * a)


def tanh_coefficient(k):
    """That of x^(2 k - 1) in Taylor's series of tanh."""
    return mpf(4) ** k * (mpf(4) ** k - 1) * bernoulli(2 * k) / factorial(2 * k)


def root(name, function, guess, comment):
    where = findroot(function, mpf(guess), tol=mpf(2) ** -1100)
    print("/// Where %s is zero, in three parts." % comment)
    print("inline constexpr triple_double %s_root = %s;\n" % (name, triple(where)))
    mp.prec = 1200
    coefficients = taylor(function, where, 22)[1:]
    mp.prec = 600
    table(name + "_near_root", coefficients, "%s divided by h = a - root: Taylor series in h." % comment)


def main():
    print("""#ifndef ACTIVATION_TESTS_SUPPORT_REFERENCE_COEFFICIENTS_HPP
#define ACTIVATION_TESTS_SUPPORT_REFERENCE_COEFFICIENTS_HPP

// clang-format off
// Written by coefficients.py; change that file, not this one.

namespace reference {

struct double_double {
    double high;
    double low;
};

struct triple_double {
    double high;
    double middle;
    double low;
};
""")
    constant("log2_e", 1 / log(2), "1 / ln 2")
    high = mpf(int(log(2) * 2 ** 40)) / 2 ** 40
    middle = mpf(int((log(2) - high) * 2 ** 80)) / 2 ** 80
    print("/// ln 2, the first two parts of 40 bits, so that their products with an exponent are exact.")
    print("inline constexpr triple_double ln_2 = {%s, %s, %s};\n" %
          (hexadecimal(high), hexadecimal(middle), hexadecimal(log(2) - high - middle)))
    constant("inverse_sqrt_2pi", 1 / sqrt(2 * pi), "1 / sqrt(2 pi)")
    constant("gelu_tanh_linear", GELU_TANH_LINEAR, "2 sqrt(2 / pi)")
    constant("gelu_tanh_cubic", GELU_TANH_CUBIC, "2 sqrt(2 / pi) 0.044715")
    constant("gelu_tanh_cubic_slope", 3 * GELU_TANH_CUBIC, "3 * 2 sqrt(2 / pi) 0.044715")
    scale, alpha = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")
    constant("selu_scale", scale, "Klambauer et al.'s lambda")
    constant("selu_negative_scale", scale * alpha, "lambda alpha")
    constant("quick_gelu_beta", mpf("1.702"), "1.702")
    table("odd_reciprocals", [mpf(1) / (2 * k + 1) for k in range(36)], "1 / (2 k + 1) for k = 0 ... 35")
    mp.prec = 1200
    shrunk = [-tanh_coefficient(k) for k in range(2, 36)]
    mp.prec = 600
    table("tanhshrink_series", shrunk, "(x - tanh x) / x^3: Taylor series in x^2.")
    table("inverse_factorials", [1 / factorial(k) for k in range(1, 25)], "1 / k! for k = 1 ... 24")
    table("mills_24", chebyshev_polynomial(mills_polynomial, 24),
          "(a + 5) erfcx(a / sqrt 2) / 2 in u = 1.25 - 11.25 / (a + 5), 0 <= a <= 40; relative error below 2^-51.")
    table("mills_44", chebyshev_polynomial(mills_polynomial, 44), "The same; relative error below 2^-106.")
    root("gelu_slope", gelu_slope, "0.7517915246935645", "erfcx(a / sqrt 2) / 2 - a / sqrt(2 pi)")
    root("silu_slope", silu_slope, "1.2784645427610738", "1 - a + exp(-a)")
    root("gelu_tanh_slope", gelu_tanh_slope, "0.7524614220710163", "1 + exp(-y) - a y'(a), y = 2 sqrt(2 / pi) (a + 0.044715 a^3),")
    print("}  // namespace reference\n\n#endif")


main()
