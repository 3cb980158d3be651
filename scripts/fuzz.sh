#!/usr/bin/env bash
# Requests made up from the schema: `fuzz.sh [CASES] [OPERATION …]`, so many cases (1000) for each operation, first as a
# visitor, then as a passenger, then as an administrator. Fails on any 5xx, on any INTERNAL, on an operation that was hardly
# reached, and on a rule that `beket check` finds broken. FUZZ_ROLES names other roles, FUZZ_KEEP a folder for the logs. On SQLite, or on the PostgreSQL of TEST_DATABASE_URL
# (`scripts/servers.sh scripts/fuzz.sh`). Needs PyPI the first time.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
root=$PWD
export PYTHONPATH=$root/tests/fuzz PYTHONDONTWRITEBYTECODE=1

cases=${1:-1000}
shift || true
only=()
for operation in "$@"; do only+=(--include-name "$operation"); done
beket=${CARGO_TARGET_DIR:-target}/debug/beket
python_tools fuzz schemathesis==4.32.5
"$tools/bin/python" -m unittest -q test_verdict

stop() { end_server "${server:-}"; }
private_folder fuzz

export DATABASE_URL=${TEST_DATABASE_URL:-sqlite://$folder/beket.db?mode=rwc}
port=$(free_port)
base=http://127.0.0.1:$port
# Behind a proxy, as the hooks are one: each request has an address of its own, and no limit hides what comes after it.
BEKET_LISTEN="127.0.0.1:$port" PUBLIC_URL="$base" BEKET_BEHIND_PROXY=true \
    "$beket" serve --demo demo >"$folder/server.log" 2>&1 &
server=$!
await_server "$server" "$base" "$folder/server.log"

failed=0
rounds=()
for role in ${FUZZ_ROLES:-visitor passenger administrator}; do
    echo "As $role:"
    rounds+=("$folder/$role.json")
    # In a folder of its own, since schemathesis leaves things where it runs.
    (cd "$folder" && SCHEMATHESIS_HOOKS="$root/tests/fuzz/hooks.py" FUZZ_URL="$base/graphql" FUZZ_ROLE=$role \
        FUZZ_FIGURES="$folder/$role.json" \
        "$tools/bin/st" run "$base/graphql" --checks nothing_internal --phases fuzzing --mode positive \
        --max-examples "$cases" --workers 2 --generation-database none --continue-on-failure --no-color \
        --suppress-health-check all --request-timeout 30 --warnings off "${only[@]}" >"$folder/$role.log" 2>&1) || {
        failed=1
        cat "$folder/$role.log"
    }
    grep -E '^ +[0-9]+ generated' "$folder/$role.log" || true
done
kill -0 "$server" 2>/dev/null || { echo "The server has ended." >&2; failed=1; }
# A panic ends its connection; the log says where it was.
if grep -aE 'panicked at|a request failed' -A 3 "$folder/server.log" | head -n 60 | grep . >&2; then failed=1; fi
[ ${#only[@]} -gt 0 ] || "$tools/bin/python" tests/fuzz/figures.py schema.graphql "$cases" "${rounds[@]}" || failed=1
if [ -n "${FUZZ_KEEP:-}" ]; then mkdir -p "$FUZZ_KEEP" && cp "${rounds[@]}" "$folder"/*.log "$FUZZ_KEEP"; fi
"$beket" check || failed=1
exit $failed
