#!/bin/sh
# static.sh CC FLAGS SOURCE ARCHIVE: a program in C, linked with the archive by the C compiler alone.
set -eu
$1 -std=c99 $2 "$3" "$4" -lm -o library_static
./library_static
