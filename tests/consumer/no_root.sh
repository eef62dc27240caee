#!/bin/sh
# no_root.sh INSTALL_DEPENDENCIES: who is not root and has no sudo is told what is missing and what does without it.
set -eu
rm -rf no_root_bin
mkdir no_root_bin
stub() { # NAME COMMAND
    printf '#!/bin/sh\n%s\n' "$2" >"no_root_bin/$1"
    chmod +x "no_root_bin/$1"
}
stub apt-get 'echo "apt-get $*"'
stub dpkg-query true
stub id 'echo 1000'
ln -s "$(command -v cat)" "$(command -v grep)" no_root_bin
if output=$(PATH=$PWD/no_root_bin /bin/sh "$1" qemu-user 2>&1); then
    echo "it installed without root: $output"
    exit 1
fi
echo "$output"
for word in "not root, and no sudo" libxsimd-dev catch2 qemu-user ACTIVATION_BUILD_TESTS=OFF ACTIVATION_BUILD_BENCH=OFF; do
    case $output in
        *"$word"*) ;;
        *)
            echo "it does not say: $word"
            exit 1
            ;;
    esac
done
case $output in *"apt-get "*" update"* | *"apt-get install"*) echo "it ran apt-get"; exit 1 ;; esac
