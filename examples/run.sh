#!/bin/sh
# run.sh EXAMPLE [argument...]: builds one example for this machine, in build/examples, and runs it.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/examples
if [ $# -eq 0 ]; then
    echo "run.sh EXAMPLE [argument...], EXAMPLE as in examples/README.md" >&2
    exit 2
fi
mkdir -p "$build"
example=$1
shift

cmake -S "$root" -B "$build" -D ACTIVATION_BUILD_TESTS=OFF -D ACTIVATION_BUILD_BENCH=OFF \
    -D ACTIVATION_ARCH_FLAGS=-march=native >"$build.log" 2>&1 || { cat "$build.log" >&2; exit 1; }
cmake --build "$build" --parallel --target "$example" >"$build.log" 2>&1 || { cat "$build.log" >&2; exit 1; }

if [ "$example" = playground ]; then
    echo "open http://localhost:8000/ in a browser; Ctrl-C ends"
    exec python3 -m http.server --bind 127.0.0.1 --directory "$build/examples/playground" 8000
fi
exec "$build/examples/$example" "$@"
