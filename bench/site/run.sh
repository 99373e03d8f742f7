#!/usr/bin/env bash
# Builds N generated documents with mingce and with Hugo, in turn, and prints
# the table of README.md. Hugo comes from the Go module proxy.
#
#   ./run.sh [N] [ROUNDS]     1000 7
set -euo pipefail
cd "$(dirname "$0")"
n=${1:-1000} rounds=${2:-7}
hugo_version=v0.165.0

work=$(mktemp -d "${TMPDIR:-/tmp}/mingce-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
cache=${XDG_CACHE_HOME:-$HOME/.cache}/mingce-bench
if [ ! -x "$cache/hugo-$hugo_version" ]; then
  mkdir -p "$cache"
  GOBIN=$work/bin CGO_ENABLED=0 go install "github.com/gohugoio/hugo@$hugo_version"
  mv "$work/bin/hugo" "$cache/hugo-$hugo_version"
fi
(cd .. && go build -o "$work/generate" ./site/generate && go build -o "$work/measure" ./site/measure)
(cd ../.. && go build -o "$work/mingce" .)
(cd .. && "$work/generate" -n "$n" -out "$work/corpus") >&2
cp -r hugo "$work/theme"
"$work/measure" -mingce "$work/mingce" -hugo "$cache/hugo-$hugo_version" -corpus "$work/corpus" -theme "$work/theme" -rounds "$rounds"
nproc | sed 's/^/processors: /'
go version
