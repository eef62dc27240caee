#!/bin/sh
# writes.sh CURVES: what `curves -o` does with everything that is no plain new file, and what it says when it fails.
set -eu
curves=$1
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"

fail() {
    echo "curves $1"
    exit 1
}
is_picture() { grep -q '</svg>' "$1" || fail "wrote no picture to $1"; }

# What is no regular file stays what it is.
mkfifo pipe
(timeout 10 cat pipe >from_pipe) &
timeout 10 "$curves" -o pipe || fail "cannot write to a pipe"
wait
[ -p pipe ] || fail "replaced a pipe"
is_picture from_pipe
if mknod device c 1 3 2>/dev/null && : 2>/dev/null >device; then
    "$curves" -o device || fail "cannot write to a device"
    [ -c device ] || fail "replaced a device"
fi
echo old >file
ln -s file link
"$curves" -o link
[ -h link ] || fail "replaced a symbolic link"
is_picture file
ln -s new dangling
"$curves" -o dangling
[ -h dangling ] || fail "replaced a symbolic link to nothing"
is_picture new
echo old >first
ln first second
"$curves" -o first
is_picture second
{ echo before && "$curves" -o /dev/stdout && echo behind; } >all
is_picture all
[ "$(sed -n '1p;$p' all | tr '\n' ' ')" = "before behind " ] || fail "took the place of standard output"

# A regular file keeps its permissions, and is whole or as it was.
echo old >private
chmod 600 private
"$curves" -o private
[ "$(stat -c %a private)" = 600 ] || fail "changed the permissions of a file"
is_picture private
mkdir folder
if "$curves" -o folder 2>/dev/null; then fail "says that it wrote to a folder"; fi
[ "$(ls -d folder* private*)" = "$(printf 'folder\nprivate')" ] || fail "left something behind"

# A failed write is no success.
[ -c /dev/full ] || exit 0
ln -s /dev/full full
if "$curves" -o full 2>/dev/null; then fail "says that it wrote to a full device"; fi
[ -h full ] || fail "replaced a symbolic link to a device"
for arguments in "" --help "-o /dev/stdout"; do
    if "$curves" $arguments >/dev/full 2>message; then fail "$arguments says that it printed to a full device"; fi
    grep -q "cannot write" message || fail "$arguments does not say that it cannot print"
done
