#!/usr/bin/env bash
# Starts the server of the debug build with the demonstration on a free port, compares the README's pictures with it,
# and runs the browser's journeys on it.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d "${TMPDIR:-/tmp}/beket-e2e.XXXXXX")
stop() {
    [ -z "${server:-}" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true
    rm -rf "$folder"
}
trap stop EXIT INT TERM

port=$(node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
export BASE_URL="http://127.0.0.1:$port"
DATABASE_URL="sqlite://$folder/beket.db?mode=rwc" BEKET_LISTEN="127.0.0.1:$port" PUBLIC_URL="$BASE_URL" \
    "${CARGO_TARGET_DIR:-target}/debug/beket" serve --demo demo >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 1 300); do
    curl -fs "$BASE_URL/health" >/dev/null 2>&1 && break
    kill -0 "$server" 2>/dev/null || { cat "$folder/server.log" >&2; exit 1; }
    sleep 0.5
done
npm run --silent audit -w tests/e2e
if ! npm run --silent pictures:check -w tests/e2e; then
    echo "The sites look otherwise than in docs/pictures. If that is meant: npm run pictures -w tests/e2e" >&2
    exit 1
fi
if ! npm run --silent e2e; then
    grep -vE '^ +trips up to' "$folder/server.log" | tail -n 40 >&2
    exit 1
fi
DATABASE_URL="sqlite://$folder/beket.db?mode=rwc" "${CARGO_TARGET_DIR:-target}/debug/beket" check
