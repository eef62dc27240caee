#!/bin/sh
# suites.sh TARGET [SUITE...]: builds the test suites for a target of targets.sh, runs them there, and prints a line for each.
#
# Without names: all suites, and the accuracy of every kernel at fewer inputs where the target is emulated.  What asks about the
# sources or the compiler and not about the target is left out; what wants MPFR, where there is none for the target (Debian:
# dpkg --add-architecture arm64, or s390x, or i386, and then libmpfr-dev:arm64).
# XSIMD_INCLUDE is the folder of xsimd, as targets.sh says, CATCH2_INCLUDE that of Catch2 2; JOBS: how many at a time; LAUNCHER:
# what stands before the compiler.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=tests/matrix/targets.sh
. "$here/targets.sh"
[ $# != 0 ] || { echo "suites.sh TARGET [SUITE...]: one of $targets" >&2; exit 2; }
target=$1
shift
describe "$target"
[ -z "$(missing)" ] || { echo "$target: no $(missing) here" >&2; exit 1; }
jobs=${JOBS:-$(nproc)}
build=$root/build/suites/$target
link_headers "$build/headers" xsimd catch2

# WebAssembly's programs read files as others do, and catch what they throw.  g++ ends with a fault of its own where it reads
# vectors whose size it was told from a precompiled header, and takes RISC-V's for uninitialised.
link_flags='' whole_headers=OFF
case $target in
    wasm*)
        flags="$flags -fexceptions"
        link_flags='-s NODERAWFS=1 -s SINGLE_FILE=1 -s ALLOW_MEMORY_GROWTH=1 -s STACK_SIZE=1048576'
        ;;
    sve*) whole_headers=ON ;;
    riscv64-v*) whole_headers=ON flags="$flags -Wno-maybe-uninitialized" ;;
esac

# No threads of TBB, of which there is no archive; MPFR's archives, where the target has them.
flags="$flags -Wno-psabi -D_GLIBCXX_USE_TBB_PAR_BACKEND=0"
archives=/usr/lib/${libraries:-$($compiler -dumpmachine)}
mpfr=OFF
[ ! -e "$archives/libmpfr.a" ] || mpfr="$archives/libmpfr.a;$archives/libgmp.a"

cat > "$build/toolchain.cmake" <<END
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR $processor)
set(CMAKE_CXX_COMPILER $compiler)
set(CMAKE_CROSSCOMPILING_EMULATOR "$(echo "$emulator" | tr ' ' ';')")
END
# Of several targets by name Make builds one after another.
generator='Unix Makefiles' keep_going=--keep-going
! command -v ninja > /dev/null || generator=Ninja keep_going=-k0
cmake -S "$root" -B "$build" -G "$generator" -D "CMAKE_TOOLCHAIN_FILE=$build/toolchain.cmake" -D CMAKE_BUILD_TYPE=Release \
    -D "CMAKE_CXX_FLAGS=$flags" -D "CMAKE_EXE_LINKER_FLAGS=$link_flags" -D CMAKE_CXX_FLAGS_RELEASE='-O1 -DNDEBUG' \
    -D ACTIVATION_QUICK_TO_COMPILE=ON -D CMAKE_DISABLE_PRECOMPILE_HEADERS=$whole_headers \
    -D "CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER:-}" -D ACTIVATION_BUILD_BENCH=OFF -D ACTIVATION_BUILD_EXAMPLES=OFF \
    -D ACTIVATION_INSTALL=OFF -D CMAKE_DISABLE_FIND_PACKAGE_TBB=ON -D "ACTIVATION_MPFR_LIBRARY=$mpfr" \
    -D "xsimd_DIR=$here/packages" -D "Catch2_DIR=$here/packages" \
    -D "ACTIVATION_TARGET_HEADERS=$build/headers" > "$build/configured" || { cat "$build/configured"; exit 1; }

# What does not compile is said, and fails in the end: an older program of that name may still be there, and run.
failed=0
wanted="^($(echo "$*" | tr ' ' '|'))\$"
[ $# != 0 ] || { set -- all; wanted=.; }
cmake --build "$build" --parallel "$jobs" --target "$@" -- $keep_going > "$build/built" 2>&1 || {
    failed=1
    grep -E ' error: |undefined reference|No rule to make' "$build/built" | cut -c 1-300 | head
}
version=$(sed -n 's/^#define XSIMD_VERSION_M[A-Z]* \([0-9]*\)$/\1/p' "$build/headers/xsimd/config/xsimd_config.hpp" | paste -s -d .)
echo "$target: $($compiler --version | head -n 1), xsimd $version${emulator:+, ${emulator%% *} $(
    ${emulator%% *} --version | sed -n '1s/.*version //;1p')}"
ctest --test-dir "$build" --parallel "$jobs" --output-on-failure --no-tests=error --timeout 14400 --tests-regex "$wanted" \
    --label-exclude '^exhaustive$' || failed=1
exit $failed
