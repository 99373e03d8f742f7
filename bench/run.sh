#!/usr/bin/env bash
# Compares engines on one policy: installs, builds, checks that all agree, then
# measures. ROUNDS and COLDS say how often (3 and 9).
set -euo pipefail
cd "$(dirname "$0")"

npm ci --no-audit --no-fund --loglevel=error >&2
mkdir -p engines/build
go build -o engines/build/ ./engines/calc ./engines/cel ./engines/expr ./engines/generate ./engines/hand ./engines/questions
engines/build/generate
node engines/js/compare.js
go version
