#!/bin/sh
# run.sh [COMPILER|TARGET...]: a small program by every compiler, C++ standard and kind of flags, and for every processor that is
# emulated here, and what it prints: the same bits of the exact tier by all, and of the accurate one by all with fused multiply-add.
#
# Without names: those of g++ 12, 14, 16, clang++ 14, 19, 21 and of the targets below that are here (Debian: qemu-user,
# g++-12-aarch64-linux-gnu, g++-12-riscv64-linux-gnu, g++-12-s390x-linux-gnu, g++-12-multilib, emscripten, node-acorn).
# XSIMD_INCLUDE is the folder of xsimd, /usr/include without it: SVE and RISC-V's vectors want 13, WebAssembly's 10.
set -u
here=$(cd "$(dirname "$0")" && pwd)
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
failed=0 count=0
export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"  # em++ wants acorn

# What AVX2 with FMA, g++ 12 and xsimd 8.1 gave: the exact tier's bits, and the accurate tier's with fused multiply-add.
exact=1798f3328399faf3 fused=3d846f46c03961d4

# Beside xsimd there may be the C library, which must not come first.
mkdir "$directory/include"
ln -s "${XSIMD_INCLUDE:-/usr/include}/xsimd" "$directory/include/xsimd"

# try NAME EMULATOR FUSES COMPILER FLAGS...: a line of the table; an emulator named - is none.
try() {
    name=$1 emulator=$2 fuses=$3 compiler=$4
    shift 4
    [ "$emulator" = - ] && emulator=
    for each in ${emulator%% *} $compiler; do
        command -v "$each" > /dev/null || { echo "| $name | no $each here |"; return; }
    done
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
    try "$1 -std=c++20 -O0" - no "$1" -std=c++20 -O0
    try "$1 -std=c++20 -O3" - no "$1" -std=c++20 -O3
    for flags in '-std=c++20 -O3' '-std=c++20 -Os' '-std=c++20 -O2 -flto' '-std=c++20 -O2 -fno-exceptions -fno-rtti' \
        '-std=c++2b -O2' '-std=c++26 -O2' '-std=c++20 -O2 -stdlib=libc++'; do
        # shellcheck disable=SC2086
        echo '#include <vector>' | "$1" $flags -fsyntax-only -x c++ - 2> /dev/null || continue
        # shellcheck disable=SC2086
        try "$1 $flags -mavx2 -mfma" - fused "$1" $flags -mavx2 -mfma
    done
}

# try_target NAME
try_target() {
    sve="-std=c++20 -O2 -static -march=armv8.2-a+sve"
    # shellcheck disable=SC2086
    case $1 in
        sse4.2) try "$1" - no g++ -std=c++20 -O2 -msse4.2 ;;
        avx) try "$1" - no g++ -std=c++20 -O2 -mavx ;;
        avx2-fma) try "$1" - fused g++ -std=c++20 -O2 -mavx2 -mfma ;;
        avx512)
            try "$1" - fused g++ -std=c++20 -O2 -mavx2 -mfma -mavx512f -mavx512cd -mavx512bw -mavx512dq -mavx512vl \
                -Wno-uninitialized -Wno-maybe-uninitialized
            ;;
        32-bits) try "$1" - no g++ -std=c++20 -O2 -m32 -msse2 -mfpmath=sse -idirafter /usr/include/x86_64-linux-gnu ;;
        neon) try "$1" qemu-aarch64 fused "$aarch64" -std=c++20 -O2 -static ;;
        sve128) try "$1" "qemu-aarch64 -cpu max,sve-default-vector-length=16" fused "$aarch64" $sve -msve-vector-bits=128 ;;
        sve256) try "$1" "qemu-aarch64 -cpu max,sve-default-vector-length=32" fused "$aarch64" $sve -msve-vector-bits=256 ;;
        sve512) try "$1" "qemu-aarch64 -cpu max,sve-default-vector-length=64" fused "$aarch64" $sve -msve-vector-bits=512 ;;
        riscv64) try "$1" qemu-riscv64 fused riscv64-linux-gnu-g++-12 -std=c++20 -O2 -static ;;
        riscv64-v128)
            try "$1" "qemu-riscv64 -cpu rv64,v=true,vlen=128" fused riscv64-linux-gnu-g++-16 -std=c++20 -O1 -static \
                -march=rv64gcv_zvl128b -mrvv-vector-bits=zvl
            ;;
        s390x) try "$1" qemu-s390x fused s390x-linux-gnu-g++-12 -std=c++20 -O2 -static ;;
        wasm) try "$1" node no em++ -std=c++20 -O2 -s SINGLE_FILE=1 -s ALLOW_MEMORY_GROWTH=1 ;;
        wasm-simd) try "$1" node no em++ -std=c++20 -O2 -msimd128 -s SINGLE_FILE=1 -s ALLOW_MEMORY_GROWTH=1 ;;
    esac
}

aarch64=aarch64-linux-gnu-g++
command -v $aarch64 > /dev/null || aarch64=aarch64-linux-gnu-g++-12
compilers='g++-12 g++-14 g++-16 clang++-14 clang++-19 clang++-21'
targets='sse4.2 avx avx2-fma avx512 32-bits neon sve128 sve256 sve512 riscv64 riscv64-v128 s390x wasm wasm-simd'
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
