#!/bin/sh
# install_dependencies.sh [package...]: installs what the README's commands need, and any further packages named, on
# Debian and its kin; as root or through sudo. Asks nothing, and does nothing where all of it is there already.
set -eu
packages="g++ make cmake pkg-config libxsimd-dev catch2 libbenchmark-dev libmpfr-dev $*"

# give_up REASON: with what is missing, and what can be done without it.
give_up() {
    cat >&2 <<END
install_dependencies.sh: $1
Only a C++20 compiler, make and CMake 3.25 have to be there. CMake fetches xsimd (Debian: libxsimd-dev), Catch2 (catch2;
-D ACTIVATION_BUILD_TESTS=OFF does without) and Google Benchmark (libbenchmark-dev; -D ACTIVATION_BUILD_BENCH=OFF does
without) where it finds none. The rest is for single tests, which are left out where it is missing.
END
    exit 1
}

command -v apt-get >/dev/null || give_up "there is no apt-get here, and no other package manager is known to it."

missing=
for package in $packages; do
    dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    command -v sudo >/dev/null || give_up "not root, and no sudo, so nothing was installed. Missing:$missing"
fi
echo "install_dependencies.sh: installing$missing"
{ $sudo apt-get update &&
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing; } ||
    give_up "the installation failed. Missing:$missing"
