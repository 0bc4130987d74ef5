"""Draws what bench/growth/run.sh measured: the cost of one trace as the store grows.

Usage: chart.py RESULTS.jsonl CHART.svg     of several lines for one size the last counts
"""

import json
import math
import sys

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 70, 250, 30, 50
SERIES = [
    ("trace, cold, processor", "#b3261e", lambda row: row["trace"]["cold"]["cpu_ms"]),
    ("trace, warm, processor", "#1f5fa8", lambda row: row["trace"]["warm"]["cpu_ms"]),
    ("trace, warm, quickest", "#6f9fd0", lambda row: row["trace"]["warm"]["best_ms"]),
    ("frontier of 1,000, warm, quickest", "#2e7d32", lambda row: row["trace"]["frontier"]["best_ms"]),
]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = sorted({row["transfers"]: row for row in map(json.loads, file)}.values(), key=lambda row: row["transfers"])
    low, high = math.log10(rows[0]["transfers"]), math.log10(rows[-1]["transfers"])
    values = [value(row) for _, _, value in SERIES for row in rows]
    bottom, top = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(transfers):
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(transfers) - low) / max(high - low, 1e-9)

    def y(milliseconds):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (math.log10(milliseconds) - bottom) / (top - bottom)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">',
        "<title>The cost of one trace of 20 hops as the store grows</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(bottom, top + 1):
        lines.append(f'<path d="M{LEFT} {y(10 ** power):.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y(10 ** power) + 4:.1f}" text-anchor="end">{10 ** power:,g} ms</text>')
    for row in rows:
        lines.append(f'<text x="{x(row["transfers"]):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{row["transfers"]:,}</text>')
    lines.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">transfers in the store</text>')
    names = []
    for name, colour, value in SERIES:
        points = " ".join(f'{x(row["transfers"]):.1f},{y(value(row)):.1f}' for row in rows)
        lines.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines.extend(f'<circle cx="{x(row["transfers"]):.1f}" cy="{y(value(row)):.1f}" r="3" fill="{colour}"/>' for row in rows)
        last = value(rows[-1])
        names.append((y(last) + 4, f'fill="{colour}">{name}: {last:.3g} ms</text>'))
    lowest = 0
    for at, text in sorted(names):
        lowest = max(at, lowest + 15)
        lines.append(f'<text x="{WIDTH - RIGHT + 8}" y="{lowest:.1f}" {text}')
    lines.append("</svg>")
    with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


main()
