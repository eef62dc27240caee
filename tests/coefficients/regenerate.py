#!/usr/bin/python3
"""Writes every coefficient table of the library, or with --check compares them with the committed headers.

    tests/coefficients/regenerate.py [--check] [name ...]

Each <name>_table.py beside this script has a function header() that returns the text of
include/activation/detail/table/<name>_table.hpp, byte for byte.
"""

import importlib
import importlib.util
import pathlib
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "include" / "activation" / "detail" / "table"


def main(arguments):
    check = "--check" in arguments
    wanted = [a for a in arguments if a != "--check"]
    names = wanted or sorted(p.stem.removesuffix("_table") for p in HERE.glob("*_table.py"))
    stale = 0
    for number, name in enumerate(names, 1):
        start = time.monotonic()
        text = importlib.import_module(name + "_table").header()
        path = TABLES / (name + "_table.hpp")
        same = path.exists() and path.read_text() == text
        state = "as committed" if same else "DIFFERS" if check else "written"
        if not same:
            stale += 1
            if not check:
                path.write_text(text)
        print("%d/%d %-28s %s, %.1f s" % (number, len(names), path.name, state, time.monotonic() - start), flush=True)
    return 1 if check and stale else 0


if __name__ == "__main__":
    if importlib.util.find_spec("mpmath") is None:
        print("regenerate.py: Python's mpmath is missing (Debian: python3-mpmath)", file=sys.stderr)
        sys.exit(77)
    sys.path.insert(0, str(HERE))
    sys.exit(main(sys.argv[1:]))
