#!/usr/bin/python3
"""Changes the kernels one term at a time and shows that the accuracy test notices each change.

    tests/mutation/mutate.py [--only WORD] -- COMPILER [FLAGS ...] LIBRARIES ...

A mutant is a copy of the headers in which one coefficient is off by 2⁻¹⁴ of itself or one compensation term is dropped.
It survives, and the run fails, if judge_one.cpp finds it within the contract's bounds; the headers as they are must be
found within them.  The exact tier's functions are asked for their committed bits instead, a coefficient of theirs off by
2⁻²⁶.  What must be found nowhere, for lack of a place to show, is not in the list.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

KERNELS = {"gelu": "GELU", "gelu_tanh": "GELUTanh", "silu": "SiLU", "sigmoid": "Sigmoid", "tanh": "Tanh", "elu": "ELU"}

# Kernel, header in activation/detail, text that stands in it once, what stands in its place.
DROPPED = [
    ("gelu", "math/gelu.hpp", "V(power * multiply_add(excess, sum, low))", "V(power * V(excess * sum))"),
    ("gelu", "math/gelu.hpp", "low = V(high_low + linear_low) + rest;", "low = high_low + linear_low;"),
    ("gelu", "math/gelu.hpp", "low = V(high_low + linear_low) + rest;", "low = high_low + rest;"),
    ("gelu", "math/exp_unit.hpp", "cancelling_multiply_add(a, b, rounded_product(multiple, V(Unit::step_high)))",
     "rounded_product(a, b) + rounded_product(multiple, V(Unit::step_high))"),
    ("gelu", "math/exp_unit.hpp", "remainder = multiply_add(multiple, V(Unit::step_low), reduced);",
     "remainder = reduced;"),
    ("gelu_tanh", "math/gelu_tanh.hpp", "low = multiply_add(square.low, cubic, cancelling_multiply_add",
     "low = V(cancelling_multiply_add"),
    ("gelu_tanh", "math/gelu_tanh.hpp", "cancelling_multiply_add(square.high, cubic, V(linear - sum))", "V(scalar_t<V>(0))"),
    ("gelu_tanh", "math/gelu_tanh.hpp", "multiply_add(x, low, remainder), power", "remainder, power"),
    ("silu", "math/exp.hpp", "const V remainder = multiply_add(multiple, V(T(-sign) * Unit::step_low), reduced);",
     "const V remainder = reduced;"),
    ("sigmoid", "math/sigmoid_kernel.hpp", "surplus = multiply_add(quotient, lost, rounded_surplus);", "surplus = rounded_surplus;"),
    ("sigmoid", "math/sigmoid_kernel.hpp", "surplus = multiply_add(quotient, lost, rounded_surplus);",
     "surplus = quotient * lost;"),
    ("silu", "math/sigmoid_kernel.hpp", "multiply_add(surplus, crude_opposite_reciprocal(denominator), quotient)",
     "quotient"),
]

# The same of the exact tier.
EXACT_DROPPED = [
    ("math/exact_exp.hpp", "remainder = multiply_add(multiple, V(-Table::step_low / unit), remainder);", ";"),
    ("math/exact_exp.hpp", "from_bits<V>(to_bits(part.power) + raise)", "part.power"),
    ("math/exact_logistic.hpp", "return but_at(0x1.184a0ep-9f, 0x1.008c26p-1f, x, y);", "return y;"),
    ("math/exact_logistic.hpp", "return but_at(0x1.69a2fp+0f, 0x1.198efep+0f, x, y);", "return y;"),
    ("math/exact_logistic.hpp", "e.whole), x, V(above_ties));", "e.whole), x, V(0.0));"),
    ("math/exact_gelu.hpp", "V(-above_ties)", "V(0.0)"),
    ("math/exact_tanhshrink.hpp", "at_most(a, V(9.0))", "at_most(a, V(300.0))"),
]

# Struct and row of the exact tier's table.
EXACT_PERTURBED = [
    ("struct exact_sigmoid_table", 0, 1), ("struct exact_silu_slope_table", 1, 2), ("struct exact_tanh_table", 0, 2),
    ("struct exact_gelu_table", 2, 4), ("struct exact_gelu_slope_table", 3, 5), ("struct exact_exp_table", 0, 6),
    ("struct exact_expm1_table", 0, 5), ("struct exact_selu_table", 0, 4), ("struct exact_mish_table", 1, 1),
    ("struct exact_quick_gelu_table", 0, 1), ("struct exact_softplus_table", 2, 3),
    ("struct exact_tanhshrink_table", 0, 1), ("struct exact_tanhshrink_table", 1, 1),
]

# Kernel, table, row of coefficients: its entry with the given number is off.
PERTURBED = [
    ("gelu", "table/near_gelu_table.hpp", "struct value", 3, 2),
    ("gelu", "table/near_gelu_table.hpp", "struct derivative", 4, 5),
    ("gelu", "table/gelu_table.hpp", "struct value", 2, 3),
    ("gelu", "table/gelu_table.hpp", "struct value", 5, 2),
    ("gelu", "table/gelu_table.hpp", "struct derivative", 3, 7),
    ("gelu", "table/gelu_table.hpp", "struct derivative", 6, 1),
    ("tanh", "table/tanh_table.hpp", "struct tanh_table<float>", 2, 3),
    ("sigmoid", "table/sigmoid_table.hpp", "struct sigmoid_derivative_table<float>", 4, 2),
    ("silu", "table/silu_table.hpp", "struct silu_derivative_table<float>", 3, 4),
    ("silu", "table/exp_table.hpp", "struct exp_table<float>", 0, 3),
    ("sigmoid", "table/exp_table.hpp", "float coarse_excess[4]", 0, 1),
    ("gelu_tanh", "table/gelu_table.hpp", "struct gelu_tanh_argument<float>", 1, 1),
    ("elu", "table/elu_table.hpp", "struct elu_table<float>", 3, 4),
]

NUMBER = re.compile(r"-?0x[0-9a-f.]+p[-+]?\d+f?")


def drop(text, old, new):
    if text.count(old) != 1:
        raise SystemExit("mutate.py: `%s` stands %d times in the header, not once" % (old, text.count(old)))
    return text.replace(old, new)


def perturb(text, anchor, line, entry, by=2**-14):
    """The entry-th number of the line-th braced row behind the anchor, times 1 + by."""
    start = text.index(anchor)
    rows = [m.start() for m in re.finditer(r"\{-?0[x.]", text[start:])]
    begin = start + rows[line]
    match = list(NUMBER.finditer(text, begin, text.index("}", begin)))[entry]
    suffix = "f" if match.group().endswith("f") else ""
    value = float.fromhex(match.group().rstrip("f")) * (1 + by)
    return text[: match.start()] + value.hex() + suffix + text[match.end() :]


def exact_accepted(include, command):
    """Whether the exact tier has its committed bits."""
    program = include.parent / "on_target"
    compiler, *rest = command
    flags = [part for part in rest if part.startswith("-")]
    exact = ROOT / "tests/exact"
    subprocess.run([compiler, "-std=c++20", "-O1", "-I", include, "-I", ROOT / "tests", *flags, exact / "on_target.cpp",
                    exact / "kernels.cpp", "-o", program], check=True)
    run = subprocess.run([program, exact / "hard_cases"], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise SystemExit("mutate.py: on_target ended with %d" % run.returncode)
    return run.returncode == 0, run.stdout.splitlines()[-1]


def accepted(kernel, include, command):
    if kernel == "exact":
        return exact_accepted(include, command)
    program = include.parent / "judge_one"
    defines = ['-DACTIVATION_HEADER="activation/%s.hpp"' % kernel, "-DACTIVATION_FUNCTOR=" + KERNELS[kernel],
               '-DACTIVATION_DESCRIPTION="activations/%s.hpp"' % kernel]
    compiler, *rest = command
    flags = [part for part in rest if part.startswith("-")]
    libraries = [part for part in rest if not part.startswith("-")]
    subprocess.run([compiler, "-std=c++20", "-O1", "-I", include, "-I", ROOT / "tests", "-I", ROOT / "tests/exhaustive",
                    *defines, *flags, HERE / "judge_one.cpp", *libraries, "-pthread", "-o", program], check=True)
    run = subprocess.run([program], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise SystemExit("mutate.py: judge_one ended with %d" % run.returncode)
    return run.returncode == 0, run.stdout.replace("\n", "  ")


def mutants():
    for kernel, name, old, new in DROPPED:
        yield kernel, name, "without %s" % old[:60], lambda text, old=old, new=new: drop(text, old, new)
    for kernel, name, anchor, line, entry in PERTURBED:
        label = "%s, row %d, entry %d" % (anchor, line, entry)
        yield kernel, name, label, lambda text, a=anchor, l=line, e=entry: perturb(text, a, l, e)
    for name, old, new in EXACT_DROPPED:
        yield "exact", name, "without %s" % old[:60], lambda text, old=old, new=new: drop(text, old, new)
    for anchor, line, entry in EXACT_PERTURBED:
        label = "%s, row %d, entry %d" % (anchor, line, entry)
        change = lambda text, a=anchor, l=line, e=entry: perturb(text, a, l, e, 2**-26)
        yield "exact", "table/exact_table.hpp", label, change


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    survivors = 0
    with tempfile.TemporaryDirectory() as directory:
        include = pathlib.Path(directory) / "include"
        shutil.copytree(ROOT / "include", include)
        for kernel in [*KERNELS, "exact"]:
            if arguments.only in kernel:
                within, found = accepted(kernel, include, arguments.command)
                print("%-10s as it is: %s %s" % (kernel, "within its bounds" if within else "BEYOND ITS BOUNDS", found))
                survivors += not within
        for kernel, name, label, change in mutants():
            if arguments.only not in kernel:
                continue
            path = include / "activation" / "detail" / name
            original = path.read_text()
            path.write_text(change(original))
            within, found = accepted(kernel, include, arguments.command)
            path.write_text(original)
            print("%-10s %s %s: %s" % (kernel, "SURVIVED" if within else "noticed", label, found), flush=True)
            survivors += within
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
