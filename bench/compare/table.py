"""Puts what one run of bench/compare/run.sh measured into rows, appends them to a file of results, and prints them as a table.

Usage: table.py FOLDER TRANSFERS RESULTS.jsonl

Quickest is, of each start, its quickest question; of these the median. Ratios are of quickest times over the same starts.
The limit: the payments that must be read, at 12 bytes each (payee and place), and 20 bytes for each address reached (its place in the
payments, its first arrival), over the measured bandwidth; from disk also one page for each address that pays on.
"""

import json
import os
import statistics
import sys

NAMES = {
    "spoor-memory": "Spoor in memory",
    "spoor-index": "Spoor, index, warm",
    "spoor-index-cold": "Spoor, index, cold",
    "spoor-store": "Spoor, DuckDB log alone",
    "spoor-clickhouse-1": "Spoor, ClickHouse, one server",
    "spoor-clickhouse-2": "Spoor, ClickHouse, two shards",
    "dictionary": "C# dictionary of texts",
    "duckdb-numbered": "DuckDB, recursive SQL, integers",
    "duckdb": "DuckDB, recursive SQL, texts",
    "postgres": "PostgreSQL, recursive SQL, integers, index",
    "igraph": "python3-igraph",
    "networkx": "python3-networkx",
    "kuzu": "Kuzu, one query a hop",
}

# Their memory is their store; the others have a disk.
IN_MEMORY = {"spoor-memory", "dictionary", "igraph", "networkx"}
FILLED = {"spoor-index", "spoor-index-cold", "spoor-store"}
PAYMENT, ADDRESS, PAGE = 12, 20, 4096


def lines(folder, name):
    path = f"{folder}/{name}"
    if not os.path.exists(path):
        return []
    with open(path, encoding="ascii") as file:
        return [line.split("\t") for line in file.read().splitlines()]


def times(folder, engine):
    """Milliseconds by measure and start; a last line that was cut short is no line."""
    found = {}
    for fields in lines(folder, f"{engine}.times.tsv"):
        if len(fields) == 3:
            found.setdefault(fields[0], {}).setdefault(fields[1], []).append(float(fields[2]))
    return found


def run_of(folder, engine):
    with open(f"{folder}/{engine}.run.json", encoding="utf-8") as file:
        return json.load(file)


def load_seconds(folder, engine, measured):
    own = sum(measured.get("load", {}).get("all", [0])) / 1000
    filled = times(folder, "spoor-fill").get("load", {}) if engine in FILLED else {}
    return own + sum(sum(part) / 1000 for name, part in filled.items() if engine != "spoor-store" or name == "import")


def needed(folder):
    return {start: [int(number) for number in numbers] for start, *numbers in lines(folder, "needed.tsv")}


def limits(folder, transfers, starts, largest):
    """The least a start can take, from memory and from disk, in milliseconds."""
    with open(f"{folder}/limits.json", encoding="utf-8") as file:
        machine = json.load(file)
    asked = {start: (payments * PAYMENT + reached * ADDRESS, paying * PAGE) for start, (reached, paying, payments) in needed(folder).items()}
    kinds = {
        "limit: memory": (f"all bytes at {machine['memory'] / 1e9:.1f} GB/s", lambda wanted: wanted[0] / machine["memory"]),
        "limit: disk, in one row": (f"the same at {machine['disk'] / 1e9:.2f} GB/s", lambda wanted: wanted[0] / machine["disk"]),
        "limit: disk, a page for each payer": (f"one page alone takes {machine['page_s'] * 1e6:.0f} µs", lambda wanted: max(wanted[1] / machine["disk"], 5 * machine["page_s"])),
    }
    for name, (note, seconds) in kinds.items():
        all_ms = {start: seconds(asked[start]) * 1000 for start in starts if start in asked}
        if all_ms:
            yield {
                "transfers": transfers, "engine": name, "outcome": "limit", "note": note, "quick_ms": round(statistics.median(all_ms.values()), 6),
                "largest_ms": round(all_ms[largest], 6), "bytes": round(statistics.median(asked[start][0] for start in all_ms)), "largest_bytes": asked[largest][0],
            }


def rows(folder, transfers):
    answers = {}
    for engine in NAMES:
        for fields in lines(folder, f"{engine}.answers.tsv"):
            answers[fields[0]] = int(fields[2])
    largest = max(answers, key=lambda start: (answers[start], start))
    quick = {}
    for engine in NAMES:
        if not os.path.exists(f"{folder}/{engine}.run.json"):
            continue
        run, measured = run_of(folder, engine), times(folder, engine)
        # An engine that was ended before its second round has its first one.
        asked = {**measured.get("first", {}), **measured.get("warm", {})}
        quick[engine] = {start: min(each) for start, each in asked.items()}
        row = {"transfers": transfers, "engine": engine, "grows": engine in IN_MEMORY, **run}
        if asked:
            row |= {
                "starts": len(asked),
                "runs": sum(map(len, asked.values())),
                "warm": len(measured.get("warm", {})) == len(asked),
                "median_ms": round(statistics.median(one for each in asked.values() for one in each), 4),
                "quick_ms": round(statistics.median(quick[engine].values()), 4),
                "largest_ms": round(quick[engine][largest], 4) if largest in asked else None,
                "cpu_ms": measured["processor"]["mean"][0] if "processor" in measured else None,
            }
        row["load_s"] = round(load_seconds(folder, engine, measured), 1)
        yield row, quick[engine]
    for row in limits(folder, transfers, answers, largest):
        yield row, {}


def ratio(mine, base):
    """Of the median over the starts that both answered."""
    both = [start for start in mine if start in base]
    return statistics.median(mine[start] for start in both) / statistics.median(base[start] for start in both) if both else None


def number(value):
    if value is None:
        return ""
    return f"{value:.4f}" if value < 0.01 else f"{value:.3f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def gib(mib):
    return "" if not mib else f"{mib / 1024:.2f}"


def printed(row):
    name = NAMES.get(row["engine"], row["engine"])
    if row["outcome"] == "limit":
        return f"| *{name}: {row['note']}* | | | {number(row['quick_ms'])} | {number(row['largest_ms'])} | | {number(row['ratio'])} | | |"
    said = {
        "left out": f"left out: {row.get('note')}",
        "time": f"ended after {row.get('limit_s')} s",
        "memory": f"ended at {row.get('rss_mib', 0) / 1024:.1f} GiB of memory",
        "crowded": "ended, because other work took the machine's memory",
        "failed": "failed",
        "done": "",
    }[row["outcome"]]
    few = f"{row['starts']} of 20 starts" if row.get("starts", 20) < 20 else ""
    once = "no whole second round" if row.get("starts") and not row["warm"] else ""
    name = "; ".join(filter(None, [name, said, few, once]))
    load = "" if row["outcome"] == "left out" else number(row["load_s"]) if row["load_s"] else "did not end"
    return (
        f"| {name} | {load} | {number(row.get('median_ms'))} | {number(row.get('quick_ms'))} | {number(row.get('largest_ms'))} | {number(row.get('cpu_ms'))} "
        f"| {number(row['ratio'])} | {gib(row.get('rss_mib'))} | {gib(row.get('disk_mib'))} |"
    )


def main():
    folder, transfers = sys.argv[1], int(sys.argv[2])
    found = list(rows(folder, transfers))
    by_engine = {row["engine"]: quick for row, quick in found}
    base = next((name for name in ("spoor-memory", "spoor-index") if by_engine.get(name)), None)
    best = statistics.median(by_engine[base].values()) if base else None
    for row, quick in found:
        row["base"] = base
        row["ratio"] = None if not base else row["quick_ms"] / best if row["outcome"] == "limit" else ratio(quick, by_engine[base])
    found.sort(key=lambda one: (one[0].get("quick_ms") is None, one[0].get("quick_ms") or 0))
    print(f"\n| Engine | load s | median ms | quickest ms | largest start ms | processor ms | × {NAMES[base] if base else ''} | memory GiB | disk GiB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    with open(sys.argv[3], "a", encoding="utf-8") as file:
        for row, _ in found:
            print(printed(row))
            file.write(json.dumps(row) + "\n")
    for part, each in sorted(times(folder, "spoor-fill").get("load", {}).items()):
        print(f"\nSpoor's {part}: {sum(each) / 1000:.1f} s." if part else "")
    if os.path.exists(f"{folder}/spoor-fill.run.json"):
        filled = run_of(folder, "spoor-fill")
        print(f"\nBoth: {filled['cpu_s']} s of the processor, at most {gib(filled['rss_mib'])} GiB of memory.")
    importers = {name: [one for each in times(folder, f"{name}-import").get("import", {}).values() for one in each] for name in ("duckdb", "spoor")}
    if all(importers.values()):
        print("\n| Import of the file | median ms | quickest | slowest | runs | × DuckDB |\n|---|---:|---:|---:|---:|---:|")
        for name, each in importers.items():
            middle = statistics.median(each)
            print(f"| {name} | {middle:,.0f} | {min(each):,.0f} | {max(each):,.0f} | {len(each)} | {middle / statistics.median(importers['duckdb']):.2f} |")


main()
