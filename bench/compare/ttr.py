"""Transaction tracing rank in order of position as Wu et al. (2023) define it, in plain Python: a reference to compare with.

Usage: ttr.py FOLDER EPSILON

Reads every CASE.rank.csv (place,tx,from,to,units) and CASE.sources of the folder, ranks from each source by itself and adds
the ranks up. Amounts of a transaction are net for each other side. There is one asset, so nothing can be a swap and the
redirection has nothing to do. Mass that no payment takes on is pushed again, as in the published code; the node with most
mass is found by looking at all of them, as there. Places stand for timestamps, so that no two payments are equal.
"""

import bisect
import collections
import glob
import sys
import time

ALPHA, BETA = 0.15, 0.7


def histories(path):
    """Address to its net payments: (places, others, units, weight from each on), made and received apart."""
    moves = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(path, encoding="ascii") as file:
        next(file)
        for line in file:
            place, tx, payer, payee, units = line.rstrip("\n").split(",")
            moves[payer][tx, payee].append((int(place), -int(units)))
            moves[payee][tx, payer].append((int(place), int(units)))
    return {owner: (side(groups, -1), side(groups, 1)) for owner, groups in moves.items()}


def side(groups, sign):
    edges = []
    for (_, other), ofpair in groups.items():
        net = sum(units for _, units in ofpair)
        if net * sign > 0:
            edges.append((max(place for place, units in ofpair if units * sign > 0) * -sign, other, float(abs(net))))
    edges.sort()
    weight, weights = 0.0, [0.0] * len(edges)
    for i in range(len(edges) - 1, -1, -1):
        weight += edges[i][2]
        weights[i] = weight
    return [edge[0] for edge in edges], [edge[1] for edge in edges], [edge[2] for edge in edges], weights


def rank(history, source, epsilon):
    settled = collections.defaultdict(float)
    residual = {source: {(float("-inf"), float("-inf")): 1.0}}
    total = {source: 1.0}
    while True:
        node = max(total, key=total.get)
        if total[node] <= epsilon:
            return settled, sum(total.values())
        chips = residual.pop(node)
        settled[node] += ALPHA * total.pop(node)
        again = collections.defaultdict(float)
        for number, share in ((0, BETA), (1, 1 - BETA)):
            places, others, units, weights = history[node][number]
            entering = collections.defaultdict(float)
            for chip, mass in chips.items():
                at = bisect.bisect_right(places, chip[number])
                if at == len(places):
                    again[chip] += (1 - ALPHA) * share * mass
                else:
                    entering[at] += (1 - ALPHA) * share * mass / weights[at]
            density = 0.0
            for at in range(min(entering, default=len(places)), len(places)):
                density += entering.get(at, 0.0)
                put(residual, total, others[at], abs(places[at]), density * units[at])
        for chip, mass in again.items():
            residual.setdefault(node, collections.defaultdict(float))
            residual[node][chip] += mass
            total[node] = total.get(node, 0.0) + mass


def put(residual, total, node, place, mass):
    # A place going back is negative, so that both sides are searched alike.
    chips = residual.setdefault(node, collections.defaultdict(float))
    chips[place, -place] += mass
    total[node] = total.get(node, 0.0) + mass


def main():
    folder, epsilon = sys.argv[1], float(sys.argv[2])
    times = []
    for path in sorted(glob.glob(f"{folder}/*.rank.csv")):
        case = path[: -len(".rank.csv")]
        history = histories(path)
        with open(f"{case}.sources", encoding="ascii") as file:
            sources = file.read().split()
        began = time.process_time()
        ranks, waiting = collections.defaultdict(float), 0.0
        for source in sources:
            settled, rest = rank(history, source, epsilon)
            waiting += rest
            for node, mass in settled.items():
                ranks[node] += mass
        times.append(f"{case.rsplit('/', 1)[1]}\t{(time.process_time() - began) * 1000:.1f}\n")
        with open(f"{case}.published.tsv", "w", encoding="ascii") as file:
            file.write(f"waiting\t{waiting:.12f}\n")
            file.writelines(f"{node}\t{mass:.12f}\n" for node, mass in sorted(ranks.items()))
    with open(f"{folder}/published.rank-times.tsv", "w", encoding="ascii") as file:
        file.writelines(times)


main()
