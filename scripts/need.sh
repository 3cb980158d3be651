#!/usr/bin/env bash
# Makes sure that what is needed is on this machine: `need.sh build`, `need.sh test` (and Python), `need.sh python`. As
# root on Debian or Ubuntu it installs what is missing; otherwise it says plainly what to install.
set -euo pipefail

missing=()
want() { # command, package
    command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

python() {
    want python3 python3
    # Debian keeps what a virtual environment needs in a package of its own.
    python3 -c 'import ensurepip' >/dev/null 2>&1 || missing+=(python3-venv)
}

building() {
    command -v cargo >/dev/null 2>&1 || { echo "Rust is missing: install it from https://rustup.rs and try again." >&2; exit 1; }
    node_version=$(node --version 2>/dev/null | sed 's/^v//; s/\..*//' || true)
    if [ -z "$node_version" ] || [ "$node_version" -lt 20 ]; then
        echo "Node 20 or newer is missing: install it from https://nodejs.org and try again." >&2
        exit 1
    fi
    want cc build-essential
}

testing() {
    [ -n "${TEST_DATABASE_URL:-}" ] || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
    [ -n "${TEST_REDIS_URL:-}" ] || want redis-server redis-server
    [ -n "${CHROMIUM_PATH:-}" ] || want chromium chromium
    want curl curl
}

case ${1:-build} in
    test) building && testing && python ;;
    python) python ;;
    *) building ;;
esac

[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ${missing[*]} …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    exit 0
fi
{
    echo "These packages are missing: ${missing[*]}."
    echo "Install them (on Debian or Ubuntu: sudo apt-get install ${missing[*]}), or name servers that are there already:"
    echo "  TEST_DATABASE_URL=postgres://user:password@host/postgres  TEST_REDIS_URL=redis://host:6379  CHROMIUM_PATH=/path"
} >&2
exit 1
