#!/bin/sh
# command_line.sh PROGRAM...: no benchmark makes a folder that it cannot use, or calls it a success to do nothing.
set -eu
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
touch file
program=

# expect EXIT WORDS ARGUMENT...: at once; both streams together hold the words, and nothing is left behind.
expect() {
    expected=$1 words=$2
    shift 2
    code=0
    output=$(timeout 10 "$program" "$@" 2>&1) || code=$?
    [ "$code" = "$expected" ] || { echo "$program $*: exit code $code, expected $expected: $output" && exit 1; }
    case $output in
        *"$words"*) ;;
        *) echo "$program $*: expected '$words', got: $output" && exit 1 ;;
    esac
    [ "$(ls -A)" = file ] || { echo "$program $*: left something behind: $(ls -A)" && exit 1; }
}

too_long=$(printf '%0300d' 0)
for program in "$@"; do
    name=${program##*/}
    case $name in
        calls_bench | inputs_bench | halves_bench | exact_bench | threads_bench | compare_halves)
            if "$program" --help >/dev/full 2>&1; then echo "$name says that it printed to a full device" && exit 1; fi
            expect 0 "$name [DIRECTORY]" --help
            expect 2 "no such argument: --gulu" --gulu
            expect 2 "no such argument: two" one two
            expect 1 "cannot write to the folder file/report" file/report
            expect 1 "cannot write to the folder new" "new/$too_long"
            ;;
        compare)
            expect 0 "usage: compare [--filter" --help
            expect 2 "unknown option --gulu" --gulu 1
            expect 2 "no value after --report" --report --filter relu
            expect 2 "not a regular expression: (" --filter "("
            expect 2 "the filter matches nothing" --filter gulu --report new
            expect 1 "cannot write to the folder new" --report "new/$too_long"
            timeout 60 "$program" --filter '^relu/forward/float/4096$' --seconds 0.001 --report "new folder/report" >table \
                2>/dev/null
            cmp table "new folder/report/peers.md"
            if "$program" --filter '^relu/forward/float/4096$' --seconds 0.001 >/dev/full 2>&1; then
                echo "$name says that it printed to a full device" && exit 1
            fi
            rm -r table "new folder"
            ;;
        *)
            expect 1 "gulu" --benchmark_filter=gulu
            ;;
    esac
done
