#!/usr/bin/env bash
# Form, common mistakes, licences and sources of the Rust code's dependencies; types, rules and known holes of the web's.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo fmt --all --check
cargo clippy --quiet --workspace --all-targets -- -D warnings
command -v cargo-deny >/dev/null 2>&1 || cargo install --quiet --locked cargo-deny
cargo deny --log-level error check bans licenses sources
npm run --silent lint
npm run --silent codegen:check

# What the sites ship, without the tools they are built with.
if ! advisories=$(npm audit --omit=dev --audit-level=high --loglevel=error 2>&1); then
    if grep -q 'audit endpoint returned an error\|ENOTFOUND\|EAI_AGAIN\|ECONNREFUSED\|ETIMEDOUT' <<<"$advisories"; then
        echo "npm audit is skipped: the registry in use does not offer it." >&2
    else
        echo "$advisories" >&2
        exit 1
    fi
fi
