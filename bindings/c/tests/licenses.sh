#!/bin/sh
# What has to come with every copy of the library: licenses.sh INSTALLED REPOSITORY
set -eu
installed=$1
repository=$2

for license in "$repository"/LICENSE-*; do
  cmp "$license" "$installed/$(basename "$license")"
done
grep -q 'Frances Y. Kuo and Stephen Joe' "$installed/LICENSE-JOE-KUO"
