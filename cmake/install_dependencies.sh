#!/bin/sh
# install_dependencies.sh [package...]: installs what the README's commands need, and any further packages named, on
# Debian and its kin; as root or through sudo. Asks nothing, and does nothing where all of it is there already.
set -eu
packages="g++ make cmake pkg-config libxsimd-dev catch2 libbenchmark-dev libmpfr-dev $*"

if ! command -v apt-get >/dev/null; then
    echo "install_dependencies.sh knows apt-get only. Install a C++20 compiler, make, CMake 3.25 and pkg-config by hand;" >&2
    echo "xsimd, Catch2 and Google Benchmark are fetched where they are missing." >&2
    exit 1
fi

missing=
for package in $packages; do
    dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing
