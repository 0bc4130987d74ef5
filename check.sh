#!/usr/bin/env bash
# Runs every check that the continuous integration runs. Needs git and the .NET SDK; asks nothing, may be run again.
# The last line of standard output is always `N passed, N failed, N skipped`; the exit code is 0 only if all held.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec </dev/null

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
report=artifacts/check/tests.xml
stage=start
passed=0 failed=0 skipped=0

heading() {
  stage=$1
  printf '\n== %s\n' "$stage"
}

# A stage that fails before the tests could say anything counts as one failed check.
finish() {
  local code=$?
  if [ "$code" -ne 0 ]; then
    printf 'check.sh: the stage "%s" failed.\n' "$stage" >&2
    [ "$failed" -gt 0 ] || failed=1
  fi
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  exit "$code"
}
trap finish EXIT

# Sums one attribute over the <assembly> elements of the report.
count() {
  grep -oE '<assembly [^>]*>' "$report" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }'
}

heading "What the tests need"
if ! command -v dotnet >/dev/null; then
  printf 'The .NET SDK is missing; install the version that global.json names: https://dotnet.microsoft.com/download\n' >&2
  exit 1
fi
dotnet --version
# Engines that tests run against are installed here, each only when it is missing. Without one its tests are skipped.
engines=artifacts/engines
anvil=@foundry-rs/anvil-linux-amd64
if [ -z "${SPOOR_ANVIL:-}" ] && [ "$(uname -sm)" = "Linux x86_64" ] && [ ! -x "$engines/node_modules/$anvil/bin/anvil" ] && ! command -v anvil >/dev/null; then
  if ! command -v npm >/dev/null && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    # A new machine has no lists of packages yet.
    { apt-get update && apt-get install -y --no-install-recommends npm; } >/dev/null 2>&1 || true
  fi
  npm install --prefix "$engines" --no-audit --no-fund "$anvil@1.7.1" ||
    printf 'Anvil could not be installed (npm install --prefix %s %s@1.7.1): its tests will be skipped.\n' "$engines" "$anvil" >&2
fi
axe=axe-core
if [ -z "${SPOOR_AXE:-}" ] && [ ! -f "$engines/node_modules/$axe/axe.min.js" ] && command -v npm >/dev/null; then
  npm install --prefix "$engines" --no-audit --no-fund "$axe@4.11.0" ||
    printf 'axe-core could not be installed (npm install --prefix %s %s@4.11.0): the accessibility of reports will not be tested.\n' "$engines" "$axe" >&2
fi

# A browser for the tests of the pages.
if [ -z "${SPOOR_CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  { apt-get update && apt-get install -y --no-install-recommends chromium; } >/dev/null 2>&1 ||
    printf 'Chromium could not be installed (apt-get install chromium): the tests of the pages will be skipped.\n' >&2
fi

# ClickHouse as a library; the version is that of tests/Spoor.Tests/Engines/ClickHouseEngine.cs.
chdb=@chdb/lib-linux-x64-gnu
if [ -z "${SPOOR_CHDB:-}" ] && [ "$(uname -sm)" = "Linux x86_64" ] && [ ! -f "$engines/node_modules/$chdb/libchdb.so" ]; then
  npm install --prefix "$engines" --no-audit --no-fund "$chdb@26.7.3-stable.1" ||
    printf 'ClickHouse could not be installed (npm install --prefix %s %s@26.7.3-stable.1): its tests will be skipped.\n' "$engines" "$chdb" >&2
fi

heading "Restore, as locked"
dotnet restore Spoor.slnx --locked-mode

heading "Format"
dotnet format Spoor.slnx --verify-no-changes --no-restore

heading "Build"
dotnet build Spoor.slnx -c Release --no-restore

heading "Test"
rm -f "$report"
code=0
dotnet test -c Release --no-build --solution Spoor.slnx \
  --results-directory "$(dirname "$report")" --report-xunit --report-xunit-filename "$(basename "$report")" || code=$?
if [ ! -s "$report" ]; then
  printf 'The test run left no report at %s (exit code %d).\n' "$report" "$code" >&2
  exit 1
fi
passed=$(count passed)
failed=$(($(count failed) + $(count errors)))
skipped=$(count skipped)
if [ "$passed" -eq 0 ]; then
  printf 'No test passed: nothing was checked.\n' >&2
  exit 1
fi
if [ "$failed" -gt 0 ] && [ "$code" -eq 0 ]; then
  code=1
fi

heading "Result"
if [ "$skipped" -gt 0 ] && [ -z "${SPOOR_ANVIL:-}" ] && [ ! -x "$engines/node_modules/$anvil/bin/anvil" ] && ! command -v anvil >/dev/null; then
  printf 'Anvil is missing: reorganisations, kills and alerts on a real node were NOT tested (they are among the %d skipped). Set SPOOR_ANVIL to its path.\n' "$skipped"
fi
if [ "$skipped" -gt 0 ] && [ -z "${SPOOR_CHDB:-}" ] && [ ! -f "$engines/node_modules/$chdb/libchdb.so" ]; then
  printf 'ClickHouse is missing: stores on servers and shards were NOT tested (they are among the %d skipped). Set SPOOR_CHDB to the path of libchdb.so.\n' "$skipped"
fi
stage=Test
exit "$code"
