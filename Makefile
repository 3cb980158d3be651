# Two commands: `make run` and `make test`. The others are what they are made of.

.PHONY: run test lint schema fuzz bench build web clean
SHELL := /bin/bash

web_sources := $(shell find web-shared web-public web-admin -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)
stamps := target/stamps

# Builds everything, loads the demonstration into data/ and serves http://localhost:8080/.
run: build
	target/quick/beket serve --demo demo

build:
	@scripts/need.sh build
	@$(MAKE) --no-print-directory $(stamps)/web
	@echo "Building the server (some minutes the first time) …"
	cargo build --profile quick -p api --bin beket

$(stamps)/node: package.json package-lock.json
	@mkdir -p $(stamps)
	@echo "Installing the sites' packages …"
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(stamps)/web: $(stamps)/node $(web_sources) schema.graphql
	@echo "Building both sites …"
	npm run --silent build
	@touch $@

web: $(stamps)/web

# Everything, on SQLite and on PostgreSQL with Redis, with the browser.
test:
	@scripts/need.sh test
	@$(MAKE) --no-print-directory $(stamps)/web
	@scripts/test.sh

lint:
	@scripts/need.sh build
	@$(MAKE) --no-print-directory $(stamps)/node
	@scripts/lint.sh

# Regenerates what is generated and committed.
schema: $(stamps)/node
	cargo run --quiet -p api --bin beket -- schema > schema.graphql
	npm run --silent codegen

# Requests made up from the schema, CASES for each operation and role; needs PyPI the first time.
CASES ?= 1000
fuzz:
	@scripts/need.sh build
	cargo build -p api --bin beket
	@scripts/fuzz.sh $(CASES)

# The load driver, on SQLite and on PostgreSQL, and the ready reports over a year; see docs/performance.md.
bench:
	@scripts/need.sh test
	@$(MAKE) --no-print-directory $(stamps)/web
	@scripts/bench.sh
	@scripts/bench-reports.sh

clean:
	rm -rf target web-public/dist web-admin/dist
