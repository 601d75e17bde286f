#!/bin/sh
# What a distribution checks: library.sh LIBRARY SOVERSION
set -eu
library=$1
soversion=$2

others=$(nm --dynamic --defined-only "$library" | awk '$3 !~ /^worthwhile_/ { print $3 }')
if [ -n "$others" ]; then
  echo "exported in addition to worthwhile_*: $others"
  exit 1
fi

soname=$(readelf --dynamic "$library" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')
if [ "$soname" != "libworthwhile.so.$soversion" ]; then
  echo "the soname is \`$soname\`, expected libworthwhile.so.$soversion"
  exit 1
fi

stripped=$(mktemp)
trap 'rm -f "$stripped"' EXIT
strip -o "$stripped" "$library"
bytes=$(wc -c <"$stripped")
echo "$bytes bytes stripped"
# Of these about 130,000 are the seventeen presets with the sources of their figures.
[ "$bytes" -lt 5000000 ]
