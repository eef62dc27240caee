"""ctypes_test.py LIBRARY CATALOGUE [COMPILED]: the shared library from Python, by the functions' names and with struct's own halves."""
import ctypes
import math
import pathlib
import re
import struct
import sys

library = ctypes.CDLL(sys.argv[1])
names = re.findall(r'#include "activation/(\w+)\.hpp"', open(sys.argv[2], encoding="utf-8").read())
compiled = sys.argv[3].split(",") if len(sys.argv) > 3 and sys.argv[3] else names
exact = [name for name in names
         if "\nnamespace exact {" in pathlib.Path(sys.argv[2]).with_name(f"{name}.hpp").read_text(encoding="utf-8")]
UNSUPPORTED = 9
library.activation_target.restype = ctypes.c_char_p
library.activation_name.restype = ctypes.c_char_p
library.activation_error_text.restype = ctypes.c_char_p
library.activation_parameter_count.restype = ctypes.c_size_t
library.activation_parameter_default.restype = ctypes.c_double
library.activation_parameter_default.argtypes = [ctypes.c_int, ctypes.c_size_t]


def check(what, holds):
    if not holds:
        sys.exit(f"{what} does not hold")


def floats(values):
    return (ctypes.c_float * len(values))(*values)


x = floats([-2, -1, 0, 1, 2])
y = floats([0] * 5)
check("gelu", library.activation_gelu_f32(x, y, ctypes.c_size_t(5)) == 0)
for value, result in zip(x, y):
    check(f"gelu({value})", abs(result - value * (1 + math.erf(value / math.sqrt(2))) / 2) < 1e-6)
library.activation_leaky_relu_f32(x, y, ctypes.c_size_t(5), ctypes.c_float(0.25))
check("leaky_relu(-2, 0.25)", y[0] == -0.5)

# Every activation has its kind, which is its place in the list, and each of its functions in each type and tier.
check("the number of kinds", library.activation_kind_count() == len(names))
count = 0
for kind, name in enumerate(names):
    check(f"the kind of {name}", library.activation_find(name.encode()) == kind)
    check(f"the name of {name}", library.activation_name(kind).decode() == name)
    for tier_number, tier in enumerate(("", "fast_", "exact_")):
        if tier == "exact_" and name not in exact:
            check(f"no exact {name}", not hasattr(library, f"activation_exact_{name}_f32"))
            continue
        for form in ("", "_derivative", "_value_and_derivative", "_backward"):
            for number, kind_of in enumerate(("f32", "f64", "bf16", "f16")):
                typed = getattr(library, f"activation_{tier}{name}{form}_{kind_of}")
                count += 1
                if form:
                    continue
                size = (4, 8, 2, 2)[number]
                source, typed_result, result = (ctypes.create_string_buffer(size * 4) for _ in range(3))
                source.raw = bytes(size * 3) + struct.pack("<" + "fdHe"[number], (1, 1, 0x3F80, 1)[number])
                defaults = [library.activation_parameter_default(kind, i)
                            for i in range(library.activation_parameter_count(kind))]
                scalar = ctypes.c_double if number == 1 else ctypes.c_float
                error = typed(source, typed_result, ctypes.c_size_t(4), *map(scalar, defaults))
                check(f"{typed.__name__}", error == (0 if name in compiled else UNSUPPORTED))
                options = (ctypes.c_size_t * 3)(tier_number, 0, 0)
                error = library.activation_forward(kind, options, number, source, result, ctypes.c_size_t(4))
                check(f"{name} by its kind", error == (0 if name in compiled else UNSUPPORTED))
                check(f"{typed.__name__} and {name} by its kind", typed_result.raw == result.raw)
check("some names", count >= 29 * 32 + 15 * 16)

# Halves: what Python rounds to nearest even itself.
halves = struct.pack("<1000e", *[(i - 500) / 32 for i in range(1000)])
out = ctypes.create_string_buffer(len(halves))
library.activation_leaky_relu_f16(halves, out, ctypes.c_size_t(1000), ctypes.c_float(0.375))
wanted = [value if value > 0 else value * 0.375 for value in struct.unpack("<1000e", halves)]
check("float16", struct.pack("<1000e", *wanted) == out.raw)

for spelling, name in {
    "GELU": "gelu", "gelu_new": "gelu_tanh", "gelu_pytorch_tanh": "gelu_tanh", "quick_gelu": "quick_gelu",
    "swish": "swish", "silu": "silu", "SiLU": "silu", "LeakyRelu": "leaky_relu", "HardSwish": "hardswish",
    "Hardswish": "hardswish", "hard_swish": "hardswish", "relu2": "squared_relu", "exponential": "exp",
    "logsigmoid": "log_sigmoid", "LogSigmoid": "log_sigmoid",
}.items():
    check(f"{spelling} is {name}", library.activation_find(spelling.encode()) == names.index(name))
for spelling in ("", "HardSigmoid", "linear", "gelu_10", "Gelu "):
    check(f"'{spelling}' is unknown", library.activation_find(spelling.encode()) == -1)
print("target", library.activation_target().decode(), "from Python:", count, "functions")
