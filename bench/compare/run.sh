#!/usr/bin/env bash
# Spoor beside what one would use instead: the same input on the same machine in one run, answers compared before times.
# Usage: bench/compare/run.sh [--install] [--repeats N] [--transfers N] [--addresses N] [--seed N] [--write FILE] [--keep]
#   --install   install what is missing with apt-get (needs root), Kuzu with npm; without it an engine that is missing is left out
#   --write     write the tables to FILE as well, such as bench/compare/results.md
#   --keep      keep the work folder and say where it is
# Needs about 1 GB of disk and 4 GB of memory. The exit code is 0 only if all engines gave the same answers.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

install=false keep=false repeats=5 transfers=1000000 addresses=300000 seed=1 report=
while [ $# -gt 0 ]; do
  case $1 in
    --install) install=true ;;
    --keep) keep=true ;;
    --repeats) repeats=$2; shift ;;
    --transfers) transfers=$2; shift ;;
    --addresses) addresses=$2; shift ;;
    --seed) seed=$2; shift ;;
    --write) report=$(realpath "$2"); shift ;;
    *) sed -n '2,7s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
  shift
done

say() { printf '%s\n' "$*" >&2; }

work=$(mktemp -d)
postgres_bin=
finish() {
  local code=$?
  if [ -f "$work/postgres/data/postmaster.pid" ]; then
    as_postgres "$postgres_bin/pg_ctl" -D "$work/postgres/data" -m immediate -w stop >/dev/null || say "PostgreSQL did not stop."
  fi
  if $keep; then say "Kept: $work"; else rm -rf "$work"; fi
  exit "$code"
}
trap finish EXIT

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

find_postgres() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr); do
    if [ -x "$folder/initdb" ]; then printf '%s' "$folder"; return; fi
  done
}

has_python() { /usr/bin/python3 -c "import $1" 2>/dev/null; }

wants=()
[ -n "$(find_postgres)" ] || wants+=(postgresql)
has_python networkx || wants+=(python3-networkx)
has_python igraph || wants+=(python3-igraph)
if $install && [ ${#wants[@]} -gt 0 ]; then
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wants[@]}" >&2
fi

say "Building"
dotnet build -c Release --nologo -v quiet "$root/bench/Spoor.Benchmarks" >&2
compare() { "$root/artifacts/bin/Spoor.Benchmarks/release/Spoor.Benchmarks" compare "$@"; }

say "Writing $transfers transfers between $addresses addresses, seed $seed"
compare generate "$work" "$transfers" "$addresses" "$seed"
chmod a+rx "$work" && chmod a+r "$work/transfers.csv"
cat "$work/transfers.csv" >/dev/null # both imports find the file in memory

say "Importing, $repeats times each, in turn"
for _ in $(seq "$repeats"); do
  compare import duckdb "$work"
  compare import spoor "$work"
done

for engine in spoor-memory spoor-index spoor-store dictionary duckdb duckdb-numbered; do
  say "Reach: $engine"
  compare reach "$engine" "$work" "$repeats"
done

postgres_bin=$(find_postgres)
if [ -n "$postgres_bin" ]; then
  say "Reach: postgres"
  mkdir "$work/postgres" && if [ "$(id -u)" -eq 0 ]; then chown postgres "$work/postgres"; fi
  as_postgres "$postgres_bin/initdb" -D "$work/postgres/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
  as_postgres "$postgres_bin/pg_ctl" -D "$work/postgres/data" -l "$work/postgres/log" -w start \
    -o "-c listen_addresses='' -k $work/postgres -c shared_buffers=512MB -c work_mem=64MB -c jit=off" >/dev/null
  compare reach postgres "$work" "$repeats" "Host=$work/postgres;Username=postgres;Database=postgres"
else
  say "Left out: PostgreSQL is not installed (run with --install)."
fi

for engine in networkx igraph; do
  if has_python "$engine"; then
    say "Reach: $engine"
    /usr/bin/python3 "$root/bench/compare/reach.py" "$engine" "$work" "$repeats"
  else
    say "Left out: python3-$engine is not installed (run with --install)."
  fi
done

# NODE_PATH may name a folder that has it.
if $install && ! node -e 'require("kuzu")' 2>/dev/null; then
  mkdir "$work/kuzu" && npm install --silent --prefix "$work/kuzu" kuzu@0.11.3 >&2 || say "Kuzu cannot be installed."
  export NODE_PATH=$work/kuzu/node_modules
fi
if node -e 'require("kuzu")' 2>/dev/null; then
  say "Reach: kuzu"
  node "$root/bench/compare/reach-kuzu.js" "$work" "$repeats"
else
  say "Left out: Kuzu is not installed (run with --install, needs node)."
fi

# Haircut over the LaunderNet cases; the figures of time are Spoor's own.
launder() {
  local spoor=$root/artifacts/bin/Spoor.Cli/release/spoor
  if ! "$spoor" evaluate --help >/dev/null 2>&1; then
    say "Left out: this spoor has no verb 'evaluate'."
    return
  fi
  if ! "$spoor" evaluate laundernet --noise 20000 --seed "$seed" --json >"$work/laundernet.json" 2>"$work/laundernet.log"; then
    say "Left out: LaunderNet could not be evaluated: $(head -n 1 "$work/laundernet.log")"
    return
  fi
  if [ -s "$work/laundernet.json" ]; then compare laundernet "$work/laundernet.json"; else say "Left out: this spoor has no verb 'evaluate'."; fi
}

# TTR through swaps over the same cases, beside the published definition in plain Python.
rank() {
  local cases=${SPOOR_DATA:-$root/../shared/data}
  if [ ! -d "$cases/laundernet" ]; then
    say "Left out: no LaunderNet cases in $cases (SPOOR_DATA names the folder)."
    return
  fi
  # The usual epsilon, and a tenth of it, at which less is left unpushed and the answers must be nearer to each other.
  local epsilon
  for epsilon in 1000 100; do
    say "Rank: LaunderNet with 20,000 noise transfers a case, epsilon $epsilon millionths"
    compare rank "$work/rank-$epsilon" "$cases" 20000 "$seed" "$epsilon" "$repeats"
    python3 "$root/bench/compare/ttr.py" "$work/rank-$epsilon" "${epsilon}e-6"
    compare rank-check "$work/rank-$epsilon"
  done
}

tables() {
  printf '%s transfers, %s addresses, seed %s; %s cores; %s runs.\n\n' "$transfers" "$addresses" "$seed" "$(nproc)" "$repeats"
  compare check "$work"
  compare table "$work"
  launder
  rank
}

say "Comparing answers"
compare check "$work" >&2
if [ -n "$report" ]; then tables | tee "$report"; else tables; fi
