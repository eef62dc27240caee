#!/bin/sh
# on_target.sh [TARGET...]: compiles the exact tier for each target, runs it there, and says whether it has the committed bits.
#
# Without a name: all.  What this machine has no compiler or emulator for is named and left out (Debian:
# g++-12-aarch64-linux-gnu, g++-12-riscv64-linux-gnu, g++-12-s390x-linux-gnu, qemu-user, g++-12-multilib, emscripten, node-acorn).
# XSIMD_INCLUDE is the folder of xsimd, /usr/include without it; WebAssembly has vectors from xsimd 10 on.
set -u
here=$(cd "$(dirname "$0")" && pwd)
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"  # em++ wants acorn (Debian: node-acorn)
failed=0

# Cross compilers must not see this machine's C library, which may lie beside xsimd.
xsimd=${XSIMD_INCLUDE:-/usr/include}
mkdir "$directory/include"
ln -s "$xsimd/xsimd" "$directory/include/xsimd"

# What an emulator has of a program at -O0 is asked for its hard cases alone: all inputs would take it long.
#
# try NAME EMULATOR COMPILER FLAGS...; an emulator named - is none.
try() {
    name=$1 emulator=$2 compiler=$3
    shift 3
    [ "$emulator" = - ] && emulator=
    case " $wanted " in *" $name "* | "  ") ;; *) return ;; esac
    for program in $emulator $compiler; do
        command -v "$program" > /dev/null || { echo "| $name | no $program here |"; return; }
    done
    # shellcheck disable=SC2086
    if "$compiler" -std=c++20 "$@" -I "$here/../../include" -I "$here/.." -isystem "$directory/include" \
        "$here/on_target.cpp" "$here/kernels.cpp" -o "$directory/$name" 2> "$directory/errors"; then
        case $name in aarch64-O0 | riscv64-O0 | s390x-O0) only=hard ;; *) only= ;; esac
        # shellcheck disable=SC2086
        $emulator "$directory/$name" "$here/hard_cases" $only > "$directory/said" 2>&1 || failed=1
        said=$(tail -n 5 "$directory/said" | cut -c 1-200)
    else
        failed=1 said="does not compile: $(grep -m 1 error "$directory/errors" | cut -c 1-200)"
    fi
    echo "| $name | \`$compiler $*\` | $said |"
}

wanted=$*
avx512='-mavx512f -mavx512cd -mavx512bw -mavx512dq -mavx512vl'
for compiler in g++ clang++; do
    for level in O0 O1 O2 O3; do
        try "$compiler-$level-sse2" - $compiler -$level
        try "$compiler-$level-avx2-fma" - $compiler -$level -mavx2 -mfma
        # shellcheck disable=SC2086
        try "$compiler-$level-avx512" - $compiler -$level -mavx2 -mfma $avx512
    done
done
for level in O0 O3; do
    try 32-bits-$level - g++ -$level -m32 -msse2 -mfpmath=sse -idirafter /usr/include/x86_64-linux-gnu
    try aarch64-$level qemu-aarch64 aarch64-linux-gnu-g++-12 -$level -static
    try riscv64-$level qemu-riscv64 riscv64-linux-gnu-g++-12 -$level -static
    try s390x-$level qemu-s390x s390x-linux-gnu-g++-12 -$level -static
    try wasm-$level node em++ -$level -s NODERAWFS=1 -s SINGLE_FILE=1 -s ALLOW_MEMORY_GROWTH=1
    try wasm-simd-$level node em++ -$level -msimd128 -s NODERAWFS=1 -s SINGLE_FILE=1 -s ALLOW_MEMORY_GROWTH=1
done
exit $failed
