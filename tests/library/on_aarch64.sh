#!/bin/sh
# on_aarch64.sh CMAKE COMPILER EMULATOR XSIMD_INCLUDE DIRECTORY: the library for aarch64, with the kernels of what its tests call,
# on an emulated processor: its errors, its values, and its bits and halves against those of the headers.
set -eu
cmake=$1 compiler=$2 emulator=$3 xsimd_include=$4 directory=$5
names='relu;leaky_relu;prelu;elu;gelu;silu;hardtanh;softplus'
tests=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$tests/../.." && pwd)
c_compiler=$(echo "$compiler" | sed 's/g++/gcc/')

# By a link of its own: beside xsimd there may be this machine's C library.
mkdir -p "$directory/include"
directory=$(cd "$directory" && pwd)
ln -sfn "$xsimd_include/xsimd" "$directory/include/xsimd"
"$cmake" -S "$root" -B "$directory/build" -D CMAKE_SYSTEM_NAME=Linux -D CMAKE_SYSTEM_PROCESSOR=aarch64 \
    -D CMAKE_BUILD_TYPE=Release -D "CMAKE_CXX_COMPILER=$compiler" -D "CMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER:-}" \
    -D ACTIVATION_BUILD_TESTS=OFF -D ACTIVATION_BUILD_BENCH=OFF -D ACTIVATION_BUILD_EXAMPLES=OFF \
    -D ACTIVATION_BUILD_LIBRARY=ON -D "ACTIVATION_LIBRARY_NAMES=$names" -D CMAKE_DISABLE_FIND_PACKAGE_xsimd=ON \
    -D "FETCHCONTENT_SOURCE_DIR_XSIMD=$root/tests/consumer/xsimd_source" -D "XSIMD_INCLUDE_DIR=$directory/include"
"$cmake" --build "$directory/build" --target activation_library_static
generated=$directory/build/cmake/library/generated
version=$(sed -n "s/^Version: //p" "$directory/build/activation-library.pc")
archive=$directory/build/cmake/library/libactivation.a

for test in errors values; do
    "$c_compiler" -std=c99 -static -DACTIVATION_TEST_VERSION="\"$version\"" -I "$generated/include" "$tests/${test}_test.c" \
        "$archive" -lm -o "$directory/$test"
    "$emulator" "$directory/$test"
done
"$compiler" -std=c++20 -O1 -static -DACTIVATION_LIBRARY_TARGET=neon \
    -DACTIVATION_LIBRARY_NAMES="\"$(echo "$names" | tr ';' ',')\"" -I "$root/include" -isystem "$directory/include" \
    -I "$generated" -I "$generated/include" -I "$root/cmake/library/source" "$tests/bits_of_target.cpp" \
    "$tests/halves_of_target.cpp" "$tests/bits_test.cpp" "$archive" -o "$directory/bits"
"$emulator" "$directory/bits" neon
"$emulator" "$directory/bits" neon halves
echo "the library on aarch64: errors, values, bits and halves"
