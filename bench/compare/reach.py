"""Reach in python3-networkx or python3-igraph: the search of the C# dictionary, over their structures.

Usage: reach.py networkx|igraph FOLDER REPEATS
"""

import csv
import hashlib
import sys
import time

PLACES_PER_BLOCK = 1_000_000


def payments(folder):
    with open(f"{folder}/transfers.csv", newline="", encoding="ascii") as file:
        for row in csv.DictReader(file):
            place = int(row["block_number"]) * PLACES_PER_BLOCK + int(row["log_index"])
            yield row["from_address"], row["to_address"], place


class Networkx:
    def __init__(self, folder):
        import networkx

        self.graph = networkx.MultiDiGraph()
        self.graph.add_edges_from((payer, payee, {"place": place}) for payer, payee, place in payments(folder))

    def number(self, address):
        return address

    def text(self, number):
        return number

    def payments_of(self, payer):
        for payee, edges in self.graph.adj[payer].items():
            for edge in edges.values():
                yield payee, edge["place"]


class Igraph:
    def __init__(self, folder):
        import igraph

        self.numbers = {}
        edges, places = [], []
        for payer, payee, place in payments(folder):
            edges.append((self.numbers.setdefault(payer, len(self.numbers)), self.numbers.setdefault(payee, len(self.numbers))))
            places.append(place)
        self.texts = list(self.numbers)
        self.graph = igraph.Graph(n=len(self.texts), edges=edges, directed=True, edge_attrs={"place": places})

    def number(self, address):
        return self.numbers[address]

    def text(self, number):
        return self.texts[number]

    def payments_of(self, payer):
        for edge in self.graph.es[self.graph.incident(payer, mode="out")]:
            yield edge.target, edge["place"]


def reach(engine, start, hops):
    """Address to (first arrival, fewest hops), corrected layer by layer."""
    start = engine.number(start)
    reached = {start: (0, 0)}
    frontier = {start: 0}
    for hop in range(1, hops + 1):
        improved = {}
        for payer, arrival in frontier.items():
            for payee, place in engine.payments_of(payer):
                if place < arrival:
                    continue
                before = reached.get(payee)
                if before is None or place < before[0]:
                    reached[payee] = (place, hop if before is None else before[1])
                    improved[payee] = place
        frontier = improved
    return reached


def answer_line(engine, start, hops, reached):
    rows = sorted((engine.text(number), place, fewest) for number, (place, fewest) in reached.items())
    text = "".join(f"{address} {place} {fewest}\n" for address, place, fewest in rows)
    return f"{start}\t{hops}\t{len(rows)}\t{hashlib.sha256(text.encode()).hexdigest()}\n"


def main():
    name, folder, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(f"{folder}/starts.txt", encoding="ascii") as file:
        starts = file.read().split()
    began = time.perf_counter()
    engine = {"networkx": Networkx, "igraph": Igraph}[name](folder)
    times = [f"load\t{(time.perf_counter() - began) * 1000:.4f}\n"]
    answers = []
    for hops in (3, 5):
        answers.extend(answer_line(engine, start, hops, reach(engine, start, hops)) for start in starts)
        for _ in range(repeats):
            for start in starts:
                began = time.perf_counter()
                reach(engine, start, hops)
                times.append(f"reach {hops}\t{(time.perf_counter() - began) * 1000:.4f}\n")
    with open(f"{folder}/{name}.answers.tsv", "w", encoding="ascii") as file:
        file.writelines(answers)
    with open(f"{folder}/{name}.times.tsv", "w", encoding="ascii") as file:
        file.writelines(times)


main()
