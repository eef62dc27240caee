#!/bin/sh
# run.sh EXAMPLE [argument...]: builds one example for this machine, in build/examples, and runs it.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/examples
library_examples=$(cd "$root/examples/library" && for source in *.c *.cpp; do [ ! -e "$source" ] || echo "${source%.*}"; done)
examples=$(cd "$root/examples" && for source in *.cpp; do echo "${source%.cpp}"; done && echo "$library_examples" && echo playground)

usage() {
    echo "run.sh EXAMPLE [argument...]: builds one example for this machine, in build/examples, and runs it."
    echo "EXAMPLE is one of" $examples
    echo "run.sh EXAMPLE --help lists the arguments of that one; examples/README.md says what each of them shows."
}

# fail CODE TEXT
fail() {
    printf '%s\n' "$2" >&2
    exit "$1"
}

case ${1-} in
    -h | --help)
        usage
        exit
        ;;
    '') fail 2 "$(usage)" ;;
esac
example=$1
shift
printf '%s\n' "$examples" | grep -qxF -e "$example" || fail 2 "run.sh: there is no example '$example'. There are $(echo $examples)"

library=OFF
folder=examples
if printf '%s\n' "$library_examples" | grep -qxF -e "$example"; then
    library=ON
    folder=examples/library
    build=$build-library
fi

[ -d "$build/examples" ] || echo "run.sh: building, which takes a minute the first time" >&2
configured=$(cmake -S "$root" -B "$build" -D ACTIVATION_BUILD_TESTS=OFF -D ACTIVATION_BUILD_BENCH=OFF \
    -D ACTIVATION_ARCH_FLAGS=-march=native -D ACTIVATION_BUILD_LIBRARY=$library 2>&1) || fail 1 "$configured"
skipped=$(printf '%s\n' "$configured" | grep "^-- examples: .*$example is skipped" || true)
[ -z "$skipped" ] || fail 1 "run.sh: ${skipped#-- examples: }"
built=$(cmake --build "$build" --config Release --parallel --target "$example" 2>&1) || fail 1 "$built"

if [ "$example" = playground ]; then
    command -v python3 >/dev/null || fail 1 "run.sh: python3 is missing, which serves $build/examples/playground"
    echo "open http://localhost:8000/ in a browser; Ctrl-C ends"
    exec python3 -m http.server --bind 127.0.0.1 --directory "$build/examples/playground" 8000
fi
program=$build/$folder/$example
[ -x "$program" ] || program=$build/$folder/Release/$example
exec "$program" "$@"
