"""Draws what bench/growth/run.sh measured: the cost of one trace as the store grows.

Usage: chart.py RESULTS.jsonl CHART.svg     of several lines for one size the last counts
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from charts import Chart  # noqa: E402

WIDTH, HEIGHT, RIGHT, TOP = 760, 360, 290, 30
SERIES = [
    ("trace, cold, processor", "#b3261e", lambda row: row["trace"]["cold"]["cpu_ms"]),
    ("trace, warm, processor", "#1f5fa8", lambda row: row["trace"]["warm"]["cpu_ms"]),
    ("trace, warm, quickest", "#6f9fd0", lambda row: row["trace"]["warm"]["best_ms"]),
    ("frontier of 1,000, warm, quickest", "#2e7d32", lambda row: row["trace"]["frontier"]["best_ms"]),
]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = sorted({row["transfers"]: row for row in map(json.loads, file)}.values(), key=lambda row: row["transfers"])
    sizes = [row["transfers"] for row in rows]
    values = [value(row) for _, _, value in SERIES for row in rows]
    chart = Chart(WIDTH, HEIGHT, RIGHT, TOP, "The cost of one trace of 20 hops as the store grows", sizes, values)
    chart.axes(sizes, "ms", "transfers in the store")
    names = []
    for name, colour, value in SERIES:
        chart.series([(row["transfers"], value(row)) for row in rows], colour, 2)
        last = value(rows[-1])
        names.append((chart.y(last) + 4, f'fill="{colour}">{name}: {last:.3g} ms</text>'))
    lowest = 0
    for at, text in sorted(names):
        lowest = max(at, lowest + 15)
        chart.lines.append(f'<text x="{WIDTH - RIGHT + 8}" y="{lowest:.1f}" {text}')
    chart.write(sys.argv[2])


main()
