#!/bin/sh
# on_aarch64.sh COMPILER EMULATOR XSIMD_INCLUDE DIRECTORY KERNELS...: the checksums of the calls on ranges, compiled for NEON and
# run on an emulated processor.
set -eu
compiler=$1 emulator=$2 xsimd_include=$3 directory=$4
shift 4
tests=$(cd "$(dirname "$0")/.." && pwd)

# By a link of its own: beside xsimd there may be this machine's C library.
mkdir -p "$directory/include"
ln -sfn "$xsimd_include/xsimd" "$directory/include/xsimd"

"$compiler" -std=c++20 -O2 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror -static \
    -I "$tests/../include" -I "$tests" -isystem "$directory/include" \
    "$tests/widths/main.cpp" "$tests/exhaustive/kernels.cpp" "$tests/exhaustive/target.cpp" \
    "$tests/exhaustive/checksum.cpp" "$@" -o "$directory/on_aarch64"
"$emulator" "$directory/on_aarch64"
