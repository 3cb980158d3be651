# What the scripts share; sourced.

free_port() {
    node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

# Python programs of others in a folder of their own, made when it is not there; sets `tools` to the folder. Needs PyPI
# the first time.
python_tools() { # name, package==version …
    local name=$1
    shift
    tools=$PWD/target/$name/$(printf '%s\n' "$@" | sha256sum | cut -c 1-12)
    [ ! -e "$tools/ready" ] || return 0
    scripts/need.sh python
    echo "Installing $* …"
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check "$@"
    touch "$tools/ready"
}

# Makes a folder that goes when the script ends, however it ends, after what the function `stop` does, if there is one.
private_folder() { # name
    folder=$(mktemp -d "${TMPDIR:-/tmp}/beket-$1.XXXXXX")
    trap '[ "$(type -t stop)" != function ] || stop; rm -rf "$folder"' EXIT
    trap 'exit 130' INT TERM
}

# Stops a server of ours and waits for its end.
end_server() { # process id, or nothing
    [ -z "${1:-}" ] || { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null; } || true
}

# Waits until a server answers; shows its log where it ends before.
await_server() { # process id, address, log
    for _ in $(seq 1 600); do
        curl -fs "$2/health" >/dev/null 2>&1 && return
        kill -0 "$1" 2>/dev/null || break
        sleep 0.5
    done
    cat "$3" >&2
    exit 1
}
