#!/bin/sh
# readme.sh COMPILER PROGRAM README INCLUDE_DIRECTORY...: what the README shows is what there is.
set -eu
here=$(dirname "$0")
compiler=$1
program=$2
readme=$3
shift 3

fail() {
    echo "README.md: $1" >&2
    exit 1
}

sh "$here/readme_block.sh" "$readme" cpp 1 | diff - "$program" || fail "its first program is not $program"

[ "$(grep -c '^```sh$' "$readme")" = 2 ] || fail "has not exactly two sh blocks"
for block in 1 2; do
    [ "$(sh "$here/readme_block.sh" "$readme" sh $block | wc -l)" = 1 ] || fail "sh block $block is not one line"
done

# A command that is shown is one that works as it stands.
! grep -n 'ctest -L' "$readme" || fail "ctest has no build folder"
! grep -n '\$(pkg-config' "$readme" || fail "the shell splits a path of pkg-config's"
grep -q 'pkg-config --cflags activation | xargs c++ -std=c++20' "$readme" || fail "has no line for pkg-config"
for option in $(grep -o -e '-D ACTIVATION_[A-Z_]*' "$readme" | sed 's/-D //' | sort -u); do
    grep -qE "(option|set)\($option( |\$)" "$(dirname "$readme")/CMakeLists.txt" \
        "$(dirname "$readme")/cmake/library/targets.cmake" || fail "there is no option $option"
done
for preset in $(grep -o -e '--preset [a-z0-9]*' "$readme" | sed 's/--preset //' | sort -u); do
    grep -q "\"name\": \"$preset\"" "$(dirname "$readme")/CMakePresets.json" || fail "there is no preset $preset"
done

for directory in "$@"; do
    set -- "$@" "-I$directory"
    shift
done
sh "$here/readme_block.sh" "$readme" cpp 2 >own_activation.cpp
cat >>own_activation.cpp <<'END'
static_assert(scaled_tanh(0.0F) == 0.0F && scaled_tanh(40.0) == 1.7159 && scaled_tanh.derivative(40.0F) < 1e-9F);
void differentiate(std::vector<double>& x, std::vector<double>& d) { scaled_tanh.value_and_derivative(x, x, d); }
END
sed -i '1i #include <vector>' own_activation.cpp
"$compiler" -std=c++20 -Wall -Wextra -Werror "$@" -fsyntax-only own_activation.cpp ||
    fail "its own activation does not compile"
