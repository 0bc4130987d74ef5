"""Reach in python3-networkx or python3-igraph: the search of the C# dictionary, over their structures.

Usage: reach.py networkx|igraph FOLDER REPEATS SECONDS
"""

import csv
import hashlib
import sys
import time

PLACES_PER_BLOCK = 1_000_000
HOPS = 5
MOST_ROUNDS = 50
LEAST = 2  # seconds


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


def ask(engine, start, times, measure):
    began = time.perf_counter()
    reached = reach(engine, start, HOPS)
    times.write(f"{measure}\t{start}\t{(time.perf_counter() - began) * 1000:.4f}\n")
    return reached


def main():
    name, folder, repeats, most = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) / 10
    with open(f"{folder}/starts.txt", encoding="ascii") as file:
        starts = file.read().split()
    # Lines are written as they come: an engine that its limit ends leaves what it had answered.
    with (
        open(f"{folder}/{name}.answers.tsv", "w", encoding="ascii", buffering=1) as answers,
        open(f"{folder}/{name}.times.tsv", "w", encoding="ascii", buffering=1) as times,
    ):
        began = time.perf_counter()
        engine = {"networkx": Networkx, "igraph": Igraph}[name](folder)
        times.write(f"load\tall\t{(time.perf_counter() - began) * 1000:.4f}\n")
        for start in starts:
            answers.write(answer_line(engine, start, HOPS, ask(engine, start, times, "first")))
        began, processor, rounds, asked = time.perf_counter(), time.process_time(), 0, 0
        while rounds < MOST_ROUNDS and (rounds < repeats or time.perf_counter() - began < LEAST):
            for start in starts:
                if time.perf_counter() - began < most:
                    ask(engine, start, times, "warm")
                    asked += 1
            rounds += 1
        times.write(f"processor\tmean\t{(time.process_time() - processor) * 1000 / max(1, asked):.4f}\n")


main()
