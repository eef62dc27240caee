#!/bin/sh
# fortran.sh GFORTRAN SOURCE LIBRARY: a program in Fortran, linked with the shared library.
set -eu
"$1" -std=f2008 -Wall -Werror -O1 "$2" "$3" -Wl,-rpath,"$(dirname "$3")" -o library_fortran
./library_fortran
