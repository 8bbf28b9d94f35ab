#!/usr/bin/env bash
# Installs what the project needs from the system, and says plainly what to run where it may not.
#
#   scripts/setup.sh venv DIR PYTHON   make the Python environment DIR, unless it works already
#   scripts/setup.sh chromium PYTHON   make sure that there is a Chromium for the browser tests
#   scripts/setup.sh package NAME...   install Debian packages
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Installs Debian packages as root or with a sudo that asks no password; otherwise explains.
package() {
    local sudo=()
    command -v apt-get >/dev/null ||
        fail "This needs: $*" "Install it with the package manager of this system, then run make again."
    if [ "$(id -u)" != 0 ]; then
        sudo=(sudo -n)
        { command -v sudo && sudo -n true; } >/dev/null 2>&1 ||
            fail "This needs the Debian packages: $*" \
                "Run this, then make again:  sudo apt-get install $*"
    fi
    echo "Installing Debian packages: $*"
    local log
    log=$(mktemp)
    # An old package list is worth a try where a fresh one cannot be had.
    "${sudo[@]}" apt-get -qq update >"$log" 2>&1 || true
    if ! "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y --no-install-recommends install "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "The Debian packages could not be installed: $*"
    fi
    rm -f "$log"
}

venv() {
    local dir=$1 python=$2
    if "$dir/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    command -v "$python" >/dev/null || package python3 python3-venv
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "Python 3.11 or newer is needed, and $python is $("$python" --version)." \
            "Name a newer one:  make PYTHON=python3.12 …"
    # Debian ships Python without the part that puts pip into an environment.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || package python3-venv
    echo "Making the environment $dir"
    "$python" -m venv --clear "$dir" ||
        fail "$python cannot make an environment: it lacks ensurepip." \
            "Install the venv package of that Python, then run make again."
}

chromium() {
    local python=$1
    if "$python" scripts/chromium.py >/dev/null 2>&1; then
        return
    fi
    if [ -z "${CHROMIUM:-}" ]; then
        package chromium fonts-liberation
    fi
    "$python" scripts/chromium.py >/dev/null
}

case "${1:-}" in
venv | chromium | package) "$@" ;;
*) fail "usage: scripts/setup.sh venv DIR PYTHON | chromium PYTHON | package NAME..." ;;
esac
