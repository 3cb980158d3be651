#!/usr/bin/env bash
# Starts the server of the debug build with the demonstration on a free port, compares the pictures of README and guide with it,
# and runs the browser's journeys on it.
set -euo pipefail
cd "$(dirname "$0")/.."

. scripts/lib.sh

stop() {
    end_server "${server:-}"
    end_server "${past:-}"
}
private_folder e2e

port=$(free_port)
export BASE_URL="http://127.0.0.1:$port"
DATABASE_URL="sqlite://$folder/beket.db?mode=rwc" BEKET_LISTEN="127.0.0.1:$port" PUBLIC_URL="$BASE_URL" \
    "${CARGO_TARGET_DIR:-target}/debug/beket" serve --demo demo >"$folder/server.log" 2>&1 &
server=$!
await_server "$server" "$BASE_URL" "$folder/server.log"
# A station that has sold for some days: what is settled and closed needs days that are over.
past_port=$(free_port)
export PAST_URL="http://127.0.0.1:$past_port"
export PAST_DATABASE="sqlite://$folder/past.db?mode=rwc"
DATABASE_URL="$PAST_DATABASE" "${CARGO_TARGET_DIR:-target}/debug/beket" demo --days 4 --orders 400 >"$folder/past.log" 2>&1
DATABASE_URL="$PAST_DATABASE" BEKET_LISTEN="127.0.0.1:$past_port" PUBLIC_URL="$PAST_URL" \
    "${CARGO_TARGET_DIR:-target}/debug/beket" serve >>"$folder/past.log" 2>&1 &
past=$!
await_server "$past" "$PAST_URL" "$folder/past.log"
npm run --silent audit -w tests/e2e
if ! npm run --silent pictures:check -w tests/e2e; then
    echo "The sites look otherwise than in docs/pictures. If that is meant: npm run pictures -w tests/e2e" >&2
    exit 1
fi
# What failed stands last, where people look first.
if ! npm run --silent e2e 2>&1 | tee "$folder/journeys.log"; then
    grep -vE '^ +trips up to' "$folder/server.log" | tail -n 40 >&2
    sed -n '/^  1) /,$p' "$folder/journeys.log" >&2
    exit 1
fi
DATABASE_URL="sqlite://$folder/beket.db?mode=rwc" "${CARGO_TARGET_DIR:-target}/debug/beket" check
DATABASE_URL="$PAST_DATABASE" "${CARGO_TARGET_DIR:-target}/debug/beket" check
