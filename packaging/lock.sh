#!/bin/sh
# Writes every lock anew: the newest versions that pyproject.toml admits, for each Python from 3.11 on, with hashes.
# Usage: packaging/lock.sh [--upgrade]
set -eu
cd "$(dirname "$0")/.."

compile() {
    out=$1
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
        --no-config --custom-compile-command "make lock" -o "$out" "$@"
}

# --no-config keeps this machine's own index settings out; the override that leaves minisbd out is then given by hand.
overrides=$(mktemp)
trap 'rm -f "$overrides"' EXIT
sed -n "s/^override-dependencies = \[\"\(.*\)\"\]$/\1/p" pyproject.toml > "$overrides"

compile requirements.lock --overrides "$overrides" "$@" pyproject.toml
for group in dev bundle lock; do
    compile "packaging/locks/$group.lock" --constraints requirements.lock "$@" --group "pyproject.toml:$group"
done
echo 'setuptools>=77
wheel' | compile packaging/locks/build.lock "$@" -
