#!/usr/bin/env bash
# The same theft in stores that grow: generate, import, index, trace. Writes a line of JSON for each size, and a chart of all of them.
# Usage: bench/growth/run.sh [--rounds N] [--work DIR] [--write FILE] SIZE...     SIZE is a number of transfers, such as 1000000
#   --work   a folder for the stores, emptied of each when it was measured [default: a new one in the system's temporary folder]
#   --write  lines are appended to FILE [default: bench/growth/results.jsonl]; the chart is docs/figures/index-growth.svg
# A store of 10^8 needs 28 GB of disk while it is made. Linux only: the pages of the index are forgotten between cold runs.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rounds=60 work= results=$root/bench/growth/results.jsonl sizes=()
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift ;;
    --work) work=$2; shift ;;
    --write) results=$2; shift ;;
    [1-9]*) sizes+=("$1") ;;
    *) sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
  shift
done
[ ${#sizes[@]} -gt 0 ] || sizes=(1000000 10000000)
[ -n "$work" ] || work=$(mktemp -d)
mkdir -p "$work"

dotnet build -c Release --nologo -v quiet "$root/bench/Spoor.Benchmarks" >&2
spoor=$root/artifacts/bin/Spoor.Cli/release/spoor
[ -x "$spoor" ] || dotnet build -c Release --nologo -v quiet "$root/src/Spoor.Cli" >&2

# Elapsed seconds, seconds of all cores, and the most memory of one command.
measured() {
  /usr/bin/time -o "$work/time" -f '"wall_s":%e,"user_s":%U,"system_s":%S,"rss_kib":%M' "$@" >&2
  cat "$work/time"
}

for size in "${sizes[@]}"; do
  folder=$work/$size
  mkdir -p "$folder"
  "$spoor" generate --transfers "$size" --seed 7 --out "$folder/made" >&2
  imported=$(measured "$spoor" import "$folder"/made/*.parquet --data "$folder/store")
  rm "$folder"/made/*.parquet
  built=$(measured "$spoor" index build --data "$folder/store")
  sync "$folder/store/spoor.index" # what is not on the disk yet cannot be forgotten
  theft=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["thefts"][0]["tx"])' "$folder/made/truth.json")
  trace=$("$root/artifacts/bin/Spoor.Benchmarks/release/Spoor.Benchmarks" growth "$folder/store" "$theft" "$rounds")
  printf '{"transfers":%s,"index_bytes":%s,"import":{%s},"build":{%s},"trace":%s}\n' \
    "$size" "$(stat -c %s "$folder/store/spoor.index")" "$imported" "$built" "$trace" | tee -a "$results"
  rm -r "$folder"
done
python3 "$root/bench/growth/chart.py" "$results" "$root/docs/figures/index-growth.svg"
