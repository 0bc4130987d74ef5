"""Axes in powers of ten, drawn as SVG: sizes to the right, what was measured upwards, its names beside the last points."""

import math

LEFT, BOTTOM = 70, 50


class Chart:
    """A chart that grows line by line of its SVG; the plane ends `right` before the edge, so that names fit beside it."""

    def __init__(self, width, height, right, top, title, sizes, values):
        self.width, self.height, self.right, self.top = width, height, right, top
        self.low, self.high = math.log10(min(sizes)), math.log10(max(sizes))
        self.floor, self.ceiling = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self.lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12" role="img">',
            f"<title>{title}</title>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        ]

    def x(self, size):
        return LEFT + (self.width - LEFT - self.right) * (math.log10(size) - self.low) / max(self.high - self.low, 1e-9)

    def y(self, value):
        return self.height - BOTTOM - (self.height - self.top - BOTTOM) * (math.log10(value) - self.floor) / (self.ceiling - self.floor)

    def axes(self, sizes, unit, meaning):
        for power in range(self.floor, self.ceiling + 1):
            self.lines.append(f'<path d="M{LEFT} {self.y(10 ** power):.1f}H{self.width - self.right}" stroke="#dddddd"/>')
            self.lines.append(f'<text x="{LEFT - 8}" y="{self.y(10 ** power) + 4:.1f}" text-anchor="end">{10 ** power:,g} {unit}</text>')
        for size in sizes:
            self.lines.append(f'<text x="{self.x(size):.1f}" y="{self.height - BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
        self.lines.append(f'<text x="{(LEFT + self.width - self.right) / 2}" y="{self.height - 10}" text-anchor="middle">{meaning}</text>')

    def series(self, points, colour, width, more=""):
        drawn = [(f"{self.x(size):.1f}", f"{self.y(value):.1f}") for size, value in points]
        self.lines.append(f'<polyline points="{" ".join(",".join(point) for point in drawn)}" fill="none" stroke="{colour}" stroke-width="{width}"{more}/>')
        self.lines.extend(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in drawn)

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join([*self.lines, "</svg>"]) + "\n")
