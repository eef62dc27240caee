#!/bin/sh
# run.sh [COMPILER|TARGET...]: a small program by every compiler, C++ standard and kind of flags, and for every processor that is
# emulated here, and what it prints: the same bits of the exact tier by all, and of the accurate one by all with fused multiply-add.
#
# Without names: those of g++ 12, 14, 16, clang++ 14, 19, 21 and of the targets below that are here (Debian: qemu-user,
# g++-12-aarch64-linux-gnu, g++-12-riscv64-linux-gnu, g++-12-s390x-linux-gnu, g++-12-multilib, emscripten, node-acorn).
# XSIMD_INCLUDE is the folder of xsimd, as targets.sh says.
set -u
here=$(cd "$(dirname "$0")" && pwd)
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
failed=0 count=0
# shellcheck source=tests/matrix/targets.sh
. "$here/targets.sh"

# What AVX2 with FMA, g++ 12 and xsimd 8.1 gave: the exact tier's bits, and the accurate tier's with fused multiply-add.
exact=1798f3328399faf3 fused=3d846f46c03961d4

link_headers "$directory/include" xsimd

# try NAME FLAGS...: a line of the table, by $compiler and $emulator; $fuses says what bits it has to have.
try() {
    name=$1
    shift
    if [ -n "$(missing)" ]; then
        echo "| $name | no $(missing) here |"
        return
    fi
    if ! "$compiler" "$@" -Wall -Wextra -Werror -I "$here/../../include" -isystem "$directory/include" \
        "$here/main.cpp" -o "$directory/program" 2> "$directory/errors"; then
        failed=1
        echo "| $name | does not compile: $(grep -m 1 -E 'error|undefined' "$directory/errors" | cut -c 1-160) |"
        return
    fi
    # shellcheck disable=SC2086
    said=$($emulator "$directory/program" 2>&1) || { failed=1; echo "| $name | $(echo "$said" | head -n 1) |"; return; }
    verdict="the same bits"
    [ "$exact" = "${said% *}" ] || verdict="the exact tier's bits differ" failed=1
    if [ "$fuses" = fused ] && [ "$fused" != "${said#* }" ]; then verdict="the accurate tier's bits differ" failed=1; fi
    echo "| $name | $verdict |"
    count=$((count + 1))
}

# Every standard and kind of flags.
try_compiler() {
    compiler=$1 emulator='' fuses=no
    try "$1 -std=c++20 -O0" -std=c++20 -O0
    try "$1 -std=c++20 -O3" -std=c++20 -O3
    fuses=fused
    for flags in '-std=c++20 -O3' '-std=c++20 -Os' '-std=c++20 -O2 -flto' '-std=c++20 -O2 -fno-exceptions -fno-rtti' \
        '-std=c++2b -O2' '-std=c++26 -O2' '-std=c++20 -O2 -stdlib=libc++'; do
        # shellcheck disable=SC2086
        echo '#include <vector>' | "$1" $flags -fsyntax-only -x c++ - 2> /dev/null || continue
        # shellcheck disable=SC2086
        try "$1 $flags -mavx2 -mfma" $flags -mavx2 -mfma
    done
}

# try_target NAME
try_target() {
    describe "$1" || exit 1
    level=-O2
    case $1 in
        avx512) flags="$flags -Wno-uninitialized -Wno-maybe-uninitialized" ;;  # of g++ 12's own headers
        riscv64-v128) level=-O1 ;;
        wasm*) flags="$flags -s SINGLE_FILE=1 -s ALLOW_MEMORY_GROWTH=1" ;;
    esac
    # shellcheck disable=SC2086
    try "$1" -std=c++20 $level $flags
}

compilers='g++-12 g++-14 g++-16 clang++-14 clang++-19 clang++-21'
# shellcheck disable=SC2086
[ $# = 0 ] && set -- $compilers $targets
for each; do
    case $each in
        *++*) if command -v "$each" > /dev/null; then try_compiler "$each"; else echo "| $each | is not here |"; fi ;;
        *) try_target "$each" ;;
    esac
done
echo "$count programs ran"
exit $failed
