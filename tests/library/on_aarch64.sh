#!/bin/sh
# on_aarch64.sh CMAKE COMPILER EMULATOR XSIMD_INCLUDE DIRECTORY: the library for aarch64, with the kernels of what its tests call,
# on emulated processors: the target that each chooses and those that it refuses, errors, values and rows, the bits of each
# target against those of the headers, and those of SVE against those of NEON.
#
# XSIMD_INCLUDE in the environment is the folder of another xsimd: SVE wants 13.  LAUNCHER there stands before the compiler.
set -eu
cmake=$1 compiler=$2 emulator=$3 xsimd_include=${XSIMD_INCLUDE:-$4} directory=$5
names='relu;leaky_relu;prelu;elu;gelu;silu;hardtanh;softplus;softmax'
tests=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$tests/../.." && pwd)
c_compiler=$(echo "$compiler" | sed 's/g++/gcc/')

# By a link of its own: beside xsimd there may be this machine's C library.
mkdir -p "$directory/include"
directory=$(cd "$directory" && pwd)
ln -sfn "$xsimd_include/xsimd" "$directory/include/xsimd"
"$cmake" -S "$root" -B "$directory/build" -D CMAKE_SYSTEM_NAME=Linux -D CMAKE_SYSTEM_PROCESSOR=aarch64 \
    -D CMAKE_BUILD_TYPE=Release -D "CMAKE_CXX_COMPILER=$compiler" -D "CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER:-}" \
    -D CMAKE_CXX_FLAGS=-Wno-psabi -U ACTIVATION_LIBRARY_TARGETS \
    -D ACTIVATION_BUILD_TESTS=OFF -D ACTIVATION_BUILD_BENCH=OFF -D ACTIVATION_BUILD_EXAMPLES=OFF \
    -D ACTIVATION_BUILD_LIBRARY=ON -D "ACTIVATION_LIBRARY_NAMES=$names" -D CMAKE_DISABLE_FIND_PACKAGE_xsimd=ON \
    -D "FETCHCONTENT_SOURCE_DIR_XSIMD=$root/tests/consumer/xsimd_source" -D "XSIMD_INCLUDE_DIR=$directory/include"
"$cmake" --build "$directory/build" --target activation_library_static
generated=$directory/build/cmake/library/generated
version=$(sed -n "s/^Version: //p" "$directory/build/activation-library.pc")
archive=$directory/build/cmake/library/libactivation.a
all=$(sed -n 's/^ACTIVATION_LIBRARY_ENTRY(\(.*\))$/\1/p' "$generated/library_targets.inc" | paste -s -d , | sed 's/,/, /g')

# No two targets share a function.
nm=$(sed -n 's/^CMAKE_NM:.*=//p' "$directory/build/CMakeCache.txt")
for object in float.dir/source/elementwise_kernels float.dir/source/row_kernels exact.dir/source/exact_kernels; do
    same=$(echo "$all" | sed "s|[a-z0-9]*[a-z0-9]|$directory/build/cmake/library/CMakeFiles/library_&_$object.cpp.o|g; s/, /,/g")
    "$cmake" -D "objects=$same" -D "nm=$nm" -D level=O2 -P "$root/tests/odr/no_shared_symbol.cmake"
done

# Programs in C alone: all else is compiled for one target or another.
for test in errors_test values_test rows_test same_bits; do
    "$c_compiler" -std=c99 -static -DACTIVATION_TEST_VERSION="\"$version\"" -I "$generated/include" "$tests/$test.c" \
        "$archive" -lm -o "$directory/$test"
done

objects=
for target in $(echo "$all" | tr -d ,); do
    case $target in
        neon) flags= ;;
        sve*) flags="-march=armv8.2-a+sve -msve-vector-bits=${target#sve}" ;;
    esac
    for source in bits_of_target halves_of_target; do
        # shellcheck disable=SC2086
        ${LAUNCHER:-} "$compiler" -std=c++20 -O1 -Wno-psabi $flags "-DACTIVATION_LIBRARY_TARGET=$target" \
            -DACTIVATION_LIBRARY_NAMES="\"$(echo "$names" | tr ';' ',')\"" -I "$root/include" \
            -isystem "$directory/include" -I "$generated" -I "$generated/include" -I "$root/cmake/library/source" \
            -c "$tests/$source.cpp" -o "$directory/${target}_$source.o"
        objects="$objects $directory/${target}_$source.o"
    done
done
# shellcheck disable=SC2086
"$compiler" -std=c++20 -static -I "$generated" -I "$generated/include" "$tests/bits_test.cpp" $objects "$archive" \
    -o "$directory/bits"
"$compiler" -std=c++20 -static -I "$root/cmake/library/source" "$tests/aarch64_processor_test.cpp" -o "$directory/processor"

# What is chosen, and nothing that it does not run is run.
expect_target() { # PROCESSOR TARGET
    for test in errors_test values_test rows_test; do
        said=$(ACTIVATION_TARGET='' "$emulator" -cpu "$1" "$directory/$test") || { echo "on $1: $said"; exit 1; }
        case $said in "target $2: "*) ;; *) echo "on $1 not $2, but $said"; exit 1 ;; esac
    done
}

expect_refusal() { # PROCESSOR TARGET WHAT-IT-RUNS
    message="ACTIVATION_TARGET is \"$2\", but this library has $all, of which this processor runs $3
"
    "$cmake" -D "command=$emulator;-cpu;$1;$directory/errors_test" -D "target=$2" -D "message=$message" -P "$tests/refused.cmake"
}

# The bits of the headers, compiled for the target, and those of NEON.
expect_bits() { # PROCESSOR TARGET
    "$emulator" -cpu "$1" "$directory/bits" "$2"
    "$emulator" -cpu "$1" "$directory/bits" "$2" halves
    for each in neon "$2"; do
        ACTIVATION_TARGET=$each "$emulator" -cpu "$1" "$directory/same_bits" > "$directory/same_bits_of_$each"
    done
    diff "$directory/same_bits_of_neon" "$directory/same_bits_of_$2"
    [ "$(wc -l < "$directory/same_bits_of_neon")" -gt 300 ]
}

for without_sve in cortex-a57 max,sve=off; do
    "$emulator" -cpu $without_sve "$directory/processor" 0
    expect_target $without_sve neon
    expect_refusal $without_sve sve256 neon
done
for bytes in 16 32 64; do
    processor=max,sve-default-vector-length=$bytes target=sve$((bytes * 8))
    "$emulator" -cpu "$processor" "$directory/processor" $bytes
    case ", $all," in
        *", $target,"*) runs="neon, $target" ;;
        *) runs=neon target=neon ;;
    esac
    expect_target "$processor" "$target"
    [ "$target" = sve256 ] || expect_refusal "$processor" sve256 "$runs"
    [ "$target" = sve512 ] || expect_refusal "$processor" sve512 "$runs"
    expect_bits "$processor" "$target"
    echo "$target on $processor: errors, values, rows, bits and halves"
done
