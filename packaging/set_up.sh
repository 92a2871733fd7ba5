#!/bin/sh
# Makes .venv hold exactly what the locks say. Usage: packaging/set_up.sh LAYER..., each of run, dev, bundle, lock.
#
# A layer is a lock file installed. Its stamp, written last, names what it was made from: where the stamp fits there is
# nothing to do; where a layer was begun and never ended, or was made from something else, .venv is made anew.
set -eu
cd "$(dirname "$0")/.."
root=$(pwd)
export PIP_USER=0 PYTHONNOUSERSITE=1
stamps=.venv/stamps

say() { echo "muwazi set-up: $*" >&2; }
fail() { say "$@"; exit 1; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# The lock file of a layer.
lock_of() {
    case $1 in
        run) echo requirements.lock ;;
        dev | bundle | lock) echo "packaging/locks/$1.lock" ;;
        *) fail "there is no layer $1: use run, dev, bundle or lock" ;;
    esac
}

# What a layer is made from: a change of any of it calls for .venv to be made anew. The folder is part of it since
# commands in .venv name it, and the interpreter since an upgrade of the system can put another in its place.
key_of() {
    { echo "$root"; readlink -f .venv/bin/python; cat packaging/locks/build.lock "$(lock_of "$1")"; } | sha256sum | cut -d ' ' -f 1
}

# The same for our own package, which is put in place again without touching the rest.
own_key() {
    sha256sum < pyproject.toml | cut -d ' ' -f 1
}

is_made() {
    [ -x .venv/bin/python ] && [ "$(cat "$stamps/$1" 2>/dev/null)" = "$(key_of "$1")" ]
}

# Whether .venv holds a layer that is not whole or not of today. One that some other tool made has no stamps: it is
# added to, never thrown away.
is_stale() {
    for stamp in "$stamps"/*; do
        case $stamp in
            *.begun | *.new) return 0 ;;
            "$stamps/*" | "$stamps/own") ;;
            *) is_made "$(basename "$stamp")" || return 0 ;;
        esac
    done
    return 1
}

install() {
    .venv/bin/python -m pip --disable-pip-version-check install --quiet --no-input --no-deps --no-build-isolation --no-compile "$@" ||
        fail "a package could not be installed (see above): check that the package registry can be reached, then run make again"
}

make_venv() {
    python=$(find_python) || fail "Python 3.11 or newer is needed, and python3 here is not: install it, or name it: make PYTHON=/path/to/python3"
    "$python" -c 'import venv, ensurepip' 2>/dev/null || sh packaging/install_debian.sh "Python's venv module" "$(basename "$python")-venv" || exit 1
    say "making .venv with $("$python" --version) (the packages are about 200 MB to fetch)"
    mkdir -p "$stamps"
    touch "$stamps/run.begun"
    "$python" -m venv .venv || fail "a virtual environment could not be made with $python"
}

make_layer() {
    touch "$stamps/$1.begun"
    install --require-hashes -r packaging/locks/build.lock
    install --require-hashes -r "$(lock_of "$1")"
    stamp "$1" "$(key_of "$1")"
    rm -f "$stamps/$1.begun"
}

stamp() {
    echo "$2" > "$stamps/$1.new"
    mv "$stamps/$1.new" "$stamps/$1"
}

all_made() {
    for layer in "$@"; do is_made "$layer" || return 1; done
    [ "$(cat "$stamps/own" 2>/dev/null)" = "$(own_key)" ]
}

for layer in "$@"; do lock_of "$layer" > /dev/null; done
all_made "$@" && exit 0

# Two makes at once: the second waits for the first and finds the work done.
if command -v flock > /dev/null; then
    exec 9< packaging/set_up.sh
    flock 9
fi
if is_stale; then
    # Moved away first: what a removal that broke off had left in .venv would pass for whole.
    mkdir -p build
    rm -rf build/old-venv
    mv .venv build/old-venv
    rm -rf build/old-venv
fi
[ -x .venv/bin/python ] || make_venv
mkdir -p "$stamps"
for layer in "$@"; do
    is_made "$layer" || make_layer "$layer"
done
if ! all_made "$@"; then
    # "compat" puts this folder on the path; setuptools' finder would cost each start, the lexicon's too, 25 ms and 2 MB.
    install --no-index --config-settings editable_mode=compat --editable .
    stamp own "$(own_key)"
fi
