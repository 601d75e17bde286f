#!/bin/sh
# A program that knows of the library only what pkg-config says: pkg-config.sh LIBDIR SOURCE CASE
set -eu
libdir=$1
source=$2
case=$3
PKG_CONFIG_PATH=$libdir/pkgconfig
export PKG_CONFIG_PATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

[ "$($PKG_CONFIG --modversion worthwhile)" = "$VERSION" ]

# What it prints is several arguments, so it is not quoted.
$CC -std=c11 "$source" $($PKG_CONFIG --cflags --libs worthwhile) -o "$folder/shared"
LD_LIBRARY_PATH=$libdir "$folder/shared" "$case" >"$folder/shared.txt"

# Beside a shared library the linker takes the static one only by its whole name.
libs=$($PKG_CONFIG --static --libs worthwhile | sed 's/-lworthwhile/-l:libworthwhile.a/')
$CC -std=c11 "$source" $($PKG_CONFIG --cflags worthwhile) $libs -o "$folder/static"
"$folder/static" "$case" >"$folder/static.txt"

grep -q 'Microsoft MVP' "$folder/shared.txt"
cmp "$folder/shared.txt" "$folder/static.txt"
if ldd "$folder/static" | grep worthwhile; then
  echo "the static program asks for the shared library"
  exit 1
fi
