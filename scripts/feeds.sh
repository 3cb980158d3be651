#!/usr/bin/env bash
# Starts the server of the debug build with the demonstration on a free port and lets validators and libraries of others
# read what it publishes. Needs PyPI the first time.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

python_tools feeds gtfs-guru==1.0.0 gtfs-kit==13.0.1 gtfs-realtime-bindings==3.0.0

stop() { end_server "${server:-}"; }
private_folder feeds

port=$(free_port)
base=http://127.0.0.1:$port
DATABASE_URL="sqlite://$folder/beket.db?mode=rwc" BEKET_LISTEN="127.0.0.1:$port" PUBLIC_URL="$base" \
    "${CARGO_TARGET_DIR:-target}/debug/beket" serve --demo demo >"$folder/server.log" 2>&1 &
server=$!
await_server "$server" "$base" "$folder/server.log"
PYTHONDONTWRITEBYTECODE=1 "$tools/bin/python" tests/feeds/validate.py "$base"
