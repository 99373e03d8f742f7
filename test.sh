#!/bin/bash
# Runs every check of Mingce, and first installs what the tests need and this
# machine lacks: Chromium, a Chinese font, pdftotext, xmllint and Node, from
# Debian's packages, and the tools of site/e2e/tools from npm.
#
#   ./test.sh            everything
#   ./test.sh -race      the same; what follows goes to go test
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { printf '\n== %s\n' "$*"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

# --- what the tests need -----------------------------------------------------

command -v go >/dev/null || die "Go is missing. Install Go $(sed -n 's/^go //p' go.mod) or newer: https://go.dev/dl/"
need=$(sed -n 's/^go //p' go.mod)
have=$(go env GOVERSION)
have=${have#go}
if [ "$(printf '%s\n%s\n' "$need" "${have%%[- ]*}" | sort -V | head -n 1)" != "$need" ]; then
  die "Go $need or newer is needed; this is Go $have: https://go.dev/dl/"
fi

packages=()
browser=
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null; then browser=$name; break; fi
done
[ -n "$browser" ] || packages+=(chromium)
if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=zh-cn family)" ]; then
  packages+=(fontconfig fonts-noto-cjk)
fi
command -v pdftotext >/dev/null || packages+=(poppler-utils)
command -v xmllint >/dev/null || packages+=(libxml2-utils)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
if [ ${#packages[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install -q -y --no-install-recommends "${packages[@]}"
  else
    die "The tests need Chromium, a Chinese font, pdftotext, xmllint and Node. Install them and run this again:
  sudo apt-get install --no-install-recommends ${packages[*]}"
  fi
fi

tools=site/e2e/tools
if ! cmp -s "$tools/package-lock.json" "$tools/node_modules/.installed"; then
  say "npm ci in $tools"
  npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund
  cp "$tools/package-lock.json" "$tools/node_modules/.installed"
fi

# --- the checks ---------------------------------------------------------------

say "formatting: gofmt -l"
unformatted=$(find . -name '*.go' -not -path './.*' -not -path '*/node_modules/*' -print0 | xargs -0 gofmt -l)
[ -z "$unformatted" ] || die "not formatted, run gofmt -w on:
$unformatted"

say "dependencies: go mod verify, go mod tidy -diff"
go mod verify
if ! tidy=$(go mod tidy -diff 2>&1); then
  case $tidy in
    *"diff current/"*) die "$tidy
go.mod or go.sum is not tidy, run go mod tidy" ;;
    *) echo "$tidy"; echo "whether go.mod is tidy was not checked: no network?" ;;
  esac
fi

say "go vet ./..."
go vet ./...

say "go tool staticcheck ./..."
go tool staticcheck ./...

say "go build ./..."
go build ./...

say "the content: go run . check"
go run . check

# Unit, differential, script and browser tests, and the seeds of every fuzz
# target; in a process group of their own, so that an interrupted run takes its
# browsers along.
say "go test ./..."
set -m
go test -timeout 30m "$@" ./... &
tests=$!
trap 'kill -TERM -- "-$tests" 2>/dev/null' INT TERM
wait "$tests"
