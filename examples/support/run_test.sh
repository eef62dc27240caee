#!/bin/sh
# run_test.sh RUN_SH: what run.sh says when there is nothing to run, with a cmake that only pretends to.
set -eu
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
mkdir -p "$directory/checkout (copy)/examples/library" "$directory/checkout (copy)/build" "$directory/bin"
cp "$1" "$directory/checkout (copy)/examples/run.sh"
cd "$directory/checkout (copy)"
touch examples/curves.cpp examples/transformer_ffn.cpp examples/library/training_in_c.c
cat >"$directory/bin/cmake" <<'END'
#!/bin/sh
[ ! -e broken ] || { echo "cmake is broken" && exit 1; }
echo "-- examples: transformer_ffn is skipped, it needs Eigen"
[ "$1" != --build ] || { mkdir -p build/examples/examples && printf 'echo drawn "$@"\n' >build/examples/examples/curves; }
[ "$1" != --build ] || chmod +x build/examples/examples/curves
case $* in *"ACTIVATION_BUILD_LIBRARY=ON"*)
    mkdir -p build/examples-library/examples/library
    echo 'echo trained' >build/examples-library/examples/library/training_in_c
    chmod +x build/examples-library/examples/library/training_in_c ;;
esac
END
chmod +x "$directory/bin/cmake"
PATH=$directory/bin:$PATH

# expect EXIT WORDS ARGUMENT...: both streams together hold the words.
expect() {
    expected=$1 words=$2
    shift 2
    code=0
    output=$(sh examples/run.sh "$@" 2>&1) || code=$?
    [ "$code" = "$expected" ] || { echo "run.sh $*: exit code $code, expected $expected: $output" && exit 1; }
    case $output in
        *"$words"*) ;;
        *) echo "run.sh $*: expected '$words', got: $output" && exit 1 ;;
    esac
}

expect 0 "curves transformer_ffn training_in_c playground" --help
expect 2 "curves transformer_ffn training_in_c playground"
expect 2 "no example 'gulu'. There are curves transformer_ffn training_in_c playground" gulu
expect 1 "transformer_ffn is skipped, it needs Eigen" transformer_ffn
expect 0 "drawn gelu -o a file" curves gelu -o "a file"
expect 0 "trained" training_in_c
touch broken
echo "what happened long ago" >build/examples.log
chmod a-w build/examples.log
expect 1 "cmake is broken" curves
case $output in *"long ago"*) echo "run.sh prints an old log" && exit 1 ;; esac
