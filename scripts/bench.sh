#!/usr/bin/env bash
# Measures the server against the bare databases and a bare axum route, in one run, on SQLite and on PostgreSQL with
# Redis: `bench.sh` in about twenty minutes, `bench.sh --quick` in about five. docs/performance.md explains the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

if [ -z "${BEKET_BENCH:-}" ]; then
    echo "Building …"
    cargo build --quiet --release -p api -p tests --bins
    if ! command -v strace >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get install -y -qq strace >/dev/null || true
    fi
    ulimit -n "$(ulimit -Hn)"
    BEKET_BENCH=1 exec scripts/servers.sh "$0" "$@"
fi

quick=""
databases="sqlite postgres"
for argument in "$@"; do
    case $argument in
        --quick) quick=1 ;;
        sqlite | postgres) databases=$argument ;;
        *) echo "bench.sh [--quick] [sqlite|postgres]" >&2; exit 2 ;;
    esac
done
if [ -n "$quick" ]; then seconds=3 tries=1 orders=100000 flashes=2 copies=20; else seconds=5 tries=4 orders=1000000 flashes=10 copies=100; fi

bin=${CARGO_TARGET_DIR:-target}/release
server="" bare=""
stop() { end_server "$server"; end_server "$bare"; }
private_folder bench
work=$folder
results=$work/results

note() { # database, name, JSON
    echo "$1 $2 $3" >>"$results"
    echo "  $1 $2 $3"
}
serve() { # database URL
    local port
    port=$(free_port)
    address=127.0.0.1:$port
    BEKET_LISTEN=$address PUBLIC_URL=http://$address RUST_LOG=error "$bin/beket" serve --database-url "$1" >"$work/server.log" 2>&1 &
    server=$!
    await_server "$server" "http://$address" "$work/server.log"
}
drive() { "$bin/load" "http://$address" "$@"; }
# The best of some tries: the machine may do other things meanwhile.
best() { # database, name, tries, command …
    local database=$1 name=$2 times=$3 found="" one
    shift 3
    for _ in $(seq "$times"); do
        one=$("$@")
        found=$(node -e 'const [a,b]=process.argv.slice(1).map(t=>t&&JSON.parse(t));
            console.log(JSON.stringify(!a||b.result.per_second>a.result.per_second?b:a))' -- "$found" "$one")
    done
    note "$database" "$name" "$found"
}

psql_bench() { psql -q -v ON_ERROR_STOP=1 "$url" "$@"; }
pgbench_json() { # clients
    pgbench -n -M prepared -c "$1" -j 2 -T "$seconds" -f tests/load/hold.sql -D "rides=$rides" "$url" 2>/dev/null |
        sed -n 's/^tps = \([0-9.]*\).*/{"result":{"per_second":\1}}/p'
}
bare_database() {
    if [ "$1" = sqlite ]; then
        best sqlite bare_database "$tries" "$bin/load" bare-sqlite "$work/bench.db" "$work/rides" --seconds "$seconds"
    else
        psql_bench -c "CREATE TABLE IF NOT EXISTS bench_ride (n SERIAL PRIMARY KEY, trip uuid, from_call int, to_call int, seats int)" \
            -c "TRUNCATE bench_ride RESTART IDENTITY" -c "\\copy bench_ride (trip, from_call, to_call, seats) FROM '$work/rides'"
        best postgres bare_database "$tries" pgbench_json 16
    fi
}
# How often the disk was asked to keep what was written, while one buyer acknowledges sale after sale.
fsyncs() { # database, name, connections
    if [ "$1" = sqlite ]; then
        command -v strace >/dev/null || { echo "  strace is not there: fsyncs of SQLite are not counted"; return; }
        strace -f -c -o "$work/strace" -e trace=fsync,fdatasync -p "$server" >/dev/null 2>&1 &
        local tracer=$! done
        sleep 1
        done=$(drive hold --connections "$3" --seconds 3)
        kill -INT "$tracer"
        wait "$tracer" || true
        note sqlite "$2" "{\"pairs\":$(node -p 'JSON.parse(process.argv[1]).result.done' "$done"),\"fsyncs\":$(awk '/fsync|fdatasync/ {n += $4} END {print n + 0}' "$work/strace")}"
    else
        local before after
        # An idle connection tells its figures after ten seconds.
        wal_syncs() { sleep 11; psql_bench -At -c "SELECT $1" 2>/dev/null; }
        local count="wal_sync FROM pg_stat_wal"
        psql_bench -At -c "SELECT $count" >/dev/null 2>&1 || count="sum(fsyncs)::bigint FROM pg_stat_io WHERE object = 'wal'"
        before=$(wal_syncs "$count")
        done=$(drive hold --connections "$3" --seconds 3)
        after=$(wal_syncs "$count")
        note postgres "$2" "{\"pairs\":$(node -p 'JSON.parse(process.argv[1]).result.done' "$done"),\"fsyncs\":$((after - before))}"
    fi
}

bare_address=127.0.0.1:$(free_port)
"$bin/load" bare "$bare_address" &
bare=$!

for database in $databases; do
    echo "$database"
    if [ "$database" = sqlite ]; then
        url="sqlite://$work/bench.db?mode=rwc"
    else
        base=${TEST_DATABASE_URL%/*}
        psql -q "$TEST_DATABASE_URL" -c "DROP DATABASE IF EXISTS beket_bench" -c "CREATE DATABASE beket_bench" 2>/dev/null
        url=$base/beket_bench
        export REDIS_URL=$TEST_REDIS_URL REDIS_NAMESPACE=beket-bench
    fi
    "$bin/beket" demo --database-url "$url" >/dev/null 2>&1
    serve "$url"
    drive rides >"$work/rides"
    rides=$(wc -l <"$work/rides")
    best "$database" bare_route "$tries" "$bin/load" "http://$bare_address" bare --seconds "$seconds"
    best "$database" search "$tries" drive search --seconds "$seconds"
    best "$database" seatmap "$tries" drive seatmap --seconds "$seconds"
    bare_database "$database"
    best "$database" hold "$tries" drive hold --seconds "$seconds"
    best "$database" seats "$tries" drive seats --seconds "$seconds"
    # Buyers wait for the bank and for their tickets: so many at once keep the server busy.
    best "$database" order "$tries" drive order --connections 64 --seconds "$seconds"
    note "$database" maps "$(drive maps --open 2000 --pid "$server")"
    for _ in $(seq "$flashes"); do
        note "$database" flash_few "$(drive flash --buyers 64)"
        note "$database" flash "$(drive flash --buyers 10000)"
    done
    fsyncs "$database" fsync 1
    # Many at once share a flush: what is counted is not a constant.
    fsyncs "$database" fsync_shared 16
    "$bin/load" fill "$url" 1000
    best "$database" hold_few 3 drive hold --connections 1 --seconds 2
    "$bin/load" fill "$url" "$orders"
    best "$database" "hold_many" 3 drive hold --connections 1 --seconds 2
    end_server "$server"; server=""
done

echo "a network $copies times as large"
rm -f "$work"/bench.db*
unset REDIS_URL
url="sqlite://$work/large.db?mode=rwc"
"$bin/beket" generate-network --copies "$copies" --days 7 --database-url "$url" >/dev/null 2>&1
serve "$url"
best large search "$tries" drive search --seconds "$seconds"
best large seatmap "$tries" drive seatmap --seconds "$seconds"
note large network "{\"copies\":$copies,\"memory_kib\":$(awk '/VmRSS/ {print $2}' "/proc/$server/status")}"
node scripts/bench-table.mjs "$results" "$orders"
