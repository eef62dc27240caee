#!/bin/sh
# compile.sh WHAT INCLUDE_DIRECTORY XSIMD_DIRECTORY COMPILER...: what the compilers of consumers say of the headers, which
# are included through plain -I and so are no system headers.  The first word is one of
#
#   one      every call of one row function and its like on a few elements, at the configuration that once drew warnings
#   few      every call on a few elements, in three of the configurations of `all`: about a minute
#   all      the same at -O1, -O2 and -O3, for three instruction sets, in arrays and vectors: half an hour a compiler
#   strict   every call with the warnings that careful projects turn on
#   macros   every header, and every call, after the macros of platform_macros.hpp
#   windows  the same after <windows.h>: COMPILER is MinGW's; what it builds is run where wine is installed
#
# Fails if a compiler says anything at all; 77 if it cannot be asked.
set -eu
what=$1
include=$(cd "$2" && pwd)
xsimd=$(cd "$3" && pwd)
shift 3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$xsimd/xsimd" "$work/xsimd" # alone: the folder may be /usr/include
failures=0

# said LABEL COMMAND...: runs the command, and counts it as a failure if it fails or says anything.
said() {
    label=$1
    shift
    if "$@" >"$work/said" 2>&1 && [ ! -s "$work/said" ]; then return; fi
    failures=$((failures + 1))
    printf '%s:\n' "$label"
    grep -E 'warning:|error:' "$work/said" | sort | uniq -c | head -20 || head -40 "$work/said"
}

# compile FILE FLAG...
compile() {
    file=$1
    shift
    said "$compiler $* $(basename "$file")" \
        "$compiler" -std=c++20 -I "$include" -isystem "$work" -I "$here" "$@" -x c++ "$file"
}

# identity: "clang" or "g++ MAJOR".
identity() {
    case $(echo __clang__ __GNUC__ | "$compiler" -E -P -x c++ -) in
        __clang__*) echo "g++ $(echo __GNUC__ | "$compiler" -E -P -x c++ -)" ;;
        *) echo clang ;;
    esac
}

# every_call FILE TYPE SIZE ARRAY FLAG...
every_call() {
    file=$1
    defines="-DEVERY_CALL_TYPE=$2 -DEVERY_CALL_SIZE=$3 -DEVERY_CALL_ARRAY=$4"
    shift 4
    # A target the compiler does not know.
    "$compiler" "$@" -fsyntax-only -x c++ /dev/null 2>/dev/null || return 0
    # g++ 12 finds "__Y is used uninitialized" in its own AVX-512 headers.
    case $(identity) in
        "g++ 12") set -- "$@" -Wno-uninitialized -Wno-maybe-uninitialized ;;
    esac
    # shellcheck disable=SC2086
    compile "$here/$file" -Wall -Wextra -S -o /dev/null $defines "$@"
}

one() { every_call rows.cpp float 9 0 -O2 -mavx2 -mfma; }

few() {
    every_call catalogue.cpp float 9 0 -O2 -mavx2 -mfma
    every_call rows.cpp double 3 1 -O3 -march=native
    every_call fast.cpp float 20 1 -O1
}

all() {
    for optimisation in -O1 -O2 -O3; do
        for set in "" "-mavx2 -mfma" -march=native; do
            for shape in "3 0" "9 0" "20 1"; do
                for type in float double; do
                    for file in catalogue.cpp fast.cpp rows.cpp; do
                        # shellcheck disable=SC2086
                        every_call $file $type $shape $optimisation $set
                    done
                done
            done
        done
    done
}

# For clang everything, but what asks for an older C++ or for no pointers.
strict() {
    warnings="-Wall -Wextra -Wpedantic -Wcast-align -Wcast-qual -Wconversion -Wctor-dtor-privacy -Wdouble-promotion
        -Wduplicated-branches -Wduplicated-cond -Weffc++ -Wextra-semi -Wfloat-equal -Wformat=2 -Wlogical-op
        -Wmissing-declarations -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wredundant-decls -Wshadow
        -Wsign-conversion -Wsuggest-override -Wswitch-default -Wswitch-enum -Wundef -Wunused-macros -Wuseless-cast
        -Wzero-as-null-pointer-constant"
    [ "$(identity)" != clang ] ||
        warnings="-Weverything -Wno-c++98-compat -Wno-c++98-compat-pedantic -Wno-c++20-compat -Wno-padded
            -Wno-unsafe-buffer-usage -Wno-unsafe-buffer-usage-in-libc-call -Wno-nrvo -Wno-unknown-warning-option"
    for type in float double; do
        for file in catalogue.cpp fast.cpp rows.cpp; do
            # shellcheck disable=SC2086
            compile "$here/$file" -fsyntax-only -DEVERY_CALL_TYPE=$type $warnings
        done
    done
}

# every_header FIRST PROGRAM: the program after FIRST and every header.  Of the processors' headers registers.hpp picks one.
# <execution> comes before all: the standard library's own is not written for windows.h either.
every_header() {
    echo "#include <execution>"
    echo "#include $1"
    (cd "$include" && find activation -name '*.hpp' ! -name neon.hpp ! -name other.hpp ! -name x86.hpp | sort | sed 's/.*/#include <&>/')
    echo "#include \"$2\""
}

macros() {
    for file in catalogue.cpp rows.cpp; do
        every_header '"platform_macros.hpp"' $file >"$work/macros_$file"
        compile "$work/macros_$file" -Wall -Wextra -fsyntax-only
    done
}

windows() {
    command -v "$compiler" >/dev/null || { echo "skipped: no $compiler (Debian: g++-mingw-w64-x86-64-posix)"; exit 77; }
    every_header '<windows.h>' catalogue.cpp >"$work/windows.cpp"
    compile "$work/windows.cpp" -Wall -Wextra -fsyntax-only
    every_header '<windows.h>' rows.cpp >"$work/windows.cpp"
    compile "$work/windows.cpp" -Wall -Wextra -static -o "$work/windows.exe"
    [ "$failures" = 0 ] || return 0
    wine=$(command -v wine64 || command -v wine || ls /usr/lib/wine/wine64 2>/dev/null) ||
        { echo "compiled, but not run: no wine"; return 0; }
    WINEPREFIX=$work/wine WINEDEBUG=-all timeout 120 "$wine" "$work/windows.exe" 2>"$work/said" ||
        { failures=$((failures + 1)); echo "windows.exe ended with $?"; }
}

for compiler in "$@"; do
    "$what"
done
echo "$failures of the configurations drew a warning or an error"
[ "$failures" = 0 ]
