#!/bin/sh
# Installs Debian packages where that is ours to do, and otherwise says in one line what to install.
# Usage: packaging/install_debian.sh WHAT PACKAGE...  (WHAT is missing; status 1 where it still is)
set -eu
what=$1
shift
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "muwazi set-up: $what is missing: installing $*" >&2
    export DEBIAN_FRONTEND=noninteractive
    if { apt-get update && apt-get install --yes --no-install-recommends "$@"; } > /dev/null 2>&1 < /dev/null; then
        exit 0
    fi
fi
echo "muwazi set-up: $what is missing: install it (on Debian and Ubuntu: sudo apt-get install $*), then run make again" >&2
exit 1
