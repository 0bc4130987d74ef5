"""Draws what bench/compare/run.sh measured at several sizes: how long reach takes in each engine, and what memory it takes.

Usage: chart.py RESULTS.jsonl TIME.svg MEMORY.svg     of several lines for one engine and size the last counts
"""

import json
import math
import sys

WIDTH, HEIGHT = 820, 520
LEFT, RIGHT, TOP, BOTTOM = 70, 330, 40, 50
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
    low, high = math.log10(sizes[0]), math.log10(sizes[-1])
    bottom, top = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(transfers):
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(transfers) - low) / max(high - low, 1e-9)

    def y(value):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (math.log10(value) - bottom) / (top - bottom)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">',
        f"<title>{title}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="20" font-size="14">{title}</text>',
    ]
    for power in range(bottom, top + 1):
        lines.append(f'<path d="M{LEFT} {y(10 ** power):.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y(10 ** power) + 4:.1f}" text-anchor="end">{10 ** power:,g} {unit}</text>')
    for transfers in sizes:
        lines.append(f'<text x="{x(transfers):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{transfers:,}</text>')
    lines.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">transfers</text>')
    names = []
    for engine, (name, colour, width) in ENGINES.items():
        if engine not in points:
            continue
        line = points[engine]
        broken = ' stroke-dasharray="5 4"' if engine.startswith("limit") else ""
        drawn = " ".join(f"{x(transfers):.1f},{y(value):.1f}" for transfers, value in line)
        lines.append(f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="{width}"{broken}/>')
        lines.extend(f'<circle cx="{x(transfers):.1f}" cy="{y(value):.1f}" r="3" fill="{colour}"/>' for transfers, value in line)
        transfers, last = line[-1]
        at = "" if transfers == sizes[-1] else f" at {transfers:,}"
        names.append((y(last), x(transfers), colour, f"{name}: {value_text(last, unit)}{at}"))
    for label, (at, end, colour, text) in zip(spread([name[0] for name in sorted(names)]), sorted(names)):
        lines.append(f'<path d="M{end + 5:.1f} {at:.1f}L{WIDTH - RIGHT + 12} {label:.1f}" stroke="{colour}" stroke-width="0.5"/>')
        lines.append(f'<text x="{WIDTH - RIGHT + 16}" y="{label + 4:.1f}" fill="{colour}">{text}</text>')
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


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
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(chart(title, what, rows, unit))


main()
