#!/usr/bin/env bash
# Everything: the rules, the suite on SQLite and on PostgreSQL with Redis, the web tests, the journeys in Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s (%s s)\n' "$*" "$SECONDS"; }

step "Building"
cargo build --workspace --tests --bins

step "Rules and units"
cargo test --quiet --workspace --lib --bins

step "The suite on SQLite"
TEST_DATABASE_URL='' TEST_REDIS_URL='' cargo test --quiet --workspace --test suite

step "The suite on PostgreSQL and Redis"
IN_MEMORY=1 scripts/servers.sh cargo test --quiet --workspace --test suite

step "The web's tests"
npm run --silent codegen:check
npm test --silent
npm run --silent size

step "Requests made up from the schema"
scripts/fuzz.sh 5

step "The feeds in other people's programs"
scripts/feeds.sh

step "Journeys in the browser"
scripts/e2e.sh

step "Done"
