#!/usr/bin/env bash
# Starts a private PostgreSQL and a private Redis on free ports with their data in a temporary folder, runs the command
# with TEST_DATABASE_URL and TEST_REDIS_URL set, and stops them. Servers that the environment names are used instead.
set -euo pipefail

. "$(dirname "$0")/lib.sh"

stop() {
    [ -z "${pg_started:-}" ] || as_owner "$pg/pg_ctl" -D "$folder/pg" -m immediate stop >/dev/null 2>&1 || true
    end_server "${redis_pid:-}"
}
# With IN_MEMORY=1 their data is in memory where there is room: a database for each test is seven hundred files, which are copied
# there ten times as fast as on a disk. What a crash leaves is tried on the disk (tests/tests/kill/database.rs).
memory_mb=$(df -m --output=avail /dev/shm 2>/dev/null | tail -n 1 || echo 0)
wal=4GB
place=${TMPDIR:-/tmp}
if [ -n "${IN_MEMORY:-}" ] && [ "${memory_mb:-0}" -ge 4096 ]; then
    wal=512MB
    place=/dev/shm
fi
TMPDIR=$place private_folder servers
chmod 755 "$folder"

# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi; }

if [ -z "${TEST_DATABASE_URL:-}" ]; then
    pg=$(dirname "$(ls /usr/lib/postgresql/*/bin/postgres | sort -V | tail -n 1)")
    port=$(free_port)
    mkdir "$folder/pg" "$folder/socket"
    [ "$(id -u)" != 0 ] || chown nobody "$folder/pg" "$folder/socket"
    as_owner "$pg/initdb" -D "$folder/pg" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1
    options="-p $port -k $folder/socket -c listen_addresses= -c max_connections=400 -c shared_buffers=256MB -c max_wal_size=$wal"
    as_owner "$pg/pg_ctl" -D "$folder/pg" -o "$options" -l "$folder/pg/server.log" -w start >/dev/null
    pg_started=1
    # By its socket, as on a machine that has both.
    export TEST_DATABASE_LOG="$folder/pg/server.log"
    export TEST_DATABASE_URL="postgres://postgres@${folder//\//%2F}%2Fsocket:$port/postgres"
fi
if [ -z "${TEST_REDIS_URL:-}" ]; then
    port=$(free_port)
    redis-server --port "$port" --bind 127.0.0.1 --save "" --dir "$folder" >"$folder/redis.log" 2>&1 &
    redis_pid=$!
    export TEST_REDIS_URL="redis://127.0.0.1:$port"
fi
"$@"
