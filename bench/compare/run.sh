#!/usr/bin/env bash
# Spoor beside what one would use instead: the same input on the same machine in one run, answers compared before times.
# Usage: bench/compare/run.sh [--install] [--transfers N] [--addresses N] [--seed N] [--repeats N] [--limit SECONDS] [--memory MIB]
#                             [--parquet] [--engines "NAME …"] [--only-reach] [--work DIR] [--results FILE] [--write FILE] [--keep]
#   --install    install what is missing with apt-get (needs root), Kuzu with npm; without it an engine that is missing is left out
#   --limit      an engine that takes longer to load and answer is ended, which is its result [default: 600]
#   --memory     so is one that takes more memory [default: two thirds of the machine's]
#   --parquet    the input as Parquet, which needs half the disk; the engines that read CSV alone are left out
#   --engines    these alone
#   --only-reach no imports in turn, no LaunderNet
#   --work       a folder to work in; its transfers.csv or transfers.parquet is used if it is there [default: a new one]
#   --results    lines of JSON are appended to FILE [default: bench/compare/results.jsonl]; chart.py draws them
#   --write      the tables go to FILE as well
#   --keep       keep the work folder and say where it is
# Of 10^6 transfers it needs 2 GB of disk, of 10^7 12 GB, of 10^8 40 GB with --parquet; SPOOR_IMPORT_MEMORY=7GB holds DuckDB to that while it
# imports. An engine whose figures in the file of results say that it would not fit is left out. The exit code is 0 only if no two engines gave different answers.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

install=false keep=false parquet=false all=true repeats=5 transfers=1000000 addresses= seed=1 limit=600 memory= report= work= wanted=
results=$root/bench/compare/results.jsonl
while [ $# -gt 0 ]; do
  case $1 in
    --install) install=true ;;
    --keep) keep=true ;;
    --parquet) parquet=true ;;
    --only-reach) all=false ;;
    --repeats) repeats=$2; shift ;;
    --transfers) transfers=$2; shift ;;
    --addresses) addresses=$2; shift ;;
    --seed) seed=$2; shift ;;
    --limit) limit=$2; shift ;;
    --memory) memory=$2; shift ;;
    --engines) wanted=" $2 "; shift ;;
    --work) work=$2; shift ;;
    --results) results=$(realpath "$2"); shift ;;
    --write) report=$(realpath "$2"); shift ;;
    *) sed -n '2,16s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
  shift
done
[ -n "$addresses" ] || addresses=$((transfers * 3 / 10))
[ -n "$memory" ] || memory=$(awk '/^MemTotal/ { print int($2 / 1024 * 2 / 3) }' /proc/meminfo)

say() { printf '%s\n' "$*" >&2; }

if [ -n "$work" ]; then mkdir -p "$work" && keep=true; else work=$(mktemp -d); fi
work=$(realpath "$work")
postgres_bin= servers=()
stop_servers() {
  if [ -f "$work/scratch-postgres/data/postmaster.pid" ]; then
    as_postgres "$postgres_bin/pg_ctl" -D "$work/scratch-postgres/data" -m immediate -w stop >/dev/null || say "PostgreSQL did not stop."
  fi
  local server
  for server in "${servers[@]}"; do kill -9 "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; done
  servers=()
}
finish() {
  local code=$?
  stop_servers
  rm -rf "$work"/scratch-*
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
wants() { [ -z "$wanted" ] || [[ $wanted == *" $1 "* ]]; }
# A row of the table that says why there is no time.
leave_out() {
  say "Left out: $1: $2."
  python3 -c 'import json, sys; json.dump({"outcome": "left out", "note": sys.argv[2]}, open(sys.argv[1], "w"))' "$work/$1.run.json" "$2"
}

missing=()
[ -n "$(find_postgres)" ] || missing+=(postgresql)
has_python networkx || missing+=(python3-networkx)
has_python igraph || missing+=(python3-igraph)
if $install && [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

say "Building"
dotnet build -c Release --nologo -v quiet "$root/bench/Spoor.Benchmarks" >&2
bin=$root/artifacts/bin/Spoor.Benchmarks/release/Spoor.Benchmarks
compare() { "$bin" compare "$@"; }

input=$work/transfers.csv
if $parquet; then input=$work/transfers.parquet; fi
rm -f "$work"/*.tsv "$work"/*.run.json
if [ ! -f "$input" ]; then
  say "Writing $transfers transfers between $addresses addresses, seed $seed"
  [ -f "$work/transfers.csv" ] || compare generate "$work" "$transfers" "$addresses" "$seed"
  if $parquet; then compare parquet "$work" && rm "$work/transfers.csv"; fi
fi
chmod a+rx "$work" && chmod a+r "$input"
python3 "$root/bench/compare/limits.py" "$input" "$work/limits.json"
if [ "$transfers" -le 10000000 ]; then cat "$input" >/dev/null; fi # who reads it first finds it in memory, too

# NAME, what it keeps on disk or -, and a command; within the limits.
guarded() {
  local name=$1 disk=$2 code=0 server
  shift 2
  local options=(--seconds "$limit" --mib "$memory" --known "$results" "$transfers")
  [ "$disk" = - ] || options+=(--disk "$disk")
  for server in "${servers[@]}"; do options+=(--server "$server"); done
  say "$(date -u +%H:%M:%S) $name (load $(cut -d' ' -f1 /proc/loadavg))"
  SPOOR_SERVERS="${servers[*]}" python3 "$root/bench/compare/guard.py" "$work" "$name" "${options[@]}" -- "$@" >&2 || code=$?
  [ "$code" -eq 0 ] || say "$name failed by itself: see above."
}

if $all; then
  say "Importing, $repeats times each, in turn"
  for _ in $(seq "$repeats"); do
    compare import duckdb "$work"
    compare import spoor "$work"
  done
  rm -rf "$work"/scratch-*-import
fi

if wants spoor-index || wants spoor-store; then
  guarded spoor-fill "$work/scratch-spoor" "$bin" compare fill "$work"
  for engine in spoor-index-cold spoor-index spoor-store; do
    if wants $engine; then guarded $engine "$work/scratch-spoor" "$bin" compare reach $engine "$work" "$repeats" "$limit"; fi
  done
  rm -rf "$work/scratch-spoor"
fi

if wants duckdb-numbered; then guarded duckdb-numbered "$work/scratch-duckdb-numbered" "$bin" compare reach duckdb-numbered "$work" "$repeats" "$limit"; fi
rm -rf "$work/scratch-duckdb-numbered"
if wants duckdb; then guarded duckdb "$work/scratch-duckdb" "$bin" compare reach duckdb "$work" "$repeats" "$limit"; fi
rm -rf "$work/scratch-duckdb"

if wants spoor-memory; then guarded spoor-memory - "$bin" compare reach spoor-memory "$work" "$repeats" "$limit"; fi

# Everything below reads CSV.
csv() {
  wants "$1" || return 1
  ! $parquet && return 0
  # At such a size another reason often comes first.
  python3 "$root/bench/compare/guard.py" "$work" "$1" --seconds "$limit" --mib "$memory" --known "$results" "$transfers" \
    --not "reads CSV alone, for which there was no room on the disk" >&2
  return 1
}

if csv dictionary; then guarded dictionary - "$bin" compare reach dictionary "$work" "$repeats" "$limit"; fi

# As many servers as shards, each a process of its own that ends with this script.
start_clickhouse() {
  local shards=$1 library=$root/artifacts/engines/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so ports hosts=() listed= i
  library=${SPOOR_CHDB:-$library}
  [ -f "$library" ] || return 1
  read -ra ports < <(python3 -c '
import socket, sys
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(*(one.getsockname()[1] for one in sockets))' $((2 * shards)))
  mkdir -p "$work/scratch-clickhouse"
  for i in $(seq 0 $((shards - 1))); do
    listed+="<shard><replica><host>127.0.0.1</host><port>${ports[$i]}</port></replica></shard>"
  done
  printf '<clickhouse><remote_servers><compared>%s</compared></remote_servers></clickhouse>' "$listed" >"$work/scratch-clickhouse/cluster.xml"
  for i in $(seq 0 $((shards - 1))); do
    dotnet "$root/artifacts/bin/Spoor.ClickHouseHost/release/Spoor.ClickHouseHost.dll" "$library" "--path=$work/scratch-clickhouse/$i" \
      "--http_port=${ports[$((shards + i))]}" "--tcp_port=${ports[$i]}" --listen_host=127.0.0.1 "--config-file=$work/scratch-clickhouse/cluster.xml" \
      < <(exec tail -f /dev/null --pid=$$) >/dev/null 2>"$work/clickhouse-$i.log" &
    servers+=($!)
    hosts+=("127.0.0.1:${ports[$((shards + i))]}")
  done
  for i in "${hosts[@]}"; do
    timeout 60 bash -c "until curl -fsS 'http://$i/?query=SELECT+1' >/dev/null 2>&1; do sleep 0.2; done" || return 1
  done
  sleep 2 # the port of the servers among themselves opens after that of HTTP
  clickhouse="clickhouse://$(IFS=,; echo "${hosts[*]}")/compared"
  if [ "$shards" -gt 1 ]; then clickhouse+="?cluster=compared"; fi
}

for shards in 1 2; do
  if csv spoor-clickhouse-$shards; then
    dotnet build -c Release --nologo -v quiet "$root/tests/Spoor.ClickHouseHost" >&2
    if start_clickhouse $shards; then
      guarded spoor-clickhouse-$shards "$work/scratch-clickhouse" "$bin" compare reach spoor-clickhouse-$shards "$work" "$repeats" "$limit" "$clickhouse"
    else
      leave_out spoor-clickhouse-$shards "the engine is not installed or does not start: npm install --prefix artifacts/engines @chdb/lib-linux-x64-gnu"
    fi
    stop_servers
    rm -rf "$work/scratch-clickhouse"
  fi
done

if csv postgres; then
  postgres_bin=$(find_postgres)
  if [ -n "$postgres_bin" ]; then
    data=$work/scratch-postgres/data
    mkdir "$work/scratch-postgres" && if [ "$(id -u)" -eq 0 ]; then chown postgres "$work/scratch-postgres"; fi
    as_postgres "$postgres_bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
    as_postgres "$postgres_bin/pg_ctl" -D "$data" -l "$work/scratch-postgres/log" -w start -o "-c listen_addresses='' -k $work/scratch-postgres \
      -c shared_buffers=512MB -c work_mem=64MB -c maintenance_work_mem=512MB -c jit=off -c wal_level=minimal -c max_wal_senders=0 -c fsync=off" >/dev/null
    postmaster=$(head -n 1 "$data/postmaster.pid")
    servers=("$postmaster")
    guarded postgres "$data/base" "$bin" compare reach postgres "$work" "$repeats" "$limit" "Host=$work/scratch-postgres;Username=postgres;Database=postgres"
    servers=()
    stop_servers
    rm -rf "$work/scratch-postgres"
  else
    leave_out postgres "not installed (run with --install)"
  fi
fi

for engine in igraph networkx; do
  if csv $engine; then
    if has_python "$engine"; then
      guarded $engine - /usr/bin/python3 "$root/bench/compare/reach.py" "$engine" "$work" "$repeats" "$limit"
    else
      leave_out $engine "python3-$engine is not installed (run with --install)"
    fi
  fi
done

if csv kuzu; then
  # NODE_PATH may name a folder that has it.
  if $install && ! node -e 'require("kuzu")' 2>/dev/null; then
    mkdir -p "$work/kuzu" && npm install --silent --prefix "$work/kuzu" kuzu@0.11.3 >&2 || say "Kuzu cannot be installed."
    export NODE_PATH=$work/kuzu/node_modules
  fi
  if node -e 'require("kuzu")' 2>/dev/null; then
    guarded kuzu "$work/scratch-kuzu" node "$root/bench/compare/reach-kuzu.js" "$work" "$repeats" "$limit"
    rm -rf "$work/scratch-kuzu"
  else
    leave_out kuzu "not installed (run with --install, needs node)"
  fi
fi

# Haircut over the LaunderNet cases; the figures of time are Spoor's own.
launder() {
  local spoor=$root/artifacts/bin/Spoor.Cli/release/spoor
  if ! "$spoor" evaluate laundernet --noise 20000 --seed "$seed" --json >"$work/laundernet.json" 2>"$work/laundernet.log"; then
    say "Left out: LaunderNet could not be evaluated: $(head -n 1 "$work/laundernet.log")"
    return
  fi
  compare laundernet "$work/laundernet.json"
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
  printf '%s transfers, %s addresses, seed %s; %s cores; limit %s s and %s MiB an engine.\n\n' "$transfers" "$addresses" "$seed" "$(nproc)" "$limit" "$memory"
  compare check "$work"
  python3 "$root/bench/compare/table.py" "$work" "$transfers" "$results"
  if $all; then launder && rank; fi
}

say "Comparing answers"
compare check "$work" >&2
if [ -n "$report" ]; then tables | tee "$report"; else tables; fi
