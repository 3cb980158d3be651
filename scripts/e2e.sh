#!/usr/bin/env bash
# Starts servers of the debug build with the demonstration on free ports, compares the pictures of README and guides with
# one, and runs the browser's journeys: half of them on each of two servers, since a browser waits more than it computes.
set -euo pipefail
cd "$(dirname "$0")/.."

. scripts/lib.sh

beket=${CARGO_TARGET_DIR:-target}/debug/beket
servers=()
stop() { for server in "${servers[@]}"; do end_server "$server"; done; }
private_folder e2e

# Starts a server on the database of that name; sets `url`.
start() { # name, arguments of `beket serve` …
    local name=$1 port
    shift
    port=$(free_port)
    url="http://127.0.0.1:$port"
    DATABASE_URL="sqlite://$folder/$name.db?mode=rwc" BEKET_LISTEN="127.0.0.1:$port" PUBLIC_URL="$url" \
        "$beket" serve "$@" >>"$folder/$name.log" 2>&1 &
    servers+=($!)
    await_server $! "$url" "$folder/$name.log"
}

# One half of the journeys, on a server of its own.
journeys() { # half, address
    BASE_URL=$2 npm run --silent e2e -w tests/e2e -- --shard="$1/2" --output "test-results/$1" >"$folder/journeys-$1.log" 2>&1
}

# A station that has sold for some days: what is settled and closed needs days that are over.
export PAST_DATABASE="sqlite://$folder/past.db?mode=rwc"
DATABASE_URL="$PAST_DATABASE" "$beket" demo --days 4 --orders 400 >"$folder/past.log" 2>&1
start past
export PAST_URL=$url
start first --demo demo
first=$url
start second --demo demo
second=$url

failed=()
journeys 2 "$second" &
half=$!
BASE_URL=$first npm run --silent audit -w tests/e2e
if ! BASE_URL=$first npm run --silent pictures:check -w tests/e2e -- --output test-results/pictures; then
    echo "The sites look otherwise than in docs/pictures. If that is meant: npm run pictures -w tests/e2e" >&2
    failed+=(pictures)
fi
journeys 1 "$first" || failed+=(1)
wait "$half" || failed+=(2)
cat "$folder"/journeys-*.log
# What failed stands last, where people look first.
for what in "${failed[@]}"; do
    case $what in
    1) name=first ;;
    2) name=second ;;
    *) continue ;;
    esac
    grep -vE '^ +trips up to' "$folder/$name.log" | tail -n 40 >&2
    sed -n '/^  1) /,$p' "$folder/journeys-$what.log" >&2
done
[ ${#failed[@]} -eq 0 ] || exit 1
for name in first second past; do
    DATABASE_URL="sqlite://$folder/$name.db?mode=rwc" "$beket" check
done
