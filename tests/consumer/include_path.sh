#!/bin/sh
# include_path.sh COMPILER PROGRAM INCLUDE_DIRECTORY...: what a user without any build system types.
set -eu
compiler=$1
program=$2
shift 2
for directory in "$@"; do
    set -- "$@" "-I$directory"
    shift
done
"$compiler" -std=c++20 "$@" "$program" -o include_path_app
./include_path_app
