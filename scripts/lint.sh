#!/usr/bin/env bash
# Form, common mistakes, licences and sources of the Rust code's dependencies; types and rules of the web's.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo fmt --all --check
cargo clippy --quiet --workspace --all-targets -- -D warnings
command -v cargo-deny >/dev/null 2>&1 || cargo install --quiet --locked cargo-deny
cargo deny --log-level error check bans licenses sources
npm run --silent lint
npm run --silent codegen:check
