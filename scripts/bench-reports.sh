#!/usr/bin/env bash
# Times each ready report over a year of the demonstration with a million tickets on PostgreSQL, and looks at the plans of a
# month for whole tables that were read: `bench-reports.sh [ORDERS]`. About a quarter of an hour, most of it for the data.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

bin=${BEKET_BIN:-${CARGO_TARGET_DIR:-target}/release/beket}
if [ -z "${BEKET_BENCH_REPORTS:-}" ]; then
    if [ -z "${BEKET_BIN:-}" ]; then
        echo "Building …"
        cargo build --quiet --release -p api --bin beket
    fi
    BEKET_BENCH_REPORTS=1 exec scripts/servers.sh "$0" "$@"
fi

# Two tickets to an order, nearly.
orders=${1:-560000}
server=""
stop() { end_server "$server"; }
private_folder bench-reports
url=${TEST_DATABASE_URL%/*}/beket_reports
psql -q "$TEST_DATABASE_URL" -c "DROP DATABASE IF EXISTS beket_reports" -c "CREATE DATABASE beket_reports" 2>/dev/null
echo "A year with $orders orders …"
"$bin" demo --days 365 --orders "$orders" --database-url "$url" 2>&1 | tail -n 1
psql -q "$url" -c "VACUUM ANALYZE"
psql -At "$url" -c "SELECT count(*) || ' tickets' FROM ticket"
# Each plan with its figures goes to the server's log.
psql -q "$url" -c "ALTER DATABASE beket_reports SET session_preload_libraries = 'auto_explain'" \
    -c "ALTER DATABASE beket_reports SET auto_explain.log_min_duration = 0"
port=$(free_port)
address=127.0.0.1:$port
BEKET_LISTEN=$address PUBLIC_URL=http://$address RUST_LOG=error "$bin" serve --database-url "$url" >"$folder/server.log" 2>&1 &
server=$!
await_server "$server" "http://$address" "$folder/server.log"
node scripts/bench-reports.mjs "http://$address" "${TEST_DATABASE_LOG:-}" "$server"
