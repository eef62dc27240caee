#!/bin/sh
# library_pkg_config.sh CC PROGRAM PREFIX LIBDIR: what a user of the library without CMake types, in C.
set -eu
command -v pkg-config >/dev/null || {
    echo "skipped: pkg-config is not installed"
    exit 77
}
export PKG_CONFIG_PATH="$3/$4/pkgconfig:${PKG_CONFIG_PATH:-}"
# xargs reads the backslashes that pkg-config puts before the spaces of a path; a command substitution does not.
pkg-config --cflags --libs activation-library | xargs "$1" "$2" -o library_pkg_config_app
LD_LIBRARY_PATH="$3/$4" ./library_pkg_config_app
