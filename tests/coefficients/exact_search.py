#!/usr/bin/python3
"""Searches for the coefficients of the exact tier: choices that round every hard input rightly, with fused multiply-add and
without.

    tests/coefficients/exact_search.py [--compiler g++] [--scales N] [--raise FROM TO] [--seeds N] [--spread N]
                                       [--allowed N] NAME
    tests/coefficients/exact_search.py [--compiler g++] --check

NAME is that of a file in tests/exact/hard_cases: silu, silu_derivative.  A double is wrong in its last places, at other inputs
for each way of writing the same quotient, so there are many to choose from: the common factor of numerator and denominator
(scale, in 256ths), what is added to the last place of the power of two, for tanhshrink of a coefficient (raise), and last places
of the coefficients (a seed of the standard's mt19937, and how far they may move).  The hard inputs are those of the file and,
because there every last place counts, the floats next to the root of a derivative.  What comes through is still to be asked at
every float, by exact_exhaustive.

--check tries what exact_table.py has.  Needs mpmath, xsimd and a processor with AVX2.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    from mpmath import erfc, exp, findroot, log1p, mp, mpf, pi, sqrt, tanh
except ImportError:
    print("exact_search.py: Python's mpmath is missing (Debian: python3-mpmath)", file=sys.stderr)
    sys.exit(77)

import exact_table
from fit import rounded

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ARITHMETIC = {"fused": ["-mavx2", "-mfma"], "plain": []}

# What was searched for, in exact_table.py under the names of its structs.
SEARCHED = {
    "sigmoid": "sigmoid", "sigmoid_derivative": "sigmoid_slope", "tanh": "tanh", "silu": "silu",
    "silu_derivative": "silu_slope", "gelu_tanh": "gelu_tanh", "gelu_tanh_derivative": "gelu_tanh_slope",
    "gelu": "gelu", "mish": "mish", "mish_derivative": "mish_slope", "quick_gelu": "quick_gelu",
    "quick_gelu_derivative": "quick_gelu_slope", "softplus": "softplus", "tanhshrink": "tanhshrink",
    "tanhshrink_derivative": "tanh",
}
# raise and seed of gelu's derivative, as --raise -3 -3 --seeds 4096 found them.
MILLS = (-3, 3743)

mp.prec = 250
FACTOR = mpf("1.702")
sigmoid = lambda z: 1 / (1 + exp(-z))
# Derivatives with a root, and a place near it.
ROOTS = {
    "gelu_derivative": (lambda x: erfc(-x / sqrt(mpf(2))) / 2 + x * exp(-x * x / 2) / sqrt(2 * pi), -0.75),
    "gelu_tanh_derivative": (lambda x: gelu_tanh_slope(x), -0.75),
    "silu_derivative": (lambda x: sigmoid(x) * (1 + x * sigmoid(-x)), -1.28),
    "mish_derivative": (lambda x: mish_slope(x), -1.19),
    "quick_gelu_derivative": (lambda x: sigmoid(FACTOR * x) * (1 + FACTOR * x * sigmoid(-FACTOR * x)), -0.75),
}


def gelu_tanh_slope(x):
    linear = 2 * sqrt(2 / pi)
    z = linear * (x + mpf("0.044715") * x**3)
    return sigmoid(z) * (1 + x * linear * (1 + 3 * mpf("0.044715") * x * x) * sigmoid(-z))


def mish_slope(x):
    t = tanh(log1p(exp(x)))
    return t + x * (1 - t * t) * sigmoid(x)


def next_to_root(name, count=2000):
    """Lines of an input and the nearest float."""
    function, near = ROOTS[name]
    root = rounded(findroot(function, near), 24)
    unit = mpf(2) ** (-24 if abs(root) < 1 else -23)
    xs = [root + k * unit for k in range(-count, count + 1)]
    return ["%s %s\n" % (float(x).hex(), float(rounded(function(x), 24)).hex()) for x in xs]


def pairs(name, values):
    texts = []
    for v in values:
        high = rounded(v, 53)
        texts.append("{%s, %s}" % (float(high).hex(), float(rounded(v - high, 53)).hex()))
    return "    static constexpr number %s[] = {%s};\n" % (name, ", ".join(texts))


def unrounded():
    """exact_table.py's arrays as sums of two doubles, without a choice of last places."""
    kept = {k: getattr(exact_table, k) for k in ("array", "SCALE", "SLOPE_SCALE", "moved")}
    exact_table.array, exact_table.SCALE, exact_table.SLOPE_SCALE = pairs, {}, mpf(1)
    exact_table.moved = lambda values, scale, places: values
    text = "".join(exact_table.structs())
    for k, v in kept.items():
        setattr(exact_table, k, v)
    return "#pragma once\nnamespace unrounded {\nstruct number { double high, low; };\n%s}\n" % text


def changeable(text):
    """The committed table with arrays that a program can write to."""
    text = re.sub(r"static constexpr double (\w+)\[\]", r"static inline double \1[]", text)
    return text.replace("static constexpr int raise", "static inline int raise")


class Search:
    def __init__(self, folder, compiler):
        self.folder = pathlib.Path(folder)
        table = self.folder / "activation/detail/table/exact_table.hpp"
        table.parent.mkdir(parents=True)
        table.write_text(changeable((ROOT / "include/activation/detail/table/exact_table.hpp").read_text()))
        (self.folder / "unrounded.hpp").write_text(unrounded())
        for name, flags in ARITHMETIC.items():
            command = [compiler, "-std=c++20", "-O2", *flags, "-I", folder, "-I", str(ROOT / "include"),
                       str(HERE / "exact_search.cpp"), "-o", str(self.folder / name)]
            subprocess.run(command, check=True)

    def cases(self, name):
        path = self.folder / (name + ".txt")
        if not path.exists():
            text = (ROOT / "tests/exact/hard_cases" / (name + ".txt")).read_text()
            path.write_text(text + "".join(next_to_root(name) if name in ROOTS else []))
        return path

    def found(self, arithmetic, name, numbers):
        """What came through, by scale, raise and seed: the places that moved, and the inputs that are wrong."""
        command = [str(self.folder / arithmetic), name, str(self.cases(name)), *map(str, numbers)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        parts = [line.split("|") for line in lines]
        return {tuple(map(int, p[0].split())): (p[1].split(), p[2].split()) for p in parts}

    def both(self, name, numbers):
        plain = self.found("plain", name, numbers)
        fused = self.found("fused", name, numbers) if plain else {}
        return {k: (fused[k][0], fused[k][1], plain[k][1]) for k in fused if k in plain}


def found_places(search, name, scale, more, seed):
    """What moved where that choice comes through, else None."""
    found = search.both(name, (scale - 256, more, more, seed + 1, 1, 0))
    return found[scale, more, seed][0] if (scale, more, seed) in found else None


def check(search):
    """Whether what is committed is what the search finds."""
    sound = {}
    for name, struct in SEARCHED.items():
        scale, more = exact_table.SCALE.get(struct, 256), exact_table.RAISE.get(struct, 0)
        sound[name] = found_places(search, name, scale, more, 0) is not None
        print("%-22s scale %d, raise %d: %s" % (name, scale, more, "found" if sound[name] else "NOT FOUND"), flush=True)
    places = found_places(search, "gelu_derivative", 256, *MILLS)
    expected = [*map(str, exact_table.SLOPE_UPPER[1:]), "/", *map(str, exact_table.SLOPE_LOWER[1:])]
    same_scale = exact_table.SLOPE_SCALE == 1 + mpf(MILLS[1] % 64) / 64
    sound["gelu_derivative"] = places == expected and same_scale
    print("gelu_derivative        raise %d, seed %d: %s" % (*MILLS, "found" if sound["gelu_derivative"] else "NOT FOUND"))
    return all(sound.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", default=os.environ.get("CXX", "g++"))
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--scales", type=int, default=255)
    parser.add_argument("--raise", dest="raised", type=int, nargs=2, default=[-4, 4])
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--spread", type=int, default=1)
    parser.add_argument("--allowed", type=int, default=0)
    parser.add_argument("name", nargs="?")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        search = Search(folder, wanted.compiler)
        if wanted.check:
            return 0 if check(search) else 1
        found = search.both(wanted.name, (wanted.scales, *wanted.raised, wanted.seeds, wanted.spread, wanted.allowed))
        for (scale, more, seed), (places, fused, plain) in found.items():
            print("scale %d, raise %d, seed %d %s; wrong with fused multiply-add %s, without %s" % (
                scale, more, seed, " ".join(places), fused, plain))
    return 0


if __name__ == "__main__":
    sys.exit(main())
