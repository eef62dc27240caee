#!/bin/sh
# install.sh CMAKE BUILD PREFIX: into an empty prefix, so that a file missing from the package is missed.
set -eu
rm -rf "$3"
"$1" --install "$2" --prefix "$3"
