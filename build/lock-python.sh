#!/bin/sh
# Writes the lock files of the Python environments: every package that the programs need, pinned by
# version and by the SHA-256 hashes of all its release files, so that one file serves every platform
# and every Python from 3.10 on. Versions that a lock file holds stay; with --upgrade they move to
# the newest that fit. Needs python3 with its venv module, and the package registry.
set -eu
cd "$(dirname "$0")/.."

UV=0.13.8
OLDEST=3.10

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/tool"
"$work/tool/bin/pip" install --quiet --disable-pip-version-check "uv==$UV"

# lock FILE PROGRAM REQUIREMENT...
lock() {
  file=$1 program=$2
  shift 2
  printf '%s\n' "$@" > "$work/in.txt"
  if [ -f "$file" ]; then cp "$file" "$work/lock.txt"; else rm -f "$work/lock.txt"; fi
  "$work/tool/bin/uv" pip compile --quiet --no-config --cache-dir "$work/cache" --universal \
    --python-version "$OLDEST" --generate-hashes --no-header --no-annotate $upgrade \
    --output-file "$work/lock.txt" "$work/in.txt" > /dev/null
  mkdir -p "$(dirname "$file")"
  {
    echo "# What $program needs, from Python $OLDEST on. Written by build/lock-python.sh."
    grep -v '://' "$work/lock.txt"
  } > "$file"
}

upgrade=${1:-}
lock blueprints/milvus/src/main/resources/dev/slipway/milvus/requirements.txt \
  '`milvus-lite server`' 'milvus-lite==3.2.2' 'pymilvus==3.0.2'
