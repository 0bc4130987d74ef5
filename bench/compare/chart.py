"""Draws what bench/compare/run.sh measured at several sizes: how long reach takes in each engine, and what memory it takes.

Usage: chart.py RESULTS.jsonl TIME.svg MEMORY.svg     of several lines for one engine and size the last counts
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from charts import BOTTOM, LEFT, Chart  # noqa: E402

WIDTH, HEIGHT, RIGHT, TOP = 820, 520, 330, 40
STEP = 16

# Spoor's in blues and wide, what others have in the rest of the colours, the limit in grey and broken.
ENGINES = {
    "spoor-memory": ("Spoor in memory", "#0b3d91", 3),
    "spoor-index": ("Spoor, index, warm", "#2f6fd0", 3),
    "spoor-index-cold": ("Spoor, index, cold", "#6fa8ff", 3),
    "spoor-store": ("Spoor, DuckDB log alone", "#00838f", 3),
    "spoor-clickhouse-1": ("Spoor, ClickHouse, one server", "#5e35b1", 3),
    "spoor-clickhouse-2": ("Spoor, ClickHouse, two shards", "#9575cd", 3),
    "dictionary": ("C# dictionary", "#555555", 1.5),
    "igraph": ("igraph", "#2e7d32", 1.5),
    "networkx": ("networkx", "#8bc34a", 1.5),
    "postgres": ("PostgreSQL, recursive SQL", "#b3261e", 1.5),
    "duckdb-numbered": ("DuckDB, recursive SQL, integers", "#e65100", 1.5),
    "duckdb": ("DuckDB, recursive SQL, texts", "#ffb300", 1.5),
    "kuzu": ("Kuzu", "#ad1457", 1.5),
    "limit: memory": ("the limit of memory", "#999999", 1),
    "limit: disk, a page for each payer": ("the limit of the disk, in pages", "#bbbbbb", 1),
}


def value_text(value, unit):
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def chart(title, what, rows, unit):
    """One line for each engine over the sizes; both axes in powers of ten."""
    points = {}
    for (transfers, engine), row in sorted(rows.items()):
        if row.get(what):
            points.setdefault(engine, []).append((transfers, row[what]))
    sizes = sorted({transfers for transfers, _ in rows})
    values = [value for line in points.values() for _, value in line]
    drawn = Chart(WIDTH, HEIGHT, RIGHT, TOP, title, sizes, values)
    drawn.lines.append(f'<text x="{LEFT}" y="20" font-size="14">{title}</text>')
    drawn.axes(sizes, unit, "transfers")
    names = []
    for engine, (name, colour, width) in ENGINES.items():
        if engine not in points:
            continue
        line = points[engine]
        broken = ' stroke-dasharray="5 4"' if engine.startswith("limit") else ""
        drawn.series(line, colour, width, broken)
        transfers, last = line[-1]
        at = "" if transfers == sizes[-1] else f" at {transfers:,}"
        names.append((drawn.y(last), drawn.x(transfers), colour, f"{name}: {value_text(last, unit)}{at}"))
    for label, (at, end, colour, text) in zip(spread([name[0] for name in sorted(names)]), sorted(names)):
        drawn.lines.append(f'<path d="M{end + 5:.1f} {at:.1f}L{WIDTH - RIGHT + 12} {label:.1f}" stroke="{colour}" stroke-width="0.5"/>')
        drawn.lines.append(f'<text x="{WIDTH - RIGHT + 16}" y="{label + 4:.1f}" fill="{colour}">{text}</text>')
    return drawn


def spread(heights):
    """The same order, no two nearer than a line of text, none below the chart."""
    placed = []
    for height in heights:
        placed.append(max(height, placed[-1] + STEP) if placed else height)
    lowest = HEIGHT - BOTTOM
    for i in reversed(range(len(placed))):
        placed[i] = min(placed[i], lowest)
        lowest = placed[i] - STEP
    return placed


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = {(row["transfers"], row["engine"]): row for row in map(json.loads, file)}
    charts = [
        (sys.argv[2], "Reach of 5 hops: median over 20 starts of the quickest answer", "quick_ms", "ms"),
        (sys.argv[3], "Reach of 5 hops: most memory while loading and answering", "rss_mib", "MiB"),
    ]
    for path, title, what, unit in charts:
        chart(title, what, rows, unit).write(path)


main()
