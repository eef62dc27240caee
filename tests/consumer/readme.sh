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
