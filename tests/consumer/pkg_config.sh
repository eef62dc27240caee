#!/bin/sh
# pkg_config.sh COMPILER PROGRAM PREFIX: what a user without CMake types.
set -eu
command -v pkg-config >/dev/null || {
    echo "skipped: pkg-config is not installed"
    exit 77
}
export PKG_CONFIG_PATH="$3/share/pkgconfig:$3/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
# xargs reads the backslashes that pkg-config puts before the spaces of a path; a command substitution does not.
pkg-config --cflags --libs activation | xargs "$1" -std=c++20 "$2" -o pkg_config_app
./pkg_config_app
